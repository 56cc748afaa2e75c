import Diagnostics

extension NotationDefinition.Sentence {
  /// What a sentence that can't be read may mean, the likeliest first: sentences of the grammar with the same indices, in
  /// which some words are left out or stand for one of the quantities that `NotationHints` names.
  ///
  /// None of them is known to be what the author means: that is for the document's equations to show.
  static func conjectures(_ fragment: SourceFragment) -> [NotationDefinition.Sentence] {
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
    for text in SentenceParts(phrase, from: start, of: tex).sentences(about: nouns) where found.count < mostReadings {
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

/// Tries one change of a sentence after another.
private struct ConjectureSearch {
  let phrase: Phrase
  /// Where the words behind the verb begin.
  let start: Int
  let nouns: [String]
  var found: [NotationDefinition.Sentence] = []
  /// Whether what was found only lacks words that describe its noun.
  var isLiteral = false
  private var known: Set<String> = []

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

  /// Words that stand together and may be left out, the fewest first.
  private var runs: [Range<Int>] {
    let count = phrase.tokens.count
    guard start < count else { return [] }
    return (1...(count - start)).flatMap { length in
      (start...(count - length)).map { $0..<($0 + length) }
    }.filter { run in run.allSatisfy { phrase.mayLeaveOut($0) } }
  }

  private mutating func consider(_ phrase: Phrase, isAnyNoun: Bool) {
    var phrase = phrase
    phrase.rewind(to: 0)
    guard let sentence = NotationDefinition.Sentence.reading(&phrase), phrase.diagnostics.isEmpty,
      case .noun(let noun, let place, let operands) = sentence.meaning,
      isAnyNoun || operands.isEmpty && isHinted(noun), isComplete(place, operands), let text = sentence.text, known.insert(text).inserted
    else { return }
    found.append(sentence)
  }

  /// `of the labels` is of no layer.
  private func isNameOfLayer(_ name: String) -> Bool {
    ["input", "hidden", "output", "hidden-layers"].contains(name)
      || zip(phrase.tokens, phrase.tokens.dropFirst()).contains { before, next in
        before.text.lowercased() == "layer" && next.text == name || before.text == name && next.text.lowercased() == "layer"
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

extension Token {
  /// A letter, number or formula; the article is none.
  var isIndex: Bool {
    switch kind {
    case .formula, .number: true
    case .word: text.count == 1 && text != "a"
    default: false
    }
  }

  /// What the index is, without the dollars of a formula.
  var index: String { if case .formula(let tex) = kind { tex } else { text } }

  /// Whether it is what an index counts.
  var isPlaceWord: Bool { kind == .word && NotationHints.placeWords.contains(text.lowercased()) }
  var isLayerWord: Bool { ["hidden", "output", "input"].contains(text.lowercased()) }
}

extension Phrase {
  /// Reads the word that joins a symbol and what it means, and puts `is` in its place.
  fileprivate mutating func takeVerb() -> Bool {
    let place = position
    guard
      ["is", "are", "denotes", "denote", "means", "stands for", "represents", "represent", "gives", "be", ":", "=", "—", "–"]
        .contains(where: { take($0) })
    else { return false }
    self = replacing(place..<position, by: ["is"])
    rewind(to: place + 1)
    return true
  }

  /// Whether a word says neither where the symbol belongs nor another quantity.
  fileprivate func mayLeaveOut(_ place: Int) -> Bool {
    let token = tokens[place]
    switch token.kind {
    case .word:
      let isOfPlace = token.isPlaceWord || token.isLayerWord && place + 1 < tokens.count && tokens[place + 1].isPlaceWord
      let word = token.text.lowercased()
      return !token.isIndex && !isOfPlace && !Phrase.ordinals.contains(word) && !NotationHints.transforming.contains(word)
        && !NotationHints.arranging.contains(word)
    case .symbol: return true
    default: return false
    }
  }

  /// The words that may say what the symbol is, up to the first comma: those that say where it belongs, or stand before an
  /// index after others, are none.
  fileprivate var hintingWords: [String] {
    let end = tokens[position...].firstIndex { $0.text == "," } ?? tokens.count
    var isFirst = true
    return (position..<end).filter { place in
      guard tokens[place].kind == .word, tokens[place].text.count > 1, !tokens[place].isPlaceWord else { return false }
      let isCounted = place + 1 < tokens.count && tokens[place + 1].isIndex
      defer { if !NotationHints.transparent.contains(tokens[place].text.lowercased()) { isFirst = false } }
      guard tokens[place].isLayerWord else { return isFirst || !isCounted }
      guard tokens[place].text.lowercased() != "hidden", place + 1 < tokens.count else { return false }
      return !tokens[place + 1].isPlaceWord && !isCounted
    }.map { tokens[$0].text.lowercased() }
  }

  /// The sentence up to its last index; nil where nothing stands behind it, or what says another quantity.
  fileprivate func endingWithIndex(from start: Int) -> Phrase? {
    guard let last = tokens.lastIndex(where: \.isIndex), last > start, last + 1 < tokens.count,
      ((last + 1)..<tokens.count).allSatisfy(mayLeaveOut)
    else { return nil }
    return replacing((last + 1)..<tokens.count, by: [])
  }

  /// The sentence up to its first comma.
  fileprivate var endingWithComma: Phrase? {
    guard let comma = tokens.firstIndex(where: { $0.text == "," }), comma > position,
      (comma..<tokens.count).allSatisfy(mayLeaveOut)
    else { return nil }
    return replacing(comma..<tokens.count, by: [])
  }

  /// `the k-th pixel` as `the pixel k`.
  fileprivate mutating func putOrdinalsBehind() {
    var place = position
    while place + 1 < tokens.count {
      if let (index, length) = ordinal(at: place), place + length < tokens.count, tokens[place + length].kind == .word {
        replace(place..<(place + length + 1), by: [tokens[place + length], index])
      }
      place += 1
    }
  }

  fileprivate func replacing(_ range: Range<Int>, by words: [String]) -> Phrase {
    let neighbour = tokens[min(range.lowerBound, tokens.count - 1)]
    return replacing(
      range, with: words.map { Token(kind: .word, text: $0, range: neighbour.range, line: neighbour.line) })
  }

  fileprivate func replacing(_ range: Range<Int>, with others: [Token]) -> Phrase {
    var phrase = self
    phrase.replace(range, by: others)
    return phrase
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
