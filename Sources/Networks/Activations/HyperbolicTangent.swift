import Tensors

extension Activation {
  /// `tanh z`, with values between -1 and 1 and the derivative `1 - tanh² z`. Y. LeCun, L. Bottou, G. B. Orr and
  /// K.-R. Müller, Efficient BackProp, 1998.
  package static let tanh = Activation(
    "tanh", aliases: ["hyperbolic tangent"], summary: "The hyperbolic tangent, between -1 and 1.",
    .elementwise(.tanh))
}
