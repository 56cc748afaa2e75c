import Catalog
import Diagnostics
import TeXMath

extension Phrase {
  /// The v of "for every $v$", where `$\bar v$ is the derivative of $L$ by $v$`.
  mutating func readEverySymbol(
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
  var speaksOfWeightVector: Bool {
    let words = tokens[position...].map { $0.text.lowercased() }
    return zip(words, words.dropFirst()).contains { $0 == "weight" && $1 == "vector" }
      || words.starts(with: ["the", "vector", "of", "weights"]) || words.starts(with: ["vector", "of", "weights"])
  }

  /// Reads `$…$` and gives the LaTeX.
  mutating func readSymbol() -> String? {
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

  /// Takes the `negative` or `minus` before a noun, with the articles around it.
  mutating func takeMinus() -> Bool {
    guard take("the negative") || take("negative") || take("minus") else { return false }
    _ = take("of")
    return true
  }

  mutating func readNamedLayer() -> NotationPlace.Index? {
    guard take("layer") || take("the layer") else {
      report(.expected("`layer` and its name", found: found))
      return nil
    }
    return readIndex(of: "layer", letters: [], from: 0)
  }

  mutating func readMeaning(letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    if take("defined below") { return .unbound }
    if match("the") != nil, case .formula = token(ahead: 1)?.kind { advance() }
    if let formula = readFormulaInWords(letters: letters) { return formula }
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
      // `$L$ is the last layer` says how the document numbers it, by a letter that nobody has for a vector.
      if letters.count == 1, ["L", "\\ell", "D", "M", "m", "N", "n"].contains(letters[0]),
        case .name("output") = index.name
      {
        return .noun("number of the output layer", NotationPlace(), operands: [])
      }
      return .noun("activations", NotationPlace(layer: index), operands: [])
    }
    let isIndefinite = take("any") || take("a") || take("an")
    if !isIndefinite { _ = take("the") }
    if NotationWording.parameters.contains(where: { take($0) }) { return .any("parameter") }
    if isDerivativeOfQuantityNext {
      rewind(to: start)
      return readDerivativeOfQuantity(letters: letters)
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

  /// Reads it for equations, by symbols for what it speaks of, and for cells, which know quantities in words.
  private mutating func readDerivativeOfQuantity(letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    var inCells = self
    let quantity = inCells.readQuantity()
    var inEquations = self
    if let meaning = inEquations.readDerivative(letters: letters) {
      if quantity != nil, inCells.position == inEquations.position { inEquations.cellQuantity = quantity }
      self = inEquations
      return meaning
    }
    self = inCells
    return quantity.map { .quantity($0) }
  }

  /// `the derivative of $E$ by the weights of layer l`, `the gradient of the biases of layer 2`
  private mutating func readDerivative(letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    _ = take("the")
    let isGradient = take("gradient of") || take("gradients of")
    guard isGradient || take("derivative of") || take("derivatives of"), let above = readOperand(letters: letters)
    else {
      return nil
    }
    if take("by") || take("with respect to") {
      return readOperand(letters: letters).map { .noun("derivative", NotationPlace(), operands: [above, $0]) }
    }
    // That of a parameter is the cost's.
    guard isGradient, let parameter = spoken.last, parameter.subject == .symbol(above),
      parameter.meaning.isOfParameters,
      let cost = symbol(of: .noun("loss", NotationPlace(), operands: []), letters: letters)
    else { return nil }
    return .noun("derivative", NotationPlace(), operands: [cost, above])
  }

  private mutating func readPlace(of noun: QuantityNoun, letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    var noun = noun
    let word = tokens[startOfChoice].text.lowercased()
    var place = NotationPlace()
    // `input j` is `input of unit j`.
    var isCounted = false
    if noun.parts.contains(.unit), isIndexNext {
      guard let index = readIndex(of: "unit", letters: letters, from: 1) else { return nil }
      place.unit = index
      isCounted = true
    }
    guard readNotationPlace(into: &place, letters: letters) else { return nil }
    if noun.meaning == .cost, place.example != nil || place.unit != nil || place.isOneExample,
      let single = QuantityNoun.all.first(where: { $0.meaning == .exampleLoss })
    {
      noun = single
    }
    // `$\hat y_j$ is the output of unit j` speaks of the network's, and `$o_j$` of any unit's.
    let isPrediction = place.unit != nil && word.hasPrefix("output") && isSubjectOfPrediction
    if place.layer == nil, place.unit == nil || isCounted || isPrediction,
      let other = meaningWithoutLayer(of: noun, word, place)
    {
      noun = other
    }
    return check(place, of: noun.entry.name, suits: noun.parts) ? .noun(noun.entry.name, place, operands: []) : nil
  }

  /// Whether the sentence is about a y, or about something with a hat.
  private var isSubjectOfPrediction: Bool {
    guard let symbol = tokens.first, case .formula(let tex) = symbol.kind else { return false }
    return tex.hasPrefix("y") || tex.hasPrefix("\\hat") || tex.hasPrefix("{\\hat")
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
        guard let tex = readOperand(letters: letters) else { return nil }
        operands.append(tex)
      }
    }
    guard noun.complements.isEmpty else { return .noun(noun.entry.name, place, operands: operands) }
    guard readNotationPlace(into: &place, letters: letters), check(place, of: noun.entry.name, suits: noun.parts) else {
      return nil
    }
    // That of one example is its value.
    let isValue = noun.entry.name == "loss function" && (place.example != nil || place.isOneExample)
    return .noun(isValue ? "loss of one example" : noun.entry.name, place, operands: [])
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
