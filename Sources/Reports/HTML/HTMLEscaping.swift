/// Escaping as cmark does it, so that a document without our additions renders to cmark's own bytes.
enum HTMLEscaping {
  /// Text for an element or a quoted attribute: `&`, `<`, `>` and `"` become entities.
  static func text(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var plain = text.startIndex
    for index in text.utf8.indices {
      guard let entity = entity(for: text.utf8[index]) else { continue }
      result += text[plain..<index]
      result += entity
      plain = text.utf8.index(after: index)
    }
    result += text[plain...]
    return result
  }

  private static func entity(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// A destination for `href` or `src`: bytes that a URL cannot hold are percent-encoded, escapes kept as they are.
  static func destination(_ url: String) -> String {
    var result = ""
    result.reserveCapacity(url.utf8.count)
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "'"): result += "&#x27;"
      case _ where isPlainInURL[Int(byte)]: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + hexadecimal[Int(byte >> 4)] + hexadecimal[Int(byte & 15)]
      }
    }
    return result
  }

  /// Whether following the destination could run a script or open a local file.
  ///
  /// The rule of cmark's safe mode: four schemes are dangerous, but for images inside a `data:` URL.
  static func isDangerous(_ url: String) -> Bool {
    let start = String(url.prefix(32)).lowercased()
    if start.hasPrefix("data:") {
      return !["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") }
    }
    return ["javascript:", "vbscript:", "file:"].contains { start.hasPrefix($0) }
  }

  private static let hexadecimal = "0123456789ABCDEF".map(String.init)
  private static let isPlainInURL: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+!*(),%#@?=;:/$~".utf8 {
      table[Int(byte)] = true
    }
    return table
  }()
}
