import Derivations
import Networks

/// The symbols of a gradient worked by hand: those of the notation, else a^{(l)}_j and its like.
struct GradientSymbols {
  let scope: Scope
  let network: Network
  /// Whether there is but one example, whose loss is the cost.
  let isSingle: Bool

  private func layer(_ number: Int) -> (number: Int, name: String) { (number, network.name(ofLayer: number)) }

  /// A number as the document counts layers.
  private func shown(_ layer: Int) -> Int { layer + (scope.layersCountFromOne ? 1 : 0) }

  func cost() -> String {
    scope.symbol(of: Scope.Named(.cost)) ?? (isSingle ? scope.symbol(of: Scope.Named(.exampleLoss, example: 0)) : nil)
      ?? "C"
  }

  func loss(_ example: Int) -> String {
    let symbol = scope.symbol(of: Scope.Named(.exampleLoss, example: example))
    if isSingle { return symbol ?? cost() }
    // One symbol for the losses of all examples would not tell them apart.
    if let symbol, symbol != scope.symbol(of: Scope.Named(.exampleLoss, example: example + 1)) { return symbol }
    let letter = cost()
    return letter.contains("_") || letter.contains("^") ? "C_{\(example + 1)}" : "\(letter)_{\(example + 1)}"
  }

  func activation(_ layer: Int, _ unit: Int) -> String {
    if layer == 0, let symbol = scope.symbol(of: Scope.Named(.input, layer: self.layer(0), unit: unit)) {
      return symbol
    }
    if layer == network.layers.count, let symbol = scope.symbol(of: Scope.Named(.prediction, unit: unit)) {
      return scope.symbol(of: Scope.Named(.activation, layer: self.layer(layer), unit: unit)) ?? symbol
    }
    return scope.symbol(of: Scope.Named(.activation, layer: self.layer(layer), unit: unit))
      ?? "a^{(\(shown(layer)))}_{\(unit + 1)}"
  }

  func weightedInput(_ layer: Int, _ unit: Int) -> String {
    scope.symbol(of: Scope.Named(.weightedInput, layer: self.layer(layer), unit: unit))
      ?? "z^{(\(shown(layer)))}_{\(unit + 1)}"
  }

  func weight(_ layer: Int, to unit: Int, from: Int) -> String {
    scope.symbol(of: Scope.Named(.weight, layer: self.layer(layer), unit: unit, from: from))
      ?? "w^{(\(shown(layer)))}_{\(unit + 1),\(from + 1)}"
  }

  func bias(_ layer: Int, _ unit: Int) -> String {
    if network.layers[layer - 1].bias == .shared {
      return scope.symbol(of: Scope.Named(.bias, layer: self.layer(layer))) ?? "b^{(\(shown(layer)))}"
    }
    return scope.symbol(of: Scope.Named(.bias, layer: self.layer(layer), unit: unit))
      ?? "b^{(\(shown(layer)))}_{\(unit + 1)}"
  }

  /// The derivative of an activation function at a weighted input; nil where it is no function of one number.
  func slope(_ layer: Int, _ unit: Int) -> String? {
    let argument = weightedInput(layer, unit)
    switch network.layers[layer - 1].activation {
    case .softmax, .linear: return nil
    case .sigmoid: return "\\sigma'(\(argument))"
    case .tanh: return "\\tanh'(\(argument))"
    case let other: return "\\operatorname{\(other.name)}'(\(argument))"
    }
  }
}
