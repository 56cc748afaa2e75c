import Diagnostics

/// What ends a formula.
enum Closing: Hashable {
  case dollars
  /// `\)`
  case parenthesis
  /// `\]`
  case bracket
  /// `\\)`: in many notes the backslash itself is escaped, for processors that remove one.
  case escapedParenthesis
  case escapedBracket
  case environment(String)
}

/// Formulas and their delimiters.
extension AtomScanner {
  /// Environments that are displays of their own.
  static let environments: Set<String> = [
    "align", "alignat", "aligned", "displaymath", "dmath", "eqnarray", "equation", "flalign", "gather", "gathered",
    "math", "multline", "split",
  ]

  /// The formula that opens at `i`.
  mutating func maths(at i: Int, in line: LinePrefix) -> Atom? {
    if bytes[i] == UInt8(ascii: "$") {
      if bytes.has("$$", at: i) { return display(.dollars, from: i, opening: 2, closing: .dollars, in: line) }
      return bytes.has("$`", at: i) ? backticks(at: i) ?? dollar(at: i) : dollar(at: i)
    }
    if bytes.has("\\(", at: i) { return inline(from: i, opening: 2, closing: .parenthesis) }
    if bytes.has("\\\\(", at: i) { return inline(from: i, opening: 3, closing: .escapedParenthesis) }
    if bytes.has("\\[", at: i) { return display(.brackets, from: i, opening: 2, closing: .bracket, in: line) }
    if bytes.has("\\\\[", at: i) { return display(.brackets, from: i, opening: 3, closing: .escapedBracket, in: line) }
    if let reference = proseReference(at: i, in: line) { return reference }
    guard let name = environmentName(at: i, after: "\\begin{") else { return nil }
    let stem = name.hasSuffix("*") ? String(name.dropLast()) : name
    guard Self.environments.contains(stem) else { return nil }
    return display(.environment(name), from: i, opening: 8 + name.utf8.count, closing: .environment(name), in: line)
  }

  /// `\eqref{eq:x}` between words: a formula without its dollars.
  private func proseReference(at i: Int, in line: LinePrefix) -> Atom? {
    for command: StaticString in ["\\eqref{", "\\ref{"] where bytes.has(command, at: i) {
      let start = i + command.utf8CodeUnitCount
      guard let end = bytes[start..<line.end].firstIndex(of: UInt8(ascii: "}")), end > start,
        !bytes[start..<end].contains(where: { "{\\$ ".utf8.contains($0) })
      else { return nil }
      return Atom(kind: .maths(.command, isDisplay: false, tex: i..<end + 1, Attributes()), range: i..<end + 1)
    }
    return nil
  }

  /// `` $`…`$ ``
  private mutating func backticks(at start: Int) -> Atom? {
    guard let span = codeSpan(at: start + 1), bytes.has("$", at: span.upperBound) else { return nil }
    let length = bytes.run(of: UInt8(ascii: "`"), at: start + 1)
    let tex = span.lowerBound + length..<span.upperBound - length
    return Atom(kind: .maths(.backticks, isDisplay: false, tex: tex, Attributes()), range: start..<span.upperBound + 1)
  }

  private mutating func inline(from start: Int, opening: Int, closing: Closing) -> Atom? {
    guard let tex = search(closing, from: start + opening, to: paragraphEnd(at: start), stopsAtBlank: true, in: nil)
    else { return nil }
    return Atom(
      kind: .maths(.parentheses, isDisplay: false, tex: tex, Attributes()),
      range: start..<tex.upperBound + closing.length)
  }

  private mutating func display(
    _ delimiter: Maths.Delimiter, from start: Int, opening: Int, closing: Closing, in line: LinePrefix
  ) -> Atom? {
    let content = start + opening
    let startsLine = start == line.content
    let opensDisplay = startsLine || bytes.isLineEnd(content)
    guard var tex = search(closing, from: content, to: bytes.count, stopsAtBlank: !opensDisplay, in: line) else {
      // An escaped bracket at the start of a line is common in prose; alone on its line it opens a display.
      let isAlone = startsLine && bytes.isLineEnd(content)
      if isAlone || (startsLine && closing == .dollars) {
        report(.unterminatedMaths(bytes.string(start..<content)), at: SourceSpan(start, content))
      }
      return nil
    }
    guard !tex.isEmpty else { return nil }
    var end = tex.upperBound + closing.length
    if case .environment = delimiter { tex = start..<end }
    let attributes = attributes(behindDisplay: end)
    end = attributes?.span?.upper ?? end
    return Atom(kind: .maths(delimiter, isDisplay: true, tex: tex, attributes ?? Attributes()), range: start..<end)
  }

