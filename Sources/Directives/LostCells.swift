import Diagnostics
import Documents

extension Document {
  /// Finds what was probably meant as a cell or as a value and is neither: with a fence, brace or name broken, its
  /// statements would become prose, and its expectations would be met by nobody in silence.
  var lostCells: [Diagnostic] { lostCells(in: blocks) }

  private func lostCells(in blocks: [Block]) -> [Diagnostic] {
    blocks.flatMap { block -> [Diagnostic] in
      switch block.kind {
      case .code(let code): lostCells(in: code, at: block.span)
      case .paragraph(let inlines), .heading(_, let inlines): lostValues(in: inlines, at: block.span)
      case .quotation(let inner), .division(let inner), .footnote(_, let inner): lostCells(in: inner)
      case .exercise(let exercise): lostValues(in: exercise.title, at: block.span) + lostCells(in: exercise.blocks)
      case .callout(let callout): lostValues(in: callout.title, at: block.span) + lostCells(in: callout.blocks)
      case .list(let list): list.items.flatMap(lostCells)
      case .table(let table):
        (table.header + table.rows.joined()).flatMap { lostValues(in: $0.content, at: $0.span) }
          + lostValues(in: table.caption, at: block.span)
      case .html, .rule, .cell, .equation: []
      }
    }
  }

  private func lostCells(in code: CodeBlock, at span: SourceSpan) -> [Diagnostic] {
    let opening = source.span(ofLine: source.line(at: span.lower))
    let firstLine = SourceSpan(span.lower, min(span.upper, max(span.lower, opening.upper)))
    if Self.resemblesMark(code.info) { return [DirectiveProblem.lostCell.diagnostic(at: firstLine)] }
    // Within a fence as long as its own, a cell's opening has lost the fence that should have closed this block.
    let fence = source[firstLine].prefix { $0 == "`" }.count
    guard fence > 0, Self.opensCell(code.text, fence: fence) else { return [] }
    // A cell in a longer fence is shown on purpose, if that fence ends.
    let last = source.span(ofLine: source.line(at: max(span.lower, span.upper - 1)))
    let closing = source[SourceSpan(last.lower, max(last.lower, span.upper))].drop { $0 == " " }.prefix { $0 == "`" }
      .count
    if closing >= fence, !Self.opensCell(code.text, fence: fence, atLeast: fence) { return [] }
    return [DirectiveProblem.swallowedCell.diagnostic(at: firstLine)]
  }

  /// Whether the last line of a cell is a fence.
  func isClosed(_ cell: SourceSpan) -> Bool {
    let last = source.span(ofLine: source.line(at: max(cell.lower, cell.upper - 1)))
    let words = source[SourceSpan(last.lower, max(last.lower, cell.upper))].drop {
      $0 == " " || $0 == ">" || $0 == "\t"
    }
    return last.lower > cell.lower && (words.hasPrefix("```") || words.hasPrefix("~~~"))
  }

  /// Whether a line of `text` opens a cell with a fence of at most `fence` backticks.
  static func opensCell(_ text: String, fence: Int, atLeast shortest: Int = 3) -> Bool {
    text.split(separator: "\n").contains { line in
      let content = line.drop { $0 == " " }
      let ticks = content.prefix { $0 == "`" }
      return ticks.count >= shortest && ticks.count <= fence && content.dropFirst(ticks.count).hasPrefix("{nabla}")
    }
  }

  /// Values in broken backticks or braces.
  private func lostValues(in inlines: [Inline], at span: SourceSpan) -> [Diagnostic] {
    inlines.flatMap { inline -> [Diagnostic] in
      switch inline.kind {
      case .code(let code):
        guard Self.resemblesMark(code) || code.hasPrefix("{nabla}") else { return [] }
        return [DirectiveProblem.lostValue.diagnostic(at: place(of: code, in: span))]
      case .text(let text):
        guard text.contains("{nabla}") else { return [] }
        // Fences have three backticks; with fewer, they and the statements below are words of a paragraph.
        if text.hasPrefix("`{nabla}") || text.hasPrefix("``{nabla}") {
          return [DirectiveProblem.lostCell.diagnostic(at: place(of: text, in: span))]
        }
        return [DirectiveProblem.lostValue.diagnostic(at: place(of: "{nabla}", in: span))]
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .image(_, _, let inner):
        return lostValues(in: inner, at: span)
      case .softBreak, .lineBreak, .html, .maths, .value, .reference, .footnoteReference: return []
      }
    }
  }

  /// Where `text` first stands in `span` without being a value; the whole of `span` where cmark has changed it.
  private func place(of text: String, in span: SourceSpan) -> SourceSpan {
    let (bytes, wanted) = (source.utf8, Array(text.utf8))
    let values = parts.compactMap { if case .value(let value) = $0 { value.text.span } else { nil } }
    var start = span.lower
    while start + wanted.count <= min(span.upper, bytes.count) {
      let end = start + wanted.count
      let isValue = values.contains { start <= $0.lower && $0.lower <= end + 1 }
      if bytes[start] == wanted[0], !isValue, bytes[start..<end].elementsEqual(wanted) { return SourceSpan(start, end) }
      start += 1
    }
    return span
  }

  /// Whether a text begins like `{nabla}`, with a brace lost, spaces, or letters wrong.
  private static func resemblesMark(_ text: String) -> Bool {
    let inner = text.drop { $0 == "{" || $0 == " " }
    let word = inner.prefix(while: \.isLetter)
    guard text.hasPrefix("{") || inner.dropFirst(word.count).hasPrefix("}") else { return false }
    return text != "{nabla}" && nearest(String(word), among: ["nabla"]) != nil
  }
}
