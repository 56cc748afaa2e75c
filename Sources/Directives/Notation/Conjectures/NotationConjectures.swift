import Diagnostics

extension NotationDefinition.Sentence {
  /// What a sentence that can't be read may mean, the likeliest first: sentences of the grammar with the same indices, in
  /// which some words are left out or stand for one of the quantities that `NotationHints` names.
  ///
  /// None of them is known to be what the author means: that is for the document's equations to show.
  static func conjectures(
    _ fragment: SourceFragment, _ places: [String: NotationPlace]
  ) -> [NotationDefinition.Sentence] {
    var phrase = Phrase(fragment)
    guard let tex = phrase.readSymbol(), phrase.takeVerb(), phrase.tokens.count <= longest else { return [] }
    phrase.putOrdinalsBehind()
    let start = phrase.position
    let letter = base(of: tex)
    let nouns = NotationHints.nouns(words: phrase.hintingWords, letter: letter)
    var found: [NotationDefinition.Sentence] = []
    // What comes behind the last index or a comma may say more of it: `of hidden unit j before the squashing`.
    for (number, phrase) in [phrase, phrase.endingWithIndex(from: start), phrase.endingWithComma].enumerated()
    where found.isEmpty {
      guard let phrase else { continue }
      var search = ConjectureSearch(phrase: phrase, start: start, nouns: nouns)
      search.run(isShortened: number > 0)
      found = search.found
      // A word that only describes the noun leaves nothing open.
      if search.isLiteral { return found }
    }
    for text in SentenceParts(phrase, from: start, of: tex, places).sentences(about: nouns)
    where found.count < mostReadings {
      var other = Phrase(fragment.replacing("$\(tex)$ is the \(text)"))
      guard let sentence = reading(&other), other.diagnostics.isEmpty, let text = sentence.text,
        !found.contains(where: { $0.text == text })
      else { continue }
      found.append(sentence)
    }
    return found
  }

  /// The letter of a symbol without its corners: `\hat{y}` of `\hat{y}_k`.
  private static func base(of tex: String) -> String {
    var text = tex
    for dress in ["\\mathbf", "\\boldsymbol", "\\vec", "\\mathrm", "\\bm", "\\text", "\\mathit", "\\bar", "\\tilde"] {
      if text.hasPrefix(dress) { text = String(text.dropFirst(dress.count)) }
    }
    text = text.trimmingPrefix(while: { $0 == " " }).description
    if text.first == "{", let close = text.firstIndex(of: "}") {
      return String(text[text.index(after: text.startIndex)..<close])
    }
    return String(text.prefix { !"_^([".contains($0) }).trimmingSuffix(" ")
  }

  /// More words than that are prose.
  private static let longest = 30
  private static let mostReadings = 8
}

extension [NotationDefinition.Sentence] {
  /// The units that symbols are about: of `$h_1$ is the activation of unit 1 of layer hidden` that unit.
  var unitsOfSymbols: [String: NotationPlace] {
    var places: [String: NotationPlace] = [:]
    for sentence in self {
      guard case .symbol(let tex) = sentence.subject, case .noun(let noun, var place, _) = sentence.meaning,
        place.unit != nil, place.fromUnit == nil
      else { continue }
      if noun == "inputs" { place.layer = nil }
      places[tex] = place
    }
    return places
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
