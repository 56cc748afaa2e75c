extension LinkJudge.Sides {
  /// Every function that stands in a derivative without its argument as its value there; nil where none does, or where
  /// nothing says at what argument.
  var namingValues: LinkJudge.Sides? {
    guard left.hasBareFunction || right.hasBareFunction else { return nil }
    var sides = self
    let examples = Set(left.examples + right.examples)
    let example = examples.count == 1 ? examples.first : nil
    sides.left = left.mapped { $0.namingNetwork(at: example).namingValues }
    sides.right = right.mapped { $0.namingNetwork(at: example).namingValues }
    return sides.left.hasBareFunction || sides.right.hasBareFunction ? nil : sides
  }
}

extension Expression {
  /// The function, where it stands without its argument.
  private var bareFunction: FunctionUse? {
    if case .function(let use, let arguments) = kind, arguments.isEmpty { use } else { nil }
  }

  fileprivate var hasBareFunction: Bool { contains { $0.bareFunction != nil } }

  /// The examples that quantities in it are of.
  fileprivate var examples: [IndexExpression] {
    var found: [IndexExpression] = []
    func visit(_ expression: Expression) {
      if case .quantity(let use) = expression.kind, let example = use.example { found.append(example) }
      expression.children.forEach(visit)
    }
    visit(self)
    return found
  }

  /// `∂h/∂w` of the function that the network is as that of what it predicts, at the example that the equation speaks of.
  fileprivate func namingNetwork(at example: IndexExpression?) -> Expression {
    guard case .derivative(var derivative) = kind else { return self }
    func value(_ expression: Expression) -> Expression {
      guard case .network? = expression.bareFunction else { return expression }
      var use = QuantityUse(meaning: SymbolMeaning(.prediction), tex: "")
      use.example = example
      return Expression(.quantity(use), expression.range)
    }
    derivative.numerator = value(derivative.numerator)
    derivative.denominators = derivative.denominators.map(value)
    var copy = self
    copy.kind = .derivative(derivative)
    return copy
  }

  /// `∂σ/∂z` is that of σ(z); `∂σ/∂w` that of the unit which the weight leads to. In `∂C/∂σ · ∂σ/∂z` both are one.
  fileprivate var namingValues: Expression {
    var copy = self
    switch kind {
    case .derivative(var derivative):
      guard let function = derivative.numerator.bareFunction, derivative.denominators.count == 1,
        let value = derivative.denominators[0].value(of: function, at: derivative.numerator.range)
      else { return self }
      derivative.numerator = value
      copy.kind = .derivative(derivative)
    case .product(var factors):
      let values = factors.compactMap { factor -> (by: FunctionUse, value: Expression)? in
        guard case .derivative(let derivative) = factor.value.kind else { return nil }
        switch derivative.numerator.kind {
        case .function(let use, let arguments) where !arguments.isEmpty: return (use, derivative.numerator)
        case .quantity(let use) where use.meaning.quantity == .activation && use.tex.isEmpty:
          return (.activation(layer: nil, primes: 0), derivative.numerator)
        default: return nil
        }
      }
      for place in factors.indices {
        guard case .derivative(var derivative) = factors[place].value.kind, derivative.denominators.count == 1,
          let function = derivative.denominators[0].bareFunction,
          let known = values.first(where: { $0.by == function })
        else { continue }
        derivative.denominators = [known.value]
        factors[place].value.kind = .derivative(derivative)
      }
      copy.kind = .product(factors)
    default: break
    }
    return copy
  }

  /// What a function comes to where this is what its value is differentiated by.
  private func value(of function: FunctionUse, at range: Range<Int>) -> Expression? {
    switch kind {
    case .variable: return Expression(.function(function, [self]), range)
    case .quantity(let use):
      switch use.meaning.quantity {
      case .weightedInput: return Expression(.function(function, [self]), range)
      case .weight, .bias:
        guard case .activation(nil, 0) = function else { return nil }
        var value = QuantityUse(meaning: SymbolMeaning(.activation), tex: "")
        (value.layer, value.unit) = (use.layer, use.unit)
        return Expression(.quantity(value), range)
      default: return nil
      }
    default: return nil
    }
  }
}
