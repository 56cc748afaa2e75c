import Derivations
import Diagnostics
import Directives
import Documents
import Networks
import TeXMath
import Tensors

extension Session {
  /// What equations at this place are judged on.
  var setting: AuthorSetting {
    var setting = AuthorSetting()
    setting.network = bench?.network
    setting.parameters = bench?.parameters
    setting.data = data?.set
    setting.learningRate = namedRate ?? bench?.learningRate ?? upcomingRate
    setting.methods = [upcomingMethod, bench?.training?.method].compactMap(\.self)
    setting.version = stateVersion
    guard let definition = loss?.definition else { return setting }
    var regularization: Regularization?
    if let term = definition.regularization {
      regularization = Regularization(factor: 1, includesBiases: term.includesBiases)
      if case .formula(_, let span) = term.factor, !term.isHalved {
        setting.regularizationFactor = reading(String(document.source[span].dropFirst().dropLast()))
      }
      if term.isHalved, let strength = try? evaluate(term.factor, at: definition.span) {
        setting.regularizationStrength = strength
      } else if let value = term.values.first {
        setting.regularizationStrength = values.last { $0.symbol == value.symbol }?.value
      }
    }
    setting.objective = Objective(definition.loss, reduction: definition.reduction, regularization: regularization)
    return setting
  }

  /// Numbers of the author's cells: parameters, data, rates.
  var cellNumbers: Set<Double> {
    var numbers = Set(values.map(\.value))
    if let rate = bench?.learningRate { numbers.insert(rate) }
    if let bench, bench.network.parameterCount <= 10_000 {
      for tensor in bench.parameters.weights + bench.parameters.biases.compactMap(\.self) {
        numbers.formUnion(tensor.values)
      }
    }
    if let set = data?.set, set.inputs.values.count + set.targets.values.count <= 10_000 {
      numbers.formUnion(set.inputs.values)
      numbers.formUnion(set.targets.values)
    }
    return numbers
  }

  /// Takes a sentence of the notation into the scope of the equations.
  mutating func bind(_ sentence: NotationDefinition.Sentence) {
    switch sentence.subject {
    case .counting(let what, let first):
      if what == "layers" { derivation.scope.layersCountFromOne = first == 1 }
      if what == "indices" { derivation.scope.indicesCountFromZero = first == 0 }
    case .symbol(let tex):
      if case .unbound = sentence.meaning {
        derivation.scope.unbind(reading(tex))
        return
      }
      if case .noun("entry", let place, let operands) = sentence.meaning, operands.count == 1 {
        derivation.scope.bindEntry(
          reading(tex), place.unit.flatMap { sentence.letter(of: $0, reading) }, of: reading(operands[0]))
        return
      }
      if case .noun("learning rate", _, _) = sentence.meaning, case .success(.symbol(let symbol)) = Formula.reading(tex)
      {
        namedRate = values.last { $0.symbol == symbol }?.value
      }
      if let constant = sentence.constant {
        bind(tex, to: constant)
        return
      }
      bindSpoken(of: sentence)
      if case .formula(let formula, let argument) = sentence.meaning {
        bind(tex, toFormula: formula, of: argument)
        return
      }
      if case .unread = sentence.meaning { conjecture(from: sentence, about: tex) }
      guard let binding = binding(of: sentence, for: tex) else { return }
      if sentence.everySymbol != nil, case .derivative(let cost, _) = binding.meaning.quantity {
        derivation.scope.bindAccent(reading(tex), toDerivativesOf: cost)
        return
      }
      derivation.scope.bind(binding.symbol, letters: binding.letters, to: binding.meaning)
    }
  }

  /// Binds the symbols of quantities that a sentence speaks of in words, laid out as the document has them elsewhere.
  mutating func bindSpoken(of sentence: NotationDefinition.Sentence) {
    for other in sentence.spoken {
      guard case .symbol(let tex) = other.subject, let binding = binding(of: other, for: tex) else { continue }
      var meaning = other.modifiers.isEmpty ? derivation.scope.laidOut(binding.meaning) : binding.meaning
      meaning.isSpoken = true
      derivation.scope.bind(binding.symbol, letters: binding.letters, to: meaning)
    }
  }

  /// Binds a symbol to what a sentence calculates it from.
  private mutating func bind(_ tex: String, toFormula formula: String, of argument: String?) {
    let symbol = reading(tex)
    if let argument {
      // `$f'$ is the derivative of $f$` says what the prime says.
      guard let function = tex.lastIndex(where: { $0 != "'" }), tex.last != "'" || !formula.hasPrefix(tex[...function])
      else { return }
      if (try? derivation.scope.bind(reading("\(tex)(\(argument))"), toFormula: reading(formula))) != nil { return }
    } else if (try? derivation.scope.bind(symbol, toFormula: reading(formula))) != nil {
      return
    }
    derivation.scope.bind(symbol, letters: [], to: SymbolMeaning(.unread))
  }

