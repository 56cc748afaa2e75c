/// How much room text takes, in units of a drawing, for layouts that must not depend on the fonts installed.
///
/// Phones show a drawing at half its size, so they get larger letters. Layouts leave room for those, and letters of
/// either size keep clear of each other.
enum TextSize {
  static let regular = 15.0
  static let onPhones = 19.0
  /// The distance of two lines.
  static let lineHeight = 22.0

  /// The width of `text` in the larger letters: an estimate for common sans faces that rather errs upwards.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * onPhones
  }

  /// Heavy letters are wider.
  static func strongWidth(_ text: String) -> Double { width(text) * 1.12 }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": 0.3
    case "f", "r", "t", "(", ")", "[", "]", "-", "/": 0.4
    case "m", "w", "M", "W", "@", "%": 0.9
    case "A"..."Z": 0.7
    case "⁰"..."₟", "¹", "²", "³": 0.45
    case _ where scalar.value >= 0x2E80: 1
    default: 0.64
    }
  }
}

/// With an ellipsis in place of what does not fit into a width.
func shortened(_ text: String, to width: Double) -> String {
  guard TextSize.width(text) > width else { return text }
  // No text with more letters fits, and looking at more would take long.
  var kept = String(text.prefix(100))
  while !kept.isEmpty, TextSize.width(kept + "…") > width { kept.removeLast() }
  return kept + "…"
}
