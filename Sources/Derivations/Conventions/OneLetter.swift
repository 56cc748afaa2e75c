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
}

extension ConventionSet {
  /// Those that only say that something acts entry by entry.
  static let entryByEntry: ConventionSet = [.entrywiseQuotient, .indexUnderstood, .elementwiseDot]
}
