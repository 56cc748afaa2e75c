extension Elementary {
  /// The natural logarithm. `x = 2ᵏ(1 + f)` with 1 + f between √½ and √2, and `ln(1 + f) = 2 artanh(f / (2 + f))`.
  ///
  /// Largest error measured: 0.52 ulp.
  package static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    if x == .infinity { return x }
    let (exponent, mantissa) = x.exponentAndMantissa
    return logarithm(multiple: exponent, DoubleDouble(mantissa - 1, 0))
  }

  /// `ln(1 + x)`, with all its digits near 0.
  ///
  /// Largest error measured: 0.52 ulp.
  package static func log1p(_ x: Double) -> Double {
    guard x > -1 else { return x == -1 ? -.infinity : .nan }
    if x == .infinity || x.magnitude < 0x1p-54 { return x }
    if x > -0.29 && x < 0.41 { return logarithm(multiple: 0, DoubleDouble(x, 0)) }
    let sum = DoubleDouble(sum: 1, x)
    let (exponent, mantissa) = sum.high.exponentAndMantissa
    return logarithm(multiple: exponent, DoubleDouble(mantissa - 1, sum.low.timesPowerOfTwo(-exponent)))
  }

  /// `k·ln 2 + ln(1 + f)` for 1 + f between √½ and √2. The series of artanh to s²³.
  @inline(__always)
  private static func logarithm(multiple k: Int, _ f: DoubleDouble) -> Double {
    let denominator = DoubleDouble(sum: 2, f.high)
    let s = f / DoubleDouble(denominator.high, denominator.low + f.low)
    let square = s.high * s.high
    let tail = polynomial(
      square, [2 / 3, 2 / 5, 2 / 7, 2 / 9, 2 / 11, 2 / 13, 2 / 15, 2 / 17, 2 / 19, 2 / 21, 2 / 23])
    let sum = DoubleDouble(sum: Double(k) * MultipleOfLn2.ln2High, 2 * s.high)
    return sum.high + (sum.low + (Double(k) * MultipleOfLn2.ln2Low + 2 * s.low + s.high * square * tail))
  }
}

extension Double {
  /// A positive number as two to a power and a factor between √½ and √2.
  fileprivate var exponentAndMantissa: (Int, Double) {
    let normal = self < 0x1p-1022 ? self * 0x1p54 : self
    let exponent = Int(normal.bitPattern >> 52) - 1023 - (self < 0x1p-1022 ? 54 : 0)
    let mantissa = Double(bitPattern: normal.bitPattern & 0x000f_ffff_ffff_ffff | 0x3ff0_0000_0000_0000)
    return mantissa > 0x1.6a09e667f3bcdp0 ? (exponent + 1, mantissa / 2) : (exponent, mantissa)
  }
}