  /// The bytes from `start` up to the first `closing`.
  ///
  /// A formula ends with its quotation, at a code fence, and before a heading that follows a blank line: whoever
  /// forgot to close it loses one display, not the chapter.
  private mutating func search(
    _ closing: Closing, from start: Int, to limit: Int, stopsAtBlank: Bool, in line: LinePrefix?
  ) -> Range<Int>? {
    if failures[.closing(closing)]?.contains(start) == true { return nil }
    var i = start
    var depth = 0
    var afterBlank = false
    while i < limit {
      if bytes[i].isNewline {
        let next = LinePrefix(bytes, at: bytes.lineStart(after: i))
        if let line {
          if next.isBlank && stopsAtBlank { break }
          if !next.isBlank {
            let leaves = next.quoteDepth < line.quoteDepth
            if leaves || next.fence(bytes) != nil || (afterBlank && next.isHeading(bytes)) { break }
          }
        }
        afterBlank = next.isBlank
        // An empty last line has no newline to stop at.
        i = max(next.content, bytes.lineStart(after: i))
        continue
      }
      if closing.stands(in: bytes, at: i) {
        if depth == 0 { return start..<i }
        depth -= 1
      } else if case .environment(let name) = closing, environmentName(at: i, after: "\\begin{") == name {
        depth += 1
      }
      i += bytes[i] == UInt8(ascii: "\\") && i + 1 < limit && !bytes[i + 1].isNewline ? 2 : 1
    }
    failures[.closing(closing)] = start..<max(i, start + 1)
    return nil
  }

  /// `align*` of `\begin{align*}`
  private func environmentName(at offset: Int, after opening: StaticString) -> String? {
    guard bytes.has(opening, at: offset) else { return nil }
    let start = offset + opening.utf8CodeUnitCount
    var i = start
    while i < bytes.count, bytes[i].isLetter || bytes[i] == UInt8(ascii: "*") { i += 1 }
    guard i > start, i < bytes.count, bytes[i] == UInt8(ascii: "}") else { return nil }
    return bytes.string(start..<i)
  }

  /// The attributes behind a display that ends at `end`, on the same line or alone on the next.
  private func attributes(behindDisplay end: Int) -> Attributes? {
    let here = bytes.skippingBlanks(from: end, to: bytes.count)
    guard bytes.isLineEnd(here) else { return Attributes.reading(bytes, at: here)?.attributes }
    guard here < bytes.count else { return nil }
    let next = LinePrefix(bytes, at: bytes.lineStart(after: here))
    guard !next.isBlank, let (attributes, behind) = Attributes.reading(bytes, at: next.content) else { return nil }
    return bytes.skippingBlanks(from: behind, to: next.end) == next.end ? attributes : nil
  }
}

extension Closing {
  var length: Int {
    switch self {
    case .dollars, .parenthesis, .bracket: 2
    case .escapedParenthesis, .escapedBracket: 3
    case .environment(let name): 6 + name.utf8.count
    }
  }

  func stands(in bytes: [UInt8], at i: Int) -> Bool {
    switch self {
    case .dollars: bytes.has("$$", at: i)
    case .parenthesis: bytes.has("\\)", at: i)
    case .bracket: bytes.has("\\]", at: i)
    case .escapedParenthesis: bytes.has("\\\\)", at: i)
    case .escapedBracket: bytes.has("\\\\]", at: i)
    case .environment(let name):
      bytes.has("\\end{", at: i) && bytes[(i + 5)...].starts(with: name.utf8)
        && bytes.has("}", at: i + 5 + name.utf8.count)
    }
  }
}
