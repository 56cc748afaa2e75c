extension Evaluator {
  /// Two values of one shape, re-read where a convention allows it.
  func fitted(_ left: Value, _ right: Value, _ word: String) throws(EvaluationProblem) -> (Value, Value) {
    if left.form == right.form, left.shape == right.shape { return (left, right) }
    if left.isSingle, right.isSingle { return (left, right) }
    if left.form == .identity, let matrix = diagonal(left, like: right) { return (matrix, right) }
    if right.form == .identity, let matrix = diagonal(right, like: left) { return (left, matrix) }
    if left.isSizeless, let matrix = kroneckerProduct(left, like: right) { return (matrix, right) }
    if right.isSizeless, let matrix = kroneckerProduct(right, like: left) { return (left, matrix) }
    if left.isSizeless, right.isSizeless { throw .unsupported(.fact(.sizelessIdentity)) }
    if left.isOuter, right.form == .column, right.ids.count == left.ids.count {
      return (.column(left.ids, right.spaces[0]), right)
    }
    if right.isOuter, left.form == .column, left.ids.count == right.ids.count {
      return (left, .column(right.ids, left.spaces[0]))
    }
    // A matrix of one column is a column.
    if left.form == .matrix, right.form != .matrix, let vector = left.vector(like: right) {
      return try fitted(vector, right, word)
    }
    if right.form == .matrix, left.form != .matrix, let vector = right.vector(like: left) {
      return try fitted(left, vector, word)
    }
    if left.shape.count == 1, left.shape == right.shape, left.form != right.form, left.isTuple || right.isTuple {
      return right.isTuple ? (left, right.transposed) : (left.transposed, right)
    }
    if left.shape.count == 1, left.shape == right.shape, left.form != right.form, use(.rowGradient) {
      return (left, right.transposed)
    }
    if let pair = withoutBiasPlaces(left, right), use(.biasRowDropped) { return pair }
    if word == "added", use(.biasBroadcast) {
      if let b = broadcast(right, to: left) { return (left, b) }
      if let a = broadcast(left, to: right) { return (a, right) }
    }
    if let pair = diagonals(left, right), use(.elementwiseDerivative) { return pair }
    throw .refuted(
      "\(left.description) and \(right.description) can't be \(word)", left: left.description, right: right.description)
  }

  private var biases: Set<ScalarID> { Set(probe.model?.biases.flatMap { $0 ?? [] } ?? []) }

  /// A column for every example, from one column.
  private func broadcast(_ value: Value, to matrix: Value) -> Value? {
    guard matrix.form == .matrix else { return nil }
    // Biases one by one are broadcast to what is written out, too.
    let isBias = value.ids.allSatisfy(biases.contains)
    if value.form == .column, value.shape[0] == matrix.shape[0], isBias || matrix.spaces[1] == .examples {
      return .matrix(
        matrix.shape[0], matrix.shape[1],
        value.ids.flatMap { Array(repeating: $0, count: matrix.shape[1]) }, matrix.spaces)
    }
    // Where examples lie in rows, biases do, of which no sentence says so.
    let isLying = value.form == .row || value.form == .column && isBias && matrix.spaces[0] == .examples
    if isLying, value.shape[0] == matrix.shape[1], isBias || matrix.spaces[0] == .examples {
      return .matrix(
        matrix.shape[0], matrix.shape[1], (0..<matrix.shape[0]).flatMap { _ in value.ids }, matrix.spaces)
    }
    return nil
  }

  /// Without the place of the bias in the one that has it, where the other has none.
  func withoutBiasPlaces(_ left: Value, _ right: Value) -> (Value, Value)? {
    func dropped(_ value: Value) -> Value? {
      guard value.hasBiasPlace else { return nil }
      switch value.form {
      case .column, .row:
        var copy = value
        copy.ids.removeFirst()
        copy.shape[0] -= 1
        copy.bases[0] = 1
        copy.hasBiasPlace = false
        return copy
      default: return nil
      }
    }
    if left.shape.count == 1, right.shape.count == 1, left.form == right.form {
      if left.shape[0] == right.shape[0] + 1, let less = dropped(left) { return (less, right) }
      if right.shape[0] == left.shape[0] + 1, let less = dropped(right) { return (left, less) }
    }
    return nil
  }

  /// The diagonal of a Jacobian for which a column is written, or a matrix for one of all examples.
  private func diagonals(_ left: Value, _ right: Value) -> (Value, Value)? {
    func diagonal(_ value: Value, _ other: Value) -> Value? {
      guard let record = value.derivative, value.shape == record.aboveShape + record.aboveShape,
        other.isSingle || other.shape == record.aboveShape
      else { return nil }
      let count = record.above.count
      for row in 0..<count {
        for column in 0..<count where row != column {
          guard graph.isStructuralZero(value.ids[row * count + column]) else { return nil }
        }
      }
      let ids = (0..<count).map { value.ids[$0 * count + $0] }
      if record.aboveForm == .matrix { return .matrix(record.aboveShape[0], record.aboveShape[1], ids) }
      return record.aboveForm == .row ? .row(ids) : .column(ids)
    }
    if let a = diagonal(left, right) { return other(right, like: a).map { (a, $0) } }
    if let b = diagonal(right, left) { return other(left, like: b).map { ($0, b) } }
    return nil
  }

  private func other(_ value: Value, like diagonal: Value) -> Value? {
    if value.isSingle {
      var copy = diagonal
      copy.ids = Array(repeating: value.ids[0], count: diagonal.ids.count)
      return copy
    }
    return value.form == diagonal.form ? value : nil
  }
}
