import CCmark
import Diagnostics

/// Lists, and the footnotes that were made items of a list so that cmark reads their blocks.
extension DocumentReader {
  mutating func listBlocks(of node: Node, path: ContainerPath, depth: Int) -> [Block] {
    var result: [Block] = []
    var list = List(marker: node.marker, isTight: node.isTight, items: [])
    var listSpan: SourceSpan?

    func endList() {
      if let span = listSpan { result.append(Block(.list(list), span: span)) }
      if case .ordered(let start) = list.marker { list.marker = .ordered(start: start + list.items.count) }
      list.items = []
      listSpan = nil
    }

    for item in node.children {
      let inner = path.adding(protected.level(of: item, in: path))
      var blocks = blocks(of: item, in: inner, depth: depth)
      let span = markerSpan(of: item).joined(with: blocks)
      if let (label, marker) = footnote(of: item) {
        endList()
        blocks = blocks.following(marker)
        result.append(Block(.footnote(label: label, blocks), span: SourceSpan(marker).joined(with: blocks)))
      } else {
        list.items.append(blocks)
        listSpan = listSpan?.joined(with: span) ?? span
      }
    }
    endList()
    return result
  }

  private func markerSpan(of item: Node) -> SourceSpan {
    let start = protected.start(of: item)
    var end = start
    while end < protected.bytes.count, protected.bytes[end].isDigit { end += 1 }
    return protected.span(start..<min(end + 1, protected.bytes.count))
  }

  /// The label of the footnote that an item stands for.
  private func footnote(of item: Node) -> (label: String, range: Range<Int>)? {
    guard extensions == .all, let text = item.firstChild?.firstChild, text.type == CMARK_NODE_TEXT,
      case .atom(let number)? = protected.pieces(of: text.literal).first,
      case .footnoteDefinition(let label) = protected.atoms[number].kind
    else { return nil }
    return (label, protected.atoms[number].range)
  }
}

extension [Block] {
  /// The blocks of a footnote behind its label, which cmark read as the first word of the first of them.
  fileprivate func following(_ label: Range<Int>) -> [Block] {
    guard let first, case .paragraph(let inlines) = first.kind else { return self }
    let words = inlines.trimmed
    guard !words.isEmpty else { return Array(dropFirst()) }
    var result = self
    result[0].kind = .paragraph(words)
    result[0].span = SourceSpan(Swift.min(label.upperBound, first.span.upper), first.span.upper)
    return result
  }
}
