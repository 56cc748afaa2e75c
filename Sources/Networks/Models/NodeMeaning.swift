/// What a node of a model stands for. Layers are counted from 1; the inputs are layer 0.
package enum NodeMeaning: Sendable, Hashable {
  case inputs, targets
  case weights(ofLayer: Int), biases(ofLayer: Int)
  /// The weights applied to the activations of the layer before, without the bias.
  case product(ofLayer: Int)
  case weightedInput(ofLayer: Int)
  case activation(ofLayer: Int)
  case loss, regularization, cost

  package var layer: Int? {
    switch self {
    case .weights(let layer), .biases(let layer), .product(let layer), .weightedInput(let layer),
      .activation(let layer):
      layer
    case .inputs: 0
    case .targets, .loss, .regularization, .cost: nil
    }
  }

  package var name: String {
    switch self {
    case .inputs: "inputs"
    case .targets: "targets"
    case .weights: "weights"
    case .biases: "biases"
    case .product: "product"
    case .weightedInput: "weighted input"
    case .activation: "activation"
    case .loss: "loss"
    case .regularization: "regularization"
    case .cost: "cost"
    }
  }
}
