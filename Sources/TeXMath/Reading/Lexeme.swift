/// A piece of LaTeX, as TeX's own eyes see it: a command, a brace, a character.
package struct Lexeme: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// With its backslash: `\frac`, `\,`, `\\`.
    case command
    case character
    case open, close
    /// `&`
    case alignment
    case space
    /// `#1` in the body of a macro.
    case parameter(Int)
  }
  package var kind: Kind
  package var text: String
  /// In bytes of the formula's text. What a macro stands for has the place where the macro is called.
  package var range: Range<Int>

  /// Punctuation and signs of Chinese and Japanese type as those of others.
  private static let fullWidth: [String: String] = [
    "，": ",", "、": ",", "；": ";", "：": ":", "。": ".", "（": "(", "）": ")", "＝": "=", "＋": "+", "－": "-",
  ]

  private static let ascii = (UInt8(0)..<0x80).map { String(UnicodeScalar($0)) }

  /// Cuts `tex` into pieces. Total, and nothing is lost but comments.
  package static func scan(_ tex: String) -> [Lexeme] {
    let bytes = Array(tex.utf8)
    let ascii = ascii
    var lexemes: [Lexeme] = []
    lexemes.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      let start = i
      let byte = bytes[i]
      var kind = Kind.character
      i += 1
      switch byte {
      case UInt8(ascii: "\\"):
        kind = .command
        while i < bytes.count, bytes[i].isLatinLetter { i += 1 }
        if i == start + 1, i < bytes.count {
          i += 1
          while i < bytes.count, bytes[i].continuesScalar { i += 1 }
        }
      case UInt8(ascii: "{"): kind = .open
      case UInt8(ascii: "}"): kind = .close
      case UInt8(ascii: "&"): kind = .alignment
      case UInt8(ascii: "%"):
        while i < bytes.count, bytes[i] != 0x0A { i += 1 }
        continue
      case UInt8(ascii: "#") where i < bytes.count && bytes[i] > 0x30 && bytes[i] <= 0x39:
        kind = .parameter(Int(bytes[i] - 0x30))
        i += 1
      case 0x20, 0x09, 0x0A, 0x0D:
        kind = .space
        while i < bytes.count, bytes[i].isWhite { i += 1 }
      case UInt8(ascii: "~"): kind = .space
      default:
        while i < bytes.count, bytes[i].continuesScalar { i += 1 }
      }
      let text = i == start + 1 && byte < 0x80 ? ascii[Int(byte)] : String(decoding: bytes[start..<i], as: UTF8.self)
      // Nearly all is ASCII.
      let plain = byte < 0x80 ? text : fullWidth[text] ?? text
      lexemes.append(Lexeme(kind: kind, text: plain, range: start..<i))
    }
    return lexemes
  }
}

extension UInt8 {
  fileprivate var isLatinLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
  fileprivate var continuesScalar: Bool { self & 0xC0 == 0x80 }
  fileprivate var isWhite: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
