import Catalog

extension Phrase {
  /// Puts the words of the grammar in place of those that authors use, from here to the end.
  mutating func takeGrammarWords() {
    nameOwner()
    moveOwner()
    moveOrdinals()
    takeBelongings()
    takeExamplesOfLayout()
    takeShape()
    takeSideOfActivation()
    takeWeightedSymbol()
    takeLyingVector()
    takeFrame()
    takeRemarks()
    for table in NotationWording.passes {
      var place = position
      while place < tokens.count {
        guard let (rule, end, indices) = ruleApplying(at: place, in: table) else {
          place += 1
          continue
        }
        place += replace(place..<end, by: rule.replacement.split(separator: " ").map(String.init), indices)
      }
    }
    moveLayouts()
  }

  /// `the activations, one row per example, of layer l` is `the activations of layer l, one row per example`.
  private mutating func moveLayouts() {
    guard let comma = tokens[position...].firstIndex(where: { $0.text == "," }) else { return }
    var place = comma
    while place < tokens.count, tokens[place].text == "," {
      var inner = self
      inner.rewind(to: place + 1)
      guard inner.takeOne(of: NotationModifier.all.map(\.spellings)) != nil else { break }
      place = inner.position
    }
    let layouts = comma..<place
    if place < tokens.count, tokens[place].text == "," { place += 1 }
    guard !layouts.isEmpty, place < tokens.count, Self.placing.contains(tokens[place].text) else { return }
    let end = tokens[place...].firstIndex { $0.text == "," } ?? tokens.count
    let moved = Array(tokens[place..<end])
    let bytes = bytes(of: comma..<end)
    replace(
      comma..<end,
      by: (moved + Array(tokens[layouts])).map { token in
        var token = token
        token.range = bytes
        return token
      })
  }

  private static let placing: Set<String> = ["of", "for", "to", "from"]

  /// `the i-th input` is `the input i`.
  private mutating func moveOrdinals() {
    var place = position
    while place < tokens.count {
      defer { place += 1 }
      guard let (index, length) = ordinal(at: place) else { continue }
      let start = place + length
      guard let counted = NotationWording.counted.first(where: { end(of: $0, from: start) != nil }) else { continue }
      let all = place..<(start + counted.count)
      let bytes = bytes(of: all)
      let of = NotationWording.ofExamples.contains(counted) ? ["for", "example"] : []
      let words = of.map { Token(kind: .word, text: $0, range: index.range, line: index.line) }
      replace(
        all,
        by: (tokens[start..<all.upperBound] + words + [index]).map { token in
          var token = token
          token.range = bytes
          return token
        })
    }
  }

  /// The index of `i-th`, `ith` or `$i$-th`, and how many tokens it takes.
  func ordinal(at place: Int) -> (index: Token, length: Int)? {
    let token = tokens[place]
    switch token.kind {
    case .word:
      for ending in ["-th", "th", "-st", "-nd", "-rd"] where token.text.hasSuffix(ending) {
        guard token.text.count == ending.count + 1 else { continue }
        var index = token
        index.text = String(token.text.prefix(1))
        return (index, 1)
      }
      guard let number = Self.ordinals.firstIndex(of: token.text) else { return nil }
      var index = token
      (index.kind, index.text) = (.number(Double(number + 1)), String(number + 1))
      return (index, 1)
    case .formula(let tex):
      var length = 1
      if place + length < tokens.count, tokens[place + length].text == "-" { length += 1 }
      guard place + length < tokens.count, Self.ordinalEndings.contains(tokens[place + length].text) else { return nil }
      var index = token
      // `$(l+1)$-th`
      if tex.first == "(", tex.last == ")" { index.kind = .formula(String(tex.dropFirst().dropLast())) }
      return (index, length + 1)
    case .symbol where token.text == "(":
      // `(l-1)-th`
      guard let close = tokens[place...].firstIndex(where: { $0.text == ")" }), close <= place + 4, close > place + 1
      else { return nil }
      var length = close - place + 1
      if place + length < tokens.count, tokens[place + length].text == "-" { length += 1 }
      guard place + length < tokens.count, Self.ordinalEndings.contains(tokens[place + length].text) else { return nil }
      let inside = tokens[(place + 1)..<close]
      var index = token
      index.kind = .formula(inside.map(\.text).joined())
      index.text = "$\(inside.map(\.text).joined())$"
      return (index, length + 1)
    default: return nil
    }
  }

