extension ScalarGraph {
  /// The derivative of a number by another from values alone: the numbers between the two, calculated anew with the
  /// target shifted to both sides. What the target is made of stays as it is.
  ///
  /// Central differences, extrapolated to a step of 0. L. F. Richardson, The approximate arithmetical solution by finite
  /// differences, 1911; C. J. F. Ridders, Accurate computation of F′(x) and F″(x), 1982.
  ///
  /// - Returns: the best value, with an estimate of its error, infinite where every step crosses a kink.
  package func difference(of id: ScalarID, by target: ScalarID) -> (derivative: Double, error: Double) {
    let cone = cone(of: id, over: [target])
    if cone.isEmpty { return (0, 0) }
    if id == target { return (1, 0) }
    var shifting = ShiftedValues(of: self, cone: Array(cone.dropFirst()), target: target)
    var best = (derivative: 0.0, error: Double.infinity)
    var previous: [Double] = []
    var step = 0x1p-4 * max(1, value(target).magnitude)
    for _ in 0..<24 {
      if let (above, below) = shifting.values(of: id, step: step) {
        // The rounding of two values, each about as large as the bound that the graph keeps.
        let rounding = (errorBound(id) + max(above.magnitude, below.magnitude) * .ulpOfOne) / step
        var row = [(above - below) / (2 * step)]
        var factor = 1.0
        for (column, coarser) in previous.enumerated() {
          factor *= 4
          row.append(row[column] + (row[column] - coarser) / (factor - 1))
          let change = max((row[column + 1] - row[column]).magnitude, (row[column + 1] - coarser).magnitude)
          if change + rounding < best.error { best = (row[column + 1], change + rounding) }
        }
        previous = row
        if row.count == 8 { break }
      } else {
        // Nothing that was found on both sides of a kink is of use.
        previous = []
      }
      step /= 2
    }
    return best
  }
}

/// Values of a cone's nodes for other values of the target.
private struct ShiftedValues {
  private let graph: ScalarGraph
  private let cone: [ScalarID]
  private let target: ScalarID
  private var values: [Double]

  init(of graph: ScalarGraph, cone: [ScalarID], target: ScalarID) {
    (self.graph, self.cone, self.target, values) = (graph, cone, target, graph.values)
  }

  /// The values for the target moved up and down; nil if one is not finite or on another side of a kink.
  mutating func values(of id: ScalarID, step: Double) -> (Double, Double)? {
    guard let above = value(of: id, shift: step), let below = value(of: id, shift: -step) else { return nil }
    return (above, below)
  }

  private mutating func value(of id: ScalarID, shift: Double) -> Double? {
    values[Int(target.index)] = graph.value(target) + shift
    for place in cone {
      let node = graph.node(place)
      guard branch(of: node, at: values) == branch(of: node, at: graph.values) else { return nil }
      values[Int(place.index)] = graph.result(of: node, at: values)
    }
    let value = values[Int(id.index)]
    return value.isFinite ? value : nil
  }

  /// Which piece of a function or which operand of a choice is in use.
  private func branch(of node: ScalarNode, at values: [Double]) -> Int {
    switch node.kind {
    case .maximum, .minimum: graph.choice(of: node, at: values)
    case .function: graph.isOnPositiveSide(node, at: values) == true ? 1 : 0
    default: 0
    }
  }
}
