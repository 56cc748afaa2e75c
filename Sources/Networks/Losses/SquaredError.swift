import Tensors

extension Loss {
  /// `(a - t)²` for each output. The half sum, `½ Σ (a - t)²`, is that of Rumelhart, Hinton and Williams, 1986; the mean
  /// over the outputs, followed by the mean over the examples, is PyTorch's `MSELoss`.
  package static let squaredError = Loss(
    "squared error", summary: "The square of the difference between activation and target.",
    conventions: [.sum, .halfSum, .mean]
  ) { graph, activations, targets throws(ShapeError) in
    try graph.apply(.elementwise(.square), to: graph.apply(.subtract, to: activations, targets))
  }
}
