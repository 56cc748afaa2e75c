import Tensors

extension Activation {
  /// z itself, for layers whose output is any number. It is a node of its own all the same: the activation and the
  /// weighted input stay two quantities.
  package static let linear = Activation(
    "linear", aliases: ["identity", "none"], summary: "The weighted input itself.", .elementwise(.identity))
}
