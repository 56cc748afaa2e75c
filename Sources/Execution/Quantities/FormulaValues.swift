import Derivations
import Diagnostics
import Directives
import TeXMath
import Tensors

extension Session {
  func evaluate(
    _ expression: ScalarExpression, defaults: [(String, Double)] = [], at span: SourceSpan
  ) throws(RunProblem) -> Double {
    switch expression {
    case .number(let literal): literal.value
    case .formula(let formula, let place): try evaluate(formula, defaults: defaults, at: place)
    }
  }

  /// The value of a formula over the letters of `let` and the notation.
  ///
  /// - Parameters:
  ///   - defaults: what letters mean that nothing binds
  ///   - isShown: whether it is a number to be shown or compared, which may have symbols that only equations know. What
  ///     `let` gives a letter is no such number: it would be another on every network.
  func evaluate(
    _ formula: Formula, defaults: [(String, Double)] = [], isShown: Bool = false, at span: SourceSpan
  ) throws(RunProblem) -> Double {
    func value(_ inner: Formula) throws(RunProblem) -> Double {
      try evaluate(inner, defaults: defaults, isShown: isShown, at: span)
    }
    switch formula {
    case .number(let number):
      return number
    case .symbol(let symbol):
      if let known = values.last(where: { $0.symbol == symbol }) { return known.value }
      if isBound(symbol) || !isShown && bindings.contains(where: { $0.symbol == symbol }) {
        return try single(bound(symbol, span), symbol, at: span)
      }
      if let known = defaults.first(where: { $0.0 == symbol.tex }) { return known.1 }
      if symbol.tex == "\\pi" { return .pi }
      if isShown, let number = derivedValue(of: symbol.tex)?.number { return number }
      if bindings.contains(where: { $0.symbol == symbol }) { _ = try bound(symbol, span) }
      try refuse(.values)
      throw unbound(symbol, at: span)
    case .derivative(let above, let below):
      if isShown, !isBound(above) || !isBound(below),
        let number = derivedValue(of: "\\frac{\\partial \(above.tex)}{\\partial \(below.tex)}")?.number
      {
        return number
      }
      let arrays = try arrays(of: .derivative(of: bound(above, span), by: bound(below, span), span))
      guard arrays.count == 1, let number = arrays[0].single else {
        throw .severalNumbers(
          "`\\frac{\\partial \(above.tex)}{\\partial \(below.tex)}`", span, help: "name single units")
      }
      return number
    case .negative(let inner):
      return -(try value(inner))
    case .sum(let terms):
      var total = 0.0
      for term in terms { total += try value(term) }
      return total
    case .product(let factors):
      var total = 1.0
      for factor in factors { total *= try value(factor) }
      return total
    case .quotient(let a, let b):
      return try value(a) / value(b)
    case .power(let base, let exponent):
      return power(try value(base), try value(exponent))
    case .function(let name, let inner):
      return function(name, try value(inner))
    }
  }

  /// The value of a formula as equations read it, where it has one.
  func derivedValue(of tex: String) -> FormulaValue? { derivation.value(of: reading(tex), setting) }

  /// Whether the notation has a sentence for just this symbol, with a quantity that has a name.
  func isBound(_ symbol: Symbol) -> Bool { bindings.last { $0.symbol == symbol }?.quantity != nil }

  /// The quantity that a symbol of the notation names.
  func bound(_ symbol: Symbol, _ span: SourceSpan) throws(RunProblem) -> Quantity {
    guard let binding = bindings.last(where: { $0.symbol == symbol }) else {
      try refuse(.values)
      throw unbound(symbol, at: span)
    }
    guard let quantity = binding.quantity else {
      // What was lost above may be why.
      if let provision = Directive.Provision.allCases.first(where: lost.contains) { throw .lost(provision) }
      throw .noValue(
        "`\(symbol.tex)`", span, help: "its sentence has index letters or a layout that only equations can use")
    }
    return quantity
  }

  /// - Parameter span: of the formula with its dollars, on one line
  private func unbound(_ symbol: Symbol, at span: SourceSpan) -> RunProblem {
    let inner = SourceSpan(span.lower + 1 + symbol.range.lowerBound, span.lower + 1 + symbol.range.upperBound)
    let isInside = !symbol.range.isEmpty && inner.upper < span.upper
    let known = values.map(\.symbol.tex) + bindings.map(\.symbol.tex)
    return .unboundSymbol(symbol.tex, known: known, isInside ? inner : span)
  }

  private func single(_ quantity: Quantity, _ symbol: Symbol, at span: SourceSpan) throws(RunProblem) -> Double {
    let arrays = try arrays(of: quantity)
    guard arrays.count == 1, let number = arrays[0].single else {
      throw .severalNumbers("`\(symbol.tex)`", span, help: "in arithmetic a symbol stands for one number")
    }
    return number
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    if let whole = Int(exactly: exponent), abs(whole) <= 64 {
      var result = 1.0
      for _ in 0..<abs(whole) { result *= base }
      return whole < 0 ? 1 / result : result
    }
    return Elementary.exp(exponent * Elementary.log(base))
  }

  private func function(_ name: String, _ x: Double) -> Double {
    switch name {
    case "exp": Elementary.exp(x)
    case "ln", "log": Elementary.log(x)
    case "sqrt": x.squareRoot()
    case "sin": Elementary.sin(x)
    case "cos": Elementary.cos(x)
    case "tanh": Elementary.tanh(x)
    default: .nan
    }
  }
}

extension FormulaValue {
  /// The number that it is.
  fileprivate var number: Double? { shape.isEmpty ? values.first : nil }
}
