/// A layer of units, each connected to all units of the layer before.
package struct Layer: Sendable, Equatable {
  package enum Bias: String, Sendable {
    /// Every unit has a bias.
    case each
    /// One bias is added to all units of the layer.
    case shared
    case none
  }

  package var name: String
  package var units: Int
  package var activation: Activation
  package var bias: Bias

  package init(_ name: String, units: Int, _ activation: Activation, bias: Bias = .each) {
    self.name = name
    self.units = units
    self.activation = activation
    self.bias = bias
  }
}
