import Tensors

/// The numbers of a graph in flat arrays: what each is made of, its value, and how far rounding may have moved it.
///
/// It can't be copied, so that reading a number of it never counts references to all its arrays.
struct ScalarTable: ~Copyable {
  private(set) var nodes: [ScalarNode] = []
  private(set) var operands: [ScalarID] = []
  private(set) var values: [Double] = []
  private(set) var bounds: [Double] = []
  private(set) var sides: [Kinks] = []
  private(set) var functions: [Elementwise] = []
  /// The factors of a dot product while they are put in order, each pair as one number.
  var pairs: [UInt64] = []
  private var index = ScalarIndex()

  func copied() -> ScalarTable {
    var copy = ScalarTable()
    (copy.nodes, copy.operands, copy.values, copy.bounds) = (nodes, operands, values, bounds)
    (copy.sides, copy.functions, copy.index) = (sides, functions, index)
    return copy
  }

  subscript(id: ScalarID) -> ScalarNode { nodes[Int(id.index)] }

  func value(_ id: ScalarID) -> Double { values[Int(id.index)] }

  func isConstant(_ id: ScalarID) -> Bool { self[id].kind == .constant }

  func isConstant(_ id: ScalarID, _ value: Double) -> Bool { isConstant(id) && self.value(id) == value }

  func constantValue(_ id: ScalarID) -> Double? { isConstant(id) ? value(id) : nil }

  /// The place of a function in the table.
  mutating func number(of function: Elementwise) -> Int32 {
    if let known = functions.firstIndex(of: function) { return Int32(known) }
    functions.append(function)
    return Int32(functions.count - 1)
  }

  mutating func leaf(_ value: Double) -> ScalarID {
    append(ScalarNode(kind: .leaf, order: 0, detail: 0, firstOperand: 0, operandCount: 0), value, 0, [], hash: nil)
  }

  mutating func constant(_ value: Double) -> ScalarID {
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

  /// The node with these contents, a new one if there is none; a constant if only constants take part and the result
  /// is as good as one that is written down.
  mutating func make(
    _ kind: ScalarNode.Kind, order: Int = 0, detail: Int32 = 0, _ inputs: some Collection<ScalarID>
  ) -> ScalarID {
    var hash = MixedHash()
    hash.mix(UInt64(kind.rawValue) | UInt64(order) << 8 | UInt64(UInt32(bitPattern: detail)) << 16)
    for input in inputs { hash.mix(UInt64(UInt32(bitPattern: input.index))) }
    let known = index.find(hash.value) { place in
      let node = nodes[Int(place)]
      return node.kind == kind && node.order == UInt8(order) && node.detail == detail
        && Int(node.operandCount) == inputs.count && zip(node.operands, inputs).allSatisfy { operands[$0] == $1 }
    }
    if let known { return ScalarID(index: known) }
    let first = operands.count
    operands.append(contentsOf: inputs)
    let node = ScalarNode(
      kind: kind, order: UInt8(order), detail: detail, firstOperand: Int32(first),
      operandCount: Int32(operands.count - first))
    let value = result(of: node, at: values)
    let bound = rounding(of: node, result: value, at: values, bounds)
    if kind.isArithmetic, bound <= roundingOfConstant(value), node.operands.allSatisfy({ isConstant(operands[$0]) }) {
      operands.removeLast(operands.count - first)
      return constant(value)
    }
    var kinks = Kinks()
    for place in node.operands { kinks.formUnion(sides[Int(operands[place].index)]) }
    if let isPositive = isOnPositiveSide(node, at: values), !isCertain(node) {
      kinks.insert(isPositive ? .positive : .notPositive)
    }
    return append(node, value, bound, kinks, hash: hash.value)
  }

  private mutating func append(
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
