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
    let (title, _) = takeTitle(from: &blocks)
    return Block(
      .callout(Callout(kind: kind, title: title, blocks: blocks)), span: span, attributes: attributes)
  }

  /// The exercise that a division of class `exercise` is, or one that is labelled as one; or its solution.
  var asExercise: Block {
    guard case .division(var blocks) = kind else { return self }
    var kind = attributes.classes.lazy.compactMap(Exercise.Kind.init).first
    if kind == nil, attributes.identifier?.hasPrefix("exr-") == true { kind = .exercise }
    guard let kind else { return self }
    let (title, headingSpan) = takeTitle(from: &blocks)
    return Block(
      .exercise(Exercise(kind: kind, title: title, blocks: blocks, headingSpan: headingSpan)), span: span,
      attributes: attributes)
  }

  /// The title in the attributes, or else the heading that the blocks start with, which is taken from them.
  private func takeTitle(from blocks: inout [Block]) -> (title: [Inline], headingSpan: SourceSpan?) {
    if let title = attributes["title"] { return ([Inline(.text(title.value), span: title.span)], nil) }
    guard case .heading(_, let words)? = blocks.first?.kind else { return ([], nil) }
    return (words, blocks.removeFirst().span)
  }
}
