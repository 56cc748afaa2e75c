/// What stands before the decimals of a number.
package enum DecimalSign: Sendable {
  case point, comma

  package var plain: String { self == .point ? "." : "," }
  /// In a formula, where a bare comma would be followed by a space.
  package var tex: String { self == .point ? "." : "{,}" }
}

/// A number as it is shown, in pieces: a page, plain text and a formula put them together differently.
package enum NumberText: Sendable, Hashable {
  case number(isNegative: Bool, integer: String, fraction: String, exponent: Int?)
  /// What has no digits: `∞`, `−∞`, `NaN`.
  case word(String)

  /// With a real minus sign, and the power of ten in raised figures: `−1.5×10⁻⁷`.
  package var plain: String { plain(with: .point) }

  package func plain(with sign: DecimalSign) -> String {
    switch self {
    case .word(let word): return word
    case .number(let isNegative, let integer, let fraction, let exponent):
      var text = (isNegative ? "−" : "") + integer + (fraction.isEmpty ? "" : sign.plain + fraction)
      if let exponent { text += "×10" + Self.raised(exponent) }
      return text
    }
  }

  /// As a formula: `-1.5 \times 10^{-7}`.
  package var tex: String {
    switch self {
    case .word("NaN"): return #"\text{NaN}"#
    case .word(let word): return word.hasPrefix("−") ? #"-\infty"# : #"\infty"#
    case .number(let isNegative, let integer, let fraction, let exponent):
      var text = (isNegative ? "-" : "") + integer + (fraction.isEmpty ? "" : "." + fraction)
      if let exponent { text += #" \times 10^{\#(exponent)}"# }
      return text
    }
  }

  private static func raised(_ exponent: Int) -> String {
    let figures = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(exponent).map { $0 == "-" ? "⁻" : figures[$0.wholeNumberValue ?? 0] }.joined()
  }
}
