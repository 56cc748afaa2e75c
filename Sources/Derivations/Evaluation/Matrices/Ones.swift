/// `\mathbf 1`: ones in the length that their place asks for.
extension Evaluator {
  /// `A \mathbf 1` and `\mathbf 1^T A` add the columns or rows; beside a vector that can't be meant, there is one for
  /// every example.
  func ones(isRow: Bool, between left: Value?, and right: Value?) throws(EvaluationProblem) -> Value {
    func vector(_ count: Int) throws(EvaluationProblem) -> Value {
      guard count > 0 else { throw .unsupported(.fact(.onesWithoutNumber)) }
      let ids = Array(repeating: graph.one, count: count)
      return isRow ? .row(ids, .plain) : .column(ids, .plain)
    }
    if isRow {
      if let right, right.rows > 1 { return try vector(right.rows) }
      if let left, left.form == .column { return try vector(probe.examples) }
    } else {
      if let left, left.columns > 1 { return try vector(left.columns) }
      // Beside a column they stand as it does: `\mathbf 1 \cdot u` is a sum, and `\mathbf 1 u` nothing.
      for other in [left, right] {
        if let other, other.form == .column, other.rows > 1 { return try vector(other.rows) }
      }
      if let right, right.form == .row { return try vector(probe.examples) }
    }
    return .scalar(graph.one)
  }
}

extension Expression {
  /// Whether ones lie or stand; nil where it is anything else.
  var isRowOfOnes: Bool? {
    switch kind {
    case .ones(nil): return false
    case .transposed(let inner): if case .ones(nil) = inner.kind { return true } else { return nil }
    default: return nil
    }
  }
}

extension Expression {
  /// Whether it is nothing but `\mathbf 1` times a number, so that only the other side can say how long it is.
  var isOnesAlone: Bool {
    switch kind {
    case .ones(nil): return true
    case .transposed(let inner), .negative(let inner), .quotient(let inner, _): return inner.isOnesAlone
    case .product(let factors):
      let ones = factors.filter(\.value.isOnesAlone)
      return ones.count == 1
        && factors.count { if case .number = $0.value.kind { true } else { false } } == factors.count - 1
    default: return false
    }
  }

  /// How a multiple of `\mathbf 1` lies whose length its place asks for; nil for anything else.
  var layOfOnes: Value.Form? {
    switch kind {
    case .ones(nil): return .column
    case .transposed(let inner): return inner.layOfOnes.map { $0 == .row ? .column : .row }
    case .negative(let inner), .quotient(let inner, _): return inner.layOfOnes
    case .product(let factors):
      let lays = factors.compactMap(\.value.layOfOnes)
      return lays.count == 1 ? lays[0] : nil
    case .sum(let terms): return terms.lazy.compactMap(\.value.layOfOnes).first
    default: return nil
    }
  }
}

extension Value {
  /// One number in every place of a vector that lies as `form` says, as long as another one, or of a matrix like it.
  func repeated(as form: Form, like other: Value) -> Value {
    guard !other.isSingle, [.column, .row, .matrix].contains(other.form) else { return self }
    var copy = other
    copy.derivative = nil
    copy.ids = Array(repeating: ids[0], count: other.ids.count)
    return copy.form == .matrix || copy.form == form ? copy : copy.transposed
  }
}
