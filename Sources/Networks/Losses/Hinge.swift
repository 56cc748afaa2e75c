import Tensors

extension Loss {
  /// `max(0, 1 - t·a)` for each output, for targets of -1 and 1; the derivative at the kink is 0. C. Cortes and V. Vapnik,
  /// Support-vector networks, 1995.
  ///
  /// Targets are taken as they stand: one of 0 costs 1 whatever the activation is, and teaches nothing.
  package static let hinge = Loss(
    "hinge", summary: "max(0, 1 - t·a) for targets of -1 and 1.", conventions: [.sum, .mean], targets: .signs
  ) { graph, activations, targets throws(ShapeError) in
    let margins = try graph.apply(.multiply, to: targets, activations)
    return try graph.apply(.elementwise(.relu), to: graph.apply(.offset(1), to: graph.apply(.negate, to: margins)))
  }
}
