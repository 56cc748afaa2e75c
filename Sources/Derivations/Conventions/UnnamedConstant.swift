import Networks

extension LinkJudge.Sides {
  /// Without the constants that stand as terms; nil where there are none, and where one stands elsewhere.
  fileprivate var withoutConstants: LinkJudge.Sides? {
    var sides = self
    sides.left = left.withoutConstants
    sides.right = right.withoutConstants
    let hasMore = [sides.left, sides.right].contains { side in
      side.contains { if case .unnamedConstant = $0.kind { true } else { false } }
    }
    return hasMore || sides == self ? nil : sides
  }
}

extension Expression {
  fileprivate var withoutConstants: Expression {
    guard case .sum(let terms) = kind else { return self }
    let rest = terms.filter { if case .unnamedConstant = $0.value.kind { false } else { true } }
    guard !rest.isEmpty else { return self }
    var copy = self
    copy.kind = .sum(rest)
    return copy
  }
}

extension LinkJudge {
  /// Judges sides that differ by a number which the document does not name: their derivatives by every parameter agree.
  ///
  /// - Returns: nil where no such number stands as a term
  func judgeUpToConstant(_ literal: Sides, _ guards: [Expression.Condition]) -> LinkVerdict? {
    guard let sides = literal.withoutConstants else { return nil }
    var found: LinkVerdict?
    for variable in parameters(of: sides) {
      func derivative(_ side: Expression) -> Expression {
        Expression(
          .derivative(Derivative(numerator: side, denominators: [variable], isOrdinary: false)), side.range)
      }
      let reading = Reading(
        left: derivative(sides.left), right: derivative(sides.right), guards: guards, conventions: [])
      switch outcome(reading) {
      case .decided(let verdict) where verdict.kind == .holds:
        // What does not vary with one of them may vary with another.
        if verdict.isOfZeros { continue }
        found = found ?? verdict
      case .decided:
        return LinkVerdict(.fails, reason: "what the sides differ by is no constant: it varies with the parameters")
      case .undecided(let verdict): return verdict
      }
    }
    guard var verdict = found else { return nil }
    verdict.kind = .convention
    verdict.conventions = [Convention.constantNotNamed.name]
    (verdict.left, verdict.right, verdict.work, verdict.at) = (nil, nil, nil, [])
    return verdict
  }

  /// What may vary: all weights and biases, and free variables.
  private func parameters(of sides: Sides) -> [Expression] {
    var found: [Expression] = []
    func add(_ quantity: SymbolMeaning.Quantity, _ name: String) {
      var use = QuantityUse(meaning: SymbolMeaning(quantity), tex: "")
      use.everyLayer = LayerLetter.every(name)
      found.append(Expression(.quantity(use), 0..<0))
    }
    let hasQuantities = [sides.left, sides.right].contains { side in
      side.contains { if case .quantity = $0.kind { true } else { false } }
    }
    if hasQuantities, let network = setting.network {
      add(.anyWeight, "weight")
      if network.layers.contains(where: { $0.bias != .none }) { add(.anyBias, "bias") }
    }
    func visit(_ expression: Expression) {
      if case .variable(let variable) = expression.kind, variable.value == nil,
        !found.contains(where: { $0.isSame(as: expression) })
      {
        found.append(expression)
      }
      expression.children.forEach(visit)
    }
    visit(sides.left)
    visit(sides.right)
    return found
  }
}
