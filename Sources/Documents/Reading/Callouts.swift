import Diagnostics

extension DocumentReader {
  /// The callout that a quotation is when it starts with `[!NOTE]`, GitHub's form; a title may follow on that line.
  func callout(from block: Block, path: ContainerPath) -> Block {
    guard case .quotation(var blocks) = block.kind, case .paragraph(let inlines)? = blocks.first?.kind,
      case .text(let text)? = inlines.first?.kind, text.hasPrefix("[!"), let end = text.firstIndex(of: "]"),
      let kind = Callout.Kind(rawValue: text[..<end].dropFirst(2).lowercased())
    else { return block }
    let behind = text[text.index(after: end)...]
    guard behind.isEmpty || behind.first == " " else { return block }
    let line = inlines.firstIndex { $0.isBreak } ?? inlines.count
    let title = ([Inline(.text(String(behind)))] + inlines[1..<line]).trimmed
    let rest = line < inlines.count ? Array(inlines[(line + 1)...]).trimmed : []
    if rest.isEmpty {
      blocks.removeFirst()
    } else {
      let span = blocks[0].span
      let lower = source.span(ofLine: source.line(at: span.lower)).upper
      blocks[0] = Block(.paragraph(rest), span: trimmed(lower, span.upper, in: path.adding(.quotation)))
    }
    return Block(
      .callout(Callout(kind: kind, title: title, blocks: blocks)), span: block.span, attributes: block.attributes)
  }
}

extension Block {
  /// The callout that a division of class `callout-note` is, Quarto's form: its title is the attribute `title`, or
  /// the heading it starts with.
  var asCallout: Block {
    guard case .division(var blocks) = kind,
      let kind = attributes.classes.lazy.compactMap({ name in
        name.hasPrefix("callout-") ? Callout.Kind(rawValue: String(name.dropFirst(8))) : nil
      }).first
    else { return self }
    var title = attributes["title"].map { [Inline(.text($0.value), span: $0.span)] } ?? []
    if title.isEmpty, case .heading(_, let words)? = blocks.first?.kind {
      title = words
      blocks.removeFirst()
    }
    return Block(
      .callout(Callout(kind: kind, title: title, blocks: blocks)), span: span, attributes: attributes)
  }
}
