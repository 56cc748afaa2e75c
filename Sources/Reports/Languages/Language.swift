package import Results

/// What a report says in the language of its text: its words, and the sign before decimals.
package struct Language: Sendable {
  /// As in HTML's `lang`: `de`.
  let tag: String
  package let decimalSign: DecimalSign
  private let words: [Word: String]

  init(_ tag: String, decimalSign: DecimalSign, _ words: [Word: String]) {
    self.tag = tag
    self.decimalSign = decimalSign
    self.words = words
  }

  /// A language more is a table more.
  static let all = [english, german, french, spanish, italian, portuguese, chinese]

  /// The language that a tag such as `de-AT` names; English where there is no table for it.
  package static func named(_ tag: String?) -> Language { known(tag) ?? english }

  /// nil where there is no table for it.
  static func known(_ tag: String?) -> Language? {
    let primary = (tag ?? english.tag).lowercased().prefix { $0 != "-" && $0 != "_" }
    return all.first { $0.tag == primary }
  }

  subscript(_ word: Word) -> String { words[word] ?? Self.english.words[word] ?? word.rawValue }

  /// A sentence with its places filled in.
  func text(_ word: Word, _ first: some StringProtocol, _ second: String = "") -> String {
    Self.filled(self[word], String(first), second)
  }

  /// What is said of so many.
  func counted(_ word: Word, _ count: Int, _ second: String = "") -> String {
    let forms = self[word].split(separator: "|", omittingEmptySubsequences: false)
    return Self.filled(String(count == 1 ? forms[0] : forms[forms.count - 1]), String(count), second)
  }

  private static func filled(_ sentence: String, _ first: String, _ second: String) -> String {
    // One pass: what is filled in may have braces of its own.
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstRange(of: "{"), rest[open.upperBound...].dropFirst().first == "}" {
      result += rest[..<open.lowerBound] + (rest[open.upperBound] == "1" ? first : second)
      rest = rest[open.upperBound...].dropFirst(2)
    }
    return result + rest
  }
}

extension String {
  /// Without the blanks at both ends: what is left of a sentence with an empty place.
  var trimmedBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension Language {
  func text(_ number: NumberText) -> String { number.plain(with: decimalSign) }
  func html(_ number: NumberText) -> String { number.html(with: decimalSign) }

  /// A sentence of ours with the decimal sign of this language in its numbers.
  func localized(_ text: String) -> String { decimalSign.replacingPoints(in: text, with: decimalSign.plain) }

  /// A formula of ours with the decimal sign of this language in its numbers, but not in its lengths: `.5em`.
  func localized(tex: String) -> String { decimalSign.replacingPoints(in: tex, with: decimalSign.tex) }
}

extension DecimalSign {
  fileprivate func replacingPoints(in text: String, with sign: String) -> String {
    guard self != .point, text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let bytes = Array(text.utf8)
    func isDigit(_ i: Int) -> Bool { bytes.indices.contains(i) && (0x30...0x39).contains(bytes[i]) }
    func isLetter(_ i: Int) -> Bool { bytes.indices.contains(i) && (0x61...0x7A).contains(bytes[i] | 0x20) }
    var result: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      guard byte == UInt8(ascii: "."), isDigit(i - 1), isDigit(i + 1) else {
        result.append(byte)
        continue
      }
      var start = i
      while isDigit(start - 1) { start -= 1 }
      var end = i + 1
      while isDigit(end) { end += 1 }
      // `1.2.3` is no number, and `0.5em` a length.
      let isChain =
        start > 0 && bytes[start - 1] == UInt8(ascii: ".")
        || bytes.indices.contains(end) && bytes[end] == byte && isDigit(end + 1)
      if isChain || isLetter(end) || isLetter(start - 1) { result.append(byte) } else { result += sign.utf8 }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
