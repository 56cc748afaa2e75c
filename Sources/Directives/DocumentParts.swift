package import Diagnostics
package import Documents

/// What of a document is carried out, in the order of its text.
package enum DocumentPart: Sendable {
  case cell(Cell, SourceSpan)
  case display(Maths)
  case value(InlineValue)
}

extension Document {
  package var parts: [DocumentPart] {
    var parts: [DocumentPart] = []
    collect(blocks, into: &parts)
    return parts
  }
}

private func collect(_ blocks: [Block], into parts: inout [DocumentPart]) {
  for block in blocks {
    switch block.kind {
    case .cell(let cell): parts.append(.cell(cell, block.span))
    case .equation(let maths): parts.append(.display(maths))
    case .paragraph(let inlines), .heading(_, let inlines): collect(inlines, into: &parts)
    case .quotation(let inner), .division(let inner), .footnote(_, let inner): collect(inner, into: &parts)
    case .exercise(let exercise):
      collect(exercise.title, into: &parts)
      collect(exercise.blocks, into: &parts)
    case .callout(let callout):
      collect(callout.title, into: &parts)
      collect(callout.blocks, into: &parts)
    case .list(let list): for item in list.items { collect(item, into: &parts) }
    case .table(let table):
      for entry in table.header + table.rows.flatMap({ $0 }) { collect(entry.content, into: &parts) }
      collect(table.caption, into: &parts)
    case .code, .html, .rule: break
    }
  }
}

private func collect(_ inlines: [Inline], into parts: inout [DocumentPart]) {
  for inline in inlines {
    switch inline.kind {
    case .maths(let maths): if maths.isDisplay { parts.append(.display(maths)) }
    case .value(let value): parts.append(.value(value))
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .image(_, _, let inner):
      collect(inner, into: &parts)
    case .text, .softBreak, .lineBreak, .code, .html, .reference, .footnoteReference: break
    }
  }
}
