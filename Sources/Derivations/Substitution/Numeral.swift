import Results

/// A number as it is printed, with the value that a reader of the print calculates with.
package struct Numeral {
  package let tex: String
  /// What is printed, as a number.
  package let value: Double
  package let isNegative: Bool
  package let hasExponent: Bool

  /// The digits of a rounded number are all shown, so that it can be told from an exact one: `0.6000`, `0.6`.
  ///
  /// - Returns: nil for what has no digits
  package init?(_ exact: Double, digits: Int) {
    guard
      case .number(let isNegative, let integer, var fraction, let exponent) = NumberStyle.significant(digits).text(
        for: exact)
    else { return nil }
    let read = Double("\(isNegative ? "-" : "")\(integer).\(fraction.isEmpty ? "0" : fraction)e\(exponent ?? 0)")
    guard let read else { return nil }
    if (read - exact).magnitude > 1e-12 * exact.magnitude {
      let shown = (integer + fraction).drop { $0 == "0" }.count
      fraction += String(repeating: "0", count: max(0, digits - shown))
    }
    tex = NumberText.number(isNegative: isNegative, integer: integer, fraction: fraction, exponent: exponent).tex
    (value, self.isNegative, hasExponent) = (read, isNegative, exponent != nil)
  }

  /// How many significant digits a number has as an author writes it.
  static func significantDigits(of written: String) -> Int {
    written.prefix { $0 != "e" && $0 != "E" }.filter { $0 != "." }.drop { $0 == "0" }.count
  }
}
