/// A piece of LaTeX mathematics.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case letter
    /// With its backslash: `\frac`.
    case command
    case open, close
    /// `+ - * / ^ _ ( ) [ ] ' = ,` and whatever else stands there.
    case sign
  }
  var kind: Kind
  var text: String
  var range: Range<Int>

  /// Spacing that means nothing.
  private static let spacing: [String] = [
    "\\,", "\\;", "\\:", "\\!", "\\ ", "\\quad", "\\qquad", "\\left", "\\right", "\\big", "\\Big", "\\bigl", "\\bigr",
    "\\displaystyle",
  ]

  static func scan(_ tex: String) -> [FormulaToken] {
    let bytes = Array(tex.utf8)
    var tokens: [FormulaToken] = []
    var i = 0
    while i < bytes.count {
      let start = i
      let byte = bytes[i]
      i += 1
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "~") { continue }
      var kind = FormulaToken.Kind.sign
      if byte == UInt8(ascii: "\\") {
        while i < bytes.count, isLetter(bytes[i]) { i += 1 }
        if i == start + 1, i < bytes.count { i += 1 }
        kind = .command
      } else if isDigit(byte) || byte == UInt8(ascii: ".") && i < bytes.count && isDigit(bytes[i]) {
        while i < bytes.count, isDigit(bytes[i]) || bytes[i] == UInt8(ascii: ".") { i += 1 }
        var digits = String(decoding: bytes[start..<i], as: UTF8.self)
        if let fraction = fraction(in: bytes, from: i, behind: digits) {
          digits += "." + String(decoding: bytes[fraction], as: UTF8.self)
          i = fraction.upperBound
        }
        if let value = Double(digits.first == "." ? "0" + digits : digits) { kind = .number(value) }
      } else if isLetter(byte) || byte >= 0x80 {
        while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
        kind = .letter
      } else if byte == UInt8(ascii: "{") {
        kind = .open
      } else if byte == UInt8(ascii: "}") {
        kind = .close
      }
      let text = String(decoding: bytes[start..<i], as: UTF8.self)
      if kind == .command, spacing.contains(text) { continue }
      tokens.append(FormulaToken(kind: kind, text: text, range: start..<i))
    }
    return tokens
  }

  /// The digits behind the comma of `0{,}25`; nil where none is, or one that may part thousands.
  private static func fraction(in bytes: [UInt8], from start: Int, behind digits: String) -> Range<Int>? {
    guard !digits.contains("."), bytes[start...].starts(with: "{,}".utf8) else { return nil }
    let first = start + 3
    let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
    return end > first && (end - first != 3 || digits.hasPrefix("0")) ? first..<end : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
