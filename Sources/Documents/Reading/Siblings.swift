import Diagnostics

/// The blocks of one container while they are read, with the divisions that are open among them.
struct Siblings {
  private struct Division {
    var attributes: Attributes
    var fence: SourceSpan
    var blocks: [Block]
  }
  private var open: [Division] = []
  private(set) var blocks: [Block] = []

  mutating func append(_ block: Block) { blocks.append(block) }
  mutating func append(contentsOf more: [Block]) { blocks += more }

  mutating func open(_ attributes: Attributes, at fence: SourceSpan) {
    open.append(Division(attributes: attributes, fence: fence, blocks: blocks))
    blocks = []
  }

  /// Closes the innermost division, as in Pandoc whatever the number of colons; false where none is open.
  mutating func close(at fence: SourceSpan) -> Bool {
    guard let division = open.last else { return false }
    let block = Block(
      .division(blocks), span: division.fence.joined(with: fence).joined(with: blocks),
      attributes: division.attributes)
    reopen(with: block.asCallout.asExercise)
    return true
  }

  /// Goes on with the blocks around the innermost division, without copying them.
  private mutating func reopen(with block: Block) {
    blocks = open.removeLast().blocks
    blocks.append(block)
  }

  /// Closes the divisions that their container ends, and returns where they were opened.
  mutating func closeAll() -> [SourceSpan] {
    let fences = open.map(\.fence)
    for division in open.reversed() { _ = close(at: division.fence) }
    return fences
  }

  /// Gives a line `: Caption {#tbl-x}` to the table above it, and attributes that stand alone to the table or
  /// formula above them.
  mutating func attach(_ words: Words, span: SourceSpan) -> Bool {
    guard let last = blocks.indices.last else { return false }
    switch blocks[last].kind {
    case .table(var table):
      guard table.caption.isEmpty, words.isCaption || words.isAttributesOnly else { return false }
      if words.isCaption { table.caption = words.withoutCaptionColon }
      blocks[last].kind = .table(table)
      blocks[last].attributes = words.attributes ?? Attributes()
    case .equation(var maths):
      guard words.isAttributesOnly, let attributes = words.attributes, maths.attributes.span == nil else {
        return false
      }
      maths.attributes = attributes
      maths.span = maths.span.joined(with: span)
      blocks[last].kind = .equation(maths)
    default:
      return false
    }
    blocks[last].span = blocks[last].span.joined(with: span)
    return true
  }
}
