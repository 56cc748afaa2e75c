/// A fully connected network, layer by layer from the inputs on.
package struct NetworkDrawing: Sendable, Codable, Equatable {
  package struct Layer: Sendable, Codable, Equatable {
    package var name: String
    /// nil for the inputs.
    package var activation: String?
    /// The name of each unit.
    package var units: [String]
    /// `weights[to][from]`; empty for the inputs.
    package var weights: [[Double]]
    /// One for each unit, or one for all; nil where the layer has none.
    package var biases: [Double]?
    /// One for each unit, where they are shown.
    package var activations: [Double]?
    /// The derivative of the loss by each weighted input, where they are shown.
    package var errors: [Double]?

    package init(
      _ name: String, activation: String? = nil, units: [String], weights: [[Double]] = [], biases: [Double]? = nil
    ) {
      self.name = name
      self.activation = activation
      self.units = units
      self.weights = weights
      self.biases = biases
    }

    /// The bias of a unit.
    package func bias(of unit: Int) -> Double? {
      guard let biases else { return nil }
      return biases.count == 1 ? biases[0] : biases.indices.contains(unit) ? biases[unit] : nil
    }
  }
  /// What the lines stand for, and the numbers in `weights` and `biases`.
  package enum Lines: String, Sendable, Codable {
    case weights
    /// The derivatives of the loss by the weights.
    case derivatives
  }
  package var layers: [Layer]
  package var lines = Lines.weights
  /// Whether the numbers are written beside the lines, where there is room.
  package var showsWeights: Bool

  package init(layers: [Layer], showsWeights: Bool = false) {
    self.layers = layers
    self.showsWeights = showsWeights
  }

  /// The weights and biases of all layers.
  package var parameterCount: Int {
    layers.reduce(0) { $0 + $1.weights.reduce(0) { $0 + $1.count } + ($1.biases?.count ?? 0) }
  }

  /// Whether each line has room for its number: with more of them, numbers would cover each other.
  package var hasRoomForNumbers: Bool {
    parameterCount <= 12
      || layers.allSatisfy { $0.weights.reduce(0) { $0 + $1.count } + ($0.biases?.count ?? 0) <= 6 }
  }
}
