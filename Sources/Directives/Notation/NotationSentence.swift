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
      /// `the gradient of the biases of layer 2`
      case quantity(Quantity)
      /// `the transpose of $A$`, as LaTeX; with the letter of its argument where it is a function.
      case formula(String, argument: String?)
      /// `$w_k$ after one step`
      case afterStep(of: String)
      /// `names layer hidden`
      case layerName(NotationPlace.Index)
      /// `is the index of a hidden unit`: a letter that stands for any unit, of this layer if of one
      case letter(layer: NotationPlace.Index?)
      /// `defined below`
      case unbound
      /// What could not be read: the symbol means something, and nobody knows what.
      case unread
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
    /// Whether it speaks of one weight, without saying from and to which unit.
    package var isOfOneWeight = false
    /// Whether the symbol is minus what the noun says: the δ of many books is minus a derivative.
    package var isNegated = false
    /// The quantities that it speaks of in words, each under a symbol of its own.
    package var spoken: [Sentence] = []
    /// What it is in cells, where equations know it by other symbols.
    var cellQuantity: Quantity?
    /// What a sentence that could not be read may mean, the likeliest first.
    package var conjectures: [Sentence] = []
    /// Where the subject is a single symbol. Argument lists, as in `$h_\Theta(x)$`, are names only to the equations.
    package var symbol: Symbol?
    package var span: SourceSpan
  }
}

extension NotationDefinition.Sentence {
  /// Reads one sentence; nil where it is none, and the phrase says why.
  static func reading(_ phrase: inout Phrase) -> NotationDefinition.Sentence? {
    let span = phrase.whole
    if phrase.isCountingNext {
      guard let subject = phrase.readCounting() else { return nil }
      return NotationDefinition.Sentence(subject: subject, meaning: .counting, modifiers: [], span: span)
    }
    guard let tex = phrase.readSymbol() else { return nil }
    if phrase.match("names") == nil, let letter = phrase.readLetter(of: tex) {
      return NotationDefinition.Sentence(subject: .symbol(tex), meaning: letter, modifiers: [], span: span)
    }
    if phrase.take("names") {
      phrase.takeGrammarWords()
      guard let index = phrase.readNamedLayer(), phrase.finish("define notation") else { return nil }
      return NotationDefinition.Sentence(subject: .symbol(tex), meaning: .layerName(index), modifiers: [], span: span)
    }
    guard ["is", "are", "denotes", "denote", "means", "stands for"].contains(where: { phrase.take($0) }) else {
      phrase.report(.expected("`is` and a quantity", found: phrase.found))
      return nil
    }
    let isOfVector = phrase.speaksOfWeightVector && !(letters(of: tex).first?.first?.isUppercase ?? false)
    phrase.takeGrammarWords()
    var isNegated = phrase.takeMinus()
    let start = phrase.position
    guard var meaning = phrase.readMeaning(letters: letters(of: tex)) else { return nil }
    if phrase.take("after one step") || phrase.take("after the update") {
      guard meaning.isOfParameters, let operand = phrase.symbol(of: meaning, letters: letters(of: tex)) else {
        phrase.report(
          .expected("weights or biases that a step changes", found: "something else"), at: phrase.span(from: start))
        return nil
      }
      meaning = .afterStep(of: operand)
    }
    if isNegated {
      if case .noun(let name, _, _) = meaning, ["errors", "derivative"].contains(name) {
      } else if let operand = phrase.symbol(of: meaning, letters: letters(of: tex)) {
        meaning = .formula("-\(operand)", argument: nil)
        isNegated = false
      } else {
        phrase.report(
          .expected("a quantity behind the minus", found: "something else"), at: phrase.span(from: start))
        return nil
      }
    }
    if case .noun("loss of one example", var place, let operands) = meaning, place.example == nil, place.unit == nil,
      let letter = exampleLetter(of: tex)
    {
      // `$C_x$ is the cost of one example`: of example x.
      place.example = NotationPlace.Index(name: .letter(letter, plus: 0), span: span)
      meaning = .noun("loss of one example", place, operands: operands)
    }
    let isCost = phrase.tokens[start..<min(start + 2, phrase.tokens.count)].contains { $0.text.lowercased() == "cost" }
    let isOfOneWeight = phrase.tokens[start..<min(start + 2, phrase.tokens.count)].contains { $0.text == "weight" }
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
      if case .formula = phrase.next?.kind { return phrase.readSymbol().map { _ in () } }
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
    sentence.isNegated = isNegated
    sentence.isOfOneWeight = isOfOneWeight
    sentence.everySymbol = everySymbol
    sentence.spoken = phrase.spoken
    sentence.cellQuantity = phrase.cellQuantity
    sentence.layOutSpoken()
    if case .success(.symbol(let symbol)) = Formula.reading(tex) { sentence.symbol = symbol }
    return sentence
  }

  /// What is left of a sentence that could not be read: its symbol; nil where it begins with none.
  ///
  /// - Parameter places: of the units that other symbols are about
  static func unread(
    _ fragment: SourceFragment, isConjectured: Bool, _ places: [String: NotationPlace]
  ) -> NotationDefinition.Sentence? {
    var phrase = Phrase(fragment)
    let span = phrase.whole
    guard let tex = phrase.readSymbol() else { return nil }
    var sentence = NotationDefinition.Sentence(subject: .symbol(tex), meaning: .unread, modifiers: [], span: span)
    if isConjectured { sentence.conjectures = conjectures(fragment, places) }
    return sentence
  }

  /// The small letter that is the whole subscript of a symbol: the x of `C_x`.
  private static func exampleLetter(of tex: String) -> String? {
    guard let mark = tex.lastIndex(of: "_") else { return nil }
    let index = tex[tex.index(after: mark)...].filter { !"{} ".contains($0) }
    guard index.count == 1, let letter = index.first, letter.isLetter, letter.isLowercase, letter.isASCII else {
      return nil
    }
    return String(letter)
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
    guard modifiers.allSatisfy(NotationModifier.neutral.contains), !isNegated else { return nil }
    if let cellQuantity { return cellQuantity }
    guard spoken.isEmpty else { return nil }
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
    case .any, .afterStep, .formula, .layerName, .letter, .unbound, .unread, .counting: return nil
    }
  }
}

extension NotationDefinition.Sentence {
  /// All that the symbol stands for where its letters have any value: `$z_l$` for every layer.
  package var wholeQuantity: Quantity? {
    guard modifiers.allSatisfy(NotationModifier.neutral.contains), !isNegated,
      case .noun(let name, let place, let operands) = meaning,
      operands.isEmpty, let concrete = place.withoutLetters.concrete,
      let noun = QuantityNoun.all.first(where: { $0.entry.name == name })
    else { return nil }
    return .named(noun, concrete, span)
  }
}
