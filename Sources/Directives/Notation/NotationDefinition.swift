import Catalog
import Diagnostics

/// What the symbols of the prose mean: one sentence on each line below.
package struct NotationDefinition: Sendable {
  /// Whether everything said above is forgotten.
  package var isAfresh: Bool
  package var sentences: [Sentence]
  /// Whether every sentence could be read; otherwise these are the others.
  package var isComplete: Bool

  private static let options: [CatalogEntry] = [
    CatalogEntry(.option, "afresh", summary: "Forgets all sentences above.")
  ]
  /// Families of notations that this version has not learned.
  private static let announced = ["nielsen", "ng", "rows"]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define notation", form: "define notation [afresh] ⏎ $<symbol>$ is <quantity> ⏎ …",
      summary: "Says which symbols of the prose mean which quantities."),
    options: options, provides: .values, read: { read(&$0).map(Directive.defineNotation) })

  private static func read(_ phrase: inout Phrase) -> NotationDefinition? {
    let isAfresh = phrase.take("afresh")
    if let word = phrase.next, word.line == 0, word.kind == .word, phrase.match("layers") == nil,
      phrase.match("indices") == nil
    {
      let isAnnounced = announced.contains(word.text.lowercased())
      phrase.report(
        isAnnounced
          ? .notBuilt(word.text) : .unknownOption(word.text, of: "define notation", known: options.map(\.name)))
      return nil
    }
    var lines: [(number: Int, range: Range<Int>)] = []
    while let token = phrase.next {
      phrase.advance()
      if let last = lines.last, last.number == token.line {
        lines[lines.count - 1].range = last.range.lowerBound..<token.range.upperBound
      } else {
        lines.append((token.line, token.range))
      }
    }
    guard isAfresh || !lines.isEmpty else {
      phrase.report(.expected("a sentence on each line below", found: phrase.found, help: "write `$E$ is the loss`"))
      return nil
    }
    var sentences: [Sentence] = []
    var isSound = true
    for line in lines {
      var inner = Phrase(phrase.fragment.slice(line.range))
      if let sentence = Sentence.reading(&inner) { sentences.append(sentence) } else { isSound = false }
      phrase.diagnostics += inner.diagnostics
    }
    return NotationDefinition(isAfresh: isAfresh, sentences: sentences, isComplete: isSound)
  }
}
