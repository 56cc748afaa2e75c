/// A diagnostic with its place resolved, so that it can be printed without the source.
package struct PlacedDiagnostic: Sendable, Codable, Equatable {
  package var diagnostic: Diagnostic
  package var start: SourceLocation
  package var end: SourceLocation
  /// The author's line that holds the start.
  package var excerpt: String

  package init(_ diagnostic: Diagnostic, in source: SourceText) {
    self.diagnostic = diagnostic
    start = source.location(of: diagnostic.span.lower)
    end = source.location(of: diagnostic.span.upper)
    excerpt = source.text(ofLine: start.line)
  }
}
