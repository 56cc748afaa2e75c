import Tensors

/// Norms, identity matrices and inverses.
extension Evaluator {
  func norm(_ norm: Expression.Norm, of value: Value, _ expression: Expression) throws(EvaluationProblem) -> Value {
    guard !value.isSizeless else { throw .unsupported(.fact(.sizelessIdentity)) }
    func magnitude(_ id: ScalarID) -> ScalarID {
      branch(expression, bySignOf: id)
      return graph.apply(.absolute, id)
    }
    switch norm {
    case .euclidean:
      if value.ids.count == 1 { return .scalar(graph.apply(.absolute, value.ids[0])) }
      return .scalar(graph.apply(.squareRoot, graph.dot(value.ids, value.ids)))
    case .sum, .maximum:
      // Those of a matrix as an operator are others than those of its entries.
      guard value.shape.count < 2 else { throw .unsupported(.fact(.matrixNorm)) }
      let magnitudes = value.ids.map(magnitude)
      return .scalar(norm == .sum ? graph.sum(magnitudes) : graph.maximum(magnitudes))
    }
  }

  /// - Parameter size: nil where the place of the matrix says it
  func identity(_ size: Int?) throws(EvaluationProblem) -> Value {
    let sizeless = Value(form: .identity, shape: [], ids: [graph.one], spaces: [], bases: [])
    guard let size else { return sizeless }
    guard (1...1_000).contains(size) else { throw .unsupported(.fact(.size)) }
    return diagonal(sizeless, size)
  }

  /// A multiple of an identity matrix in the shape of a square one; nil where the other is none.
  func diagonal(_ identity: Value, like other: Value) -> Value? {
    if other.form == .identity { return identity }
    if other.isSingle { return .matrix(1, 1, identity.ids) }
    guard other.form == .matrix, other.shape[0] == other.shape[1] else { return nil }
    var matrix = diagonal(identity, other.shape[0])
    (matrix.spaces, matrix.bases) = (other.spaces, other.bases)
    return matrix
  }

  func diagonal(_ identity: Value, _ size: Int) -> Value {
    .matrix(size, size, (0..<(size * size)).map { $0 / size == $0 % size ? identity.ids[0] : graph.zero })
  }

  /// Gauss and Jordan's elimination, with the largest pivot of each column.
  func inverse(of matrix: Value) throws(EvaluationProblem) -> Value {
    let size = matrix.shape[0]
    guard size == matrix.shape[1] else {
      throw .refuted("\(matrix.description) has no inverse", left: matrix.description, right: nil)
    }
    guard size <= 16 else { throw .unsupported(.fact(.size)) }
    try takeSteps(size * size * size)
    var rows = (0..<size).map { row in
      Array(matrix.ids[(row * size)..<((row + 1) * size)])
        + (0..<size).map { $0 == row ? graph.one : graph.zero }
    }
    for column in 0..<size {
      let pivot = (column..<size).max {
        graph.value(rows[$0][column]).magnitude < graph.value(rows[$1][column]).magnitude
      }
      guard let pivot, graph.value(rows[pivot][column]) != 0 else {
        throw .unsupported(.fact(.singularMatrix))
      }
      rows.swapAt(column, pivot)
      let head = rows[column][column]
      rows[column] = rows[column].map { graph.divide($0, head) }
      for row in 0..<size where row != column {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[column]).map { graph.subtract($0, graph.multiply(factor, $1)) }
      }
    }
    var inverse = matrix
    inverse.derivative = nil
    inverse.ids = rows.flatMap { $0[size...] }
    inverse.spaces.swapAt(0, 1)
    inverse.bases.swapAt(0, 1)
    return inverse
  }
}
