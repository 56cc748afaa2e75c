import Catalog
import Diagnostics

extension Diagnostic {
  /// Whether a word is what could not be read, and no near spelling was found.
  fileprivate var isOfUnknownWord: Bool {
    ["directive.unknown-quantity", "directive.unknown-option", "directive.expected"].contains(code)
      && !(help?.hasPrefix("did you mean") ?? false)
  }
}

/// What the symbols of the prose mean: one sentence on each line below, which goes on in the next one behind a comma.
package struct NotationDefinition: Sendable {
  /// Whether everything said above is forgotten.
  package var isAfresh: Bool
  package var sentences: [Sentence]
  /// Whether every sentence could be read, or may be shown by equations; otherwise these are the others.
  package var isComplete: Bool

  private static let options: [CatalogEntry] = [
    CatalogEntry(.option, "afresh", summary: "Forgets all sentences above.")
  ]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define notation", form: "define notation [afresh] [<family>] ⏎ $<symbol>$ is <quantity> ⏎ …",
      summary: "Says which symbols of the prose mean which quantities."),
    options: options + NotationPreset.all.map(\.entry), provides: .values,
    read: { read(&$0).map(Directive.defineNotation) })

  private static func read(_ phrase: inout Phrase) -> NotationDefinition? {
    var isAfresh = phrase.take("afresh")
    var preset: [Sentence] = []
    while let index = phrase.takeOne(of: NotationPreset.all.map(\.entry.spellings)) {
      preset += NotationPreset.all[index].read(at: phrase)
      isAfresh = isAfresh || phrase.take("afresh")
    }
    if let word = phrase.next, word.line == 0, word.kind == .word, phrase.match("layers") == nil,
      phrase.match("indices") == nil
    {
      let known = options.map(\.name) + NotationPreset.all.map(\.entry.name)
      phrase.report(.unknownOption(word.text, of: "define notation", known: known))
      return nil
    }
    var lines: [(number: Int, range: Range<Int>)] = []
    var endsInComma = false
    while let token = phrase.next {
      phrase.advance()
      if let last = lines.last, last.number == token.line || endsInComma {
        lines[lines.count - 1] = (token.line, last.range.lowerBound..<token.range.upperBound)
      } else {
        lines.append((token.line, token.range))
      }
      endsInComma = token.text == ","
    }
    guard isAfresh || !lines.isEmpty || !preset.isEmpty else {
      phrase.report(.expected("a sentence on each line below", found: phrase.found, help: "write `$E$ is the loss`"))
      return nil
    }
    var sentences = preset
    var isSound = true
    for line in lines {
      var inner = Phrase(phrase.fragment.slice(line.range))
      if let sentence = Sentence.reading(&inner) {
        sentences.append(sentence)
      } else {
        let unread = Sentence.unread(phrase.fragment.slice(line.range))
        if let unread { sentences.append(unread) }
        // What equations may show is not lost.
        if unread?.conjectures.isEmpty ?? true { isSound = false }
        if inner.diagnostics.count == 1, inner.diagnostics[0].isOfUnknownWord,
          let guess = unread?.conjectures.first?.text ?? Sentence.guess(phrase.fragment.slice(line.range))
        {
          inner.diagnostics[0].help = "`\(guess)` would be read"
        }
      }
      phrase.diagnostics += inner.diagnostics
    }
    return NotationDefinition(isAfresh: isAfresh, sentences: sentences, isComplete: isSound)
  }
}
