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

  /// The sides with a real variable in place of a letter of a vector, where nothing but the letter, numbers, functions that
  /// act entry by entry and derivatives by it take part: `\frac{d}{dx} \sigma(x) = \sigma(x) (1 - \sigma(x))` speaks of
  /// any number. nil for anything else.
  var ofAnyNumber: LinkJudge.Sides? {
    var found: Set<Expression.Kind> = []
    var (isPlain, hasFunction) = (true, false)
    func visit(_ expression: Expression) {
      switch expression.kind {
      case .quantity(var use):
        if expression.hasCorner || !use.meaning.isVector || !use.indices.isEmpty && use.layer == nil { isPlain = false }
        use.tex = ""
        found.insert(.quantity(use))
      case .function(let use, _):
        hasFunction = true
        if !use.isPointwise || use.isSoftmax { isPlain = false }
      case .product(let factors) where factors.contains { $0.binding == .outer }: isPlain = false
      case .variable, .parameter, .gradient, .big, .matrix, .entry, .transposed, .norm, .ones, .identity,
        .unnamedConstant:
        isPlain = false
      case .derivative(let derivative):
        if !derivative.denominators.allSatisfy({ if case .quantity = $0.kind { true } else { false } }) {
          isPlain = false
        }
      default: break
      }
      expression.children.forEach(visit)
    }
    visit(left)
    visit(right)
    guard isPlain, hasFunction, found.count == 1 else { return nil }
    var sides = self
    (sides.left, sides.right) = (left.withNumbers, right.withNumbers)
    return sides
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

extension FunctionUse {
  fileprivate var isSoftmax: Bool { if case .named("softmax", _) = self { true } else { false } }
}

extension Expression {
  /// With a number in place of every quantity.
  fileprivate var withNumbers: Expression {
    mapped { part in
      guard case .quantity(let use) = part.kind else { return part }
      return Expression(.variable(Variable(name: use.tex, shape: [])), part.range)
    }
  }

  fileprivate var hasCorner: Bool {
    if case .quantity(let use) = kind { use.tex.contains { "_^".contains($0) } } else { false }
  }
}
