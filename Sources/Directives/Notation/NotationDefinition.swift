import Catalog
import Diagnostics

extension Diagnostic {
  /// Whether a word is what could not be read, and no near spelling was found.
  fileprivate var isOfUnknownWord: Bool {
    ["directive.unknown-quantity", "directive.unknown-option", "directive.expected"].contains(code)
      && !(help?.hasPrefix("did you mean") ?? false)
  }

  /// Whether a word of the language is misspelt: the sentence then says what it says, and nothing is to be guessed.
  fileprivate var isOfMisspelling: Bool {
    guard let word = message.split(separator: "`").last.map({ $0.lowercased() }) else { return false }
    switch code {
    case "directive.unknown-quantity":
      guard let help, help.hasPrefix("did you mean"), !NotationHints.isHint(word) else { return false }
      return isMisspelling(word, of: help.split(separator: "`").dropFirst().first.map(String.init) ?? "")
    case "directive.unknown-option":
      let words = NotationModifier.all.flatMap { $0.name.split(separator: " ").map(String.init) }
      if ["rows", "columns"].contains(word) { return true }
      return !words.contains(word) && nearest(word, among: words).map { isMisspelling(word, of: $0) } ?? false
    default: return false
    }
  }

  /// A short word is as near to others as to its own misspelling: `raw` is no `row`, but `los` is a `loss`.
  private func isMisspelling(_ word: String, of other: String) -> Bool { max(word.count, other.count) > 3 }
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
    var refused: [(place: Int, fragment: SourceFragment, diagnostics: [Diagnostic])] = []
    for line in lines {
      let fragment = phrase.fragment.slice(line.range)
      for single in Phrase(fragment).singleSentences {
        var inner = single
        if let sentence = Sentence.reading(&inner) {
          sentences.append(sentence)
          phrase.diagnostics += inner.diagnostics
        } else {
          refused.append((sentences.count, fragment, inner.diagnostics))
        }
      }
    }
    // What was read says where the symbols are that the others speak of.
    let places = sentences.unitsOfSymbols
    for (place, fragment, diagnostics) in refused.reversed() {
      let isMisspelt = diagnostics.contains(where: \.isOfMisspelling)
      let unread = Sentence.unread(fragment, isConjectured: !isMisspelt, places)
      if let unread { sentences.insert(unread, at: place) }
      // What equations may show is not lost.
      if unread?.conjectures.isEmpty ?? true { isSound = false }
      var diagnostics = diagnostics
      if diagnostics.count == 1, diagnostics[0].isOfUnknownWord, !isMisspelt,
        let guess = unread?.conjectures.first?.text ?? Sentence.guess(fragment)
      {
        diagnostics[0].help = "`\(guess)` would be read"
      }
      phrase.diagnostics.insert(contentsOf: diagnostics, at: 0)
    }
    return NotationDefinition(isAfresh: isAfresh, sentences: sentences, isComplete: isSound)
  }
}
