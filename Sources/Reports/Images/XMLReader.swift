/// Reads XML as a list of events; knows no document types, so that no entity can expand or fetch anything.
enum XMLEvent: Hashable {
  case start(name: String, attributes: [Attribute], isEmpty: Bool)
  case end(name: String)
  case text(String)

  struct Attribute: Hashable {
    var name: String
    var value: String
  }
}

/// Total: gives events as long as the text is well formed, and says whether it was.
struct XMLReader {
  private var rest: Substring.UTF8View
  private(set) var isWellFormed = true

  init(_ text: String) { rest = text[...].utf8 }

  mutating func next() -> XMLEvent? {
    while let first = rest.first {
      guard first == UInt8(ascii: "<") else { return .text(Self.unescaped(take { $0 != UInt8(ascii: "<") })) }
      if skip("<!--") {
        _ = take(through: "-->")
      } else if skip("<![CDATA[") {
        return .text(take(through: "]]>"))
      } else if skip("<?") {
        _ = take(through: "?>")
      } else if skip("<!") {
        skipDeclaration()
      } else if skip("</") {
        let name = take(while: Self.isName)
        skipSpace()
        return skip(">") ? .end(name: name) : fail()
      } else {
        rest.removeFirst()
        return startTag()
      }
    }
    return nil
  }

  private mutating func startTag() -> XMLEvent? {
    let name = take(while: Self.isName)
    guard !name.isEmpty else { return fail() }
    var attributes: [XMLEvent.Attribute] = []
    while true {
      skipSpace()
      if skip("/>") { return .start(name: name, attributes: attributes, isEmpty: true) }
      if skip(">") { return .start(name: name, attributes: attributes, isEmpty: false) }
      let key = take(while: Self.isName)
      skipSpace()
      guard !key.isEmpty, skip("=") else { return fail() }
      skipSpace()
      guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return fail()
      }
      let value = take { $0 != quote }
      guard rest.popFirst() == quote else { return fail() }
      attributes.append(XMLEvent.Attribute(name: key, value: Self.unescaped(value)))
    }
  }

  private mutating func fail() -> XMLEvent? {
    isWellFormed = false
    rest = rest[rest.endIndex...]
    return nil
  }

  /// `<!DOCTYPE … [ … ]>`
  private mutating func skipDeclaration() {
    var depth = 1
    while depth > 0, let byte = rest.popFirst() {
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
    }
    if depth > 0 { isWellFormed = false }
  }

  private mutating func take(while condition: (UInt8) -> Bool) -> String {
    let end = rest.firstIndex { !condition($0) } ?? rest.endIndex
    defer { rest = rest[end...] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  private mutating func take(through mark: String) -> String {
    let text = Substring(rest)
    guard let range = text.firstRange(of: mark) else {
      isWellFormed = false
      rest = rest[rest.endIndex...]
      return ""
    }
    rest = rest[range.upperBound...]
    return String(text[..<range.lowerBound])
  }

  private mutating func skip(_ mark: String) -> Bool {
    guard rest.starts(with: mark.utf8) else { return false }
    rest = rest.dropFirst(mark.utf8.count)
    return true
  }

  private mutating func skipSpace() { _ = take { $0 == 0x20 || (0x09...0x0D).contains($0) } }

  private static func isName(_ byte: UInt8) -> Bool {
    TeXToken.isLetter(byte) || byte >= 0x80 || "0123456789-_.:".utf8.contains(byte)
  }

  /// The five entities of XML and characters by number; others vanish.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else { continue }
      result += character(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ entity: Substring) -> String {
    switch entity {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard entity.hasPrefix("#") else { return "" }
      let number = entity.dropFirst()
      let code = number.hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
      return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}
