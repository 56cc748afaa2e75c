extension ScalarGraph {
  /// The derivative of a number by another from values alone: the numbers between the two, calculated anew with the
  /// target shifted to both sides. What the target is made of stays as it is.
  ///
  /// Central differences, extrapolated to a step of 0. L. F. Richardson, The approximate arithmetical solution by finite
  /// differences, 1911; C. J. F. Ridders, Accurate computation of F′(x) and F″(x), 1982.
  ///
  /// - Parameter accuracy: the relative error that is small enough, below which no better value is looked for
  /// - Returns: the best value, with an estimate of its error, infinite where every step crosses a kink.
  package func difference(
    of id: ScalarID, by target: ScalarID, accuracy: Double = 0
  ) -> (derivative: Double, error: Double) {
    let (derivative, error, _) = difference(of: id, along: [(target, 1)], accuracy: accuracy)
    return (derivative, error)
  }

  /// The derivative along a direction in which several numbers move at once, each as far as its factor says.
  ///
  /// - Returns: with it the number of operations that were carried out
  func difference(
    of id: ScalarID, along direction: [(target: ScalarID, factor: Double)], accuracy: Double = 0
  ) -> (derivative: Double, error: Double, operations: Int) {
    let cone = cone(of: id, over: direction.map(\.target))
    if cone.isEmpty { return (0, 0, 0) }
    if marks.isReachedTarget(id) { return (direction.reduce(0) { $0 + ($1.target == id ? $1.factor : 0) }, 0, 0) }
    let inner = cone.filter { !marks.isReachedTarget($0) }
    let cost = 2 * inner.reduce(0) { $0 + Int(table[$1].operandCount) }
    var operations = 0
    var shifting = ShiftedValues(takeShiftable(), cone: inner, direction: direction)
    defer { giveBack(shifting.takeRestored(from: table)) }
    var best = (derivative: 0.0, error: Double.infinity)
    var previous: [Double] = []
    // A few steps are enough for some digits if they are small, which for the last digits leaves more to rounding.
    var step = (accuracy > 0 ? 0x1p-6 : 0x1p-4) * max(1, direction.reduce(0) { max($0, value($1.target).magnitude) })
    for _ in 0..<24 {
      operations += cost
      if let (above, below) = shifting.values(of: id, step: step, in: table) {
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
        if row.count == 8 || row.count > 2 && best.error <= accuracy * max(best.derivative.magnitude, 1e-3) { break }
      } else {
        // Nothing that was found on both sides of a kink is of use.
        previous = []
      }
      step /= 2
    }
    return (best.derivative, best.error, operations)
  }
}

/// Values of a cone's nodes for other values of the targets.
private struct ShiftedValues {
  private let cone: [ScalarID]
  private let direction: [(target: ScalarID, factor: Double)]
  private var values: [Double]

  /// - Parameter values: those of the graph
  init(_ values: consuming [Double], cone: [ScalarID], direction: [(target: ScalarID, factor: Double)]) {
    (self.cone, self.direction) = (cone, direction)
    self.values = values
  }

  /// The values of the graph again, of which nothing is kept here: another copy would have to be made.
  mutating func takeRestored(from table: borrowing ScalarTable) -> [Double] {
    for (target, _) in direction { values[Int(target.index)] = table.value(target) }
    for id in cone { values[Int(id.index)] = table.value(id) }
    var taken: [Double] = []
    swap(&taken, &values)
    return taken
  }

  /// The values for the targets moved forth and back; nil if one is not finite or on another side of a kink.
  mutating func values(of id: ScalarID, step: Double, in table: borrowing ScalarTable) -> (Double, Double)? {
    guard let above = value(of: id, shift: step, in: table), let below = value(of: id, shift: -step, in: table) else {
      return nil
    }
    return (above, below)
  }

  private mutating func value(of id: ScalarID, shift: Double, in table: borrowing ScalarTable) -> Double? {
    for (target, factor) in direction { values[Int(target.index)] = table.value(target) + factor * shift }
    for place in cone {
      let node = table[place]
      guard
        !node.kind.mayHaveKink
          || branch(of: node, at: values, in: table) == branch(of: node, at: table.values, in: table)
      else { return nil }
      values[Int(place.index)] = table.result(of: node, at: values)
    }
    let value = values[Int(id.index)]
    return value.isFinite ? value : nil
  }

  /// Which piece of a function or which operand of a choice is in use.
  private func branch(of node: ScalarNode, at values: [Double], in table: borrowing ScalarTable) -> Int {
    switch node.kind {
    case .maximum, .minimum: table.choice(of: node, at: values)
    case .function: table.isOnPositiveSide(node, at: values) == true ? 1 : 0
    default: 0
    }
  }
}
