/// Everything of a kind, in document order.
extension Document {
  /// Every block, each before those inside it.
  package var everyBlock: [Block] { blocks.everyBlock }

  /// Every inline, each before those inside it.
  package var everyInline: [Inline] {
    var result: [Inline] = []
    walk(block: { _ in }, inline: { result.append($0) })
    return result
  }

  package var headings: [Block] { everyBlock.filter { if case .heading = $0.kind { true } else { false } } }

  package var cells: [Cell] { everyBlock.compactMap { if case .cell(let cell) = $0.kind { cell } else { nil } } }

  package var inlineValues: [InlineValue] {
    everyInline.compactMap { if case .value(let value) = $0.kind { value } else { nil } }
  }

  /// Every formula; `maths[k].index == k`.
  package var maths: [Maths] {
    var result: [Maths] = []
    walk(
      block: { if case .equation(let maths) = $0.kind { result.append(maths) } },
      inline: { if case .maths(let maths) = $0.kind { result.append(maths) } })
    return result
  }

  /// The formulas that are displays.
  package var displays: [Maths] { maths.filter(\.isDisplay) }

  /// Every reference to a label or to a footnote.
  package var references: [Inline] {
    everyInline.filter { inline in
      switch inline.kind {
      case .reference, .footnoteReference: true
      default: false
      }
    }
  }

  /// Visits every block and every inline in document order, each before what is inside it.
  package func walk(block: (Block) -> Void, inline: (Inline) -> Void) { blocks.walk(block: block, inline: inline) }
}

extension [Block] {
  var everyBlock: [Block] {
    var result: [Block] = []
    walk(block: { result.append($0) }, inline: { _ in })
    return result
  }

  func walk(block visit: (Block) -> Void, inline: (Inline) -> Void) {
    for block in self {
      visit(block)
      switch block.kind {
      case .paragraph(let words), .heading(_, let words): words.walk(inline)
      case .quotation(let blocks), .division(let blocks), .footnote(_, let blocks):
        blocks.walk(block: visit, inline: inline)
      case .list(let list):
        for item in list.items { item.walk(block: visit, inline: inline) }
      case .callout(let callout):
        callout.title.walk(inline)
        callout.blocks.walk(block: visit, inline: inline)
      case .exercise(let exercise):
        exercise.title.walk(inline)
        exercise.blocks.walk(block: visit, inline: inline)
      case .table(let table):
        for row in [table.header] + table.rows { for entry in row { entry.content.walk(inline) } }
        table.caption.walk(inline)
      case .code, .html, .rule, .cell, .equation: break
      }
    }
  }
}

extension [Inline] {
  func walk(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      switch inline.kind {
      case .emphasis(let words), .strong(let words), .link(_, _, let words), .image(_, _, let words):
        words.walk(visit)
      case .text, .softBreak, .lineBreak, .code, .html, .maths, .value, .reference, .footnoteReference: break
      }
    }
  }
}
