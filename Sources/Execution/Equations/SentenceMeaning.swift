import Derivations
import Directives
import TeXMath

extension NotationDefinition.Sentence {
  /// What the sentence says of its symbol, for equations; nil for sentences that say how to count.
  func meaning(reading: (String) -> [Node]) -> (meaning: SymbolMeaning, letters: Set<String>)? {
    let (subject, own): ([Node], String)
    switch self.subject {
    case .symbol(let tex): (subject, own) = (reading(tex), tex)
    case .counting: return nil
    }
    var meaning: SymbolMeaning
    var letters: Set<String> = []
    switch self.meaning {
    case .counting, .unbound, .letter: return nil
    case .unread:
      // Any index, but capital letters, which rather name one thing.
      return (SymbolMeaning(.unread), Set(subject.scriptLetters.filter { !($0.first?.isUppercase ?? false) }))
    case .noun(let name, let place, let operands):
      guard let found = SymbolMeaning.Quantity(noun: name, place, operands: operands.map(reading), modifiers, reading)
      else {
        return (SymbolMeaning(.unsupported(name)), [])
      }
      meaning = SymbolMeaning(found)
      meaning.isWithRegularization = isCost && found == .exampleLoss && !modifiers.contains("without regularization")
      meaning.isThreshold = name == "threshold"
      meaning.isNegated = isNegated
      meaning.take(place, reading, &letters)
      for operand in operands { letters.formUnion(shared(own, operand, reading)) }
    case .any(let name):
      switch name {
      case "weights": meaning = SymbolMeaning(.anyWeight)
      case "biases": meaning = SymbolMeaning(.anyBias)
      case "parameter": meaning = SymbolMeaning(.anyParameter)
      default:
        guard let found = SymbolMeaning.Quantity(noun: name, NotationPlace(), operands: [], modifiers, reading) else {
          return (SymbolMeaning(.unsupported(name)), [])
        }
        meaning = SymbolMeaning(found)
      }
    case .quantity: return (SymbolMeaning(.unsupported("derivative of a phrase")), [])
    // Bound as what it says; as this where that can't be.
    case .formula: return (SymbolMeaning(.unread), [])
    case .afterStep(let tex):
      meaning = SymbolMeaning(.afterStep(of: reading(tex)))
      letters = shared(own, tex, reading)
    case .layerName(let index): meaning = SymbolMeaning(.layerName(SymbolMeaning.Index(index, reading)))
    }
    if meaning.quantity == .kronecker {
      // One of them may stand above the other.
      let indices = subject.indexLetters + (subject.indexLetters.count == 1 ? subject.lettersAbove : [])
      if indices.count == 2 {
        (meaning.unit, meaning.from) = (.letter(indices[0], plus: 0), .letter(indices[1], plus: 0))
        letters = Set(indices)
      }
    }
    meaning.take(modifiers)
    if let step = stepLetter(of: subject, meaning, besides: letters) {
      meaning.step = .letter(step, plus: 0)
      letters.insert(step)
    }
    return (meaning, letters)
  }

  /// The letter of the training step: t, and for what an optimizer remembers also another that names nothing else.
  private func stepLetter(of subject: [Node], _ meaning: SymbolMeaning, besides letters: Set<String>) -> String? {
    guard meaning.isOfTraining else { return nil }
    let written = subject.scriptLetters
    if written.contains("t"), !letters.contains("t") || meaning.isAccumulator { return "t" }
    guard meaning.isAccumulator else { return nil }
    let others = written.filter { !letters.contains($0) }
    return others.count == 1 ? others[0] : nil
  }

  /// The index letters that two formulas have in common: W is none in `dW[l]` and `W[l]`.
  private func shared(_ a: String, _ b: String, _ reading: (String) -> [Node]) -> Set<String> {
    let written = Set(Self.letters(of: a)).union(reading(a).commandLetters)
    let b = NotationOperand.indexed(b)
    return written.intersection(Set(Self.letters(of: b)).union(reading(b).commandLetters)).subtracting(reading(b).names)
  }
}

extension [Node] {
  /// The letters that stand outside of brackets, as what has the indices.
  fileprivate var names: Set<String> {
    var level = 0
    var found: Set<String> = []
    for node in self {
      switch node.kind {
      case .sign("("), .sign("["): level += 1
      case .sign(")"), .sign("]"): level -= 1
      case .letter(let letter) where level == 0: found.insert(letter)
      case .scripted(let base?, _, _, _) where level == 0:
        if case .letter(let letter) = base.kind { found.insert(letter) }
      default: break
      }
    }
    return found
  }

  /// The letters at corners that are commands: `\ell`.
  fileprivate var commandLetters: Set<String> { Set(scriptLetters.filter { $0.hasPrefix("\\") }) }

  /// The single letters at corners that are whole items of them.
  fileprivate var scriptLetters: [String] {
    flatMap { node -> [String] in
      guard case .scripted(_, let sub, let sup, _) = node.kind else { return [] }
      return [sub, sup].compactMap(\.self).flatMap { script in
        script.compactMap { if case .letter(let letter) = $0.kind, letter != "T" { letter } else { nil } }
      }
    }
  }

  /// The letters among the subscripts.
  /// The single letters above its symbols.
  fileprivate var lettersAbove: [String] {
    compactMap { node in
      if case .scripted(_, _, let sup?, 0) = node.kind, sup.count == 1, case .letter(let letter) = sup[0].kind {
        letter
      } else {
        nil
      }
    }
  }

