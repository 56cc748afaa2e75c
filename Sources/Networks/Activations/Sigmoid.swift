import Tensors

extension Activation {
  /// `σ(z) = 1 / (1 + e⁻ᶻ)`, with values between 0 and 1 and `σ′ = σ(1 - σ)`. D. E. Rumelhart, G. E. Hinton and
  /// R. J. Williams, Learning representations by back-propagating errors, 1986.
  package static let sigmoid = Activation(
    "sigmoid", aliases: ["logistic"], summary: "The logistic function 1 / (1 + e⁻ᶻ), between 0 and 1.",
    .elementwise(.sigmoid))
}
