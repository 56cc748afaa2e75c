/// What a sentence that can't be read has: its indices, each with what it counts, the layer that it names, and the symbols
/// that it speaks of. Of these and a noun sentences of the grammar are made, whatever stands between them.
struct SentenceParts {
  /// What an index counts.
  enum Kind { case unit, layer, example, unknown }
  private struct Index {
    /// As a sentence has it.
    var text: String
    var kind: Kind
    /// `hidden` or `output`, where it says of which layer a unit is.
    var layer: String?
  }
  private let words: [String]
  /// Those before the first comma, behind which a sentence says more of the same.
  private let firstWords: [String]
  private var indices: [Index] = []
  /// The layers that are named without an index, in order: `from the hidden units to the outputs`.
  private var layers: [String] = []
  /// Symbols, as opposed to indices.
  private var symbols: [String] = []

  init(_ phrase: Phrase, from start: Int, of tex: String) {
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
      let isLetterA = token.text == "a" && own.contains("a") && place > start && tokens[place - 1].isPlaceWord
      if isLetterA { indices.append(Index(text: "$a$", kind: .unit)) }
      guard token.isIndex else { continue }
      if case .formula(let formula) = token.kind, !Self.isIndex(formula, own) {
        symbols.append(formula)
        continue
      }
      let parts = phrase.index(at: place)
      let text = parts.map(\.text).joined()
      place += parts.count - 1
      guard !indices.contains(where: { $0.text == text }) else { continue }
      var owner = place - parts.count
      let kind = owner >= start ? Self.kind(of: tokens[owner], before: owner > start ? tokens[owner - 1] : nil) : .unknown
      if kind != .unknown { owner -= 1 }
      // What is no letter of the symbol is an index only where the sentence says of what.
      if kind == .unknown, !NotationDefinition.Sentence.letters(of: token.index).contains(where: own.contains) { continue }
      let adjective = owner >= start && tokens[owner].isLayerWord ? tokens[owner].text.lowercased() : nil
      let behind = Self.hiddenLayer(in: tokens, after: place + 1)
      indices.append(
        Index(text: text, kind: adjective != nil && kind == .unknown ? .unit : kind, layer: behind ?? adjective))
    }
    // An index of the symbol that the sentence does not mention is one all the same: `$x_k$ is the brightness of a pixel`.
    for letter in Self.subscripts(of: tex) where !indices.contains(where: { $0.text.contains(letter) }) {
      indices.append(Index(text: letter, kind: .unknown))
    }
  }

  /// Sentences without their symbol and verb, the likeliest first.
  func sentences(about nouns: [String]) -> [String] {
    if let special = aboutSymbols ?? aboutNumbers ?? aboutFunctions { return special }
    guard
      firstWords.allSatisfy({ word in
        !NotationHints.transforming.contains(word) || nouns.first == "loss" && NotationHints.ofCosts.contains(word)
      })
    else { return [] }
    let isArranged = words.contains { NotationHints.arranging.contains($0) }
    return nouns.flatMap { noun -> [String] in
      let layouts = isArranged && symbols.isEmpty ? Self.layouts(of: noun) : [""]
      let isVector = noun == "weights" && words.contains("vector")
      let isMinus = ["errors", "derivative"].contains(noun) && words.contains { ["negative", "minus"].contains($0) }
      return (isVector ? [", a column"] + layouts : layouts).flatMap { layout in
        places(for: noun).map { "\(isMinus ? "negative " : "")\(noun)\($0)\(layout)" }
      }
        + (noun == "loss" && words.contains { ["sum", "summed", "total", "whole", "all"].contains($0) }
          ? ["loss, summed over the examples"] : [])
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
        return (mayHaveTwo ? [one] + [from].compactMap(\.self) : [one]).flatMap { unit in
          (of.map { [$0] } ?? any).map { layer in unit + (layer.map { " of layer \($0)" } ?? "") + example }
        }
      }
      return nil
    }.joined() + (noun == "weights" ? betweenUnits : [])
  }

  /// ` from unit i to unit j`, both ways.
  private var betweenUnits: [String] {
    let units = indices.filter { $0.kind == .unit || $0.kind == .unknown }
    guard units.count == 2 else { return [] }
    let layers = indices.filter { $0.kind == .layer }.map(\.text)
    return [(units[0], units[1]), (units[1], units[0])].flatMap { from, to -> [String] in
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

  /// `the change of $w$ at time t`
  private var aboutSymbols: [String]? {
    guard symbols.count == 1 else { return nil }
    let symbol = "$\(symbols[0])$"
    let nouns: [(stems: [String], text: String)] = [
      (["squar", "second"], "mean square of \(symbol)"),
      (["veloc", "moment", "first"], "velocity of \(symbol)"),
      (["change", "update", "increment", "adjust", "correction", "step", "modification"], "step of \(symbol)"),
      (["new", "next", "changed", "later"], "\(symbol) after one step"),
    ]
    let found = nouns.filter { noun in words.contains { word in noun.stems.contains { word.hasPrefix($0) } } }
    return found.isEmpty ? nil : found.map(\.text)
  }

  /// `the dimension of the input`
  private var aboutNumbers: [String]? {
    let sizes: Set<String> = [
      "number", "count", "dimension", "dimensionality", "size", "many", "width", "depth", "length", "cardinality",
    ]
    guard words.prefix(while: { $0 != "of" }).contains(where: sizes.contains), !words.contains("step"),
      !words.contains("rate")
    else { return nil }
    func has(_ stems: [String]) -> Bool { words.contains { word in stems.contains { word.hasPrefix($0) } } }
    var found: [String] = []
    if let index = indices.first(where: { $0.kind == .layer }) { found.append("number of units of layer \(index.text)") }
    if has(["class", "label", "output", "categor"]) { found.append("number of outputs") }
    if has(["input", "feature", "attribute", "predictor", "pixel", "covariate", "regressor", "spin"]) { found.append("number of inputs") }
    if has(["hidden"]) { found.append("number of units of layer hidden") }
    if has(["example", "sample", "case", "point", "pattern", "batch", "set", "data", "pair", "observation", "row"]) {
      found.append("number of examples")
    }
    if has(["layer", "depth"]) { found += ["number of layers", "number of the output layer"] }
    return found.isEmpty
      ? ["number of examples", "number of inputs", "number of outputs", "number of units of layer hidden"] : found
  }

  /// `the squashing function of the hidden units`
  private var aboutFunctions: [String]? {
    guard symbols.isEmpty,
      words.contains(where: { word in
        ["function", "nonlinearit", "non-linearit", "squash", "transfer", "sigmoid", "logistic"].contains {
          word.hasPrefix($0)
        }
      }), !words.contains(where: { word in
        ["loss", "cost", "error", "objective", "goal", "misfit", "energy", "criterion", "penalty"].contains {
          word.hasPrefix($0)
        }
      })
    else { return nil }
    let layers = indices.filter { $0.kind == .layer }.map(\.text) + self.layers.prefix(1)
    return layers.map { "activation function of layer \($0)" } + ["activation function"]
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

  /// The layer that stands behind a unit: `node j in the second hidden layer`.
  private static func hiddenLayer(in tokens: [Token], after place: Int) -> String? {
    let words = tokens[min(place, tokens.count)...].prefix(5).map { $0.text.lowercased() }
      .filter { !["the", "a", "of", "in", "at"].contains($0) }
    guard words.count > 1 else { return nil }
    if words.count > 2, let number = Phrase.ordinals.firstIndex(of: words[0]), words[1] == "hidden", words[2] == "layer" {
      return "hidden-\(number + 1)"
    }
    return ["hidden", "output", "input"].contains(words[0]) && words[1] == "layer" ? words[0] : nil
  }

  /// What units are called, besides units.
  private static let counted: Set<String> = [
    "cell", "neurone", "class", "feature", "pixel", "label", "covariate", "predictor", "activation", "spin", "attribute",
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
    if NotationHints.placeWords.contains(word) || ["case", "point", "trial", "item", "pair", "time", "stimulus", "instant", "row"].contains(word)
    {
      return .example
    }
    if word == "vector" { return ["training", "input", "feature"].contains(before?.text.lowercased()) ? .example : .unknown }
    return .unknown
  }

  /// Whether a formula is an index, as `$\\ell-1$` and `$\\mu$` are among the letters of the symbol.
  private static func isIndex(_ formula: String, _ own: [String]) -> Bool {
    let letters = NotationDefinition.Sentence.letters(of: formula)
    return formula == "\\ell" || !letters.isEmpty && letters.count == 1 && own.contains(letters[0])
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
