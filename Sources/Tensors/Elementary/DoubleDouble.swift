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

  /// Two numbers of at most 26 significant bits whose sum is `a`: products of such halves are exact.
  @inline(__always)
  private static func halves(_ a: Double) -> (Double, Double) {
    let spread = 0x1.0000002p27 * a
    let head = spread - (spread - a)
    return (head, a - head)
  }
}

extension Double {
  /// Two to a power between -1022 and 1023.
  @inline(__always)
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent + 1023) << 52)
  }
}
