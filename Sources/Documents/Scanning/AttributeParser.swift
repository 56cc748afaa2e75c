import Diagnostics

extension Attributes {
  /// Reads `{#id .class key=value key="two words"}` at `start`, on one line.
  ///
  /// - Returns: the attributes and the offset behind the brace; nil unless every word is one of the three kinds.
  static func reading(_ bytes: [UInt8], at start: Int) -> (attributes: Attributes, end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var result = Attributes()
    var i = start + 1
    while i < bytes.count {
      let byte = bytes[i]
      if byte.isBlank {
        i += 1
      } else if byte == UInt8(ascii: "}") {
        guard result.identifier != nil || !result.classes.isEmpty || !result.pairs.isEmpty else { return nil }
        result.span = SourceSpan(start, i + 1)
        return (result, i + 1)
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".") {
        let end = nameEnd(bytes, from: i + 1)
        guard end > i + 1 else { return nil }
        let name = bytes.string(i + 1..<end)
        if byte == UInt8(ascii: "#") { result.identifier = name } else { result.classes.append(name) }
        i = end
      } else {
        guard let pair = pair(bytes, at: i) else { return nil }
        result.pairs.append(pair)
        i = pair.span.upper
      }
    }
    return nil
  }

  private static func nameEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i].isAlphanumeric || bytes[i].isHigh || "-_:.".utf8.contains(bytes[i]) { i += 1 }
    return i
  }

  private static func pair(_ bytes: [UInt8], at start: Int) -> Pair? {
    let keyEnd = nameEnd(bytes, from: start)
    guard keyEnd > start, keyEnd < bytes.count, bytes[keyEnd] == UInt8(ascii: "=") else { return nil }
    var i = keyEnd + 1
    guard i < bytes.count else { return nil }
    let key = bytes.string(start..<keyEnd)
    let quote = bytes[i]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let valueStart = i + 1
      i = valueStart
      while i < bytes.count, bytes[i] != quote, !bytes[i].isNewline { i += 1 }
      guard i < bytes.count, bytes[i] == quote else { return nil }
      return Pair(key: key, value: bytes.string(valueStart..<i), span: SourceSpan(start, i + 1))
    }
    let valueStart = i
    while i < bytes.count, !bytes[i].isWhitespace, bytes[i] != UInt8(ascii: "}") { i += 1 }
    guard i > valueStart else { return nil }
    return Pair(key: key, value: bytes.string(valueStart..<i), span: SourceSpan(start, i))
  }
}