  static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
  private static let ordinalEndings = ["th", "-th", "st", "nd", "rd"]

  private func ruleApplying(
    at place: Int, in table: [Substring: NotationWording.Group]
  ) -> (NotationWording.Rule, end: Int, indices: [[Token]])? {
    guard let group = table[tokens[place].text.lowercased()[...]] else { return nil }
    for rule in group.rules(goingOnWith: wordsToGoOnWith(from: place + 1)) {
      if let (end, indices) = end(of: PatternWords(rule.pattern), from: place) { return (rule, end, indices) }
    }
    return nil
  }

  /// The word at a place, and if it is an article that may be left out, the one behind it.
  private func wordsToGoOnWith(from place: Int) -> [String] {
    guard place < tokens.count else { return [] }
    let word = tokens[place].text
    guard Self.articles.contains(word), place + 1 < tokens.count, tokens[place + 1].text != word else {
      return [word.lowercased()]
    }
    return [word, tokens[place + 1].text.lowercased()]
  }

  /// Where the words of a pattern end that begins at a place, articles between them left out, with its indices.
  private func end(
    of pattern: some Sequence<some StringProtocol>, from start: Int
  ) -> (end: Int, indices: [[Token]])? {
    var place = start
    var indices: [[Token]] = []
    for word in pattern {
      if place > start, place < tokens.count, Self.articles.contains(tokens[place].text), tokens[place].text != word {
        place += 1
      }
      guard place < tokens.count else { return nil }
      if word.utf8.elementsEqual("*".utf8) {
        let index = index(at: place)
        guard !index.isEmpty else { return nil }
        indices.append(index)
        place += index.count
      } else {
        guard tokens[place].kind != .unterminated, tokens[place].text.isWord(word) else { return nil }
        place += 1
      }
    }
    return (place, indices)
  }

  private static let articles = ["the", "a", "an"]

  /// A letter, number or formula with what is added to it; nothing where there is none.
  func index(at place: Int) -> [Token] {
    guard place < tokens.count else { return [] }
    let token = tokens[place]
    switch token.kind {
    case .word where token.text.count == 1 && token.text.lowercased() != "a", .formula, .number: break
    default: return []
    }
    guard place + 1 < tokens.count else { return [token] }
    let next = tokens[place + 1]
    if case .number = next.kind, next.text.hasPrefix("+") || next.text.hasPrefix("-") { return [token, next] }
    if ["+", "-"].contains(next.text), place + 2 < tokens.count, case .number = tokens[place + 2].kind {
      return Array(tokens[place...(place + 2)])
    }
    return [token]
  }

  /// Where some tokens stand in the text, in whatever order they are.
  private func bytes(of range: Range<Int>) -> Range<Int> {
    let ranges = tokens[range].map(\.range)
    return (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  /// - Returns: how many tokens stand there now
  private mutating func replace(_ range: Range<Int>, by words: [String], _ indices: [[Token]]) -> Int {
    let bytes = bytes(of: range)
    var rest = indices[...]
    let replacement = words.flatMap { word -> [Token] in
      if word == "*" { return rest.popFirst() ?? [] }
      if word.first == "*", let number = Int(word.dropFirst()), indices.indices.contains(number - 1) {
        return indices[number - 1]
      }
      let kind = Int(word).map { Token.Kind.number(Double($0)) } ?? (word == "," ? .symbol : .word)
      return [Token(kind: kind, text: word, range: bytes, line: tokens[range.lowerBound].line)]
    }
    replace(range, by: replacement)
    return replacement.count
  }
}
