import Tensors

extension ScalarGraph {
  /// The derivatives of a number by others, in reverse mode, as nodes of this graph; 0 where it does not depend on one.
  ///
  /// Each target is a cut: it varies as if it were a leaf, and what it is made of stays as it is.
  package func derivatives(of id: ScalarID, by targets: [ScalarID]) -> [ScalarID] {
    let cone = cone(of: id, over: targets)
    guard !cone.isEmpty else { return targets.map { _ in zero } }
    backwardPasses += 1
    var contributions = Contributions(count: cone.count)
    contributions.add(one, one, to: cone.count - 1)
    var cotangents = cone
    for (number, node) in cone.enumerated().reversed() {
      let cotangent = contributions.cotangent(at: number, in: self)
      cotangents[number] = cotangent
      if marks.isReachedTarget(node) || isStructuralZero(cotangent) { continue }
      let description = table[node]
      for (place, edge) in description.operands.enumerated() {
        guard let inner = marks.placeInCone(table.operands[edge]), let slope = slope(of: node, description, by: place)
        else { continue }
        contributions.add(slope, cotangent, to: inner)
      }
    }
    return targets.map { target in
      marks.isReachedTarget(target) ? marks.placeInCone(target).map { cotangents[$0] } ?? zero : zero
    }
  }

  /// The derivative of a node by the operand at `place`, all others held fixed; nil for that of a step, which is 0. An
  /// operand that occurs twice has two.
  private func slope(of id: ScalarID, _ node: ScalarNode, by place: Int) -> ScalarID? {
    func operand(_ place: Int) -> ScalarID { table.operands[Int(node.firstOperand) + place] }
    switch node.kind {
    case .leaf, .constant: preconditionFailure("a leaf has no operands")
    case .sum: return one
    case .subtract: return place == 0 ? one : constant(-1)
    case .negate: return constant(-1)
    case .multiply: return operand(1 - place)
    case .divide: return place == 0 ? divide(one, operand(1)) : negate(divide(id, operand(1)))
    case .power:
      let exponent = Int(node.detail)
      return multiply(constant(Double(exponent)), power(operand(0), exponent - 1))
    case .dot: return operand(place ^ 1)
    case .function:
      return apply(table.functions[Int(node.detail)], operand(place), order: Int(node.order) + 1)
    case .maximum, .minimum:
      // Whether the operand is the chosen one is a step.
      return node.detail == 0 ? make(node.kind, detail: Int32(place + 1), Array(operands(of: id))) : nil
    }
  }
}

/// For every node of a cone the products that its cotangent is the sum of, in linked lists.
private struct Contributions {
  private var heads: [Int32]
  private var entries: [(factor: ScalarID, cotangent: ScalarID, next: Int32)] = []
  /// Lists of one node, whose memory serves the next one.
  private var (factors, cotangents): ([ScalarID], [ScalarID]) = ([], [])

  init(count: Int) { heads = [Int32](repeating: -1, count: count) }

  mutating func add(_ factor: ScalarID, _ cotangent: ScalarID, to place: Int) {
    entries.append((factor, cotangent, heads[place]))
    heads[place] = Int32(entries.count - 1)
  }

  mutating func cotangent(at place: Int, in graph: ScalarGraph) -> ScalarID {
    var entry = heads[place]
    if entry >= 0, case let only = entries[Int(entry)], only.next < 0 {
      return graph.multiply(only.factor, only.cotangent)
    }
    factors.removeAll(keepingCapacity: true)
    cotangents.removeAll(keepingCapacity: true)
    while entry >= 0 {
      factors.append(entries[Int(entry)].factor)
      cotangents.append(entries[Int(entry)].cotangent)
      entry = entries[Int(entry)].next
    }
    return graph.dot(factors, cotangents)
  }
}
