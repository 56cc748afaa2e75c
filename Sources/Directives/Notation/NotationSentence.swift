import Catalog
package import Diagnostics
package import TeXMath

extension NotationDefinition {
  /// One sentence: `$o_k$ is the activation of unit 1 of layer output`.
  package struct Sentence: Sendable {
    package enum Subject: Sendable, Hashable {
      /// The LaTeX between the dollars.
      case symbol(String)
      /// `layers count from 1`, `indices count from 0`
      case counting(String, from: Int)
    }
    package enum Meaning: Sendable {
      /// A noun of the catalog by its name, where it belongs, and the formulas that it speaks of.
      case noun(String, NotationPlace, operands: [String])
      /// `any weight`
      case any(String)
      /// `the derivative of $J$ by $W$`
      case quantity(Quantity)
      /// `$w_k$ after one step`
      case afterStep(of: String)
      /// `names layer hidden`
      case layerName(NotationPlace.Index)
      /// `defined below`
      case unbound
      case counting
    }
    package var subject: Subject
    package var meaning: Meaning
    /// Names of `NotationModifier.all`, in the order written.
    package var modifiers: [String]
    /// What the modifier `as a function of` names.
    package var variable: Meaning?
    /// The letter that stands for every symbol, which the modifier `for every` names.
    package var everySymbol: String?
    /// Whether its noun is a cost, and not a loss: that of one example has the regularization, too.
    package var isCost = false
    /// Where the subject is a single symbol. Argument lists, as in `$h_\Theta(x)$`, are names only to the equations.
    package var symbol: Symbol?
    package var span: SourceSpan
  }
}

extension NotationDefinition.Sentence {
  /// Reads one sentence; nil where it is none, and the phrase says why.
  static func reading(_ phrase: inout Phrase) -> NotationDefinition.Sentence? {
    let span = phrase.whole
    if phrase.match("layers count from") != nil || phrase.match("indices count from") != nil {
      guard let subject = readCounting(&phrase) else { return nil }
      return NotationDefinition.Sentence(subject: subject, meaning: .counting, modifiers: [], span: span)
    }
    guard let tex = phrase.readSymbol() else { return nil }
    if phrase.take("names") {
      guard let index = phrase.readNamedLayer(), phrase.finish("define notation") else { return nil }
      return NotationDefinition.Sentence(subject: .symbol(tex), meaning: .layerName(index), modifiers: [], span: span)
    }
    guard ["is", "are", "denotes", "denote", "means", "stands for"].contains(where: { phrase.take($0) }) else {
      phrase.report(.expected("`is` and a quantity", found: phrase.found))
      return nil
    }
    let isOfVector = phrase.speaksOfWeightVector && !(letters(of: tex).first?.first?.isUppercase ?? false)
    phrase.takeGrammarWords()
    let start = phrase.position
    guard let meaning = phrase.readMeaning(letters: letters(of: tex)) else { return nil }
    let isCost = phrase.tokens[start..<min(start + 2, phrase.tokens.count)].contains { $0.text.lowercased() == "cost" }
    var modifiers: [String] = []
    var variable: Meaning?
    var everySymbol: String?
    let isRead = phrase.readOptions(of: "define notation", NotationModifier.all) { phrase, name in
      modifiers.append(name)
      if name == "for every" {
        everySymbol = phrase.readEverySymbol(of: meaning, under: tex)
        return everySymbol.map { _ in () }
      }
      guard name == "as a function of" else { return () }
      variable = phrase.readMeaning(letters: letters(of: tex))
      return variable.map { _ in () }
    }
    guard isRead else { return nil }
    if isOfVector, case .noun("weights", let place, _) = meaning, place.fromUnit == nil,
      modifiers.allSatisfy({ $0 == "row by row" })
    {
      modifiers.append("a column")
    }
    var sentence = NotationDefinition.Sentence(
      subject: .symbol(tex), meaning: meaning, modifiers: modifiers, variable: variable, span: span)
    sentence.isCost = isCost
    sentence.everySymbol = everySymbol
    if case .success(.symbol(let symbol)) = Formula.reading(tex) { sentence.symbol = symbol }
    return sentence
  }

