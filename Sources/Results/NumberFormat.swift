extension NumberStyle {
  /// How a single number is shown.
  ///
  /// Digits come from the exact binary value, rounded once, ties to even. A figure that is not known is never
  /// printed as a zero: `significant(6)` writes 1234567 as 1.23457×10⁶, but 2000000 in full. Magnitudes below
  /// 0.0001 are written with a power of ten; `decimals` does so only from 10¹⁵ on. There is no negative zero.
  package func text(for value: Double) -> NumberText {
    guard value.isFinite else { return .word(value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞") }
    let exact = ExactDecimal(value.magnitude)
    switch self {
    case .decimals(let count):
      let places = Self.sensible(count)
      guard exact.point <= 15 else { return exact.scientific(isNegative: value < 0, digits: places + 1, padded: true) }
      return exact.fixed(isNegative: value < 0, decimals: places)
    case .significant(let count):
      let digits = max(1, Self.sensible(count))
      let rounded = exact.rounded(toDigits: digits)
      let isWhole = rounded == exact && exact.digits.count <= exact.point
      guard rounded.isReadable(digits: digits) || isWhole && exact.point <= 15 else {
        return exact.scientific(isNegative: value < 0, digits: digits, padded: false)
      }
      return rounded.fixed(isNegative: value < 0, decimals: max(0, rounded.digits.count - rounded.point))
    }
  }

  /// More digits than a binary fraction of this size can have say nothing.
  static func sensible(_ count: Int) -> Int { min(max(count, 0), 1100) }
}

extension ExactDecimal {
  /// Whether the value, rounded to `digits` digits, reads well without a power of ten.
  func isReadable(digits count: Int) -> Bool { digits.isEmpty || (point > -4 && point <= count) }

  /// Rounded to `decimals` digits after the point, all of them shown.
  func fixed(isNegative: Bool, decimals: Int) -> NumberText {
    let rounded = rounded(toDigits: point + decimals)
    let integer = (0..<max(0, rounded.point)).map { rounded.digit(at: $0) }.joined()
    let fraction = (0..<decimals).map { rounded.digit(at: rounded.point + $0) }.joined()
    return .number(
      isNegative: isNegative && !rounded.digits.isEmpty,
      integer: integer.isEmpty || rounded.digits.isEmpty ? "0" : integer,
      fraction: fraction, exponent: nil)
  }

  /// Rounded to `count` digits, one of them before the point.
  func scientific(isNegative: Bool, digits count: Int, padded: Bool) -> NumberText {
    let rounded = rounded(toDigits: count)
    let shown = padded ? count : max(1, rounded.digits.count)
    return .number(
      isNegative: isNegative, integer: rounded.digit(at: 0), fraction: (1..<max(1, shown)).map(rounded.digit).joined(),
      exponent: rounded.point - 1)
  }

  private func digit(at index: Int) -> String { digits.indices.contains(index) ? String(digits[index]) : "0" }
}