  /// What a sentence says of its symbol, on the network in force; nil where it binds none.
  func binding(of sentence: NotationDefinition.Sentence, for tex: String) -> Conjecture.Reading? {
    guard var (meaning, letters) = sentence.meaning(reading: reading) else { return nil }
    // The L of `\delta_L`, where z_L is that of the last layer, stands for no other.
    if case .noun(_, let place, let operands) = sentence.meaning, place == NotationPlace() {
      for operand in operands { letters.subtract(derivation.scope.fixedLetters(of: reading(operand))) }
    }
    guard sentence.everySymbol == nil else {
      return Conjecture.Reading(symbol: reading(tex), letters: letters, meaning: meaning)
    }
    if meaning.layer == nil, meaning.isOfLayer, let layers = bench?.network.layers, layers.count == 1 {
      meaning.layer = .name(layers[0].name)
    }
    let first = derivation.scope.indicesCountFromZero ? 0 : 1
    if sentence.isOfOneWeight, hasOneWeight(meaning) {
      (meaning.unit, meaning.from) = (.number(first), .number(first))
    }
    // What comes from a unit leads to the only one that there is.
    if case .weight = meaning.quantity, meaning.unit == nil, meaning.from != nil, units(of: meaning) == 1 {
      meaning.unit = .number(first)
    }
    let (counted, summand) = reading(tex).partingSummand
    if let summand, meaning.isNumberOfNetwork { meaning.offset = -summand }
    let (symbol, shifts) = (meaning.offset == 0 ? reading(tex) : counted).unshifting(
      letters.intersection(meaning.placeLetters))
    for (letter, shift) in shifts { meaning.shift(letter, by: shift) }
    return Conjecture.Reading(symbol: symbol, letters: letters, meaning: meaning)
  }

  /// Whether it is of a layer that has a single weight, which then is a number and no matrix.
  private func hasOneWeight(_ meaning: SymbolMeaning) -> Bool {
    guard case .weight = meaning.quantity, meaning.unit == nil, meaning.from == nil, units(of: meaning) == 1,
      let network = bench?.network, let number = place(ofLayer: meaning)
    else { return false }
    return (number == 0 ? network.inputs : network.layers[number - 1].units) == 1
  }

  /// How many units the layer has that a sentence names.
  private func units(of meaning: SymbolMeaning) -> Int? {
    place(ofLayer: meaning).flatMap { bench?.network.layers[$0].units }
  }

  private func place(ofLayer meaning: SymbolMeaning) -> Int? {
    guard let layers = bench?.network.layers else { return nil }
    let number: Int? =
      switch meaning.layer {
      case .name(let name): layers.firstIndex { $0.name == name }
      case .number(let number): number - 1 - (derivation.scope.layersCountFromOne ? 1 : 0)
      default: nil
      }
    return number.flatMap { layers.indices.contains($0) ? $0 : nil }
  }

  /// Gives a letter the value that a constant of the optimizer has, unless `let` has given it one.
  private mutating func bind(_ tex: String, to constant: Setting) {
    guard case .success(.symbol(let symbol)) = Formula.reading(tex), !values.contains(where: { $0.symbol == symbol })
    else { return }
    // What one optimizer calls momentum is β₁ of another.
    let others: [Setting: Setting] = [.momentum: .beta1, .decay: .beta2]
    for setting in [constant, others[constant]].compactMap(\.self) {
      guard let method = self.setting.methods.first(where: { $0.constants.contains(setting) }) else { continue }
      derivation.scope.bind(reading(tex), toNumber: method.constants[setting])
      return
    }
  }
}

extension [TeXMath.Node] {
  /// The n of `n_l + 1`, and what is added to it; nil where nothing is.
  fileprivate var partingSummand: (symbol: [TeXMath.Node], summand: Int?) {
    guard count > 2, case .number(let digits) = self[count - 1].kind, let number = Int(digits),
      case .sign(let sign) = self[count - 2].kind, sign == "+" || sign == "-"
    else { return (self, nil) }
    return (Array(dropLast(2)), sign == "+" ? number : -number)
  }
}

extension NotationDefinition.Sentence {
  /// The letter of an index, as the equations have it.
  fileprivate func letter(of index: NotationPlace.Index, _ reading: (String) -> [TeXMath.Node]) -> String? {
    switch index.name {
    case .letter(let letter, plus: 0): return letter
    case .formula(let tex):
      let nodes = reading(tex)
      if nodes.count == 1, case .letter(let letter) = nodes[0].kind { return letter }
      return nil
    case .name(let name): return name.count == 1 ? name : nil
    default: return nil
    }
  }

  /// The constant of an optimizer that the sentence speaks of.
  fileprivate var constant: Setting? {
    switch meaning {
    case .noun(let name, _, _), .any(let name): OptimizationMethod.constants.first { $0.name == name }
    default: nil
    }
  }
}
