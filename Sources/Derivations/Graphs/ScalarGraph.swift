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
  private(set) var nodes: [ScalarNode] = []
  private(set) var operands: [ScalarID] = []
  private(set) var values: [Double] = []
  private var bounds: [Double] = []
  private var sides: [Kinks] = []
  private(set) var functions: [Elementwise] = []
  private var index = ScalarIndex()
  var marks = ScalarMarks()
  /// How many passes of reverse mode were made.
  package internal(set) var backwardPasses = 0

  package init() {}

  package var count: Int { nodes.count }

  /// A number that is given. Two leaves are two nodes, whatever their values are.
  package func leaf(_ value: Double) -> ScalarID {
    append(ScalarNode(kind: .leaf, order: 0, detail: 0, firstOperand: 0, operandCount: 0), value, 0, [], hash: nil)
  }

  /// A number that never varies. Equal ones are one node.
  package func constant(_ value: Double) -> ScalarID {
    let value = value == 0 ? 0 : value
    var hash = MixedHash()
    hash.mix(UInt64(ScalarNode.Kind.constant.rawValue))
    hash.mix(value.bitPattern)
    let known = index.find(hash.value) {
      nodes[Int($0)].kind == .constant && values[Int($0)].bitPattern == value.bitPattern
    }
    if let known { return ScalarID(index: known) }
    let node = ScalarNode(kind: .constant, order: 0, detail: 0, firstOperand: 0, operandCount: 0)
    return append(node, value, roundingOfConstant(value), [], hash: hash.value)
  }

  package var zero: ScalarID { constant(0) }
  package var one: ScalarID { constant(1) }

  package func value(_ id: ScalarID) -> Double { values[Int(id.index)] }

  /// How far the value may be from that of the same operations without rounding, leaves being exact.
  package func errorBound(_ id: ScalarID) -> Double { bounds[Int(id.index)] }

  package func kinks(_ id: ScalarID) -> Kinks { sides[Int(id.index)] }

  func node(_ id: ScalarID) -> ScalarNode { nodes[Int(id.index)] }

  func operands(of id: ScalarID) -> ArraySlice<ScalarID> { operands[node(id).operands] }

  func isLeaf(_ id: ScalarID) -> Bool { node(id).kind == .leaf }

  package func isConstant(_ id: ScalarID) -> Bool { node(id).kind == .constant }

  package func constantValue(_ id: ScalarID) -> Double? { isConstant(id) ? value(id) : nil }

  /// Whether it is 0 whatever the leaves are, as far as the simplifications show.
  package func isStructuralZero(_ id: ScalarID) -> Bool { isConstant(id) && value(id) == 0 }

  /// The place of a function in the table.
  func number(of function: Elementwise) -> Int32 {
    if let known = functions.firstIndex(of: function) { return Int32(known) }
    functions.append(function)
    return Int32(functions.count - 1)
  }

  /// The node with these contents, a new one if there is none; a constant if only constants take part and the result
  /// is as good as one that is written down.
  func make(
    _ kind: ScalarNode.Kind, order: Int = 0, detail: Int32 = 0, _ inputs: some Collection<ScalarID>
  ) -> ScalarID {
    let first = operands.count
    operands.append(contentsOf: inputs)
    let node = ScalarNode(
      kind: kind, order: UInt8(order), detail: detail, firstOperand: Int32(first),
      operandCount: Int32(operands.count - first))
    var hash = MixedHash()
    hash.mix(UInt64(kind.rawValue) | UInt64(order) << 8 | UInt64(UInt32(bitPattern: detail)) << 16)
    for operand in operands[first...] { hash.mix(UInt64(UInt32(bitPattern: operand.index))) }
    if let known = index.find(hash.value, matches: { self.nodes[Int($0)].hasContents(of: node, in: operands) }) {
      operands.removeLast(operands.count - first)
      return ScalarID(index: known)
    }
    let value = result(of: node, at: values)
    let bound = rounding(of: node, result: value, at: values, bounds)
    if kind.isArithmetic, bound <= roundingOfConstant(value), node.operands.allSatisfy({ isConstant(operands[$0]) }) {
      operands.removeLast(operands.count - first)
      return constant(value)
    }
    var kinks = operands[first...].reduce(Kinks()) { $0.union(sides[Int($1.index)]) }
    if let isPositive = isOnPositiveSide(node, at: values) { kinks.insert(isPositive ? .positive : .notPositive) }
    return append(node, value, bound, kinks, hash: hash.value)
  }

  private func append(
    _ node: ScalarNode, _ value: Double, _ bound: Double, _ kinks: Kinks, hash: UInt64?
  ) -> ScalarID {
    nodes.append(node)
    values.append(value)
    bounds.append(bound)
    sides.append(kinks)
    index.append(hash)
    return ScalarID(index: Int32(nodes.count - 1))
  }
}

extension ScalarNode {
  fileprivate func hasContents(of other: ScalarNode, in operands: [ScalarID]) -> Bool {
    kind == other.kind && order == other.order && detail == other.detail
      && operands[self.operands] == operands[other.operands]
  }
}
