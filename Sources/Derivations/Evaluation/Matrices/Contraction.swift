/// Derivatives side by side that the chain rule makes one of.
extension Evaluator {
  typealias Part = (binding: Expression.Binding, value: Value)

  /// Literal derivatives that follow each other and share what they are taken of and by, as the one derivative that the
  /// chain rule makes of them: from left to right, or all of them the other way round, as they stand where gradients are
  /// columns.
  ///
  /// - Parameter inOrder: whether only what multiplies as matrices does, too: where one of the derivatives has a transpose,
  ///   another lacks it. So it is beside anything else than derivatives and numbers.
  func contracted(
    _ group: [(binding: Expression.Binding, value: Value)], inOrder: Bool = false
  ) -> [Part] {
    let inOrder = inOrder || group.contains { $0.value.derivative == nil && !$0.value.isSingle }
    var parts: [Part] = []
    /// What the last one is the derivative of and by, as it is written.
    var neighbour: Value.Record?
    var isTurned = false
    for part in group {
      if let last = parts.last, part.binding != .outer,
        let product = chain(last.value, neighbour, part.value, inOrder: inOrder, &isTurned)
      {
        parts[parts.count - 1].value = product
      } else {
        parts.append(part)
      }
      neighbour = part.value.derivative
    }
    // In `\frac{\partial E}{\partial u} \frac{\partial h}{\partial z} \frac{\partial u}{\partial h}` the first is not the other
    // way round.
    let isMixed = isTurned && !inOrder && parts.count(where: { !$0.value.isSingle }) > 1
    return isMixed ? contracted(group, inOrder: true) : parts
  }

  /// - Parameters:
  ///   - neighbour: what stands beside the second one, the last of those that the first was made of
  ///   - isTurned: whether some were written the other way round
  private func chain(
    _ left: Value, _ neighbour: Value.Record?, _ right: Value, inOrder: Bool, _ isTurned: inout Bool
  ) -> Value? {
    guard let a = left.derivative, let b = right.derivative, let neighbour else { return nil }
    if a.below == b.above, a.below.count > 1 || left.form == .tensor || right.form == .tensor {
      return neighbour.below == b.above ? joined(left, a, right, b) : nil
    }
    if inOrder, left.form != .tensor, right.form != .tensor { return nil }
    if a.above == b.below, a.above.count > 1 || left.form == .tensor || right.form == .tensor {
      guard neighbour.above == b.below else { return nil }
      isTurned = true
      return joined(right, b, left, a)
    }
    return nil
  }

  private func joined(_ left: Value, _ a: Value.Record, _ right: Value, _ b: Value.Record) -> Value {
    let (above, middle, below) = (a.above.count, a.below.count, b.below.count)
    var ids: [ScalarID] = []
    for i in 0..<above {
      for k in 0..<below {
        ids.append(
          graph.dot(
            (0..<middle).map { left.ids[i * middle + $0] }, (0..<middle).map { right.ids[$0 * below + k] }))
      }
    }
    return laid(
      ids,
      Value.Record(
        above: a.above, aboveShape: a.aboveShape, aboveForm: a.aboveForm, below: b.below, belowShape: b.belowShape,
        belowForm: b.belowForm))
  }

  /// The derivatives of all entries of one value by all of another, in the layout that they have together.
  func laid(_ ids: [ScalarID], _ record: Value.Record) -> Value {
    var value: Value
    // A matrix of one entry is that entry.
    if record.above.count == 1, record.aboveForm != .tensor {
      value = Value(record.belowForm, record.belowShape, ids, of: .units)
    } else if record.below.count == 1, record.belowForm != .tensor {
      value = Value(record.aboveForm, record.aboveShape, ids, of: .units)
    } else if record.belowShape.count == 1, record.aboveShape.count == 1 || Array(record.aboveShape.dropFirst()) == [1]
    {
      // A matrix of one column, as `X^T (a - y)` is, is that column.
      value = .matrix(record.above.count, record.below.count, ids)
    } else {
      value = Value(.tensor, record.aboveShape + record.belowShape, ids, of: .units)
    }
    value.derivative = record
    return value
  }
}

extension Expression {
  /// Whether it is the transpose of a derivative, as it is written, or one by something transposed, or of a vector that is.
  ///
  /// - Parameter value: what it comes to
  func isTransposedDerivative(_ value: Value?) -> Bool {
    switch kind {
    case .transposed(let inner): if case .derivative = inner.kind { true } else { false }
    case .derivative(let derivative):
      derivative.denominators.contains { if case .transposed = $0.kind { true } else { false } }
        || derivative.numerator.isLaid && value?.form == .matrix && value?.derivative == nil
    default: false
    }
  }
}
