import Diagnostics

extension SourceText {
  /// The text with a question mark in place of each byte that is not UTF-8, so that no offset changes, and where the
  /// first of them is.
  func repaired() -> (text: SourceText, diagnostics: [Diagnostic]) {
    var repaired = utf8
    var first: Int?
    var i = 0
    while i < utf8.count {
      let length = Self.scalarLength(utf8, at: i)
      if length == 0 {
        first = first ?? i
        repaired[i] = UInt8(ascii: "?")
      }
      i += max(1, length)
    }
    guard let first else { return (self, []) }
    let diagnostic = DocumentFact.notUTF8(byte: utf8[first]).diagnostic(at: SourceSpan(first, first + 1))
    return (SourceText(utf8: repaired, name: name), [diagnostic])
  }

  /// How many bytes the scalar at `i` has (Unicode, table 3-7); 0 where there is none.
  private static func scalarLength(_ bytes: [UInt8], at i: Int) -> Int {
    let lead = bytes[i]
    if lead < 0x80 { return 1 }
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard i + length <= bytes.count, second.contains(bytes[i + 1]) else { return 0 }
    return bytes[(i + 2)..<(i + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }
}
