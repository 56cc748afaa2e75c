/// Sentences about several symbols, each of which means something of its own: `$W$ and $b$ are the weights and biases of
/// layer hidden`, `$h$ and $o$ are the activations of layer hidden and layer output, respectively`.
extension Phrase {
  /// The sentences about one symbol each, or about a list of them, that this one stands for; itself where it is one.
  var singleSentences: [Phrase] {
    guard let (symbols, verb) = listedSymbols, symbols.count > 1 else { return [self] }
    var predicate = Array(tokens[(verb + 1)...])
    for words in [["respectively"], ["in", "this", "order"], ["in", "that", "order"]]
    where predicate.map({ $0.text.lowercased() }).suffix(words.count).elementsEqual(words) {
      predicate.removeLast(words.count)
      if predicate.last?.text == "," { predicate.removeLast() }
    }
    if let parts = predicate.parted(into: symbols.count) {
      for meanings in [predicate.ofPlaces(parts), Array.ofNouns(parts)].compactMap(\.self) {
        let sentences = zip(symbols, meanings).map { symbol, meaning in
          replacing(0..<tokens.count, with: [symbol, tokens[verb].saying("is")] + meaning)
        }
        if sentences.allSatisfy(\.isSentence) { return sentences }
      }
    }
    // One noun for all: a list as if it stood between one pair of dollars.
    guard case .formula(let first) = symbols[0].kind, tokens[0].index != tokens[..<verb].last?.index else {
      return [self]
    }
    var list = symbols[0]
    let names = [first] + symbols.dropFirst().map(\.index)
    list.kind = .formula(names.joined(separator: ", "))
    return [replacing(0..<verb, with: [list])]
  }

  /// The symbols before the verb, and where that is.
  private var listedSymbols: (symbols: [Token], verb: Int)? {
    var symbols: [Token] = []
    var place = 0
    while place < tokens.count, case .formula(let tex) = tokens[place].kind {
      symbols += tex.listedNames.map { name in
        var token = tokens[place]
        token.kind = .formula(name)
        return token
      }
      place += 1
      let start = place
      while place < tokens.count, [",", "and"].contains(tokens[place].text) { place += 1 }
      if place == start { break }
    }
    guard place < tokens.count, ["is", "are", "denote", "denotes", "mean", "means"].contains(tokens[place].text) else {
      return nil
    }
    return (symbols, place)
  }

  private var isSentence: Bool {
    var copy = self
    copy.rewind(to: 0)
    return NotationDefinition.Sentence.reading(&copy) != nil && copy.diagnostics.isEmpty
  }
}

extension [Token] {
  /// The parts between the last `and` and the commas before it, as many as there are symbols; nil where there are fewer.
  fileprivate func parted(into count: Int) -> [[Token]]? {
    guard let and = lastIndex(where: { $0.text == "and" }) else { return nil }
    var separators = [and]
    for place in indices.reversed() where place < and && separators.count < count - 1 {
      guard self[place].text == "," || self[place].text == "and" else { continue }
      // `, and` is one.
      if place + 1 == separators[0], self[place].text == "," { continue }
      separators.insert(place, at: 0)
    }
    guard separators.count == count - 1 else { return nil }
    let bounds = [-1] + separators + [self.count]
    let parts = zip(bounds, bounds.dropFirst()).map { start, end in
      var part = Array(self[(start + 1)..<end])
      if part.last?.text == "," { part.removeLast() }
      return part
    }
    return parts.allSatisfy { !$0.isEmpty } ? parts : nil
  }

  /// `the weights`, `the biases of layer l`: what stands behind the last noun is said of all.
  fileprivate static func ofNouns(_ parts: [[Token]]) -> [[Token]]? {
    guard let last = parts.last else { return nil }
    let place = last.firstIndex { Phrase.prepositions.contains($0.text) }
    let tail = place.map { Array(last[$0...]) } ?? []
    return parts.dropLast().map { part in
      part.contains { Phrase.prepositions.contains($0.text) } ? part : part + tail
    } + [last]
  }

  /// `the weights of layer hidden`, `layer output`: what stands before the first place is said of all.
  fileprivate func ofPlaces(_ parts: [[Token]]) -> [[Token]]? {
    guard let first = parts.first, let of = first.lastIndex(where: { ["of", "in", "at", "for"].contains($0.text) })
    else {
      return nil
    }
    let plural = ["layers": "layer", "units": "unit", "examples": "example"]
    func singular(_ part: [Token]) -> [Token] { part.map { token in plural[token.text].map(token.saying) ?? token } }
    let start = Array(first[...of])
    let counted = of + 1 < first.count ? first[of + 1] : nil
    let word = counted.flatMap { plural[$0.text].map($0.saying) }
    // `the hidden and the output layer`
    let isLayerLast = parts.last?.contains { $0.text == "layer" || $0.text == "layers" } ?? false
    var meanings: [[Token]] = []
    for (number, part) in parts.enumerated() {
      var part = singular(number == 0 ? Array(first[(of + 1)...]) : part)
      if let word, number > 0 { part.insert(word, at: 0) }
      let hasNoun = part.contains { ["layer", "unit", "example"].contains($0.text) }
      if !hasNoun, isLayerLast, let last = part.last { part.append(last.saying("layer")) }
      guard let head = part.first(where: { !["the", "a", "an"].contains($0.text) }),
        hasNoun || isLayerLast || ["hidden", "output", "input"].contains(head.text)
      else { return nil }
      meanings.append(start + part)
    }
    return meanings
  }
}

extension Token {
  /// Another word in its place.
  fileprivate func saying(_ word: String) -> Token {
    var token = self
    (token.kind, token.text) = (.word, word)
    return token
  }
}

extension String {
  /// The names of `w_1, w_2`; itself where it is one, or where dots say that there are more.
  fileprivate var listedNames: [String] {
    guard contains(","), !contains("dots"), !contains("…"), !contains("...") else { return [self] }
    return partsAtCommas
  }

  /// What commas outside of brackets part.
  package var partsAtCommas: [String] {
    var parts = [""]
    var level = 0
    for character in self {
      if "([{".contains(character) { level += 1 }
      if ")]}".contains(character) { level -= 1 }
      if character == ",", level == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
  }
}
