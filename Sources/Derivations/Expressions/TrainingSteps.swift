extension LinkJudge.Sides {
  /// Without the steps of training that symbols are meant at, `w_{t+1} = w_t - \eta v_t`: where the left side is that of
  /// the step after another on the right, the equation is an assignment; everywhere else all are of one step.
  func settlingSteps() throws(ReadingProblem) -> LinkJudge.Sides {
    let (own, others) = (left.uses, right.uses)
    guard (own + others).contains(where: { $0.step != nil }) else { return self }
    var settled = self
    settled.left = left.withoutSteps
    settled.right = right.withoutSteps
    if case .quantity(let use) = left.kind, let step = use.step, use.meaning.isStepped {
      let isAhead = others.contains { other in
        other.meaning == use.meaning && other.step.map { $0.plus(1) == step } ?? false
      }
      if isAhead {
        // What is remembered is of the step before, or already of this one.
        let isOrdered = others.allSatisfy { other in
          guard let written = other.step else { return true }
          return written.plus(1) == step || written == step && !(other.meaning == use.meaning)
        }
        guard isOrdered else { throw .unsupported("a step of training other than this and the one before", left.range) }
        settled.isStep = true
        return settled
      }
    }
    let steps = Set((own + others).compactMap(\.step))
    guard steps.count == 1 else { throw .unsupported("a step of training other than this", left.range) }
    return settled
  }
}

extension SymbolMeaning {
  /// Whether an assignment gives it its value of the next step.
  fileprivate var isStepped: Bool {
    if case .accumulator = quantity { true } else { isParameter }
  }
}

extension Expression {
  /// The quantities in it, but for those that others speak of.
  fileprivate var uses: [QuantityUse] {
    if case .quantity(let use) = kind { return [use] }
    return children.flatMap(\.uses)
  }

  fileprivate var withoutSteps: Expression {
    mapped { part in
      guard case .quantity(var use) = part.kind, use.step != nil else { return part }
      use.step = nil
      var settled = Expression(.quantity(use), part.range)
      settled.isNamed = part.isNamed
      return settled
    }
  }
}
