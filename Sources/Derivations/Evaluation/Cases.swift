extension Evaluator {
  func cases(
    _ cases: [Expression.Case], _ expression: Expression, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    if let vector = try entrywise(cases, expression, context) { return vector }
    for (place, item) in cases.enumerated() {
      if let condition = item.condition, try !isTrue(condition, context) {
        // Conditions that leave something out mean it for the last.
        if place == cases.count - 1 { throw .unsupported(.fact(.uncoveredCase)) }
        continue
      }
      branch(expression, cases, row: place)
      let result = try value(item.value, context)
      if !overlaps { overlaps = cases[(place + 1)...].contains { contradicts($0, result, context) } }
      return result
    }
    throw .unsupported(.fact(.uncoveredCase))
  }

  /// Whether a further row applies as well, and comes to something else. At the end of both, where the sides of its
  /// condition are equal, authors write `\le` twice.
  private func contradicts(_ row: Expression.Case, _ chosen: Value, _ context: Context) -> Bool {
    guard let condition = row.condition, (try? isTrue(condition, context)) ?? false else { return false }
    let isAtItsEnd = condition.each.contains { each in
      guard let left = try? value(each.left, context), let right = try? value(each.right, context), left.isSingle,
        right.isSingle, [.atMost, .atLeast].contains(each.relation)
      else { return false }
      return graph.value(left.ids[0]) == graph.value(right.ids[0])
    }
    guard !isAtItsEnd, let other = try? value(row.value, context) else { return false }
    guard other.ids.count == chosen.ids.count else { return true }
    return zip(other.ids, chosen.ids).contains { graph.surelyDiffer($0, $1) }
  }

  /// Cases whose conditions speak of a vector or matrix hold for every entry by itself; nil where they speak of numbers.
  func entrywise(
    _ cases: [Expression.Case], _ expression: Expression, _ context: Context
  ) throws(EvaluationProblem) -> Value? {
    guard let first = cases.first?.condition, !isLetter(first.left, context),
      case let subject = try value(first.left, context), !subject.isSingle
    else { return nil }
    func ids(_ expression: Expression) throws(EvaluationProblem) -> [ScalarID] {
      let value = try value(expression, context)
      if value.isSingle { return Array(repeating: value.ids[0], count: subject.ids.count) }
      guard value.form == subject.form, value.shape == subject.shape else {
        throw .unsupported(.fact(.shapesOfCases))
      }
      return value.ids
    }
    var chosen = [ScalarID?](repeating: nil, count: subject.ids.count)
    for (row, item) in cases.enumerated() {
      let values = try ids(item.value)
      var sides: [(relation: Expression.Comparison, left: [ScalarID], right: [ScalarID])] = []
      for condition in item.condition?.each ?? [] {
        sides.append((condition.relation, try ids(condition.left), try ids(condition.right)))
      }
      for place in chosen.indices where chosen[place] == nil || !sides.isEmpty {
        let isMet = sides.allSatisfy {
          $0.relation.holds(graph.value($0.left[place]), graph.value($0.right[place]), slack: 0)
        }
        guard isMet else { continue }
        if let known = chosen[place] {
          let isAtItsEnd = sides.contains { graph.value($0.left[place]) == graph.value($0.right[place]) }
          overlaps = overlaps || !isAtItsEnd && graph.surelyDiffer(known, values[place])
          continue
        }
        chosen[place] = values[place]
        branch(expression, cases, row: row)
      }
    }
    var result = subject
    result.derivative = nil
    result.ids = chosen.compactMap(\.self)
    guard result.ids.count == chosen.count else { throw .unsupported(.fact(.uncoveredCase)) }
    return result
  }

  private func isLetter(_ expression: Expression, _ context: Context) -> Bool {
    if case .variable(let variable) = expression.kind { context.letters[variable.name] != nil } else { false }
  }

  func isTrue(_ condition: Expression.Condition, _ context: Context) throws(EvaluationProblem) -> Bool {
    guard try isTrueAlone(condition, context) else { return false }
    for other in condition.others { guard try isTrueAlone(other, context) else { return false } }
    return true
  }

  private func isTrueAlone(_ condition: Expression.Condition, _ context: Context) throws(EvaluationProblem) -> Bool {
    func number(_ expression: Expression) throws(EvaluationProblem) -> Double {
      if case .variable(let variable) = expression.kind, let value = context.letters[variable.name] {
        return Double(value)
      }
      let value = try value(expression, context)
      guard value.isSingle else { throw .unsupported(.fact(.vectorCondition)) }
      return graph.value(value.ids[0])
    }
    func isOpen(_ side: Expression) -> Bool {
      guard case .variable(let variable) = side.kind, !variable.isDeclared else { return false }
      return variable.value == nil && variable.shape.isEmpty && context.letters[variable.name] == nil
    }
    let areOpen = isOpen(condition.left) && isOpen(condition.right)
    // A letter that is compared with an index is one, too, and has to have a value.
    let isOfIndex = [condition.left, condition.right].contains { side in
      switch side.kind {
      case .index: true
      case .variable(let variable): context.letters[variable.name] != nil
      default: false
      }
    }
    // A letter that stands nowhere but in conditions is an index without a number, where it is to be equal to something:
    // no real variable ever is.
    func isNoVariable(_ side: Expression) -> Bool {
      guard [.equal, .unequal].contains(condition.relation), isOpen(side), case .variable(let variable) = side.kind
      else { return false }
      return !realLetters.contains(variable.name)
    }
    let hasOpenLetter = isOpen(condition.left) || isOpen(condition.right)
    if isNoVariable(condition.left) || isNoVariable(condition.right) {
      throw .reading(ReadingProblem(.lettersOfCondition))
    }
    if areOpen && condition.left != condition.right || isOfIndex && hasOpenLetter {
      throw .reading(ReadingProblem(.lettersOfCondition))
    }
    if condition.relation == .equal, !isOfIndex {
      // Of vectors and matrices all entries have to be equal, as what is calculated in two ways is.
      let (left, right) = (try value(condition.left, context), try value(condition.right, context))
      if !left.isSingle || !right.isSingle {
        guard left.shape == right.shape, left.form == right.form else { return false }
        return zip(left.ids, right.ids).allSatisfy { one, other in
          let (one, other) = (graph.value(one), graph.value(other))
          return (one - other).magnitude <= 1e-12 * max(one.magnitude, other.magnitude)
        }
      }
    }
    let (left, right) = (try number(condition.left), try number(condition.right))
    return condition.relation.holds(left, right, slack: 0)
  }
}

extension Expression {
  /// The variables in it that stand elsewhere than in conditions.
  var variablesOutsideConditions: Set<String> {
    switch kind {
    case .variable(let variable): [variable.name]
    case .indicator: []
    case .cases(let cases): cases.reduce(into: []) { $0.formUnion($1.value.variablesOutsideConditions) }
    case .big(let operation):
      [operation.lower, operation.upper, operation.body].reduce(into: []) {
        $0.formUnion($1?.variablesOutsideConditions ?? [])
      }
    default: children.reduce(into: []) { $0.formUnion($1.variablesOutsideConditions) }
    }
  }
}
