/// Anchors and aliases in YAML, found before it is read: a handful of them can stand for gigabytes.
enum YAMLAliases {
  /// The first `&anchor` or `*alias` that stands where a value may.
  static func first(in bytes: [UInt8], range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var flowDepth = 0
    var quote: UInt8?
    /// The indentation of the key whose value is a block of literal lines.
    var block: Int?
    while start < range.upperBound {
      let end = min(bytes.lineEnd(from: start), range.upperBound)
      let words = bytes.skippingBlanks(from: start, to: end)
      defer { start = bytes.lineStart(after: end) }
      if let indent = block {
        if words == end || words - start > indent { continue }
        block = nil
      }
      var mayStartValue = true
      var i = words
      while i < end {
        let byte = bytes[i]
        if let open = quote {
          if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { i += 1 }
          if byte == open { quote = nil }
        } else if mayStartValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
          mayStartValue = false
        } else if mayStartValue, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
          if let name = name(bytes, at: i, end: end) { return name }
          mayStartValue = false
        } else if byte == UInt8(ascii: "#"), i == words || bytes[i - 1].isBlank {
          break
        } else if byte == UInt8(ascii: "["), mayStartValue || flowDepth > 0 {
          flowDepth += 1
          mayStartValue = true
        } else if byte == UInt8(ascii: "{"), mayStartValue || flowDepth > 0 {
          flowDepth += 1
          mayStartValue = true
        } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
          flowDepth = max(0, flowDepth - 1)
        } else if byte == UInt8(ascii: ","), flowDepth > 0 {
          mayStartValue = true
        } else if ":-?".utf8.contains(byte), i + 1 == end || bytes[i + 1].isBlank {
          mayStartValue = mayStartValue || byte == UInt8(ascii: ":")
        } else if mayStartValue, byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") {
          block = words - start
          break
        } else if !byte.isBlank, byte != UInt8(ascii: "!") {
          mayStartValue = false
        }
        i += 1
      }
    }
    return nil
  }

  private static func name(_ bytes: [UInt8], at start: Int, end: Int) -> Range<Int>? {
    var i = start + 1
    while i < end, bytes[i].isAlphanumeric || bytes[i] == UInt8(ascii: "_") || bytes[i] == UInt8(ascii: "-") { i += 1 }
    guard i > start + 1, i == end || bytes[i].isBlank || ",]}".utf8.contains(bytes[i]) else { return nil }
    return start..<i
  }
}
