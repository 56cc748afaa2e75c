import Diagnostics

extension DocumentReader {
  /// The table, and what stands before and behind it in its paragraph.
  mutating func blocks(of draft: TablePlan.Draft, path: ContainerPath) -> [Block] {
    var blocks: [Block] = []
    if let lead = draft.lead {
      blocks += paragraphs(words(of: lead).withAttributesAsText(in: source), span: lead.span, path: path)
    }
    var table = Table(
      alignments: draft.alignments, header: draft.header.map { entry($0) },
      rows: draft.rows.map { row in row.map { entry($0) } })
    var block = Block(.table(table), span: draft.span)
    if let chunk = draft.caption {
      let caption = words(of: chunk)
      table.caption = caption.withoutCaptionColon
      block = Block(
        .table(table), span: draft.span.joined(with: chunk.span), attributes: caption.attributes ?? Attributes())
    }
    blocks.append(block)
    if let trail = draft.trail {
      blocks += paragraphs(words(of: trail).withAttributesAsText(in: source), span: trail.span, path: path)
    }
    if let rule = draft.rule { blocks.append(Block(.rule, span: rule)) }
    return blocks
  }

  private mutating func entry(_ chunk: TablePlan.Chunk) -> Table.Entry {
    Table.Entry(content: words(of: chunk).withAttributesAsText(in: source), span: chunk.span)
  }

  private mutating func words(of chunk: TablePlan.Chunk) -> Words {
    guard let node = tables.node(of: chunk), let guardian = protected.alphabet?.guardian else { return Words() }
    var words = words(of: node, in: InlineContext(path: ContainerPath(), span: chunk.span, depth: 0))
    if case .text(let text)? = words.inlines.first?.kind, text.unicodeScalars.first == guardian {
      words.inlines[0] = Inline(.text(String(text.unicodeScalars.dropFirst())))
      words.inlines = words.inlines.trimmed
    }
    return words
  }
}
