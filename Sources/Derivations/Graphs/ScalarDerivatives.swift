import Tensors

extension ScalarGraph {
  /// The derivatives of a number by others, in reverse mode, as nodes of this graph; 0 where it does not depend on one.
  ///
  /// Each target is a cut: it varies as if it were a leaf, and what it is made of stays as it is.
  package func derivatives(of id: ScalarID, by targets: [ScalarID]) -> [ScalarID] {
    let cuts = Set(targets)
    let cone = cone(of: id, over: cuts)
    guard !cone.isEmpty else { return targets.map { _ in zero } }
    backwardPasses += 1
    // Places in the cone, by how far a node is from the first; -1 for those outside.
    let first = Int(cone[0].index)
    var places = [Int32](repeating: -1, count: Int(id.index) - first + 1)
    for (place, node) in cone.enumerated() { places[Int(node.index) - first] = Int32(place) }
    func place(_ node: ScalarID) -> Int? {
      let offset = Int(node.index) - first
      guard places.indices.contains(offset), places[offset] >= 0 else { return nil }
      return Int(places[offset])
    }
    var contributions = Contributions(count: cone.count)
    contributions.add(one, one, to: cone.count - 1)
    var found: [ScalarID: ScalarID] = [:]
    for (number, node) in cone.enumerated().reversed() {
      let (factors, cotangents) = contributions.taken(at: number)
      let cotangent = dot(factors, cotangents)
      if cuts.contains(node) {
        found[node] = cotangent
      } else if !isStructuralZero(cotangent) {
        forEachSlope(of: node, where: { place($0) != nil }) { operand, slope in
          if let place = place(operand) { contributions.add(slope, cotangent, to: place) }
        }
      }
    }
    return targets.map { found[$0] ?? zero }
  }

  /// The derivative of a node by each of its operands, all others held fixed, for those that are wanted. An operand that
  /// occurs twice has two.
  private func forEachSlope(
    of id: ScalarID, where isWanted: (ScalarID) -> Bool, _ body: (_ operand: ScalarID, _ slope: ScalarID) -> Void
  ) {
    let node = node(id)
    let operands = Array(operands(of: id))
    for (place, operand) in operands.enumerated() where isWanted(operand) {
      switch node.kind {
      case .leaf, .constant: break
      case .sum: body(operand, one)
      case .subtract: body(operand, place == 0 ? one : constant(-1))
      case .negate: body(operand, constant(-1))
      case .multiply: body(operand, operands[1 - place])
      case .divide: body(operand, place == 0 ? divide(one, operands[1]) : negate(divide(id, operands[1])))
      case .power:
        let exponent = Int(node.detail)
        body(operand, multiply(constant(Double(exponent)), power(operand, exponent - 1)))
      case .dot: body(operand, operands[place ^ 1])
      case .function:
        body(operand, apply(table.functions[Int(node.detail)], operand, order: Int(node.order) + 1))
      case .maximum, .minimum:
        // Whether the operand is the chosen one is a step, whose own derivative is 0.
        if node.detail == 0 { body(operand, make(node.kind, detail: Int32(place + 1), operands)) }
      }
    }
  }
}

/// For every node of a cone the products that its cotangent is the sum of, in linked lists.
private struct Contributions {
  private var heads: [Int32]
  private var entries: [(factor: ScalarID, cotangent: ScalarID, next: Int32)] = []

  init(count: Int) { heads = [Int32](repeating: -1, count: count) }

  mutating func add(_ factor: ScalarID, _ cotangent: ScalarID, to place: Int) {
    entries.append((factor, cotangent, heads[place]))
    heads[place] = Int32(entries.count - 1)
  }

  func taken(at place: Int) -> (factors: [ScalarID], cotangents: [ScalarID]) {
    var (factors, cotangents): ([ScalarID], [ScalarID]) = ([], [])
    var entry = heads[place]
    while entry >= 0 {
      factors.append(entries[Int(entry)].factor)
      cotangents.append(entries[Int(entry)].cotangent)
      entry = entries[Int(entry)].next
    }
    return (factors, cotangents)
  }
}
