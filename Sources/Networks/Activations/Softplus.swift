import Tensors

extension Activation {
  /// `ln(1 + eᶻ)`, a smooth relu whose derivative is the logistic function. C. Dugas et al., Incorporating second-order
  /// functional knowledge for better option pricing, 2001.
  package static let softplus = Activation(
    "softplus", summary: "ln(1 + eᶻ), a smooth form of relu.", .elementwise(.softplus))
}
