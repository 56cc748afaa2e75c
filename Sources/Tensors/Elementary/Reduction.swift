/// A number as `multiple · ln 2 + rest`, with |rest| at most half of ln 2 and a little.
struct MultipleOfLn2 {
  let multiple: Int
  let rest: DoubleDouble

  /// `ln 2` in two parts, the first of 42 bits: its product with an exponent is exact.
  static let ln2High = 0x1.62e42fefa3800p-1
  static let ln2Low = 0x1.ef35793c76730p-45

  /// - Precondition: |x| is below 2000.
  @inline(__always)
  init(_ x: Double) {
    // Adding and taking away 1.5·2⁵² rounds to the nearest integer.
    let nearest = (x * 0x1.71547652b82fep+0 + 0x1.8p52) - 0x1.8p52
    multiple = Int(nearest)
    let head = x - nearest * MultipleOfLn2.ln2High
    let tail = nearest * MultipleOfLn2.ln2Low
    let high = head - tail
    rest = DoubleDouble(high, (head - high) - tail)
  }
}

extension Double {
  /// Two to a power between -1022 and 1023.
  @inline(__always)
  static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent + 1023) << 52)
  }

  /// The number times two to a power, in two steps, so that a result in the range of Double never passes by infinity
  /// and one below the normal range is rounded once.
  @inline(__always)
  func timesPowerOfTwo(_ exponent: Int) -> Double {
    let half = exponent / 2
    return self * Double.powerOfTwo(half) * Double.powerOfTwo(exponent - half)
  }
}
