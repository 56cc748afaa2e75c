import Derivations
import Networks

/// The symbols of a gradient worked by hand: those of the notation, else entries of the vectors and matrices that it has
/// (`(W_1)_{2,3}`), else a^{(l)}_j and its like.
struct GradientSymbols {
  let scope: Scope
  let network: Network
  /// Whether there is but one example, whose loss is the cost.
  let isSingle: Bool
  /// Whether the gradient is that of one example's loss, so that no other has to be told apart from it.
  let isOfOneExample: Bool
  /// For each layer, whether the matrix of its weights has a row for each unit that they lead to; nil where the notation
  /// has no matrix for them.
  let hasRowsTo: [Bool?]

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
    if isOfOneExample, let symbol { return symbol }
    // One symbol for the losses of all examples would not tell them apart.
    if let symbol, symbol != scope.symbol(of: Scope.Named(.exampleLoss, example: example + 1)) { return symbol }
    let letter = cost()
    return letter.contains("_") || letter.contains("^") ? "C_{\(example + 1)}" : "\(letter)_{\(example + 1)}"
  }

  /// An entry of a vector or matrix of the notation.
  private func entry(_ quantity: SymbolMeaning.Quantity, _ layer: Int, _ indices: Int...) -> String? {
    guard let whole = scope.symbol(of: Scope.Named(quantity, layer: self.layer(layer))) else { return nil }
    let base = scope.indicesCountFromZero ? 0 : 1
    let places = indices.map { String($0 + base) }.joined(separator: ",")
    return (whole.contains("_") ? "(\(whole))" : whole) + "_{\(places)}"
  }

  func activation(_ layer: Int, _ unit: Int) -> String {
    if layer == 0, let symbol = scope.symbol(of: Scope.Named(.input, layer: self.layer(0), unit: unit)) {
      return symbol
    }
    if layer == network.layers.count, let symbol = scope.symbol(of: Scope.Named(.prediction, unit: unit)) {
      return scope.symbol(of: Scope.Named(.activation, layer: self.layer(layer), unit: unit)) ?? symbol
    }
    return scope.symbol(of: Scope.Named(.activation, layer: self.layer(layer), unit: unit))
      ?? (layer == 0 ? entry(.input, layer, unit) : nil) ?? entry(.activation, layer, unit)
      ?? "a^{(\(shown(layer)))}_{\(unit + 1)}"
  }

  func weightedInput(_ layer: Int, _ unit: Int) -> String {
    scope.symbol(of: Scope.Named(.weightedInput, layer: self.layer(layer), unit: unit))
      ?? entry(.weightedInput, layer, unit) ?? "z^{(\(shown(layer)))}_{\(unit + 1)}"
  }

  func weight(_ layer: Int, to unit: Int, from: Int) -> String {
    scope.symbol(of: Scope.Named(.weight, layer: self.layer(layer), unit: unit, from: from))
      ?? hasRowsTo[layer - 1].flatMap { $0 ? entry(.weight, layer, unit, from) : entry(.weight, layer, from, unit) }
      ?? "w^{(\(shown(layer)))}_{\(unit + 1),\(from + 1)}"
  }

  func bias(_ layer: Int, _ unit: Int) -> String {
    if network.layers[layer - 1].bias == .shared {
      return scope.symbol(of: Scope.Named(.bias, layer: self.layer(layer))) ?? "b^{(\(shown(layer)))}"
    }
    return scope.symbol(of: Scope.Named(.bias, layer: self.layer(layer), unit: unit)) ?? entry(.bias, layer, unit)
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
