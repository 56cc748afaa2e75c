/// `$…$`
///
/// Pandoc's rule: no blank behind the first dollar, none before the last and no digit behind it. Many notes are
/// written for processors that do not mind blanks, and a dollar left over there would make a formula of the prose up
/// to the next one. So blanks are allowed too where what is between the dollars can only be a formula.
extension AtomScanner {
  mutating func dollar(at start: Int) -> Atom? {
    let first = start + 1
    guard first < bytes.count, !bytes[first].isNewline else { return nil }
    let close = bytes[first].isBlank ? looseClosing(after: start) : strictClosing(after: start)
    return close.map { close in
      Atom(kind: .maths(.dollar, isDisplay: false, tex: first..<close, Attributes()), range: start..<close + 1)
    }
  }

  private mutating func strictClosing(after start: Int) -> Int? {
    let first = start + 1
    let limit = paragraphEnd(at: start)
    if failures[.dollar]?.contains(start) == true { return looseClosing(after: start) }
    var i = first
    while i < limit {
      switch bytes[i] {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"): i = codeSpan(at: i)?.upperBound ?? i + 1
      case UInt8(ascii: "$"):
        if i > first, !bytes[i - 1].isWhitespace, !(i + 1 < bytes.count && bytes[i + 1].isDigit) { return i }
        if bytes.has("$$", at: i) { return nil }
        if closesLoosely(i, from: first) { return i }
        i += 1
      default: i += 1
      }
    }
    failures[.dollar] = start..<limit
    return nil
  }

  /// The next dollar of the line, if it closes a formula with blanks at its ends.
  private func looseClosing(after start: Int) -> Int? {
    var i = start + 1
    while i < bytes.count, !bytes[i].isNewline, bytes[i] != UInt8(ascii: "$") {
      i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard i < bytes.count, bytes[i] == UInt8(ascii: "$"), !bytes.has("$$", at: i) else { return nil }
    return closesLoosely(i, from: start + 1) ? i : nil
  }

  /// Whether what stands between is one letter or digit, or on one line with a sign of LaTeX, and no word or number follows.
  private func closesLoosely(_ close: Int, from first: Int) -> Bool {
    if close + 1 < bytes.count, bytes[close + 1].isAlphanumeric || bytes[close + 1].isHigh { return false }
    let words = bytes[first..<close].drop { $0.isBlank }
    let letters = words.prefix { !$0.isBlank }
    if letters.count == 1, letters.first?.isAlphanumeric == true, words.dropFirst().allSatisfy(\.isBlank) {
      return true
    }
    return words.contains { "\\_^=".utf8.contains($0) } && !words.contains { $0.isNewline }
  }
}
