import Diagnostics

/// Code blocks, cells, and formulas in fences.
extension DocumentReader {
  mutating func codeBlock(_ node: Node, path: ContainerPath) -> Block {
    let literal = node.literal
    let info = protected.restored(node.info)
    let text = protected.restored(literal)
    let lines = literal.utf8.count { $0 == UInt8(ascii: "\n") }
    let start = protected.start(of: node)
    guard protected.bytes.has("```", at: start) || protected.bytes.has("~~~", at: start) else {
      let span = protected.span(from: start, toLine: node.startLine + max(0, lines - 1))
      return Block(.code(CodeBlock(info: info, text: text)), span: span)
    }

    let firstLine = protected.span(from: start, toLine: node.startLine)
    let isClosed = isClosingFence(line: node.startLine + lines + 1, of: start, path: path)
    let lastLine = node.startLine + lines + (isClosed ? 1 : 0)
    let end = protected.text.span(ofLine: min(lastLine, protected.text.lineCount)).upper
    let span = isClosed ? protected.span(from: start, toLine: lastLine) : protected.span(start..<max(start, end))
    let code = Block(.code(CodeBlock(info: info, text: text)), span: span)
    let isCell = extensions == .all && info == "{nabla}"
    guard extensions == .all else { return code }
    // A fence that its container ends is well-formed Markdown, but a cell has swallowed what was to follow.
    if !isClosed, isCell || lastLine >= protected.text.lineCount || span.upper >= source.utf8.count {
      report(.unterminatedFence(isCell: isCell), at: firstLine)
    }
    let body = fragment(of: literal, fromLine: node.startLine + 1)
    if isCell { return Block(.cell(cell(body, path: path)), span: span) }
    guard let attributes = mathsAttributes(info, in: firstLine) else { return code }
    let trimmed = body.text.utf8.last == UInt8(ascii: "\n") ? body.slice(0..<body.text.utf8.count - 1) : body
    let maths = Maths(
      index: formulaCount, delimiter: .fence, isDisplay: true, tex: trimmed, span: span.joined(with: trimmed.span),
      attributes: attributes)
    formulaCount += 1
    return Block(.equation(maths), span: maths.span)
  }

  /// The attributes behind `math` in an info string; nil where it does not say `math`.
  private func mathsAttributes(_ info: String, in line: SourceSpan) -> Attributes? {
    guard info == "math" || info.hasPrefix("math ") || info.hasPrefix("math{") else { return nil }
    guard let brace = source.utf8[line.range].firstIndex(of: UInt8(ascii: "{")) else { return Attributes() }
    return Attributes.reading(source.utf8, at: brace)?.attributes ?? Attributes()
  }

  private func isClosingFence(line: Int, of opening: Int, path: ContainerPath) -> Bool {
    let text = protected.text
    guard line <= text.lineCount else { return false }
    let range = text.span(ofLine: line).range
    let (offset, isComplete, _) = path.content(of: range, in: text.utf8, line: line)
    let start = text.utf8.skippingBlanks(from: offset, to: range.upperBound)
    guard isComplete, start < range.upperBound, text.utf8[start] == text.utf8[opening] else { return false }
    let run = text.utf8.run(of: text.utf8[start], at: start)
    return run >= text.utf8.run(of: text.utf8[opening], at: opening)
      && text.utf8.skippingBlanks(from: start + run, to: range.upperBound) == range.upperBound
  }

  /// The lines of a literal, each of which is the end of a line of the file.
  ///
  /// Where a tab was cut by the indentation of a list, cmark writes spaces for what is left of it.
  private func fragment(of literal: String, fromLine first: Int) -> SourceFragment {
    let text = protected.text
    let bytes = Array(literal.utf8)
    var start = 0
    var number = first
    var fragment = SourceFragment(
      "", at: number <= text.lineCount ? protected.source(of: text.lineStarts[number - 1]) : source.utf8.count)
    while start < bytes.count, number <= text.lineCount {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = text.span(ofLine: number)
      let words = bytes.skippingBlanks(from: start, to: end)
      let isWhole = text.utf8[line.range].suffix(end - start) == bytes[start..<end]
      let offset = max(line.lower, line.upper - (end - (isWhole ? start : words)))
      let written = protected.span(offset..<line.upper)
      if !isWhole, words < end { fragment.append(bytes.string(start..<words), at: written.lower) }
      fragment.append(source[written], at: written.lower)
      if end < bytes.count, line.upper < text.utf8.count { fragment.append("\n", at: written.upper) }
      start = end + 1
      number += 1
    }
    return fragment
  }

  /// A cell: lines `#| key: value` first, then statements.
  private mutating func cell(_ body: SourceFragment, path: ContainerPath) -> Cell {
    let bytes = Array(body.text.utf8)
    var options: [Cell.Option] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.lineEnd(from: start)
      let mark = bytes.skippingBlanks(from: start, to: end)
      guard bytes.has("#|", at: mark) else { break }
      if let option = option(body, bytes, in: mark + 2..<end) { options.append(option) }
      start = bytes.lineStart(after: end)
    }
    let cell = Cell(
      index: cellCount, options: options, text: body.slice(start..<bytes.count), linePrefix: path.linePrefix)
    cellCount += 1
    return cell
  }

  /// An option without a colon is a key without a value, for whoever knows the keys to complain about.
  private func option(_ body: SourceFragment, _ bytes: [UInt8], in range: Range<Int>) -> Cell.Option? {
    func trimmed(_ range: Range<Int>) -> Range<Int> {
      let lower = bytes.skippingBlanks(from: range.lowerBound, to: range.upperBound)
      var upper = range.upperBound
      while upper > lower, bytes[upper - 1].isBlank { upper -= 1 }
      return lower..<upper
    }
    let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
    let key = trimmed(range.lowerBound..<colon)
    var value = trimmed(min(colon + 1, range.upperBound)..<range.upperBound)
    guard !key.isEmpty else { return nil }
    if value.count >= 2, let quote = bytes[value].first, quote == bytes[value].last, "\"'".utf8.contains(quote) {
      value = value.lowerBound + 1..<value.upperBound - 1
    }
    return Cell.Option(
      key: bytes.string(key), value: bytes.string(value), keySpan: body.span(of: key), valueSpan: body.span(of: value))
  }
}
