import Tensors

/// A number with its derivative by one variable: a graph run on these carries a derivative forward.
struct Dual: Scalar {
  var real: Double
  var slope: Double

  init(_ real: Double) { self.init(real, slope: 0) }

  init(_ real: Double, slope: Double) { (self.real, self.slope) = (real, slope) }

  static func + (left: Dual, right: Dual) -> Dual { Dual(left.real + right.real, slope: left.slope + right.slope) }
  static func - (left: Dual, right: Dual) -> Dual { Dual(left.real - right.real, slope: left.slope - right.slope) }
  static func * (left: Dual, right: Dual) -> Dual {
    Dual(left.real * right.real, slope: left.slope * right.real + left.real * right.slope)
  }
  static func / (left: Dual, right: Dual) -> Dual {
    let quotient = left.real / right.real
    return Dual(quotient, slope: (left.slope - quotient * right.slope) / right.real)
  }
  static prefix func - (number: Dual) -> Dual { Dual(-number.real, slope: -number.slope) }

  private func mapped(_ value: Double, times derivative: Double) -> Dual { Dual(value, slope: derivative * slope) }

  static func squareRoot(_ x: Dual) -> Dual {
    x.mapped(x.real.squareRoot(), times: 0.5 / x.real.squareRoot())
  }
  static func exp(_ x: Dual) -> Dual { x.mapped(Elementary.exp(x.real), times: Elementary.exp(x.real)) }
  static func expm1(_ x: Dual) -> Dual { x.mapped(Elementary.expm1(x.real), times: Elementary.exp(x.real)) }
  static func log(_ x: Dual) -> Dual { x.mapped(Elementary.log(x.real), times: 1 / x.real) }
  static func log1p(_ x: Dual) -> Dual { x.mapped(Elementary.log1p(x.real), times: 1 / (1 + x.real)) }
  static func tanh(_ x: Dual) -> Dual {
    let value = Elementary.tanh(x.real)
    return x.mapped(value, times: 1 - value * value)
  }
  static func erf(_ x: Dual) -> Dual {
    x.mapped(Elementary.erf(x.real), times: 2 / Double.pi.squareRoot() * Elementary.exp(-x.real * x.real))
  }
  static func sin(_ x: Dual) -> Dual { x.mapped(Elementary.sin(x.real), times: Elementary.cos(x.real)) }
  static func cos(_ x: Dual) -> Dual { x.mapped(Elementary.cos(x.real), times: -Elementary.sin(x.real)) }
}
