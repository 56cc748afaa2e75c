package import Diagnostics

/// A block of the document, with the span of the author's file that it came from.
package struct Block: Sendable {
  package indirect enum Kind: Sendable {
    case paragraph([Inline])
    case heading(level: Int, [Inline])
    case quotation([Block])
    case list(List)
    case code(CodeBlock)
    /// Raw HTML as written; inert in reports unless the reader asks for it.
    case html(String)
    case rule
    case table(Table)
    /// A fenced block whose info string is `{nabla}`: statements to run.
    case cell(Cell)
    /// Display maths that stands by itself (also one that stood between the words of a paragraph).
    case equation(Maths)
    case callout(Callout)
    case exercise(Exercise)
    /// `::: {.class #id}` … `:::`
    case division([Block])
    /// The text of a footnote, where the author wrote it.
    case footnote(label: String, [Block])
  }

  package var kind: Kind
  package var span: SourceSpan
  /// From `{#id .class key=value}`; a heading always has an identifier.
  package var attributes: Attributes

  package init(_ kind: Kind, span: SourceSpan, attributes: Attributes = Attributes()) {
    self.kind = kind
    self.span = span
    self.attributes = attributes
  }
}

package struct List: Sendable {
  package enum Marker: Sendable, Hashable {
    case bullet
    case ordered(start: Int)
  }
  package var marker: Marker
  package var isTight: Bool
  package var items: [[Block]]
  package init(marker: Marker, isTight: Bool, items: [[Block]]) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
  }
}

package struct CodeBlock: Sendable {
  /// The whole info string, unescaped; empty for an indented block.
  package var info: String
  package var text: String
  package init(info: String, text: String) {
    self.info = info
    self.text = text
  }
}

/// A pipe table by the rules of GitHub Flavored Markdown.
package struct Table: Sendable {
  package enum Alignment: Sendable, Hashable { case none, left, center, right }
  package struct Entry: Sendable {
    package var content: [Inline]
    package var span: SourceSpan
    package init(content: [Inline], span: SourceSpan) {
      self.content = content
      self.span = span
    }
  }
  package var alignments: [Alignment]
  package var header: [Entry]
  /// Each as long as `header`.
  package var rows: [[Entry]]
  /// From a line `: A caption {#tbl-x}` after the table.
  package var caption: [Inline]
  package init(alignments: [Alignment], header: [Entry], rows: [[Entry]], caption: [Inline] = []) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
  }
}

/// A cell: options `#| key: value` first, then statements.
package struct Cell: Sendable {
  package struct Option: Sendable, Hashable {
    package var key: String
    package var value: String
    package var keySpan: SourceSpan
    package var valueSpan: SourceSpan
    package init(key: String, value: String, keySpan: SourceSpan, valueSpan: SourceSpan) {
      self.key = key
      self.value = value
      self.keySpan = keySpan
      self.valueSpan = valueSpan
    }
  }
  /// Position among the cells of the document, from 0.
  package var index: Int
  package var options: [Option]
  /// Everything between the fences after the options, with its way back to the file.
  package var text: SourceFragment
  /// What precedes each line of the cell in the file: empty at top level, `> ` in a quotation, spaces in a list.
  package var linePrefix: String
  package init(index: Int, options: [Option], text: SourceFragment, linePrefix: String) {
    self.index = index
    self.options = options
    self.text = text
    self.linePrefix = linePrefix
  }
  package subscript(key: String) -> Option? { options.last { $0.key == key } }
}

/// `::: {.exercise #exr-x}` or `::: {.solution}`.
package struct Exercise: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case exercise, solution }
  package var kind: Kind
  /// From the attribute `title`, or the heading it starts with.
  package var title: [Inline]
  package var blocks: [Block]
  /// Where it starts with a heading that became its title.
  package var headingSpan: SourceSpan?
  package init(kind: Kind, title: [Inline], blocks: [Block], headingSpan: SourceSpan? = nil) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
    self.headingSpan = headingSpan
  }
}

/// `> [!NOTE]` or `::: {.callout-note}`.
package struct Callout: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case note, tip, important, warning, caution }
  package var kind: Kind
  package var title: [Inline]
  package var blocks: [Block]
  package init(kind: Kind, title: [Inline], blocks: [Block]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}