  private static func readCounting(_ phrase: inout Phrase) -> Subject? {
    let what = phrase.next?.text.lowercased() ?? ""
    phrase.advance(by: 3)
    let start = phrase.position
    guard let number = phrase.readWholeNumber(expected: "`0` or `1`", named: "the first number") else { return nil }
    guard number == 0 || number == 1 else {
      phrase.report(.expected("`0` or `1`", found: "`\(number)`"), at: phrase.span(from: start))
      return nil
    }
    if what == "layers", phrase.take(",") {
      guard phrase.take("the input layer") || phrase.take("the first hidden layer") else {
        phrase.report(.expected("`the input layer`", found: phrase.found))
        return nil
      }
    }
    return phrase.finish("define notation") ? .counting(what, from: number) : nil
  }

  /// The letters that a symbol is made of: `a^l_j` has a, l and j.
  package static func letters(of tex: String) -> [String] {
    var letters: [String] = []
    var isCommand = false
    for character in tex {
      if character == "\\" {
        isCommand = true
      } else if !character.isLetter {
        isCommand = false
      } else if !isCommand {
        letters.append(String(character))
      }
    }
    return letters
  }

  /// The quantity that the symbol names by itself: one without index letters, arranged as cells print it.
  package var quantity: Quantity? {
    guard modifiers.allSatisfy(NotationModifier.neutral.contains) else { return nil }
    switch meaning {
    case .quantity(let quantity): return quantity
    case .noun("derivative", _, let operands):
      // Their ranges count from elsewhere than the span of the sentence.
      let symbols = operands.compactMap { operand -> Symbol? in
        if case .success(.symbol(let symbol)) = Formula.reading(operand) { Symbol(symbol.tex) } else { nil }
      }
      guard symbols.count == 2 else { return nil }
      return .derivative(of: .formula(.symbol(symbols[0]), span), by: .formula(.symbol(symbols[1]), span), span)
    case .noun(let name, let place, _):
      guard let place = place.concrete, let noun = QuantityNoun.all.first(where: { $0.entry.name == name }) else {
        return nil
      }
      return .named(noun, place, span)
    case .any, .afterStep, .layerName, .unbound, .counting: return nil
    }
  }
}

extension NotationDefinition.Sentence {
  /// All that the symbol stands for where its letters have any value: `$z_l$` for every layer.
  package var wholeQuantity: Quantity? {
    guard modifiers.allSatisfy(NotationModifier.neutral.contains),
      case .noun(let name, let place, let operands) = meaning,
      operands.isEmpty, let concrete = place.withoutLetters.concrete,
      let noun = QuantityNoun.all.first(where: { $0.entry.name == name })
    else { return nil }
    return .named(noun, concrete, span)
  }
}

extension Phrase {
  /// The v of "for every $v$", where `$\bar v$ is the derivative of $L$ by $v$`.
  fileprivate mutating func readEverySymbol(
    of meaning: NotationDefinition.Sentence.Meaning, under subject: String
  ) -> String? {
    let start = position
    guard let tex = readSymbol() else { return nil }
    var macros = MacroTable()
    let nodes = TeXFormula.reading(subject, macros: &macros).nodes
    if case .noun("derivative", _, let operands) = meaning, operands.count == 2, operands[1] == tex, nodes.count == 1,
      case .dressed(_, let inner) = nodes[0].kind, inner.count == 1,
      String(decoding: Array(subject.utf8)[inner[0].range], as: UTF8.self) == tex
    {
      return tex
    }
    report(
      .expected(
        "the letter under the accent", found: "`$\(tex)$`",
        help: "write `$\\bar v$ is the derivative of $L$ by $v$, for every $v$`"), at: span(from: start))
    return nil
  }

