package import Tensors

/// The weights and biases of a network, and which of them training leaves alone.
package struct Parameters: Sendable, Hashable {
  /// For each layer from 1 on, a matrix of shape `[to, from]`.
  package private(set) var weights: [Tensor]
  /// For each layer from 1 on, a vector of shape `[units]`, or `[1]` where one bias is shared; nil where there is none.
  package private(set) var biases: [Tensor?]
  package var frozen = Frozen()

  /// All zeros.
  package init(zerosFor network: Network) {
    let numbers = 1..<(network.layers.count + 1)
    weights = numbers.map { .zeros(network.weightShape(ofLayer: $0)) }
    biases = numbers.map { network.biasShape(ofLayer: $0).map(Tensor.zeros) }
  }

  /// - Parameter layer: the number of a layer, from 1
  /// - Throws: the shape that the layer's weights have, when it is another.
  package mutating func setWeights(_ value: Tensor, ofLayer layer: Int, in network: Network) throws(ShapeError) {
    let expected = network.weightShape(ofLayer: layer)
    guard value.shape == expected else {
      throw ShapeError("weights", layer: network.name(ofLayer: layer), expected: expected, found: value.shape)
    }
    weights[layer - 1] = value
  }

  /// - Parameter layer: the number of a layer, from 1
  /// - Throws: the shape that the layer's biases have, `[0]` where it has none, when it is another.
  package mutating func setBiases(_ value: Tensor, ofLayer layer: Int, in network: Network) throws(ShapeError) {
    let expected = network.biasShape(ofLayer: layer)
    guard value.shape == expected else {
      throw ShapeError("biases", layer: network.name(ofLayer: layer), expected: expected ?? [0], found: value.shape)
    }
    biases[layer - 1] = value
  }

  /// - Throws: the first layer whose weights or biases have not the shape that `network` gives them.
  package func check(against network: Network) throws(ShapeError) {
    guard weights.count == network.layers.count else {
      throw ShapeError("layers", expected: [network.layers.count], found: [weights.count])
    }
    var copy = self
    for number in 1..<(network.layers.count + 1) {
      try copy.setWeights(weights[number - 1], ofLayer: number, in: network)
      let biases = biases[number - 1]
      if let biases {
        try copy.setBiases(biases, ofLayer: number, in: network)
      } else if let expected = network.biasShape(ofLayer: number) {
        throw ShapeError("biases", layer: network.name(ofLayer: number), expected: expected, found: [0])
      }
    }
  }

  subscript(place: ParameterPlace) -> Tensor? {
    switch place {
    case .weights(let layer): weights[layer - 1]
    case .biases(let layer): biases[layer - 1]
    }
  }

  /// Changes one matrix or vector in place.
  mutating func update<Failure: Error>(
    _ place: ParameterPlace, _ change: (inout Tensor) throws(Failure) -> Void
  ) throws(Failure) {
    switch place {
    case .weights(let layer):
      try change(&weights[layer - 1])
    case .biases(let layer):
      guard var biases = biases[layer - 1] else { return }
      self.biases[layer - 1] = nil
      try change(&biases)
      self.biases[layer - 1] = biases
    }
  }

  var isFinite: Bool { weights.allSatisfy(\.isFinite) && biases.allSatisfy { $0?.isFinite ?? true } }
}

/// The weights or the biases of one layer, by its number from 1.
package enum ParameterPlace: Sendable, Hashable {
  case weights(ofLayer: Int)
  case biases(ofLayer: Int)
}

/// The parameters that training leaves as they are.
package struct Frozen: Sendable, Hashable {
  private var places: Set<ParameterPlace> = []

  package init() {}

  package mutating func freeze(_ place: ParameterPlace) { places.insert(place) }

  /// Freezes the biases of every layer.
  package mutating func freezeBiases(of network: Network) {
    for number in 1..<(network.layers.count + 1) { freeze(.biases(ofLayer: number)) }
  }

  package func contains(_ place: ParameterPlace) -> Bool { places.contains(place) }
}
