/// Derivatives side by side that the chain rule makes one of.
extension Evaluator {
  typealias Part = (binding: Expression.Binding, value: Value)

  /// Literal derivatives that follow each other and share what they are taken of and by, as the one derivative that the
  /// chain rule makes of them.
  ///
  /// - Parameter inOrder: whether only what multiplies as matrices does, too: where one of the derivatives has a transpose,
  ///   another lacks it
  func contracted(
    _ group: [(binding: Expression.Binding, value: Value)], inOrder: Bool = false
  ) -> [Part] {
    var parts: [Part] = []
    for part in group {
      if let last = parts.last, part.binding != .outer, let product = chain(last.value, part.value, inOrder: inOrder) {
        parts[parts.count - 1].value = product
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private func chain(_ left: Value, _ right: Value, inOrder: Bool) -> Value? {
    guard let a = left.derivative, let b = right.derivative else { return nil }
    if a.below == b.above, a.below.count > 1 || left.form == .tensor || right.form == .tensor {
      return joined(left, a, right, b)
    }
    // Written the other way round.
    if inOrder, left.form != .tensor, right.form != .tensor { return nil }
    if a.above == b.below, a.above.count > 1 || left.form == .tensor || right.form == .tensor {
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
