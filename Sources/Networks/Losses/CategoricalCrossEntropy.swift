import Tensors

extension Loss {
  /// `-t ln a` for each output, with `0 ln 0 = 0`, for targets and activations that are probabilities of classes. Bishop
  /// 2006, equation 4.108.
  ///
  /// It is formed from the activation as it stands. The activation of the target's class, when it is so small that it
  /// has been rounded to 0, costs infinity; nothing is clipped, and training reports it.
  package static let categoricalCrossEntropy = Loss(
    "categorical cross-entropy", aliases: ["cross-entropy"],
    summary: "The negative logarithm of the probability of the target's class.", conventions: [.sum],
    targets: .distribution
  ) { graph, activations, targets throws(ShapeError) in
    try graph.apply(.negate, to: graph.apply(.timesLog, to: targets, activations))
  }
}
