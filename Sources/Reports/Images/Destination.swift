/// Where a link or an image leads, seen from the notebook's folder.
enum Destination: Hashable {
  /// A fragment of this page.
  case here
  /// A file beneath the notebook's folder: its path, unescaped and without detours, and what follows it (`#…`).
  case file(path: String, rest: String)
  /// A path that leaves the notebook's folder.
  case outside
  /// Something with a scheme, or on another host.
  case elsewhere

  init(_ destination: String) {
    let scheme = destination.prefix { $0 != ":" }
    let startsURL = scheme.utf8.first.map(TeXToken.isLetter) == true && scheme.count < destination.count
    if destination.hasPrefix("//")
      || (startsURL && scheme.utf8.allSatisfy { TeXToken.isLetter($0) || "0123456789+.-".utf8.contains($0) })
    {
      self = .elsewhere
      return
    }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty else {
      self = .here
      return
    }
    var parts: [Substring] = []
    let decoded = Self.unescaped(path)
    // A zero would end the path early for the system, a backslash is a way up on another one.
    guard !decoded.hasPrefix("/"), !decoded.contains("\0"), !decoded.contains("\\") else {
      self = .outside
      return
    }
    for part in decoded.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        self = .outside
        return
      }
    }
    self = .file(path: parts.joined(separator: "/"), rest: String(destination[path.endIndex...]))
  }

  static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.first != UInt8(ascii: "+"), rest.first != UInt8(ascii: "-"), rest.count >= 2
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
