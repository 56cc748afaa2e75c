/// What a sentence that can't be read has: its indices, each with what it counts, the layer that it names, and the symbols
/// that it speaks of. Of these and a noun sentences of the grammar are made, whatever stands between them.
struct SentenceParts {
  /// What an index counts.
  enum Kind { case unit, layer, example, unknown }
  /// Which end of weights a sentence says that a unit is.
  fileprivate enum End { case source, target }
  struct Index {
    /// As a sentence has it.
    var text: String
    var kind: Kind
    /// `hidden` or `output`, where it says of which layer a unit is.
    var layer: String?
    fileprivate var end: End?
  }
  let words: [String]
  /// Those before the first comma, behind which a sentence says more of the same.
  private let firstWords: [String]
  private(set) var indices: [Index] = []
  /// The layers that are named without an index, in order: `from the hidden units to the outputs`.
  private(set) var layers: [String] = []
  /// Symbols, as opposed to indices.
  private(set) var symbols: [String] = []

  /// Whether an ordinal says which unit is meant in words that are not read here.
  private var hasOtherOrdinal = false

  /// - Parameter places: of the units that other symbols are about
  init(_ phrase: Phrase, from start: Int, of tex: String, _ places: [String: NotationPlace]) {
    let tokens = phrase.tokens
    words = tokens[start...].filter { $0.kind == .word }.map { $0.text.lowercased() }
    firstWords = tokens[start...].prefix { $0.text != "," }.filter { $0.kind == .word }.map { $0.text.lowercased() }
    let own = NotationDefinition.Sentence.letters(of: tex)
    var place = start
    while place < tokens.count {
      defer { place += 1 }
      let token = tokens[place]
      if let layer = Self.layer(of: token, before: place + 1 < tokens.count ? tokens[place + 1] : nil) {
        layers.append(layer)
      }
      if let number = Phrase.ordinals.firstIndex(of: token.text.lowercased()) {
        if var index = Self.unit(number + 1, in: tokens, after: place + 1) {
          index.end = Self.end(of: place, in: tokens, from: start)
          indices.append(index)
        } else if !(place + 2 < tokens.count && tokens[place + 1].text == "hidden" && tokens[place + 2].text == "layer")
        {
          hasOtherOrdinal = true
        }
      }
      let isLetterA = token.text == "a" && own.contains("a") && place > start && tokens[place - 1].isPlaceWord
      let end = Self.end(of: place, in: tokens, from: start)
      if isLetterA { indices.append(Index(text: "$a$", kind: .unit, end: end)) }
      guard token.isIndex else { continue }
      if case .formula(let formula) = token.kind, let unit = places[formula]?.unit?.text ?? Self.number(of: formula) {
        indices.append(Index(text: unit, kind: .unit, layer: places[formula]?.layer?.text, end: end))
        continue
      }
      if case .formula(let formula) = token.kind, !Self.isIndex(formula, own) {
        symbols.append(formula)
        continue
      }
      let parts = phrase.index(at: place)
      let text = parts.map(\.text).joined()
      place += parts.count - 1
      var owner = place - parts.count
      let kind =
        owner >= start ? Self.kind(of: tokens[owner], before: owner > start ? tokens[owner - 1] : nil) : .unknown
      if kind != .unknown { owner -= 1 }
      guard !indices.contains(where: { $0.text == text && $0.kind == kind }) else { continue }
      // What is no letter of the symbol is an index only where the sentence says of what.
      if kind == .unknown, !NotationDefinition.Sentence.letters(of: token.index).contains(where: own.contains) {
        continue
      }
      let adjective = owner >= start && tokens[owner].isLayerWord ? tokens[owner].text.lowercased() : nil
      let behind = Self.hiddenLayer(in: tokens, after: place + 1)
      indices.append(
        Index(
          text: text, kind: adjective != nil && kind == .unknown ? .unit : kind, layer: behind ?? adjective, end: end))
    }
    // An index of the symbol that the sentence does not mention is one all the same: `$x_k$ is the brightness of a pixel`.
    for letter in Self.subscripts(of: tex) where !indices.contains(where: { $0.text.contains(letter) }) {
      indices.append(Index(text: letter, kind: .unknown))
    }
  }

