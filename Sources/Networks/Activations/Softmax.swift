import Tensors

extension Activation {
  /// `eᶻʲ / Σₖ eᶻᵏ` over the units of a layer: positive numbers that sum to 1. J. S. Bridle, Probabilistic interpretation
  /// of feedforward classification network outputs, 1990.
  package static let softmax = Activation(
    "softmax", summary: "Exponentials of the weighted inputs, divided by their sum over the layer's units.", .softmax)
}
