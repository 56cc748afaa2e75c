/// A token of LaTeX mathematics, with its bytes.
struct TeXToken: Hashable {
  enum Kind: Hashable {
    /// `\alpha`, `\\`, `\,`
    case control
    case open
    case close
    case space
    case comment
    /// `#1`
    case parameter(Int)
    case other
  }
  var kind: Kind
  var text: String
  var range: Range<Int>

  /// Whether every brace that opens is closed, and the other way round.
  static func closesItsBraces(_ tex: String) -> Bool {
    var depth = 0
    for token in tokens(of: tex) where depth >= 0 {
      switch token.kind {
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
    }
    return depth == 0
  }

  /// Total: every byte of `tex` is in one token.
  static func tokens(of tex: String) -> [TeXToken] {
    let bytes = Array(tex.utf8)
    var tokens: [TeXToken] = []
    var i = 0
    while i < bytes.count {
      let start = i
      let kind = readKind(in: bytes, from: &i)
      tokens.append(TeXToken(kind: kind, text: String(decoding: bytes[start..<i], as: UTF8.self), range: start..<i))
    }
    return tokens
  }

  private static func readKind(in bytes: [UInt8], from i: inout Int) -> Kind {
    func skip(while condition: (UInt8) -> Bool) { while i < bytes.count, condition(bytes[i]) { i += 1 } }
    let first = bytes[i]
    i += 1
    switch first {
    case UInt8(ascii: "\\"):
      guard i < bytes.count else { return .control }
      if isLetter(bytes[i]) {
        skip(while: isLetter)
      } else {
        i += 1
        skip(while: continuesScalar)
      }
      return .control
    case UInt8(ascii: "{"): return .open
    case UInt8(ascii: "}"): return .close
    case UInt8(ascii: "%"):
      skip { $0 != UInt8(ascii: "\n") }
      return .comment
    case UInt8(ascii: "#"):
      guard i < bytes.count, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[i]) else { return .other }
      i += 1
      return .parameter(Int(bytes[i - 1] - UInt8(ascii: "0")))
    case _ where isSpace(first):
      skip(while: isSpace)
      return .space
    default:
      skip(while: continuesScalar)
      return .other
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func continuesScalar(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether letters that follow would be read as part of this token.
  var isControlWord: Bool { kind == .control && text.utf8.last.map(Self.isLetter) == true }
}

/// The tokens of a formula, with the way from each brace to the one that closes it.
struct TeXTokens: RandomAccessCollection {
  private let tokens: [TeXToken]
  /// For each opening brace the index of its closing one.
  private let closings: [Int: Int]

  init(_ tex: String) {
    tokens = TeXToken.tokens(of: tex)
    var closings: [Int: Int] = [:]
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .open { open.append(index) }
      if token.kind == .close, let start = open.popLast() { closings[start] = index }
    }
    self.closings = closings
  }

  var startIndex: Int { 0 }
  var endIndex: Int { tokens.count }
  subscript(index: Int) -> TeXToken { tokens[index] }

  /// The argument that starts at `index`, spaces skipped: a group without its braces, or one token.
  ///
  /// `index` then stands behind it. nil where the tokens end first, or a group does not close.
  func argument(at index: inout Int) -> ArraySlice<TeXToken>? {
    var i = index
    while i < count, self[i].kind == .space || self[i].kind == .comment { i += 1 }
    guard i < count, self[i].kind != .close else { return nil }
    guard self[i].kind == .open else {
      index = i + 1
      return tokens[i..<i + 1]
    }
    guard let end = closings[i] else { return nil }
    index = end + 1
    return tokens[i + 1..<end]
  }

  /// The argument at `index` as a name: of a label, an environment.
  func name(at index: inout Int) -> String? {
    guard let argument = argument(at: &index), argument.count <= 200 else { return nil }
    return argument.tex
  }
}

extension Sequence<TeXToken> {
  /// The tokens as text again. A space keeps a control word apart from a letter that has come to follow it.
  var tex: String {
    var result = ""
    var endsInWord = false
    for token in self {
      if endsInWord, token.text.utf8.first.map(TeXToken.isLetter) == true { result += " " }
      result += token.text
      endsInWord = token.isControlWord
    }
    return result
  }
}
