/// A function of one number that a graph applies to every element.
///
/// Those that could overflow or lose digits when put together from others (the logistic function, softplus, elu) are
/// written here in the form that does not.
package enum Elementwise: Hashable, Sendable {
  case identity
  case exp, expm1, log, log1p
  case squareRoot, square, reciprocal, absolute
  case sin, cos, tanh, erf
  /// `1 / (1 + e⁻ˣ)`
  case sigmoid
  /// `ln(1 + eˣ)`
  case softplus
  /// `max(0, x)`
  case relu
  /// x for x > 0, else `slope·x`
  case leakyRelu(slope: Double)
  /// x for x > 0, else `alpha·(eˣ - 1)`
  case elu(alpha: Double)

  package var name: String {
    switch self {
    case .squareRoot: "square root"
    case .absolute: "absolute value"
    case .leakyRelu: "leaky relu"
    case .elu: "elu"
    default: "\(self)"
    }
  }

  func callAsFunction<Number>(_ operand: Grid<Number>) -> Grid<Number> { operand.map(value(at:)) }

  /// The function's value at one number of any kind.
  package func value<Number: Scalar>(at x: Number) -> Number {
    switch self {
    case .identity: x
    case .exp: Number.exp(x)
    case .expm1: Number.expm1(x)
    case .log: Number.log(x)
    case .log1p: Number.log1p(x)
    case .squareRoot: Number.squareRoot(x)
    case .square: x * x
    case .reciprocal: Number(1) / x
    case .absolute: x.isZero ? Number(0) : x.byPart(positive: { $0 }, otherwise: { -$0 })
    case .sin: Number.sin(x)
    case .cos: Number.cos(x)
    case .tanh: Number.tanh(x)
    case .erf: Number.erf(x)
    case .sigmoid: Number.sigmoid(x)
    case .softplus: Number.softplus(x)
    case .relu: x.byPart(positive: { $0 }, otherwise: { _ in Number(0) })
    case .leakyRelu(let slope): x.byPart(positive: { $0 }, otherwise: { Number(slope) * $0 })
    case .elu(let alpha): x.byPart(positive: { $0 }, otherwise: { Number(alpha) * Number.expm1($0) })
    }
  }
}

extension Scalar {
  /// The logistic function. The exponential is always of a negative number, so nothing overflows.
  package static func sigmoid(_ x: Self) -> Self {
    if x.real < 0 {
      let power = exp(x)
      return power / (Self(1) + power)
    }
    return Self(1) / (Self(1) + exp(-x))
  }

  /// `ln(1 + eˣ)`, as the larger of x and 0 and a correction between 0 and ln 2.
  package static func softplus(_ x: Self) -> Self {
    x.real > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
  }
}
