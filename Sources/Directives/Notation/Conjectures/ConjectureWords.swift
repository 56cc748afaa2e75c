/// What of a sentence that can't be read may be left out, and what says something.
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
  mutating func takeVerb() -> Bool {
    let place = position
    guard
      [
        "is", "are", "denotes", "denote", "means", "stands for", "represents", "represent", "gives", "be", ":", "=",
        "—", "–",
      ]
      .contains(where: { take($0) })
    else { return false }
    self = replacing(place..<position, by: ["is"])
    rewind(to: place + 1)
    return true
  }

  /// Whether a word says neither where the symbol belongs nor another quantity.
  func mayLeaveOut(_ place: Int) -> Bool {
    let token = tokens[place]
    switch token.kind {
    case .word:
      let isOfPlace =
        token.isPlaceWord || token.isLayerWord && place + 1 < tokens.count && tokens[place + 1].isPlaceWord
      let word = token.text.lowercased()
      return !token.isIndex && !isOfPlace && !Phrase.ordinals.contains(word)
        && !NotationHints.transforming.contains(word)
        && !NotationHints.arranging.contains(word) && !NotationHints.augmenting.contains(word)
    case .symbol: return true
    default: return false
    }
  }

  /// The words that may say what the symbol is, up to the first comma: those that say where it belongs, or stand before an
  /// index after others, are none.
  var hintingWords: [String] {
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
  func endingWithIndex(from start: Int) -> Phrase? {
    guard let last = tokens.lastIndex(where: \.isIndex), last > start, last + 1 < tokens.count,
      ((last + 1)..<tokens.count).allSatisfy(mayLeaveOut)
    else { return nil }
    return replacing((last + 1)..<tokens.count, by: [])
  }

  /// The sentence up to its first comma.
  var endingWithComma: Phrase? {
    guard let comma = tokens.firstIndex(where: { $0.text == "," }), comma > position,
      (comma..<tokens.count).allSatisfy(mayLeaveOut)
    else { return nil }
    return replacing(comma..<tokens.count, by: [])
  }

  /// `the k-th pixel` as `the pixel k`.
  mutating func putOrdinalsBehind() {
    var place = position
    while place + 1 < tokens.count {
      if let (index, length) = ordinal(at: place), place + length < tokens.count, tokens[place + length].kind == .word {
        replace(place..<(place + length + 1), by: [tokens[place + length], index])
      }
      place += 1
    }
  }

  func replacing(_ range: Range<Int>, by words: [String]) -> Phrase {
    let neighbour = tokens[min(range.lowerBound, tokens.count - 1)]
    return replacing(
      range, with: words.map { Token(kind: .word, text: $0, range: neighbour.range, line: neighbour.line) })
  }

  func replacing(_ range: Range<Int>, with others: [Token]) -> Phrase {
    var phrase = self
    phrase.replace(range, by: others)
    return phrase
  }
}
