import Catalog
import Diagnostics

/// What the symbols of the prose mean: one sentence on each line below.
package struct NotationDefinition: Sendable {
  /// `nielsen`, `afresh` …, where one stands behind `define notation`.
  package var preset: String?
  package var sentences: [Sentence]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define notation", form: "define notation ⏎ $<symbol>$ is <quantity> ⏎ …",
      summary: "Says which symbols of the prose mean which quantities."),
    provides: .values,
    read: { phrase in
      var preset: String?
      var lines: [Range<Int>] = []
      var line = 0
      while let token = phrase.next {
        phrase.advance()
        if token.line == 0 {
          preset = (preset.map { $0 + " " } ?? "") + token.text
        } else if token.line == line, let last = lines.indices.last {
          lines[last] = lines[last].lowerBound..<token.range.upperBound
        } else {
          lines.append(token.range)
          line = token.line
        }
      }
      var sentences: [Sentence] = []
      var isSound = true
      for range in lines {
        var inner = Phrase(phrase.fragment.slice(range))
        if let sentence = Sentence.reading(&inner) { sentences.append(sentence) } else { isSound = false }
        phrase.diagnostics += inner.diagnostics
      }
      return isSound ? .defineNotation(NotationDefinition(preset: preset, sentences: sentences)) : nil
    })
}
