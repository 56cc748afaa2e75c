extension Expression {
  /// The derivative of a function's value with a prime behind the bracket: `[g(Z)]'`.
  var primed: Expression? {
    guard case .function(let use, let arguments) = kind, let more = use.primed else { return nil }
    return Expression(.function(more, arguments), range)
  }
}

extension FunctionUse {
  /// Whether it acts on every entry by itself, softmax apart.
  var isPointwise: Bool {
    switch self {
    case .elementary, .activation, .named: true
    default: false
    }
  }

  var primed: FunctionUse? {
    switch self {
    case .elementary(let name, let primes): .elementary(name, primes: primes + 1)
    case .activation(let layer, let primes): .activation(layer: layer, primes: primes + 1)
    case .named(let name, let primes): .named(name, primes: primes + 1)
    case .defined(let body, let parameters, let primes):
      .defined(body: body, parameters: parameters, primes: primes + 1)
    default: nil
    }
  }

  func primed(_ count: Int) -> FunctionUse? {
    var use: FunctionUse? = self
    for _ in 0..<count { use = use?.primed }
    return use
  }
}
