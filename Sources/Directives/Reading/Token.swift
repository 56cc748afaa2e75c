import Diagnostics

/// A piece of a statement.
struct Token: Equatable {
  enum Kind: Equatable {
    /// Letters, digits, `_` and `-` inside; begins with a letter.
    case word
    case number(Double)
    /// A number that no reader would accept: `0.8.0`, `1e`.
    case malformedNumber
    /// `"…"`; the text without the quotation marks.
    case string(String)
    /// `$…$`; the LaTeX without the dollars. A command by itself, `\ell`, is one, too.
    case formula(String)
    /// `:`, `,`, `->`, `=`, `<=`, a bracket …
    case symbol
    /// A quotation mark or dollar that is never closed.
    case unterminated
  }
  var kind: Kind
  var text: String
  /// In bytes of the statement's text.
  var range: Range<Int>
  /// Whether it stands on an indented line, below the statement's first.
  var line: Int
}

extension Token {
  /// Splits a statement into tokens. Total: whatever stands there becomes a token. Comments are left out.
  static func scan(_ text: String) -> [Token] {
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.scan()
    return scanner.tokens
  }
}

private struct Scanner {
  let bytes: [UInt8]
  var position = 0
  var line = 0
  var tokens: [Token] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x0A, 0x0D:
        if byte == 0x0A || !(position + 1 < bytes.count && bytes[position + 1] == 0x0A) { line += 1 }
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      case UInt8(ascii: "\""):
        enclosed(by: byte) { .string($0) }
      case UInt8(ascii: "$"):
        enclosed(by: byte) { .formula($0) }
      default:
        if let end = numberEnd() {
          number(to: end)
        } else if isWordStart(byte) {
          word()
        } else if byte == UInt8(ascii: "\\"), let end = commandEnd() {
          // A letter by its command, as in `layer \ell`.
          add(.formula(String(decoding: bytes[position..<end], as: UTF8.self)), to: end)
        } else {
          symbol()
        }
      }
    }
  }

  mutating func add(_ kind: Token.Kind, to end: Int) {
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    tokens.append(Token(kind: kind, text: text, range: position..<end, line: line))
    position = end
  }

  mutating func enclosed(by mark: UInt8, _ kind: (String) -> Token.Kind) {
    var end = position + 1
    while end < bytes.count, bytes[end] != mark, bytes[end] != 0x0A {
      end += bytes[end] == UInt8(ascii: "\\") && end + 1 < bytes.count ? 2 : 1
    }
    if end < bytes.count, bytes[end] == mark {
      add(kind(String(decoding: bytes[(position + 1)..<end], as: UTF8.self)), to: end + 1)
    } else {
      add(.unterminated, to: min(end, bytes.count))
    }
  }

  /// Where a run that begins like a number ends, letters that cling to it included.
  func numberEnd() -> Int? {
    var start = position
    if bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+") { start += 1 }
    guard start < bytes.count else { return nil }
    let isDigit = bytes[start].isDigit
    let isPoint = bytes[start] == UInt8(ascii: ".") && start + 1 < bytes.count && bytes[start + 1].isDigit
    guard isDigit || isPoint else { return nil }
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      if isSign {
        guard bytes[end - 1] | 0x20 == UInt8(ascii: "e"), end + 1 < bytes.count, bytes[end + 1].isDigit else { break }
      } else if !isWordByte(byte), byte != UInt8(ascii: ".") {
        break
      }
      end += 1
    }
    return end
  }

  mutating func number(to end: Int) {
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    let literal = text.first == "+" ? String(text.dropFirst()) : text
    let isDecimal = literal.utf8.allSatisfy {
      $0.isDigit || $0 == 0x2E || $0 == 0x2D || $0 | 0x20 == 0x65 || $0 == 0x2B
    }
    // Swift reads `.5` and `5.` only with digits on both sides of the point.
    var padded = literal.replacingPrefix("-.", with: "-0.").replacingPrefix(".", with: "0.")
    if padded.last == "." { padded += "0" }
    if isDecimal, let value = Double(padded), value.isFinite {
      add(.number(value), to: end)
    } else {
      add(.malformedNumber, to: end)
    }
  }

  /// Where a backslash and letters that stand next end.
  func commandEnd() -> Int? {
    let end = bytes[(position + 1)...].prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
      .endIndex
    return end > position + 1 ? end : nil
  }

  mutating func word() {
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      let isInnerHyphen =
        byte == UInt8(ascii: "-") && end + 1 < bytes.count && isWordStart(bytes[end + 1]) && end > position
      guard isWordByte(byte) || isInnerHyphen else { break }
      end += 1
    }
    add(.word, to: end)
  }

  mutating func symbol() {
    let two = position + 1 < bytes.count ? Array(bytes[position...(position + 1)]) : []
    if [Array("->".utf8), Array("<=".utf8), Array(">=".utf8), Array("!=".utf8)].contains(two) {
      add(.symbol, to: position + 2)
    } else {
      var end = position + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      add(.symbol, to: end)
    }
  }

  func isWordStart(_ byte: UInt8) -> Bool {
    // Bytes from 0x80 on belong to letters of other scripts, but for the arrows and relations that authors type.
    guard byte < 0x80 else { return !startsMathematicalSymbol() }
    return byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte >= 0x80 || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "_")
  }

  /// U+2190 to U+22FF, the arrows and mathematical operators, begin with E2 86 to E2 8B.
  func startsMathematicalSymbol() -> Bool {
    position + 1 < bytes.count && bytes[position] == 0xE2 && (0x86...0x8B).contains(bytes[position + 1])
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
