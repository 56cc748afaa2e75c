package import Diagnostics

/// A run of a paragraph.
package struct Inline: Sendable {
  package indirect enum Kind: Sendable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis([Inline])
    case strong([Inline])
    case link(destination: String, title: String, [Inline])
    case image(destination: String, title: String, [Inline])
    case maths(Maths)
    /// `` `{nabla} loss` ``: replaced by the value.
    case value(InlineValue)
    /// `@eq-bp1` or `[@eq-bp1]`
    case reference(label: String)
    case footnoteReference(label: String)
  }

  package var kind: Kind
  /// Where cmark or the reader knows it: always for maths, values, references, links and images.
  package var span: SourceSpan?

  package init(_ kind: Kind, span: SourceSpan? = nil) {
    self.kind = kind
    self.span = span
  }
}

package struct InlineValue: Sendable {
  /// Position among the inline values of the document, from 0.
  package var index: Int
  /// What follows `{nabla}`.
  package var text: SourceFragment
  package init(index: Int, text: SourceFragment) {
    self.index = index
    self.text = text
  }
}

/// A formula of the document.
package struct Maths: Sendable {
  package enum Delimiter: Sendable, Hashable {
    /// `$…$`
    case dollar
    /// `$$…$$`
    case dollars
    /// `\(…\)`
    case parentheses
    /// `\[…\]`
    case brackets
    /// `\begin{align}…\end{align}` without delimiters: the environment belongs to the formula
    case environment(String)
    /// A fenced block with the info string `math`
    case fence
    /// `` $`…`$ ``, GitHub's form
    case backticks
    /// `\eqref{eq:x}` between words: the command alone is the formula
    case command
  }
  /// Position among all formulas of the document, from 0.
  package var index: Int
  package var delimiter: Delimiter
  package var isDisplay: Bool
  /// What stands between the delimiters, exactly as the author wrote it but without the `> ` of quotations.
  package var tex: SourceFragment
  /// With the delimiters, and with the attributes that follow a display.
  package var span: SourceSpan
  /// From `{#eq-bp2 expect=fails}` behind a display.
  package var attributes: Attributes

  package init(
    index: Int, delimiter: Delimiter, isDisplay: Bool, tex: SourceFragment, span: SourceSpan,
    attributes: Attributes = Attributes()
  ) {
    self.index = index
    self.delimiter = delimiter
    self.isDisplay = isDisplay
    self.tex = tex
    self.span = span
    self.attributes = attributes
  }
}

/// `{#id .class key=value}`.
package struct Attributes: Sendable, Hashable {
  package struct Pair: Sendable, Hashable {
    package var key: String
    package var value: String
    package var span: SourceSpan
    package init(key: String, value: String, span: SourceSpan) {
      self.key = key
      self.value = value
      self.span = span
    }
  }
  package var identifier: String?
  package var classes: [String]
  package var pairs: [Pair]
  /// With the braces; nil where the author wrote none.
  package var span: SourceSpan?
  package init(identifier: String? = nil, classes: [String] = [], pairs: [Pair] = [], span: SourceSpan? = nil) {
    self.identifier = identifier
    self.classes = classes
    self.pairs = pairs
    self.span = span
  }
  package subscript(key: String) -> Pair? { pairs.last { $0.key == key } }
}
