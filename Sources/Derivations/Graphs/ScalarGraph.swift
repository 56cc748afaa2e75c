import Tensors

/// A computation with single numbers, which grows while equations are evaluated on one probe.
///
/// The same operation on the same operands is the same node, so that an equation that is written as the network
/// calculates meets the network's own nodes. Every node knows its value and how far rounding may have moved it.
///
///     let product = graph.dot(weights, activations)
///     graph.derivatives(of: loss, by: [product])   // nodes again
///
/// A simplification never leaves out an operand that could be a target of a derivative: `-(-x)` stays two nodes.
package final class ScalarGraph {
  // Only one task works with a graph, one operation after the other: that no two have hold of a table is not asked again at
  // every access, of which there are millions.
  @exclusivity(unchecked) private(set) var table = ScalarTable()
  @exclusivity(unchecked) private(set) var marks = ScalarMarks()
  @exclusivity(unchecked) private var (knownZero, knownOne): (ScalarID?, ScalarID?)
  /// How many passes of reverse mode were made.
  package internal(set) var backwardPasses = 0

  /// A copy of the values, of which some are shifted for a while.
  private var shiftable: [Double] = []

  package init() {}

  /// The same nodes, to go on with independently.
  init(copying other: ScalarGraph) {
    table = other.table.copied()
    (knownZero, knownOne) = (other.knownZero, other.knownOne)
  }

  package var count: Int { table.nodes.count }

  package var zero: ScalarID {
    if let knownZero { return knownZero }
    let zero = constant(0)
    knownZero = zero
    return zero
  }

  package var one: ScalarID {
    if let knownOne { return knownOne }
    let one = constant(1)
    knownOne = one
    return one
  }

  /// A number that is given. Two leaves are two nodes, whatever their values are.
  package func leaf(_ value: Double) -> ScalarID { table.leaf(value) }

  /// A number that never varies. Equal ones are one node.
  package func constant(_ value: Double) -> ScalarID { table.constant(value) }

  package func value(_ id: ScalarID) -> Double { table.values[Int(id.index)] }

  /// How far the value may be from that of the same operations without rounding, leaves being exact.
  package func errorBound(_ id: ScalarID) -> Double { table.bounds[Int(id.index)] }

  package func kinks(_ id: ScalarID) -> Kinks { table.sides[Int(id.index)] }

  /// On which side of the kink a number was formed that it has itself; nil where it has none, or is never on the other side.
  func ownKink(_ id: ScalarID) -> Kinks? {
    guard let isPositive = table.isOnPositiveSide(table[id], at: table.values), !table.isCertain(table[id])
    else { return nil }
    return isPositive ? .positive : .notPositive
  }

  /// Whether it is positive where what it is made of is, and nowhere else: what ReLU comes to, or `\max(0, z)`.
  func keepsSign(_ id: ScalarID) -> Bool {
    let node = table[id]
    switch node.kind {
    case .function:
      let function = table.functions[Int(node.detail)]
      return node.order == 0 && function.hasKink && function != .absolute
    case .maximum:
      return node.detail == 0 && operands(of: id).count == 2 && operands(of: id).contains(where: isStructuralZero)
    default: return false
    }
  }

  /// A copy of all values, which is made only once: `giveBack` takes it as it was.
  func takeShiftable() -> [Double] {
    var values: [Double] = []
    swap(&values, &shiftable)
    values += table.values[values.count...]
    return values
  }

  func giveBack(_ values: consuming [Double]) { shiftable = values }

  func node(_ id: ScalarID) -> ScalarNode { table[id] }

  func operands(of id: ScalarID) -> ArraySlice<ScalarID> { table.operands[table[id].operands] }

  func isLeaf(_ id: ScalarID) -> Bool { table[id].kind == .leaf }

  package func isConstant(_ id: ScalarID) -> Bool { table.isConstant(id) }

  package func constantValue(_ id: ScalarID) -> Double? { table.constantValue(id) }

  /// Whether it is 0 whatever the leaves are, as far as the simplifications show.
  package func isStructuralZero(_ id: ScalarID) -> Bool { table.isConstant(id, 0) }

  /// The place of a function in the table.
  func number(of function: Elementwise) -> Int32 { table.number(of: function) }

  /// The node with these contents, a new one if there is none; a constant if only constants take part and the result
  /// is as good as one that is written down.
  func make(
    _ kind: ScalarNode.Kind, order: Int = 0, detail: Int32 = 0, _ inputs: some Collection<ScalarID>
  ) -> ScalarID {
    table.make(kind, order: order, detail: detail, inputs)
  }

  /// See `ScalarTable`.
  func factors(_ left: [ScalarID], _ right: [ScalarID]) -> (ids: [ScalarID], haveOnlyOnes: Bool) {
    table.factors(left, right)
  }

  /// The nodes between `id` and the targets that depend on one of these, themselves included, in topological order.
  /// What is below a target is left out.
  func cone(of id: ScalarID, over targets: some Collection<ScalarID>) -> [ScalarID] {
    marks.cone(of: id, over: targets, in: table)
  }

  /// Whether a number is one of the targets or made of one.
  package func depends(_ id: ScalarID, on targets: Set<ScalarID>) -> Bool {
    marks.depends(id, on: targets, in: table)
  }
}
