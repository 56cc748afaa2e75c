/// A complex number. A graph run on numbers with a tiny imaginary part gives derivatives without any difference, and so
/// without cancellation: `f′(x) = Im f(x + ih) / h`. W. Squire and G. Trapp, Using complex variables to estimate
/// derivatives of real functions, 1998.
///
/// Functions are the analytic continuations, made of those in `Elementary`. Where a function of a real number is made of
/// pieces, the piece is chosen by the real part.
package struct Complex: Scalar {
  package var real, imaginary: Double

  package init(_ real: Double, _ imaginary: Double) { (self.real, self.imaginary) = (real, imaginary) }
  package init(_ real: Double) { self.init(real, 0) }

  /// The distance from 0, without overflow on the way.
  package var modulus: Double {
    let (large, small) = (max(real.magnitude, imaginary.magnitude), min(real.magnitude, imaginary.magnitude))
    guard large > 0, large.isFinite else { return large }
    let ratio = small / large
    return large * (1 + ratio * ratio).squareRoot()
  }

  private func scaled(by factor: Double) -> Complex { Complex(real * factor, imaginary * factor) }

  package static func + (left: Complex, right: Complex) -> Complex {
    Complex(left.real + right.real, left.imaginary + right.imaginary)
  }
  package static func - (left: Complex, right: Complex) -> Complex {
    Complex(left.real - right.real, left.imaginary - right.imaginary)
  }
  package static func * (left: Complex, right: Complex) -> Complex {
    Complex(
      left.real * right.real - left.imaginary * right.imaginary,
      left.real * right.imaginary + left.imaginary * right.real)
  }
  /// R. L. Smith, Algorithm 116: complex division, 1962.
  package static func / (left: Complex, right: Complex) -> Complex {
    if right.imaginary.magnitude <= right.real.magnitude {
      let ratio = right.imaginary / right.real
      let divisor = right.real + right.imaginary * ratio
      return Complex(
        (left.real + left.imaginary * ratio) / divisor, (left.imaginary - left.real * ratio) / divisor)
    }
    let ratio = right.real / right.imaginary
    let divisor = right.real * ratio + right.imaginary
    return Complex((left.real * ratio + left.imaginary) / divisor, (left.imaginary * ratio - left.real) / divisor)
  }
  package static prefix func - (number: Complex) -> Complex { Complex(-number.real, -number.imaginary) }

  /// The root whose real part is not negative.
  package static func squareRoot(_ x: Complex) -> Complex {
    if x.imaginary == 0, x.real >= 0 { return Complex(x.real.squareRoot()) }
    let larger = ((x.modulus + x.real.magnitude) / 2).squareRoot()
    let smaller = x.imaginary.magnitude / (2 * larger)
    let (real, imaginary) = x.real >= 0 ? (larger, smaller) : (smaller, larger)
    return Complex(real, x.imaginary < 0 ? -imaginary : imaginary)
  }

  package static func exp(_ x: Complex) -> Complex {
    Complex(Elementary.cos(x.imaginary), Elementary.sin(x.imaginary)).scaled(by: Elementary.exp(x.real))
  }

  package static func expm1(_ x: Complex) -> Complex {
    let halfSine = Elementary.sin(x.imaginary / 2)
    return Complex(
      Elementary.expm1(x.real) * Elementary.cos(x.imaginary) - 2 * halfSine * halfSine,
      Elementary.exp(x.real) * Elementary.sin(x.imaginary))
  }

  /// The logarithm whose imaginary part is from -π to π.
  package static func log(_ x: Complex) -> Complex {
    let (large, small) = (max(x.real.magnitude, x.imaginary.magnitude), min(x.real.magnitude, x.imaginary.magnitude))
    let angle = Elementary.atan2(x.imaginary, x.real)
    // Near the circle of radius 1 the logarithm of the modulus has lost its digits.
    if large > 0.5, large < 2 {
      return Complex(0.5 * Elementary.log1p((large - 1) * (large + 1) + small * small), angle)
    }
    let ratio = large == 0 ? 0 : small / large
    return Complex(Elementary.log(large) + 0.5 * Elementary.log1p(ratio * ratio), angle)
  }

  package static func log1p(_ x: Complex) -> Complex {
    guard x.real.magnitude < 0.5, x.imaginary.magnitude < 0.5 else { return log(Complex(1) + x) }
    return Complex(
      0.5 * Elementary.log1p(x.real * (2 + x.real) + x.imaginary * x.imaginary),
      Elementary.atan2(x.imaginary, 1 + x.real))
  }

  /// `(t + iu) / (1 + itu)` with t = tanh of the real part and u = tan of the imaginary one.
  package static func tanh(_ x: Complex) -> Complex {
    let (t, u) = (Elementary.tanh(x.real), Elementary.sin(x.imaginary) / Elementary.cos(x.imaginary))
    // 1 - t², which would be 0 long before it is.
    let power = Elementary.exp(-2 * x.real.magnitude)
    let slope = 4 * power / ((1 + power) * (1 + power))
    let divisor = 1 + t * t * u * u
    return Complex(t * (1 + u * u) / divisor, u * slope / divisor)
  }

  /// The Taylor series at the real part, whose coefficients follow from `erf″(x) = -2x·erf′(x)`; it loses digits where
  /// the imaginary part is above 1.
  package static func erf(_ x: Complex) -> Complex {
    let (a, b) = (x.real, x.imaginary)
    let slope = twoOverRootPi * Elementary.exp(-a * a)
    guard b != 0, slope > 0 else { return Complex(Elementary.erf(a), slope * b) }
    // The terms cₙ iⁿ⁺¹ / (n + 1) with c₀ = b and n·cₙ = -2b (a·cₙ₋₁ + b·cₙ₋₂); `sum` is divided by i.
    var (previous, coefficient, sum) = (0.0, b, Complex(b))
    for n in 1...400 {
      (previous, coefficient) = (coefficient, -2 * b * (a * coefficient + b * previous) / Double(n))
      let term = coefficient / Double(n + 1)
      switch n % 4 {
      case 0: sum.real += term
      case 1: sum.imaginary += term
      case 2: sum.real -= term
      default: sum.imaginary -= term
      }
    }
    return Complex(Elementary.erf(a) - slope * sum.imaginary, slope * sum.real)
  }

  package static func sin(_ x: Complex) -> Complex {
    let (sinh, cosh) = hyperbolic(x.imaginary)
    return Complex(Elementary.sin(x.real) * cosh, Elementary.cos(x.real) * sinh)
  }

  package static func cos(_ x: Complex) -> Complex {
    let (sinh, cosh) = hyperbolic(x.imaginary)
    return Complex(Elementary.cos(x.real) * cosh, -Elementary.sin(x.real) * sinh)
  }

  /// The hyperbolic sine and cosine, from `e = eˣ - 1`, which keeps the digits of a small x.
  private static func hyperbolic(_ x: Double) -> (sine: Double, cosine: Double) {
    let e = Elementary.expm1(x.magnitude)
    guard e.isFinite else { return (x < 0 ? -e : e, e) }
    let sine = (e + e / (1 + e)) / 2
    return (x < 0 ? -sine : sine, 1 + e * e / (2 * (1 + e)))
  }
}
