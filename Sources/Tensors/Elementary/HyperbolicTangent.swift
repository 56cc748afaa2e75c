extension Elementary {
  /// `tanh x = t / (t + 2)` with `t = e²ˣ - 1`, the quotient formed to twice the digits.
  ///
  /// Largest error measured: 0.57 ulp.
  package static func tanh(_ x: Double) -> Double {
    let magnitude = x.magnitude
    // Below, x³/3 is less than the last place of x; above, 1 - tanh is less than that of 1.
    if x.isNaN || magnitude < 0x1p-28 { return x }
    if magnitude > 20 { return x < 0 ? -1 : 1 }
    let t = exponentialMinusOne(2 * magnitude)
    let sum = DoubleDouble(sum: 2, t.high)
    let quotient = t / DoubleDouble(sum.high, sum.low + t.low)
    let result = quotient.high + quotient.low
    return x < 0 ? -result : result
  }
}
