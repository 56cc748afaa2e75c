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
      if expression.isNamedVector {
        found.insert(expression.kind)
        return
      }
      switch expression.kind {
      case .quantity(var use):
        if expression.hasCorner || !use.meaning.isOfEntries || !use.indices.isEmpty && use.layer == nil {
          isPlain = false
        }
        use.tex = ""
        found.insert(.quantity(use))
      case .function(let use, let arguments):
        hasFunction = true
        if use.isSoftmax || !use.isPointwise && !use.isOfNumbers { isPlain = false }
        arguments.forEach(visit)
        return
      case .product(let factors) where factors.contains { $0.binding == .outer }: isPlain = false
      case .variable(let variable) where variable.isVectorOfLet: found.insert(expression.kind)
      case .variable, .parameter, .gradient, .big, .matrix, .entry, .transposed, .norm, .ones, .identity,
        .unnamedConstant:
        isPlain = false
      case .derivative(let derivative):
        if !derivative.denominators.allSatisfy(\.isLetterOfVector) { isPlain = false }
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

extension SymbolMeaning {
  /// Whether it is a vector, or an entry of one whose index may be left out.
  fileprivate var isOfEntries: Bool {
    var whole = self
    if case .letter? = unit { whole.unit = nil }
    return whole.isVector
  }
}

extension Variable {
  /// Whether it is a vector that `let` declares, without numbers.
  fileprivate var isVectorOfLet: Bool { isDeclared && value == nil && shape.count == 1 }
}

extension FunctionUse {
  /// Whether it is one of the document's that is made of functions of numbers, its parameter and numbers.
  fileprivate var isOfNumbers: Bool {
    guard case .defined(let body, _, _) = self else { return false }
    return !body.contains { part in
      switch part.kind {
      case .number, .constant, .parameter, .negative, .sum, .product, .quotient, .power, .cases, .indicator: false
      case .function(let use, _): use.isSoftmax || !use.isPointwise && !use.isOfNumbers
      case .variable(let variable): !variable.shape.isEmpty
      default: true
      }
    }
  }

  fileprivate var isSoftmax: Bool { if case .named("softmax", _) = self { true } else { false } }
}

extension Expression {
  /// With a number in place of every quantity.
  fileprivate var withNumbers: Expression {
    mapped { part in
      if part.isNamed, part.contains(where: \.isMatrixOfLet) {
        return Expression(.variable(Variable(name: "vector", shape: [])), part.range)
      }
      return switch part.kind {
      case .quantity(let use): Expression(.variable(Variable(name: use.tex, shape: [])), part.range)
      case .variable(let variable) where variable.isVectorOfLet:
        Expression(.variable(Variable(name: variable.name, shape: [])), part.range)
      default: part
      }
    }
  }

  fileprivate var isLetterOfVector: Bool {
    switch kind {
    case .quantity: true
    case .variable(let variable): variable.isVectorOfLet
    // `\partial u_1`, which the document has made of such a letter.
    case .function(.defined, _): true
    default: isNamedVector
    }
  }

  /// A vector that the document has made of others: z after `z = W x`.
  fileprivate var isNamedVector: Bool {
    guard isNamed, case .product(let factors) = kind, factors.count > 1, let last = factors.last?.value,
      case .variable(let variable) = last.kind, variable.isVectorOfLet
    else { return false }
    return factors.dropLast().allSatisfy { $0.value.isMatrixOfLet && $0.binding == .juxtaposition }
  }

  fileprivate var isMatrixOfLet: Bool {
    if case .variable(let variable) = kind { variable.isDeclared && variable.shape.count == 2 } else { false }
  }

  fileprivate var hasCorner: Bool {
    if case .quantity(let use) = kind { use.tex.contains { "_^".contains($0) } } else { false }
  }
}
