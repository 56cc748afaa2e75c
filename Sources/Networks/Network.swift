import Tensors

/// A fully connected network. Layer 0 is the input; `layers[0]` is layer 1. There are at least one input and one unit in
/// each layer.
package struct Network: Sendable, Equatable {
  package var name: String
  package var inputs: Int
  package var layers: [Layer]

  package init(_ name: String, inputs: Int, layers: [Layer]) {
    self.name = name
    self.inputs = inputs
    self.layers = layers
  }

  package var outputs: Int { units(ofLayer: layers.count) }

  package func units(ofLayer number: Int) -> Int { number == 0 ? inputs : layers[number - 1].units }

  /// The name of a layer; that of layer 0 is `input`.
  package func name(ofLayer number: Int) -> String { number == 0 ? "input" : layers[number - 1].name }

  /// The number of the layer with this name.
  package func number(ofLayer name: String) -> Int? {
    (0...layers.count).first { self.name(ofLayer: $0) == name }
  }

  func weightShape(ofLayer number: Int) -> Shape { [units(ofLayer: number), units(ofLayer: number - 1)] }

  /// The shape of a layer's biases; nil where it has none.
  func biasShape(ofLayer number: Int) -> Shape? {
    switch layers[number - 1].bias {
    case .each: [units(ofLayer: number)]
    case .shared: [1]
    case .none: nil
    }
  }
}