  /// Sentences without their symbol and verb, the likeliest first.
  func sentences(about nouns: [String]) -> [String] {
    // More indices have too many meanings.
    guard indices.count <= 5 else { return [] }
    if let special = aboutSymbols ?? aboutNumbers ?? aboutFunctions { return special }
    guard
      firstWords.allSatisfy({ word in
        !NotationHints.transforming.contains(word) || nouns.first == "loss" && NotationHints.ofCosts.contains(word)
      })
    else { return [] }
    guard words.allSatisfy({ !NotationHints.augmenting.contains($0) }), !hasOtherOrdinal else { return [] }
    let isArranged = words.contains { NotationHints.arranging.contains($0) }
    let said = nouns.map { noun -> [String] in
      let layouts = isArranged && symbols.isEmpty ? Self.layouts(of: noun) : [""]
      let isVector = noun == "weights" && words.contains("vector")
      let isMinus = noun == "errors" && words.contains { ["negative", "minus"].contains($0) }
      return (isVector ? [", a column"] + layouts : layouts).flatMap { layout in
        places(for: noun).map { "\(isMinus ? "negative " : "")\(noun)\($0)\(layout)" }
      }
        + (noun == "loss" && words.contains { ["sum", "summed", "total", "whole", "all"].contains($0) }
          ? ["loss, summed over the examples"] : [])
    }
    // The likeliest of each noun first.
    return (0..<(said.map(\.count).max() ?? 0)).flatMap { rank in
      said.compactMap { $0.indices.contains(rank) ? $0[rank] : nil }
    }
  }

  private static func layouts(of noun: String) -> [String] {
    switch noun {
    case "weights": ["", ", rows from"]
    case "biases": ["", ", as a row"]
    case "loss", "learning rate": [""]
    default: ["", ", one row per example", ", one column per example", ", as a row"]
    }
  }

  /// ` of unit j of layer l`, for each way in which the indices may be meant.
  private func places(for noun: String) -> [String] {
    switch noun {
    case "learning rate": return [""]
    case "loss":
      guard indices.isEmpty else { return indices.map { " for example \($0.text)" } }
      return isOfOne ? [" of one example", ""] : ["", " of one example"]
    default: break
    }
    let hasLayer = !["inputs", "targets", "predictions"].contains(noun)
    return assignments.compactMap { kinds -> [String]? in
      func texts(_ kind: Kind) -> [Index] { zip(indices, kinds).filter { $1 == kind }.map(\.0) }
      let (units, layers, examples) = (texts(.unit), texts(.layer), texts(.example))
      let mayHaveTwo = noun == "weights"
      guard units.count <= (mayHaveTwo ? 2 : 1), examples.count <= 1, layers.count <= (mayHaveTwo ? 2 : 1) else {
        return nil
      }
      let example = examples.first.map { " for example \($0.text)" } ?? ""
      let named = layers.first?.text
      guard mayHaveTwo, units.count == 2 else {
        let of = named ?? units.first?.layer ?? (mayHaveTwo ? self.layers.last : self.layers.first)
        let one = units.first.map { " of unit \($0.text)" } ?? ""
        guard hasLayer else { return [one + example] }
        let from = units.first.map { " from unit \($0.text)" }
        // Where nothing says of which layer, it may be any.
        let any = noun == "activations" ? [nil, "output", "hidden", "input"] : [nil, "output", "hidden"]
        let ends =
          mayHaveTwo ? [units.first?.end == .source ? nil : one, units.first?.end == .target ? nil : from] : [one]
        return ends.compactMap(\.self).flatMap { unit in
          (of.map { [$0] } ?? any).map { layer in unit + (layer.map { " of layer \($0)" } ?? "") + example }
        }
      }
      return nil
    }.joined() + (noun == "weights" ? betweenUnits : [])
  }

  /// ` from unit i to unit j`, both ways where the sentence does not say which: swapped indices are a usual mistake.
  private var betweenUnits: [String] {
    let units = indices.filter { $0.kind == .unit || $0.kind == .unknown }
    guard units.count == 2 else { return [] }
    let layers = indices.filter { $0.kind == .layer }.map(\.text)
    return [(units[0], units[1]), (units[1], units[0])].filter { from, to in
      from.end != .target && to.end != .source
    }.flatMap { from, to -> [String] in
      let between = " from unit \(from.text) to unit \(to.text)"
      let of = layers.isEmpty ? [to.layer].compactMap(\.self) : layers
      return of.isEmpty ? [between] : of.map { "\(between) of layer \($0)" }
    }
  }

  /// What each index may be.
  private var assignments: [[Kind]] {
    indices.reduce([[]]) { found, index in
      let kinds: [Kind] =
        switch index.kind {
        case .unknown where ["l", "\\ell", "$\\ell$", "L"].contains(index.text): [.layer]
        case .unknown: [.unit, .example]
        default: [index.kind]
        }
      return found.flatMap { others in kinds.map { others + [$0] } }
    }
  }

  private var isOfOne: Bool {
    let singular = ["one", "single", "each", "this", "specific", "individual", "case", "point"]
    return words.contains { singular.contains($0) || NotationHints.placeWords.contains($0) && $0 != "layer" }
  }

