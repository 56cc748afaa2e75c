import Diagnostics

/// References, footnotes, inline values, attributes and divisions.
extension AtomScanner {
  /// What a label starts with: other words behind an `@` are names of people.
  private static let labelPrefixes: [StaticString] = ["eq-", "fig-", "tbl-", "sec-", "lst-", "exr-"]

  /// `@eq-bp1`
  func reference(at i: Int, to end: Int) -> Atom? {
    if i > 0, bytes[i - 1].isAlphanumeric || bytes[i - 1].isHigh || ".-_+".utf8.contains(bytes[i - 1]) { return nil }
    guard let label = label(at: i + 1, to: end) else { return nil }
    return Atom(kind: .reference(label: bytes.string(label)), range: i..<label.upperBound)
  }

  private func label(at start: Int, to end: Int) -> Range<Int>? {
    guard let prefix = Self.labelPrefixes.first(where: { bytes.has($0, at: start) }) else { return nil }
    let stem = start + prefix.utf8CodeUnitCount
    var i = stem
    while i < end, bytes[i].isAlphanumeric || bytes[i].isHigh || "-_.:".utf8.contains(bytes[i]) { i += 1 }
    // A full stop behind a label ends the sentence.
    while i > stem, "-_.:".utf8.contains(bytes[i - 1]) { i -= 1 }
    return i > stem ? start..<i : nil
  }

  /// `[@eq-bp1]` or `[^note]`
  func bracketed(at i: Int, to end: Int) -> Atom? {
    if bytes.has("[@", at: i) {
      guard let label = label(at: i + 2, to: end), bytes.has("]", at: label.upperBound) else { return nil }
      let behind = label.upperBound + 1
      if bytes.has("(", at: behind) || bytes.has("[", at: behind) { return nil }
      return Atom(kind: .reference(label: bytes.string(label)), range: i..<behind)
    }
    guard let label = footnoteLabel(at: i, to: end) else { return nil }
    return Atom(kind: .footnoteReference(label: bytes.string(label)), range: i..<label.upperBound + 1)
  }

  private func footnoteLabel(at start: Int, to end: Int) -> Range<Int>? {
    guard bytes.has("[^", at: start) else { return nil }
    var i = start + 2
    while i < end, !bytes[i].isWhitespace, !"[]^`$\\".utf8.contains(bytes[i]) { i += 1 }
    return i > start + 2 && i < end && bytes[i] == UInt8(ascii: "]") ? start + 2..<i : nil
  }

  /// `[^note]:` where a block may start, with the blanks behind it.
  func footnoteDefinition(on line: LinePrefix) -> Atom? {
    guard let label = footnoteLabel(at: line.content, to: line.end), bytes.has("]:", at: label.upperBound) else {
      return nil
    }
    let behind = bytes.skippingBlanks(from: label.upperBound + 2, to: line.end)
    return Atom(kind: .footnoteDefinition(label: bytes.string(label)), range: line.content..<behind)
  }

  /// `` `{nabla} loss` ``
  mutating func inlineValue(at start: Int) -> Atom? {
    let opening = bytes.run(of: UInt8(ascii: "`"), at: start)
    guard bytes.has("{nabla}", at: start + opening), let span = codeSpan(at: start) else { return nil }
    let end = span.upperBound - opening
    var lower = start + opening + 7
    guard lower < end, bytes[lower].isWhitespace else { return nil }
    while lower < end, bytes[lower].isWhitespace { lower += 1 }
    var upper = end
    while upper > lower, bytes[upper - 1].isWhitespace { upper -= 1 }
    return Atom(kind: .value(text: lower..<upper), range: span)
  }

  /// `{#id .class}` at the end of a line
  func attributes(at i: Int, to end: Int) -> Atom? {
    guard bytes.has("{#", at: i) || bytes.has("{.", at: i), let (attributes, behind) = Attributes.reading(bytes, at: i)
    else { return nil }
    // The closing hashes of a heading may stand behind its attributes.
    var rest = bytes.skippingBlanks(from: behind, to: end)
    rest += bytes.run(of: UInt8(ascii: "#"), at: rest)
    return bytes.skippingBlanks(from: rest, to: end) == end
      ? Atom(kind: .attributes(attributes), range: i..<behind) : nil
  }

  /// `::: {.class #id}`, `::: name` or `:::`
  func division(on line: LinePrefix) -> Atom? {
    guard let colons = line.colons(bytes) else { return nil }
    var end = line.end
    while bytes[end - 1].isBlank { end -= 1 }
    let range = line.content..<end
    let start = bytes.skippingBlanks(from: line.content + colons, to: end)
    guard start < end else { return Atom(kind: .divisionEnd, range: range) }
    if let (attributes, behind) = Attributes.reading(bytes, at: start) {
      return isColons(behind..<end) ? Atom(kind: .divisionStart(attributes), range: range) : nil
    }
    var i = start
    while i < end, bytes[i].isAlphanumeric || bytes[i].isHigh || bytes[i] == UInt8(ascii: "-") { i += 1 }
    guard i > start, isColons(i..<end) else { return nil }
    let name = Attributes(classes: [bytes.string(start..<i)], span: SourceSpan(start, i))
    return Atom(kind: .divisionStart(name), range: range)
  }

  private func isColons(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0.isBlank || $0 == UInt8(ascii: ":") }
  }
}
