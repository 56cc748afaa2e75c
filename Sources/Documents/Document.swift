package import Diagnostics

/// A notebook as read: the author's file, its front matter, and its blocks.
///
/// `Document.parsing(_:)` is total: whatever the bytes, there is a document, and diagnostics for what was wrong.
package struct Document: Sendable {
  package var source: SourceText
  package var frontMatter: FrontMatter
  package var blocks: [Block]
  /// What reports leave out, byte for byte, and the labels in it.
  package var omissions: [Omission] = []

  package struct Omission: Sendable {
    package var span: SourceSpan
    package var labels: [String]
  }

  package init(source: SourceText, frontMatter: FrontMatter, blocks: [Block]) {
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
  }
}

/// The settings between the two `---` at the top of the file.
package struct FrontMatter: Sendable {
  /// The lines of the front matter, fences included; nil where there is none.
  package var span: SourceSpan?
  package var title: String?
  package var subtitle: String?
  /// Where the notebook stands among others on an index: `order: 2`.
  package var order: Double?
  package var author: [String] = []
  package var date: String?
  /// A language tag as in HTML's `lang`: `en`, `de`.
  package var language: String?
  /// Custom macros in KaTeX's form: `\pder` to `\frac{\partial #1}{\partial #2}`, in the order written.
  package var macros: [Macro] = []
  /// Where a report shows the verdicts of the equations.
  package var verdicts = VerdictPlacement.inline
  /// Whether equations are judged.
  package var judgesEquations = true
  /// The share of the equations that are to be checked.
  package var minimumCoverage: MinimumCoverage?
  /// Every key and scalar value as written, nested keys joined by a dot, for rooms that know more keys.
  package var values: [Value] = []

  package enum VerdictPlacement: String, Sendable, CaseIterable {
    /// Below the equation.
    case inline
    /// Beside it, where the window is wide enough.
    case margin
    /// In a list at the end of the report.
    case end
    /// Nowhere, but for what is not as expected.
    case off
  }

  package struct MinimumCoverage: Sendable, Hashable {
    /// From 0 to 100.
    package var percent: Double
    /// As written: `80%`.
    package var text: String
    package var span: SourceSpan
  }

  package struct Macro: Sendable, Hashable {
    package var name: String
    package var body: String
    package var span: SourceSpan
    package init(name: String, body: String, span: SourceSpan) {
      self.name = name
      self.body = body
      self.span = span
    }
  }

  package struct Value: Sendable, Hashable {
    package var key: String
    package var text: String
    package var span: SourceSpan
    package init(key: String, text: String, span: SourceSpan) {
      self.key = key
      self.text = text
      self.span = span
    }
  }

  package init() {}

  package subscript(key: String) -> Value? { values.first { $0.key == key } }
}
