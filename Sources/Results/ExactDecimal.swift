/// Every decimal digit of a finite number: a binary fraction always has finitely many.
///
/// The value is 0.d₁d₂d₃… × 10^`point`; d₁ is not zero unless the value is zero, which has no digits.
struct ExactDecimal: Equatable {
  var digits: [UInt8]
  var point: Int

  /// - Parameter magnitude: finite and not negative
  init(_ magnitude: Double) {
    precondition(magnitude.isFinite && magnitude.sign == .plus, "digits are those of a finite magnitude")
    guard magnitude > 0 else {
      digits = []
      point = 0
      return
    }
    let isNormal = magnitude.isNormal
    var significand = magnitude.significandBitPattern | (isNormal ? 1 << 52 : 0)
    var exponent = (isNormal ? Int(magnitude.exponentBitPattern) : 1) - 1075
    let zeros = significand.trailingZeroBitCount
    significand >>= UInt64(zeros)
    exponent += zeros
    // m·2⁻ᵏ = m·5ᵏ / 10ᵏ
    var number = BigNatural(significand)
    number.multiply(by: exponent < 0 ? 5 : 2, times: abs(exponent))
    digits = number.digits
    point = digits.count + min(exponent, 0)
    while digits.last == 0 { digits.removeLast() }
  }

  /// Rounded to `count` digits (none where that is negative), ties to the even digit.
  ///
  ///     ExactDecimal(0.125).rounded(toDigits: 2)  // 0.12
  func rounded(toDigits count: Int) -> ExactDecimal {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      return result
    }
    let rest = digits[count...]
    result.digits = Array(digits[..<count])
    let isOdd = (result.digits.last ?? 0) % 2 == 1
    let half = rest.first.map { $0 == 5 ? rest.count > 1 || isOdd : $0 > 5 } ?? false
    if half { result.increment() }
    while result.digits.last == 0 { result.digits.removeLast() }
    return result
  }

  private mutating func increment() {
    var i = digits.count
    while i > 0 {
      i -= 1
      if digits[i] < 9 {
        digits[i] += 1
        return
      }
      digits[i] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }
}

/// A natural number of any size, in limbs of nine decimal digits, the lowest first.
private struct BigNatural {
  private var limbs: [UInt32] = []

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % 1_000_000_000))
      rest /= 1_000_000_000
    }
  }

  /// - Parameter factor: 2 or 5
  mutating func multiply(by factor: UInt64, times: Int) {
    var left = times
    while left > 0 {
      // The largest power whose product with a limb fits 64 bits with room for the carry.
      var power: UInt64 = 1
      for _ in 0..<min(left, 12) { power *= factor }
      left -= min(left, 12)
      var carry: UInt64 = 0
      for i in limbs.indices {
        let product = UInt64(limbs[i]) * power + carry
        limbs[i] = UInt32(product % 1_000_000_000)
        carry = product / 1_000_000_000
      }
      if carry > 0 { limbs.append(UInt32(carry)) }
    }
  }

  /// The highest first, without leading zeros.
  var digits: [UInt8] {
    var result: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        result.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while result.last == 0 { result.removeLast() }
    return result.reversed()
  }
}
