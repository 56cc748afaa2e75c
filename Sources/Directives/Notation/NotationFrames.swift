/// What stands around the noun of a sentence, whichever it is: `layer l's …`, `the row vector of …`, `component i of …`.
extension Phrase {
  /// `$h_j$ is the weighted sum of the neuron's inputs` speaks of neuron j, where the symbol has no other index.
  mutating func nameOwner() {
    guard
      let place = tokens[position...].indices.dropLast().first(where: { place in
        NotationWording.unitWords.contains { word in
          tokens[place].text == word && ["'", "’"].contains(tokens[place + 1].text) || tokens[place].text == word + "’s"
        }
      }), case .formula(let tex)? = tokens.first?.kind, let index = Self.onlySubscript(of: tex)
    else { return }
    let token = tokens[place]
    let letter = Token(kind: .word, text: index, range: token.range, line: token.line)
    guard token.isPossessive else { return replace((place + 1)..<(place + 1), by: [letter]) }
    var word = token
    word.text = String(word.text.prefix { $0 != "’" })
    let mark = Token(kind: .symbol, text: "’", range: token.range, line: token.line)
    replace(place..<(place + 1), by: [word, letter, mark])
  }

  /// The j of `h_j` and of `h_{j}`, where nothing else stands at a corner.
  private static func onlySubscript(of tex: String) -> String? {
    let corner = tex.drop { $0 != "_" }.dropFirst().filter { $0 != "{" && $0 != "}" && $0 != " " }
    return corner.count == 1 && corner.allSatisfy { $0.isLetter } && !tex.contains("^") ? String(corner) : nil
  }

  /// `the second layer's weights` is `the weights of the second layer`.
  mutating func moveOwner() {
    guard let mark = tokens[position...].firstIndex(where: { $0.text == "'" || $0.text == "’" || $0.isPossessive })
    else { return }
    // The owner begins behind the last word that joins nouns.
    let first = tokens[position..<mark].lastIndex { Self.prepositions.contains($0.text) }.map { $0 + 1 } ?? position
    var owner = Array(tokens[first..<mark])
    var start = mark + 1
    if tokens[mark].isPossessive {
      var word = tokens[mark]
      word.text = String(word.text.prefix { $0 != "’" })
      owner.append(word)
    } else if start < tokens.count, tokens[start].text == "s" {
      start += 1
    }
    guard !owner.isEmpty, start < tokens.count else { return }
    let end = tokens[start...].firstIndex { Self.prepositions.contains($0.text) } ?? tokens.count
    guard end > start else { return }
    let bytes = tokens[first].range.lowerBound..<tokens[end - 1].range.upperBound
    let of = Token(kind: .word, text: "of", range: bytes, line: tokens[start].line)
    replace(
      first..<end,
      by: (Array(tokens[start..<end]) + [of] + owner).map { token in
        var token = token
        token.range = bytes
        return token
      })
  }

  /// `the bias row vector of a layer` is `the bias vector of a layer, as a row`.
  mutating func takeLyingVector() {
    guard position + 1 < tokens.count,
      let place = ((position + 1)..<(tokens.count - 1)).first(where: { place in
        ["row", "column"].contains(tokens[place].text) && tokens[place + 1].text == "vector"
          && tokens[place - 1].kind == .word && !["the", "a", "an", "as", "is", "one"].contains(tokens[place - 1].text)
      })
    else { return }
    let layout = tokens[place].text
    remove(place..<(place + 1))
    insert([",", "as", "a", layout], at: tokens.count)
  }

  /// Takes away what says only that the noun has many entries or which one is meant, and puts what it says behind the
  /// noun: `the row vector of activations of layer l` is `the activations of layer l, as a row`.
  mutating func takeFrame() {
    while position < tokens.count {
      let start = position + (["the", "a", "an"].contains(tokens[position].text) ? 1 : 0)
      var place = start
      var layout: String?
      if place < tokens.count, ["row", "column"].contains(tokens[place].text) {
        layout = tokens[place].text
        place += 1
      }
      guard place + 2 < tokens.count else { return }
      if Self.arrays.contains(tokens[place].text), tokens[place + 1].text == "of" {
        // `a row of the matrix` is no frame.
        remove(position..<(place + 2))
        if let layout { insert([",", "as", "a", layout], at: tokens.count) }
        continue
      }
      guard layout == nil, Self.entries.contains(tokens[place].text) else { return }
      let index = index(at: place + 1)
      let of = place + 1 + index.count
      guard !index.isEmpty, of + 1 < tokens.count, tokens[of].text == "of" else { return }
      if case .formula = tokens[of + 1].kind {
        // The symbol says what it is an entry of.
        replace(
          place..<(place + 1),
          by: [Token(kind: .word, text: "entry", range: tokens[place].range, line: tokens[place].line)])
        return
      }
      remove(position..<(of + 1))
      let end = tokens[position...].firstIndex { $0.text == "," } ?? tokens.count
      insert(["of", "unit"], at: end)
      replace((end + 2)..<(end + 2), by: index)
      return
    }
  }

  /// Takes away what stands between round brackets and says the same in other words: `the input (vector of features)`,
  /// `the weighted input (net input) of unit j`.
  mutating func takeRemarks() {
    guard let open = tokens[position...].firstIndex(where: { $0.text == "(" }),
      let close = tokens[open...].firstIndex(where: { $0.text == ")" }), close > open + 1
    else { return }
    let words = tokens[(open + 1)..<close].map { $0.text.lowercased() }
    guard NotationWording.nouns.contains(words) || NotationWording.nouns.contains(Array(words.drop { $0 == "the" }))
    else { return }
    remove(open..<(close + 1))
  }

  private mutating func remove(_ range: Range<Int>) { replace(range, by: []) }

  private mutating func insert(_ words: [String], at place: Int) {
    guard let last = tokens.last else { return }
    replace(
      place..<place,
      by: words.map { Token(kind: $0 == "," ? .symbol : .word, text: $0, range: last.range, line: last.line) })
  }

  private static let arrays: Set<String> = ["vector", "matrix", "array", "tuple", "list"]
  private static let entries: Set<String> = ["component", "entry", "element", "coordinate"]
  static let prepositions: Set<String> = [
    ",", "of", "for", "in", "at", "to", "from", "on", "over", "with", "by", "without", "as", "applied", "between", "is",
  ]
}

extension Token {
  /// `layer’s`, with the mark of print, which clings to its word.
  fileprivate var isPossessive: Bool { kind == .word && text.hasSuffix("’s") }
}
