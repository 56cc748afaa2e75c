/// How the scanners look at bytes. Everything they look for is ASCII, so no scalar is ever cut.
extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isNewline: Bool { self == 0x0A || self == 0x0D }
  var isWhitespace: Bool { isBlank || isNewline }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isAlphanumeric: Bool { isDigit || isLetter }
  /// A byte of a scalar beyond ASCII.
  var isHigh: Bool { self >= 0x80 }
}

extension [UInt8] {
  /// The end of the line that holds `offset`, before its newline.
  func lineEnd(from offset: Int) -> Int {
    var i = offset
    while i < count, !self[i].isNewline { i += 1 }
    return i
  }

  /// The start of the next line, given the end of this one.
  func lineStart(after end: Int) -> Int {
    guard end < count else { return count }
    return self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A ? end + 2 : end + 1
  }

  func has(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return word.withUTF8Buffer { buffer in
      for k in 0..<length where self[offset + k] != buffer[k] { return false }
      return true
    }
  }

  /// The first offset at or after `offset`, before `end`, that is neither space nor tab.
  func skippingBlanks(from offset: Int, to end: Int) -> Int {
    var i = offset
    while i < end, self[i].isBlank { i += 1 }
    return i
  }

  /// Whether nothing but blanks stands between `offset` and the end of its line.
  func isLineEnd(_ offset: Int) -> Bool {
    let i = skippingBlanks(from: offset, to: count)
    return i == count || self[i].isNewline
  }

  /// How often `byte` stands at `offset` in unbroken succession.
  func run(of byte: UInt8, at offset: Int) -> Int {
    var i = offset
    while i < count, self[i] == byte { i += 1 }
    return i - offset
  }

  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
