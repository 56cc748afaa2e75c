extension Elementary {
  /// `eˣ`. Reduced to |r| ≤ ln 2 / 2 by a power of two, then the Taylor series to r¹⁴.
  ///
  /// Largest error measured: 0.75 ulp where the result is subnormal and so rounded twice, 0.52 ulp elsewhere.
  package static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019412 { return 0 }
    let reduced = MultipleOfLn2(x)
    let power = exponentialMinusOne(reduced.rest)
    let sum = DoubleDouble(sum: 1, power.high)
    return (sum.high + (sum.low + power.low)).timesPowerOfTwo(reduced.multiple)
  }

  /// `eˣ - 1`, with all its digits near 0.
  ///
  /// Largest error measured: 0.58 ulp.
  package static func expm1(_ x: Double) -> Double {
    if x.isNaN || x.magnitude < 0x1p-54 { return x }
    // From here on, the 1 is below the last place of the power, or the power below that of the 1.
    if x > 56 { return exp(x) }
    if x < -45 { return -1 }
    return exponentialMinusOne(x).high
  }

  /// `eˣ - 1` to about twice the digits of a Double.
  ///
  /// - Precondition: x is from -45 to 56.
  static func exponentialMinusOne(_ x: Double) -> DoubleDouble {
    let reduced = MultipleOfLn2(x)
    let rest = exponentialMinusOne(reduced.rest)
    if reduced.multiple == 0 { return rest }
    // 2ᵏ(1 + rest) - 1 = (2ᵏ - 1) + 2ᵏ·rest
    let scale = Double.powerOfTwo(reduced.multiple)
    let integer = DoubleDouble(sum: scale, -1)
    let sum = DoubleDouble(sum: integer.high, scale * rest.high)
    return DoubleDouble(sum: sum.high, sum.low + integer.low + scale * rest.low)
  }

  /// `eʳ - 1` for |r| ≤ 0.35: `r + r²/2` without error, the rest of the series on top.
  @inline(__always)
  private static func exponentialMinusOne(_ rest: DoubleDouble) -> DoubleDouble {
    let r = rest.high
    let square = DoubleDouble(product: r, r)
    let sum = DoubleDouble(sum: r, square.high / 2)
    let tail = polynomial(
      r,
      [
        1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40320, 1 / 362880, 1 / 3_628_800, 1 / 39_916_800,
        1 / 479_001_600, 1 / 6_227_020_800, 1 / 87_178_291_200,
      ])
    return DoubleDouble(
      sum: sum.high, sum.low + (square.low / 2 + (rest.low + rest.low * r + square.high * r * tail)))
  }
}
