extension Elementary {
  /// The sine of an angle in radians.
  ///
  /// Largest error measured: 0.70 ulp.
  package static func sin(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    if x.magnitude < 0x1p-27 { return x }
    let angle = QuarterTurns(x)
    let result = angle.turns % 2 == 0 ? sine(angle.rest) : cosine(angle.rest)
    return angle.turns >= 2 ? -result : result
  }

  /// The cosine of an angle in radians.
  ///
  /// Largest error measured: 0.70 ulp.
  package static func cos(_ x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let angle = QuarterTurns(x)
    let result = angle.turns % 2 == 0 ? cosine(angle.rest) : sine(angle.rest)
    return angle.turns == 1 || angle.turns == 2 ? -result : result
  }

  /// The Taylor series to r¹⁹, for |r| ≤ π/4.
  private static func sine(_ rest: DoubleDouble) -> Double {
    let r = rest.high
    let square = r * r
    let tail = polynomial(
      square,
      [
        -1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39_916_800, 1 / 6_227_020_800, -1 / 1_307_674_368_000,
        1 / 355_687_428_096_000, -1 / 121_645_100_408_832_000,
      ])
    return r + (rest.low * (1 - square / 2) + r * square * tail)
  }

  /// The Taylor series to r¹⁸, for |r| ≤ π/4; `1 - r²/2` without error.
  private static func cosine(_ rest: DoubleDouble) -> Double {
    let r = rest.high
    let square = DoubleDouble(product: r, r)
    let sum = DoubleDouble(sum: 1, -square.high / 2)
    let tail = polynomial(
      square.high,
      [
        1 / 24, -1 / 720, 1 / 40320, -1 / 3_628_800, 1 / 479_001_600, -1 / 87_178_291_200, 1 / 20_922_789_888_000,
        -1 / 6_402_373_705_728_000,
      ])
    return sum.high + (sum.low - square.low / 2 - r * rest.low + square.high * square.high * tail)
  }
}