  fileprivate var indexLetters: [String] {
    flatMap { node -> [String] in
      guard case .scripted(_, let sub, _, _) = node.kind else { return [] }
      return (sub ?? []).compactMap { index in
        switch index.kind {
        case .letter(let letter): letter
        // `j'` is a letter of its own.
        case .scripted(let base?, sub: nil, sup: nil, let primes):
          if case .letter(let letter) = base.kind { letter + String(repeating: "'", count: primes) } else { nil }
        default: nil
        }
      }
    }
  }
}

extension SymbolMeaning {
  fileprivate var isAccumulator: Bool { if case .accumulator = quantity { true } else { false } }

  fileprivate mutating func take(
    _ place: NotationPlace, _ reading: (String) -> [Node], _ letters: inout Set<String>
  ) {
    func index(_ index: NotationPlace.Index?) -> Index? {
      guard let index else { return nil }
      let found = Index(index, reading)
      if case .letter(let letter, _) = found { letters.insert(letter) }
      return found
    }
    layer = index(place.layer)
    unit = index(place.unit)
    from = index(place.fromUnit)
    example = index(place.example)
    isTargetUnit = place.isTargetUnit
  }

  fileprivate mutating func take(_ modifiers: [String]) {
    for modifier in modifiers {
      switch modifier {
      case "rows from", "columns to": isRowsFrom = true
      case "one column per example": examples = .columns
      case "one row per example": examples = .rows
      case "a column": orientation = .column
      case "a row": orientation = .row
      case "with the bias as column 0": hasBiasColumn = true
      case "with the bias as row 0": (hasBiasColumn, isRowsFrom) = (true, true)
      case "with the bias as the last column": hasLastBiasColumn = true
      case "with the bias as the last row": (hasLastBiasColumn, isRowsFrom) = (true, true)
      case "with a leading 1": hasLeadingOne = true
      case "with a trailing 1": hasTrailingOne = true
      case "without its bias": isWithoutBias = true
      case "without regularization": isWithoutRegularization = true
      case "counted from 0": isCountedFromZero = true
      case "summed over the examples": if quantity == .cost { quantity = .summedLoss }
      default: break
      }
    }
  }
}

extension SymbolMeaning.Index {
  fileprivate init(_ index: NotationPlace.Index, _ reading: (String) -> [Node]) {
    switch index.name {
    case .number(let number): self = .number(number)
    case .name(let name): self = .name(name)
    case .letter(let letter, let plus): self = .letter(letter, plus: plus)
    case .formula(let tex):
      let nodes = reading(tex)
      if nodes.count == 1, case .letter(let letter) = nodes[0].kind {
        self = .letter(letter, plus: 0)
      } else if nodes.count == 1, case .number(let digits) = nodes[0].kind, let number = Int(digits) {
        self = .number(number)
      } else if nodes.count == 3, case .letter(let letter) = nodes[0].kind, case .sign(let sign) = nodes[1].kind,
        case .number(let digits) = nodes[2].kind, let number = Int(digits)
      {
        self = .letter(letter, plus: sign == "-" ? -number : number)
      } else {
        self = .name(tex)
      }
    }
  }
}

extension SymbolMeaning.Quantity {
  /// What a noun of the catalog means.
  fileprivate init?(
    noun: String, _ place: NotationPlace, operands: [[Node]], _ modifiers: [String], _ reading: (String) -> [Node]
  ) {
    let isFunction = modifiers.contains("as a function of")
    switch noun {
    case "loss": self = .cost
    case "cost without regularization": self = .dataCost
    case "regularization": self = .regularization
    case "summed loss": self = .summedLoss
    case "loss of one example": self = place.unit != nil ? .unitLoss : .exampleLoss
    case "weights": self = .weight
    case "biases", "threshold": self = .bias
    case "weighted inputs without biases": self = .product
    case "weighted inputs": self = .weightedInput
    case "activations": self = .activation
    case "errors": self = .error
    case "predictions": self = isFunction ? .networkFunction : .prediction
    case "inputs": self = .input
    case "targets": self = .target
    case "learning rate": self = .learningRate
    case "number of examples", "set of examples": self = .exampleCount
    case "number of layers", "number of the output layer": self = .layerCount
    case "number of units", "set of units": self = .unitCount
    case "number of hidden layers": self = .hiddenLayerCount
    case "number of parameters": self = .parameterCount
    case "number of inputs": self = .inputCount
    case "number of outputs", "set of outputs": self = .outputCount
    case "elementwise product": self = .elementwiseProduct
    case "matrix product": self = .matrixProduct
    case "product of the chain rule": self = .chainProduct
    case "trace": self = .trace
    case "kronecker delta": self = .kronecker
    case "example": self = .exampleLetter
    case "class": self = .classNumber
    case "activation function": self = .activationFunction
    case "loss function": self = .lossFunction
    case "sum of the squares of all weights": self = .squaresOfWeights(includingBiases: false)
    case "row", "column":
      guard let index = place.unit, let matrix = operands.first else { return nil }
      self =
        noun == "row"
        ? .row(SymbolMeaning.Index(index, reading), of: matrix)
        : .column(SymbolMeaning.Index(index, reading), of: matrix)
    case "derivative":
      guard operands.count == 2 else { return nil }
      self = .derivative(of: operands[0], by: operands[1])
    case "velocity", "mean square":
      guard operands.count == 1 else { return nil }
      self = .accumulator(noun == "velocity" ? .velocity : .squares, of: operands[0])
    case "number of the step": self = .stepNumber
    case "step":
      guard operands.count == 1 else { return nil }
      self = .step(of: operands[0])
    default:
      guard noun.hasSuffix(" function") else { return nil }
      self = .namedFunction(String(noun.dropLast(" function".count)))
    }
  }
}