  /// The end that the words before an index say: `from hidden unit i`, `onto unit j`.
  private static func end(of place: Int, in tokens: [Token], from start: Int) -> End? {
    for token in tokens[max(start, place - 4)..<max(start, place)].reversed() {
      if token.isIndex { return nil }
      switch token.text.lowercased() {
      case "from": return .source
      case "to", "onto", "into", "towards", "toward": return .target
      default: continue
      }
    }
    return nil
  }

  /// The layer that a word names by what stands behind it: `hidden units`, `the outputs`.
  private static func layer(of token: Token, before next: Token?) -> String? {
    switch token.text.lowercased() {
    case "outputs": return "output"
    case "hidden": return next.map { $0.kind == .word && !$0.isIndex } ?? false ? "hidden" : nil
    case let word where token.isLayerWord: return next.map(isOfUnits) ?? false ? word : nil
    default: return nil
    }
  }

  /// The 1 of `x_1`, which mostly is a unit's.
  private static func number(of formula: String) -> String? {
    let parts = formula.split(separator: "_")
    guard parts.count == 2, parts[0].count == 1, Int(parts[1]) != nil else { return nil }
    return String(parts[1])
  }

  /// The unit of `first hidden neuron`.
  private static func unit(_ number: Int, in tokens: [Token], after place: Int) -> Index? {
    let words = tokens[min(place, tokens.count)...].prefix(2)
    guard let first = words.first else { return nil }
    if kind(of: first, before: nil) == .unit { return Index(text: String(number), kind: .unit) }
    guard words.count == 2, first.isLayerWord, let last = words.last, kind(of: last, before: first) == .unit else {
      return nil
    }
    return Index(text: String(number), kind: .unit, layer: first.text.lowercased())
  }

  /// The layer that stands behind a unit: `node j in the second hidden layer`.
  private static func hiddenLayer(in tokens: [Token], after place: Int) -> String? {
    let words = tokens[min(place, tokens.count)...].prefix(5).map { $0.text.lowercased() }
      .filter { !["the", "a", "of", "in", "at"].contains($0) }
    guard words.count > 1 else { return nil }
    if words.count > 2, let number = Phrase.ordinals.firstIndex(of: words[0]), words[1] == "hidden", words[2] == "layer"
    {
      return "hidden-\(number + 1)"
    }
    return ["hidden", "output", "input"].contains(words[0]) && words[1] == "layer" ? words[0] : nil
  }

  /// What units are called, besides units.
  private static let counted: Set<String> = [
    "cell", "neurone", "class", "feature", "pixel", "label", "covariate", "predictor", "activation", "spin",
    "attribute",
    "input", "output", "adaline", "perceptron",
  ]

  private static func isOfUnits(_ token: Token) -> Bool {
    let word = token.text.lowercased()
    return token.isPlaceWord || word.hasSuffix("s") && NotationHints.placeWords.contains(String(word.dropLast()))
  }

  static func kind(of token: Token, before: Token?) -> Kind {
    let word = token.text.lowercased()
    guard token.kind == .word else { return .unknown }
    if word == "layer" { return .layer }
    if NotationWording.unitWords.contains(word) || Self.counted.contains(word) { return .unit }
    if NotationHints.placeWords.contains(word)
      || ["case", "point", "trial", "item", "pair", "time", "stimulus", "instant", "row"].contains(word)
    {
      return .example
    }
    if word == "vector" {
      return ["training", "input", "feature"].contains(before?.text.lowercased()) ? .example : .unknown
    }
    return .unknown
  }

  /// Whether a formula is an index, as `$\ell-1$` and `$\mu$` are among the letters of the symbol.
  private static func isIndex(_ formula: String, _ own: [String]) -> Bool {
    let letters = NotationDefinition.Sentence.letters(of: formula)
    return formula == "\\ell"
      || !letters.isEmpty && letters.count == 1 && own.contains(letters[0])
        && !formula.contains("_") && !formula.contains("^") && letters[0].first?.isLowercase ?? false
      || letters.isEmpty && formula.first == "\\" && formula.dropFirst().allSatisfy(\.isLetter)
  }

  /// The letters below a symbol that are indices as a rule.
  private static func subscripts(of tex: String) -> [String] {
    guard let mark = tex.lastIndex(of: "_") else { return [] }
    let sub = tex[tex.index(after: mark)...].prefix { !"^'([".contains($0) }.filter { !"{}, ".contains($0) }
    guard sub.count <= 2, sub.allSatisfy({ "ijklmnpqrst".contains($0) }) else { return [] }
    return sub.map(String.init)
  }
}
