/// A place where an equation itself goes one way or another: `|·|`, `\\max`, `\\begin{cases}`, ReLU.
struct Branching: Hashable {
  var expression: Expression
  /// How many ways there are that have to be seen.
  var ways: Int
}

extension Evaluator {
  /// Notes the side of 0 on which a number is; one that is never on the other is there by right.
  func branch(_ expression: Expression, bySignOf id: ScalarID) {
    guard graph.certainSign(of: id) == nil else { return }
    note(Branching(expression: expression, ways: 2), graph.value(id) > 0 ? 1 : 0)
  }

  private func note(_ branching: Branching, _ way: Int) {
    branches[branching, default: []].insert(way)
    notes.hasBranches = true
  }

  /// The largest or smallest of several numbers decides which way is gone.
  func branch(_ expression: Expression, ids: [ScalarID], isMaximum: Bool) {
    let values = ids.map { isMaximum ? graph.value($0) : -graph.value($0) }
    guard ids.count > 1, let place = values.indices.max(by: { values[$0] < values[$1] }),
      !ids.allSatisfy(graph.isConstant), ids.count > 2 || graph.certainlyLarger(ids[0], ids[1]) == nil
    else { return }
    note(Branching(expression: expression, ways: 2), place)
  }

  /// The rows of cases, which have to be met, each: those that an equality or an index chooses are their own matter.
  func branch(_ expression: Expression, _ cases: [Expression.Case], row: Int) {
    let conditions = cases.compactMap(\.condition).flatMap(\.each)
    let isOfIndices = conditions.allSatisfy { condition in
      [condition.left, condition.right].allSatisfy(\.isOfIndices)
    }
    guard !isOfIndices, !conditions.contains(where: { [.equal, .unequal].contains($0.relation) }) else { return }
    // Behind `x > 0` and `x < 0` there is nothing but 0.
    let isLimit = cases.last?.condition == nil && cases.count > 2
    guard !isLimit || row < cases.count - 1 else { return }
    note(Branching(expression: expression, ways: isLimit ? cases.count - 1 : cases.count), row)
  }
}

extension Evaluator {
  /// The rows of cases in the sides that are in force for these layers: those of which layers alone decide.
  func rowsOfLayers(_ context: Context) -> [Branching: Int] {
    var found: [Branching: Int] = [:]
    func visit(_ expression: Expression) {
      guard expression.content.hasCases else { return }
      expression.children.forEach(visit)
      guard case .cases(let cases) = expression.kind,
        cases.compactMap(\.condition).flatMap(\.sides).contains(where: { !$0.content.freeLetters.isEmpty })
      else { return }
      for (row, item) in cases.enumerated() {
        if let condition = item.condition {
          guard let isMet = decided(condition, context) else { return }
          guard isMet else { continue }
        }
        found[Branching(expression: expression, ways: cases.count)] = row
        return
      }
    }
    sides.forEach(visit)
    return found
  }
}

extension Expression {
  fileprivate var isOfIndices: Bool {
    switch kind {
    case .number, .index: true
    default: children.isEmpty ? false : children.allSatisfy(\.isOfIndices)
    }
  }
}