  /// Whether it says `weight vector`: what leads to one unit, where the symbol is no capital letter.
  fileprivate var speaksOfWeightVector: Bool {
    let words = tokens[position...].map { $0.text.lowercased() }
    return zip(words, words.dropFirst()).contains { $0 == "weight" && $1 == "vector" }
      || words.starts(with: ["the", "vector", "of", "weights"]) || words.starts(with: ["vector", "of", "weights"])
  }

  /// Reads `$…$` and gives the LaTeX.
  fileprivate mutating func readSymbol() -> String? {
    guard let token = next else {
      report(.expected("a symbol in `$…$`", found: found))
      return nil
    }
    switch token.kind {
    case .formula(let tex):
      if let problem = Symbol.problem(in: tex) {
        let offset = token.range.lowerBound + 1
        let range = (offset + problem.range.lowerBound)..<(offset + problem.range.upperBound)
        report(.formula(problem.message), at: fragment.span(of: range))
        return nil
      }
      advance()
      return tex
    case .unterminated: report(.unterminated(token.text))
    default: report(.expected("a symbol in `$…$`", found: found))
    }
    return nil
  }

  fileprivate mutating func readNamedLayer() -> NotationPlace.Index? {
    guard take("layer") || take("the layer") else {
      report(.expected("`layer` and its name", found: found))
      return nil
    }
    return readIndex(of: "layer", letters: [], from: 0)
  }

  fileprivate mutating func readMeaning(letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    if take("defined below") { return .unbound }
    if case .formula = next?.kind {
      guard let tex = readSymbol() else { return nil }
      guard take("after one step") || take("after the update") else {
        report(.expected("`after one step`", found: found))
        return nil
      }
      return .afterStep(of: tex)
    }
    let start = position
    // `the i-th example` is what it puts in.
    if match("the example") ?? match("example") != nil, token(ahead: match("the") == nil ? 1 : 2) != nil {
      _ = take("the")
      advance()
      guard let index = readIndex(of: "example", letters: nil, from: 1) else { return nil }
      var place = NotationPlace()
      place.example = index
      return .noun("inputs", place, operands: [])
    }
    // A layer is what it passes on.
    if match("the layer") ?? match("layer") != nil {
      _ = take("the")
      advance()
      guard let index = readIndex(of: "layer", letters: letters, from: 0) else { return nil }
      return .noun("activations", NotationPlace(layer: index), operands: [])
    }
    let isIndefinite = take("any") || take("a") || take("an")
    if !isIndefinite { _ = take("the") }
    if NotationWording.parameters.contains(where: { take($0) }) { return .any("weights") }
    if isDerivativeOfQuantityNext {
      rewind(to: start)
      return readQuantity().map { .quantity($0) }
    }
    let (quantities, others) = (QuantityNoun.all, NotationNoun.all)
    guard let index = takeOne(of: quantities.map(\.entry.spellings) + others.map(\.entry.spellings)) else {
      reportUnknownNoun()
      return nil
    }
    guard index < quantities.count else {
      if others[index - quantities.count].entry.name == "parameter" {
        return .any("parameter")
      }
      return readComplements(of: others[index - quantities.count], letters: letters)
    }
    let noun = quantities[index]
    if isIndefinite, isAtEnd || match(",") != nil { return .any(noun.entry.name) }
    return readPlace(of: noun, letters: letters)
  }

  /// `the gradient of the biases of layer 2`, but not `the derivative of $J$ by $W$`, whose symbols may have indices.
  private var isDerivativeOfQuantityNext: Bool {
    if match("gradient") ?? match("gradients") != nil { return true }
    guard match("derivative of") ?? match("derivatives of") != nil, let token = token(ahead: 2) else { return false }
    switch token.kind {
    case .formula, .unterminated: return false
    default: return true
    }
  }

