extension LinkJudge.Sides {
  /// Whether nothing of the network but one and the same quantity takes part, beside functions of it and numbers.
  var isOfOneLetter: Bool {
    var found: Set<Expression.Kind> = []
    var isPlain = true
    func visit(_ expression: Expression) {
      switch expression.kind {
      case .quantity(let use):
        var use = use
        use.tex = ""
        found.insert(.quantity(use))
      case .variable, .derivative, .gradient, .big, .matrix, .entry, .transposed: isPlain = false
      default: expression.children.forEach(visit)
      }
    }
    visit(left)
    visit(right)
    return isPlain && found.count == 1
  }

  /// Whether a convention only says that a function acts entry by entry on the letter that stands for its argument, as
  /// `f'(x) = f(x)(1 - f(x))` does: a letter without an index or a layer is any number.
  func isOfAnyNumber(by conventions: ConventionSet) -> Bool {
    guard isOfOneLetter else { return false }
    if conventions == [.entrywiseQuotient] { return true }
    return conventions.isSubset(of: [.entrywiseQuotient, .indexUnderstood, .elementwiseDot])
      && !left.contains(where: \.hasCorner) && !right.contains(where: \.hasCorner)
  }
}

extension Expression {
  fileprivate var hasCorner: Bool {
    if case .quantity(let use) = kind { use.tex.contains { "_^".contains($0) } } else { false }
  }
}
