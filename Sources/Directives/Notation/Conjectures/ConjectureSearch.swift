/// Tries one change of a sentence after another.
struct ConjectureSearch {
  let phrase: Phrase
  /// Where the words behind the verb begin.
  let start: Int
  let nouns: [String]
  var found: [NotationDefinition.Sentence] = []
  /// Whether what was found only lacks words that describe its noun.
  var isLiteral = false
  private var known: Set<String> = []
  private var attempts = 0

  init(phrase: Phrase, start: Int, nouns: [String]) {
    (self.phrase, self.start, self.nouns) = (phrase, start, nouns)
  }

  /// Leaves words that stand together out, or puts one of the nouns in their place, the fewest that will do.
  ///
  /// - Parameter isShortened: whether its end was left out before
  mutating func run(isShortened: Bool) {
    if isShortened {
      consider(phrase, isAnyNoun: true)
      if !found.isEmpty { return }
    }
    for run in runs {
      if isLiteral, run.count > 1 { return }
      let isDescription = isDescription(run)
      consider(phrase.replacing(run, by: []), isAnyNoun: isDescription)
      if isDescription, !found.isEmpty { isLiteral = true }
      for noun in nouns where !isLiteral && !isFull {
        consider(phrase.replacing(run, by: noun.split(separator: " ").map(String.init)), isAnyNoun: false)
      }
    }
  }

  /// Whether words stand where adjectives do: before a noun, behind the verb or an article.
  private func isDescription(_ run: Range<Int>) -> Bool {
    let tokens = phrase.tokens
    guard run.count < 3, run.upperBound < tokens.count, tokens[run.upperBound].kind == .word,
      run.lowerBound == start || ["the", "a", "an"].contains(tokens[run.lowerBound - 1].text.lowercased())
    else { return false }
    return (run.lowerBound...run.upperBound).allSatisfy { place in
      let word = tokens[place].text.lowercased()
      return !Phrase.prepositions.contains(word) && !NotationHints.joining.contains(word)
    }
  }

  private var isFull: Bool { found.count >= 4 }
  private static let mostAttempts = 600

  /// Words that stand together and may be left out, the fewest first.
  private var runs: [Range<Int>] {
    let count = phrase.tokens.count
    guard start < count else { return [] }
    return (1...(count - start)).flatMap { length in
      (start...(count - length)).map { $0..<($0 + length) }
    }.filter { run in run.allSatisfy { phrase.mayLeaveOut($0) } }
  }

  private mutating func consider(_ phrase: Phrase, isAnyNoun: Bool) {
    attempts += 1
    guard attempts <= Self.mostAttempts else { return }
    var phrase = phrase
    phrase.rewind(to: 0)
    guard let sentence = NotationDefinition.Sentence.reading(&phrase), phrase.diagnostics.isEmpty,
      case .noun(let noun, let place, let operands) = sentence.meaning,
      isAnyNoun || operands.isEmpty && isHinted(noun), isComplete(place, operands), let text = sentence.text,
      known.insert(text).inserted
    else { return }
    found.append(sentence)
  }

  /// `of the labels` is of no layer.
  private func isNameOfLayer(_ name: String) -> Bool {
    ["input", "hidden", "output", "hidden-layers"].contains(name)
      || zip(phrase.tokens, phrase.tokens.dropFirst()).contains { before, next in
        before.text.lowercased() == "layer" && next.text == name
          || before.text == name && next.text.lowercased() == "layer"
      }
  }

  private func isHinted(_ noun: String) -> Bool {
    nouns.contains(noun) || noun == "loss of one example" && nouns.contains("loss")
      || noun == "cost without regularization" && nouns.contains("loss")
  }

  /// Whether every index that the sentence has is one of the place, and of the part that the word before it says.
  private func isComplete(_ place: NotationPlace, _ operands: [String]) -> Bool {
    let units = [place.unit, place.fromUnit]
    let all = units + [place.layer, place.example]
    if case .name(let name)? = place.layer?.name, !isNameOfLayer(name) { return false }
    return phrase.tokens.indices.dropFirst(start).filter { phrase.tokens[$0].isIndex }.allSatisfy { number in
      let token = phrase.tokens[number]
      if operands.contains(token.index) { return true }
      // A symbol is no index.
      if token.index.contains("_") || token.index.contains("^") { return false }
      let (owner, before) = (phrase.tokens[number - 1], number - 1 > start ? phrase.tokens[number - 2] : nil)
      let parts: [NotationPlace.Index?] =
        switch SentenceParts.kind(of: owner, before: before) {
        case .layer: [place.layer]
        case .unit: units
        case .example: [place.example]
        case .unknown: all
        }
      let places = parts.compactMap { $0?.name.letters }.joined()
      let written = NotationDefinition.Sentence.letters(of: token.index)
      return written.isEmpty ? places.contains(token.index) : written.allSatisfy(places.contains)
    }
  }
}

extension NotationPlace.Index.Name {
  /// What the index is made of: its letters, or its number.
  fileprivate var letters: [String] {
    switch self {
    case .number(let number): [String(number)]
    case .name(let name): [name]
    case .letter(let letter, _): [letter]
    case .formula(let tex): NotationDefinition.Sentence.letters(of: tex) + [tex]
    }
  }
}
