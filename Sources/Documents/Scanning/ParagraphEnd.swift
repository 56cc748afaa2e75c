/// Where a paragraph ends: nothing that stands among its words reaches farther.
extension AtomScanner {
  /// The offset at which the paragraph ends that holds `offset`.
  mutating func paragraphEnd(at offset: Int) -> Int {
    if paragraph.contains(offset) { return paragraph.upperBound }
    var start = offset
    while start > 0, !bytes[start - 1].isNewline { start -= 1 }
    let first = LinePrefix(bytes, at: start)
    var end = first.end
    if !first.isHeading(bytes), first.content < end, bytes[first.content] != UInt8(ascii: "|") {
      let isInList = first.startsItem || !itemColumns.isEmpty
      while end < bytes.count {
        let line = LinePrefix(bytes, at: bytes.lineStart(after: end))
        if interrupts(line, after: first, inList: isInList) { break }
        end = line.end
      }
    }
    paragraph = start..<max(end, offset + 1)
    return end
  }

  private func interrupts(_ line: LinePrefix, after first: LinePrefix, inList: Bool) -> Bool {
    // Outside lists a line that starts with a sign goes on with the formula of the line above.
    line.isBlank || line.quoteDepth > first.quoteDepth || (line.startsItem && inList) || line.isHeading(bytes)
      || line.fence(bytes) != nil || line.colons(bytes) != nil || bytes[line.content] == UInt8(ascii: "|")
  }

  /// The code span that opens at `start`, delimiters included; nil where the backticks are text.
  mutating func codeSpan(at start: Int) -> Range<Int>? {
    let length = bytes.run(of: UInt8(ascii: "`"), at: start)
    let limit = paragraphEnd(at: start)
    // cmark's own limit, which keeps the search linear.
    guard length <= 80, failures[.backticks(length)]?.contains(start) != true else { return nil }
    var i = start + length
    while i < limit {
      guard bytes[i] == UInt8(ascii: "`") else {
        i += 1
        continue
      }
      let run = bytes.run(of: UInt8(ascii: "`"), at: i)
      i += run
      if run == length { return start..<i }
    }
    failures[.backticks(length)] = start..<limit
    return nil
  }
}
