extension Expression {
  /// The derivative of a function's value with a prime behind the bracket: `[g(Z)]'`. Behind a matrix or vector that is no
  /// function of anything the prime can only be a transpose: `(W)'`.
  var primed: Expression? {
    if case .function(let use, let arguments) = kind {
      return use.primed.map { Expression(.function($0, arguments), range) }
    }
    return isArray ? Expression(.transposed(self), range) : nil
  }

  /// Whether it is a vector or matrix by what it is written with, and nothing in it is a function.
  private var isArray: Bool {
    switch kind {
    case .quantity(let use): use.meaning.isVector || use.meaning.isMatrix
    case .variable(let variable): !variable.shape.isEmpty
    case .transposed(let inner), .negative(let inner): inner.isArray
    case .sum(let terms): terms.allSatisfy(\.value.isArray)
    case .product(let factors):
      factors.contains(where: \.value.isArray) && factors.allSatisfy { $0.value.isArray || $0.value.isNumeric }
    default: false
    }
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