  private mutating func readPlace(of noun: QuantityNoun, letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    var noun = noun
    let word = tokens[startOfChoice].text.lowercased()
    var place = NotationPlace()
    // `input j` is `input of unit j`.
    if noun.parts.contains(.unit), isIndexNext {
      guard let index = readIndex(of: "unit", letters: letters, from: 1) else { return nil }
      place.unit = index
    }
    guard readNotationPlace(into: &place, letters: letters) else { return nil }
    if noun.meaning == .cost, place.example != nil || place.unit != nil || place.isOneExample,
      let single = QuantityNoun.all.first(where: { $0.meaning == .exampleLoss })
    {
      noun = single
    }
    if place.layer == nil, place.unit == nil, let other = meaningWithoutLayer(of: noun, word, place) { noun = other }
    return check(place, of: noun.entry.name, suits: noun.parts) ? .noun(noun.entry.name, place, operands: []) : nil
  }

  /// What a word means that belongs to no layer: `the output` is that of the network, `the error` what training makes
  /// smaller.
  private func meaningWithoutLayer(of noun: QuantityNoun, _ word: String, _ place: NotationPlace) -> QuantityNoun? {
    let meaning: QuantityNoun.Meaning
    switch (noun.meaning, word) {
    case (.activations, "output"), (.activations, "outputs"): meaning = .predictions
    case (.errors, "error"):
      // δ is one by its name.
      guard let symbol = tokens.first, case .formula(let tex) = symbol.kind,
        !tex.contains("\\delta"), !tex.contains("δ")
      else { return nil }
      meaning = place.example == nil && !place.isOneExample ? .cost : .exampleLoss
    default: return nil
    }
    return QuantityNoun.all.first { $0.meaning == meaning }
  }

  /// A number or a single letter.
  private var isIndexNext: Bool {
    guard let next else { return false }
    switch next.kind {
    case .number, .formula: return true
    default: break
    }
    return next.kind == .word && next.text.count == 1
  }

  private mutating func readComplements(
    of noun: NotationNoun, letters: [String]
  ) -> NotationDefinition.Sentence.Meaning? {
    var place = NotationPlace()
    var operands: [String] = []
    for complement in noun.complements {
      switch complement {
      case .index:
        guard let index = readIndex(of: noun.entry.name, letters: nil, from: 0) else { return nil }
        place.unit = index
      case .ofSymbol, .bySymbol:
        let word = complement == .ofSymbol ? "of" : "by"
        guard take(word) else {
          report(.expected("`\(word)` and a symbol", found: found))
          return nil
        }
        guard let tex = readSymbol() else { return nil }
        operands.append(tex)
      }
    }
    guard noun.complements.isEmpty else { return .noun(noun.entry.name, place, operands: operands) }
    guard readNotationPlace(into: &place, letters: letters), check(place, of: noun.entry.name, suits: noun.parts) else {
      return nil
    }
    return .noun(noun.entry.name, place, operands: [])
  }

  private mutating func check(_ place: NotationPlace, of name: String, suits parts: Set<QuantityNoun.Part>) -> Bool {
    let said: [(QuantityNoun.Part, SourceSpan?)] = [
      (.layer, place.layer?.span), (.unit, place.unit?.span), (.from, place.fromUnit?.span),
      (.example, place.example?.span),
    ]
    for (part, span) in said {
      guard let span, !parts.contains(part) else { continue }
      report(.impossiblePlace(part.rawValue, of: "`\(name)`"), at: span)
      return false
    }
    return true
  }

  private mutating func reportUnknownNoun() {
    guard let word = next, word.kind == .word else {
      report(.expected("a quantity like `the activation of unit 1 of layer output`", found: found))
      return
    }
    let known = QuantityNoun.all.flatMap(\.entry.spellings) + NotationNoun.all.flatMap(\.entry.spellings)
    let names = QuantityNoun.all.map(\.entry.name) + NotationNoun.all.map(\.entry.name)
    report(.unknown(.quantity, word.text, known: nearest(word.text, among: known) == nil ? names : known))
  }
}
