import Catalog
package import Diagnostics

/// What the symbols of the prose mean: one sentence on each line below.
package struct NotationDefinition: Sendable {
  package struct Sentence: Sendable {
    package var text: String
    package var span: SourceSpan
  }
  /// `nielsen`, `afresh` …, where one stands behind `define notation`.
  package var preset: String?
  package var sentences: [Sentence]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define notation", form: "define notation ⏎ $<symbol>$ is <quantity> ⏎ …",
      summary: "Says which symbols of the prose mean which quantities; kept for the equations."),
    read: { phrase in
      var preset: String?
      var lines: [[Token]] = []
      while let token = phrase.next {
        phrase.advance()
        if token.kind == .unterminated {
          phrase.report(.unterminated(token.text), at: phrase.span(of: token))
          return nil
        }
        if token.line == 0 {
          preset = (preset.map { $0 + " " } ?? "") + token.text
        } else if let last = lines.last?.last, last.line == token.line {
          lines[lines.count - 1].append(token)
        } else {
          lines.append([token])
        }
      }
      let bytes = Array(phrase.fragment.text.utf8)
      let sentences = lines.map { line in
        let range = line[0].range.lowerBound..<line[line.count - 1].range.upperBound
        return Sentence(text: String(decoding: bytes[range], as: UTF8.self), span: phrase.fragment.span(of: range))
      }
      return .defineNotation(NotationDefinition(preset: preset, sentences: sentences))
    })
}
