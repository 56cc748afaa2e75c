/// A number with its derivative by one variable: a graph run on these carries a derivative forward. W. K. Clifford,
/// Preliminary sketch of biquaternions, 1873; R. E. Wengert, A simple automatic derivative evaluation program, 1964.
///
///     Dual.sigmoid(Dual(0.7, slope: 1)).slope                    // σ′(0.7)
///     Dual.sigmoid(Dual(Dual(0.7, slope: 1), slope: Dual(1)))    // in it, σ″(0.7)
///
/// Values are those of the base, bit by bit. Where a function has a kink, the derivative is that of `DerivativeRules`.
package struct Dual<Base: Scalar>: Scalar {
  package var value: Base
  package var slope: Base

  package init(_ value: Base, slope: Base) { (self.value, self.slope) = (value, slope) }

  /// A constant.
  package init(_ real: Double) { self.init(Base(real), slope: Base(0)) }

  package var real: Double { value.real }

  /// A function's value here, and by the chain rule its slope.
  private func mapped(_ result: Base, times derivative: Base) -> Dual { Dual(result, slope: derivative * slope) }

  package static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, slope: left.slope + right.slope)
  }
  package static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, slope: left.slope - right.slope)
  }
  package static func * (left: Dual, right: Dual) -> Dual {
    Dual(left.value * right.value, slope: left.slope * right.value + left.value * right.slope)
  }
  package static func / (left: Dual, right: Dual) -> Dual {
    let quotient = left.value / right.value
    return Dual(quotient, slope: (left.slope - quotient * right.slope) / right.value)
  }
  package static prefix func - (number: Dual) -> Dual { Dual(-number.value, slope: -number.slope) }

  package static func squareRoot(_ x: Dual) -> Dual {
    let root = Base.squareRoot(x.value)
    return x.mapped(root, times: Base(0.5) / root)
  }
  package static func exp(_ x: Dual) -> Dual {
    let power = Base.exp(x.value)
    return x.mapped(power, times: power)
  }
  package static func expm1(_ x: Dual) -> Dual { x.mapped(Base.expm1(x.value), times: Base.exp(x.value)) }
  package static func log(_ x: Dual) -> Dual { x.mapped(Base.log(x.value), times: Base(1) / x.value) }
  package static func log1p(_ x: Dual) -> Dual { x.mapped(Base.log1p(x.value), times: Base(1) / (Base(1) + x.value)) }
  package static func tanh(_ x: Dual) -> Dual {
    let value = Base.tanh(x.value)
    return x.mapped(value, times: Base(1) - value * value)
  }
  package static func erf(_ x: Dual) -> Dual {
    x.mapped(Base.erf(x.value), times: Base(twoOverRootPi) * Base.exp(-(x.value * x.value)))
  }
  package static func sin(_ x: Dual) -> Dual { x.mapped(Base.sin(x.value), times: Base.cos(x.value)) }
  package static func cos(_ x: Dual) -> Dual { x.mapped(Base.cos(x.value), times: -Base.sin(x.value)) }
  package static func sigmoid(_ x: Dual) -> Dual {
    let value = Base.sigmoid(x.value)
    return x.mapped(value, times: value * (Base(1) - value))
  }
  package static func softplus(_ x: Dual) -> Dual { x.mapped(Base.softplus(x.value), times: Base.sigmoid(x.value)) }
}
