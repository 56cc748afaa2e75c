import Tensors

extension Activation {
  /// `z·Φ(z) = z·½(1 + erf(z/√2))` with the distribution function of the normal distribution in its exact form, PyTorch's
  /// default. D. Hendrycks and K. Gimpel, Gaussian error linear units, 2016.
  ///
  /// Far below 0 the sum cancels as it does in PyTorch: the value is right to about 10⁻¹⁶·|z|, not in all its digits.
  package static let gelu = Activation(
    "gelu", aliases: ["gaussian error linear"], summary: "The Gaussian error linear unit z·Φ(z), in its exact form."
  ) { graph, z throws(ShapeError) in
    let standard = try graph.apply(.scale(0.5.squareRoot()), to: z)
    let error = try graph.apply(.elementwise(.erf), to: standard)
    let probability = try graph.apply(.scale(0.5), to: graph.apply(.offset(1), to: error))
    return try graph.apply(.multiply, to: z, probability)
  }
}
