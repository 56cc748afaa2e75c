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
    setting.learningRate = bench?.learningRate ?? upcomingRate
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
      guard let (said, letters) = sentence.meaning(reading: reading) else { return }
      if sentence.everySymbol != nil, case .derivative(let cost, _) = said.quantity {
        derivation.scope.bindAccent(reading(tex), toDerivativesOf: cost)
        return
      }
      var meaning = said
      if meaning.layer == nil, meaning.isOfLayer, let layers = bench?.network.layers, layers.count == 1 {
        meaning.layer = .name(layers[0].name)
      }
      let (symbol, shifts) = reading(tex).unshifting(letters.intersection(meaning.placeLetters))
      for (letter, shift) in shifts { meaning.shift(letter, by: shift) }
      derivation.scope.bind(symbol, letters: letters, to: meaning)
    }
  }
}
