/// A number as the unevaluated sum of two Doubles, the second no larger than the rounding error of the first.
struct DoubleDouble {
  var high, low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double) { (self.high, self.low) = (high, low) }

  /// `a + b` without error. D. E. Knuth, The Art of Computer Programming, volume 2, section 4.2.2, theorem B.
  @inline(__always)
  init(sum a: Double, _ b: Double) {
    high = a + b
    let bPart = high - a
    low = (a - (high - bPart)) + (b - bPart)
  }

  /// `a · b` without error, for factors far from overflow and underflow. T. J. Dekker 1971.
  @inline(__always)
  init(product a: Double, _ b: Double) {
    let (aHead, aTail) = DoubleDouble.halves(a)
    let (bHead, bTail) = DoubleDouble.halves(b)
    high = a * b
    low = ((aHead * bHead - high) + aHead * bTail + aTail * bHead) + aTail * bTail
  }

  /// The quotient, with an error of about 2⁻¹⁰⁰ of it.
  @inline(__always)
  static func / (dividend: DoubleDouble, divisor: DoubleDouble) -> DoubleDouble {
    let quotient = dividend.high / divisor.high
    let back = DoubleDouble(product: quotient, divisor.high)
    let rest = ((dividend.high - back.high) - back.low) + dividend.low - quotient * divisor.low
    return DoubleDouble(quotient, rest / divisor.high)
  }

  /// Two numbers of at most 26 significant bits whose sum is `a`: products of such halves are exact.
  @inline(__always)
  private static func halves(_ a: Double) -> (Double, Double) {
    let spread = 0x1.0000002p27 * a
    let head = spread - (spread - a)
    return (head, a - head)
  }
}
