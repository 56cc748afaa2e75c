import Tensors

extension Loss {
  /// `-(t ln a + (1 - t) ln(1 - a))` for each output, with `0 ln 0 = 0`. C. M. Bishop, Pattern Recognition and Machine
  /// Learning, 2006, equation 4.90.
  ///
  /// It is formed from the activation as it stands, so that its derivative by the activation is the textbook's
  /// `(a - t) / (a(1 - a))`. An activation that has been rounded to exactly the wrong end, 1 for a target of 0, costs
  /// infinity; nothing is clipped, and training reports it.
  package static let binaryCrossEntropy = Loss(
    "binary cross-entropy", aliases: ["log loss"],
    summary: "The negative logarithm of the probability of a target of 0 or 1.", conventions: [.sum, .mean],
    targets: .probabilities
  ) { graph, activations, targets throws(ShapeError) in
    let ofOnes = try graph.apply(.timesLog, to: targets, activations)
    let complements = try graph.apply(.offset(1), to: graph.apply(.negate, to: targets))
    let ofZeros = try graph.apply(.timesLog1p, to: complements, graph.apply(.negate, to: activations))
    return try graph.apply(.negate, to: graph.apply(.add, to: ofOnes, ofZeros))
  }
}
