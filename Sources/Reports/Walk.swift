import Documents

/// A block or a run, met on the way through a document.
enum Element {
  case block(Block)
  case inline(Inline)
}

extension Document {
  /// Everything in the document, in its order, parents before what they hold. No depth exhausts the call stack.
  func forEachElement(_ visit: (Element) -> Void) {
    var waiting = blocks.reversed().map(Element.block)
    while let element = waiting.popLast() {
      visit(element)
      waiting.append(contentsOf: element.children.reversed())
    }
  }
}

extension Element {
  var children: [Element] {
    switch self {
    case .block(let block):
      switch block.kind {
      case .paragraph(let content), .heading(_, let content): content.map(Element.inline)
      case .quotation(let blocks), .division(let blocks), .footnote(_, let blocks): blocks.map(Element.block)
      case .list(let list): list.items.joined().map(Element.block)
      case .table(let table):
        ([table.header] + table.rows).joined().flatMap { $0.content.map(Element.inline) }
          + table.caption.map(Element.inline)
      case .callout(let callout): callout.title.map(Element.inline) + callout.blocks.map(Element.block)
      case .code, .html, .rule, .cell, .equation: []
      }
    case .inline(let inline):
      switch inline.kind {
      case .emphasis(let content), .strong(let content), .link(_, _, let content), .image(_, _, let content):
        content.map(Element.inline)
      case .text, .softBreak, .lineBreak, .code, .html, .maths, .value, .reference, .footnoteReference: []
      }
    }
  }

  /// The formula that this element is.
  var maths: Maths? {
    switch self {
    case .block(let block): if case .equation(let maths) = block.kind { maths } else { nil }
    case .inline(let inline): if case .maths(let maths) = inline.kind { maths } else { nil }
    }
  }
}
