/// The kinks of which the conditions of an equation say on which side they are met: behind `z_j > 0` that of
/// `\max(0, z_j)`, and that of no other unit.
struct DecidedKinks {
  /// What a condition compares with 0, and the differences of what conditions compare.
  private var signed: Set<ScalarID> = []
  /// Both sides of a condition.
  private var pairs: Set<Set<ScalarID>> = []
  private let graph: ScalarGraph

  /// - Returns: nil where no condition bounds anything but indices
  init?(_ guards: [Expression.Condition], _ context: Evaluator.Context, _ evaluator: Evaluator) {
    let bounds = guards.flatMap(\.each).filter(\.boundsValue)
    guard !bounds.isEmpty else { return nil }
    graph = evaluator.graph
    for bound in bounds {
      guard let left = try? evaluator.value(bound.left, context), left.isSingle,
        let right = try? evaluator.value(bound.right, context), right.isSingle
      else { continue }
      decide(left.ids[0], right.ids[0])
    }
  }

  private mutating func decide(_ left: ScalarID, _ right: ScalarID) {
    pairs.insert([left, right])
    signed.formUnion([graph.subtract(left, right), graph.subtract(right, left)])
    for (side, other) in [(left, right), (right, left)] where graph.isStructuralZero(other) {
      signed.insert(side)
      // What ReLU comes to is positive where its argument is.
      if graph.keepsSign(side) { signed.formUnion(graph.operands(of: side)) }
    }
  }

  /// On which sides of the other kinks a number was formed.
  func open(in id: ScalarID) -> Kinks {
    guard !graph.kinks(id).isEmpty else { return [] }
    var found: Kinks = []
    var seen: Set<ScalarID> = [id]
    var stack = [id]
    while let next = stack.popLast() {
      let operands = graph.operands(of: next)
      if let side = graph.ownKink(next), !isDecided(operands) { found.formUnion(side) }
      for operand in operands where !graph.kinks(operand).isEmpty && seen.insert(operand).inserted {
        stack.append(operand)
      }
    }
    return found
  }

  private func isDecided(_ operands: ArraySlice<ScalarID>) -> Bool {
    if pairs.contains(Set(operands)) { return true }
    let others = operands.filter { !graph.isStructuralZero($0) }
    return others.count == 1 && signed.contains(others[0])
  }
}

extension Branching {
  /// Whether conditions say which way an equation goes here: where it asks for the same comparison.
  func isDecided(by guards: [Expression.Condition]) -> Bool {
    let bounds = guards.flatMap(\.each).filter(\.boundsValue).map { Set([$0.left, $0.right]) }
    let conditions: [Expression.Condition]
    switch expression.kind {
    case .cases(let cases): conditions = cases.compactMap(\.condition).flatMap(\.each)
    case .indicator(let condition): conditions = condition.each
    default: return false
    }
    return conditions.allSatisfy { bounds.contains([$0.left, $0.right]) }
  }

  /// Whether a number of the graph has its kink, so that its sides are seen there, too.
  var isOfNumbers: Bool {
    switch expression.kind {
    case .cases, .indicator: false
    default: true
    }
  }
}

extension Expression.Condition {
  /// Whether it bounds something that has a value of its own, as `z_j > 0` does, and no index.
  var boundsValue: Bool {
    guard [.less, .atMost, .greater, .atLeast].contains(relation) else { return false }
    return [left, right].contains { side in
      side.contains { part in
        switch part.kind {
        case .quantity(let use): use.meaning.dependsOnExample || use.meaning.isParameter
        case .entry, .derivative, .function: true
        case .variable(let variable): variable.isDeclared || !variable.shape.isEmpty
        default: false
        }
      }
    }
  }
}
