import Tensors

extension Activation {
  /// z where it is positive and `eᶻ - 1` elsewhere (α = 1). D.-A. Clevert, T. Unterthiner and S. Hochreiter, Fast and
  /// accurate deep network learning by exponential linear units, 2016.
  package static let elu = Activation(
    "elu", aliases: ["exponential linear"], summary: "The exponential linear unit: z, or eᶻ - 1 for negative z.",
    .elementwise(.elu(alpha: 1)))
}
