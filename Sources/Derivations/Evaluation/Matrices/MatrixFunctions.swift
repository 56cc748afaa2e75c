import Tensors

/// Powers, determinants, Kronecker products and products of matrices in order.
extension Evaluator {
  /// The product of a square matrix with itself, or with its inverse; an identity matrix for 0.
  func power(of matrix: Value, _ exponent: Int) throws(EvaluationProblem) -> Value {
    guard exponent.magnitude <= 64 else { throw .unsupported(.fact(.size)) }
    let base = exponent < 0 ? try inverse(of: matrix) : matrix
    guard exponent != 0 else { return try identity(matrix.shape[0]) }
    let size = matrix.shape[0]
    try takeSteps(size * size * Int(exponent.magnitude))
    var result = base
    for _ in 1..<Int(exponent.magnitude) { result = try times(result, base, .juxtaposition) }
    return result
  }

  /// The determinant by Gauss's elimination, with the largest pivot of each column.
  func determinant(of value: Value) throws(EvaluationProblem) -> Value {
    if value.form == .scalar { return value }
    guard value.form == .matrix, value.shape[0] == value.shape[1] else {
      throw .refuted("\(value.description) has no determinant", left: value.description, right: nil)
    }
    let size = value.shape[0]
    guard size <= 16 else { throw .unsupported(.fact(.size)) }
    try takeSteps(size * size * size)
    var rows = (0..<size).map { Array(value.ids[($0 * size)..<(($0 + 1) * size)]) }
    var factors: [ScalarID] = []
    var isNegative = false
    for column in 0..<size {
      let pivot = (column..<size).max {
        graph.value(rows[$0][column]).magnitude < graph.value(rows[$1][column]).magnitude
      }
      guard let pivot, graph.value(rows[pivot][column]) != 0 else {
        throw .unsupported(.fact(.singularMatrix))
      }
      if pivot != column { isNegative.toggle() }
      rows.swapAt(column, pivot)
      let head = rows[column][column]
      factors.append(head)
      for row in (column + 1)..<max(size, column + 1) {
        let factor = graph.divide(rows[row][column], head)
        rows[row] = zip(rows[row], rows[column]).map { graph.subtract($0, graph.multiply(factor, $1)) }
      }
    }
    let product = factors.dropFirst().reduce(factors[0], graph.multiply)
    return .scalar(isNegative ? graph.negate(product) : product)
  }

  /// The columns of a matrix below one another.
  func columnsStacked(_ value: Value) throws(EvaluationProblem) -> Value {
    switch value.form {
    case .scalar, .column: return value
    case .row: return .column(value.ids, .plain)
    case .matrix: return .column(value.transposed.ids, .plain)
    case .tensor, .identity, .identityFirst, .identityLast: throw .unsupported(.shape("vec", of: value.description))
    }
  }

  /// What `\otimes` is between two values: the outer product of vectors, else Kronecker's product. Many documents write
  /// the sign for the product entry by entry, so that it is left open for quantities of a network in one shape.
  func outerProduct(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value {
    if left.isSizeless || right.isSizeless { return try kroneckerProduct(withIdentity: left, right) }
    if left.form != .matrix, right.form != .matrix {
      var product = outer(left, right)
      product.isOuter = left.form == .column && right.form == .column
      return product
    }
    let spaces = left.spaces + right.spaces
    if left.shape == right.shape, spaces.contains(where: { $0 != .plain }) {
      throw .unsupported(.fact(.outerOfOneShape))
    }
    return kroneckerProduct(left, right)
  }

  /// Kronecker's product of two matrices, which columns and rows are, too.
  func kroneckerProduct(_ left: Value, _ right: Value) -> Value {
    let (height, width) = (right.rows, right.columns)
    var ids: [ScalarID] = []
    ids.reserveCapacity(left.ids.count * right.ids.count)
    for row in 0..<(left.rows * height) {
      for column in 0..<(left.columns * width) {
        ids.append(
          graph.multiply(
            left.ids[row / height * left.columns + column / width],
            right.ids[row % height * width + column % width]))
      }
    }
    return .matrix(left.rows * height, left.columns * width, ids, [.plain, .plain])
  }

  /// The product of the terms of `\prod`, matrices from left to right.
  func product(
    of values: [Value], _ operation: BigOperator, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    guard let first = values.first else { return try emptyProduct(operation, context) }
    guard !values.allSatisfy(\.isSingle) else {
      var result = first
      result.derivative = nil
      result.ids = [values.dropFirst().reduce(first.ids[0]) { graph.multiply($0, $1.ids[0]) }]
      return result
    }
    guard values.allSatisfy({ $0.form == .matrix || $0.isSingle }) else { throw .unsupported(.fact(.productOfVectors)) }
    return try productInOrder(values)
  }

  /// 1, or the identity matrix where the terms would be matrices.
  private func emptyProduct(_ operation: BigOperator, _ context: Context) throws(EvaluationProblem) -> Value {
    let one = Value.scalar(graph.one)
    guard operation.letters.count == 1, let lower = operation.lower, let upper = operation.upper else { return one }
    let (first, last) = (try whole(lower, context), try whole(upper, context))
    let term = [first, last].lazy.compactMap { number -> Value? in
      var inner = context
      inner.letters[operation.letters[0]] = number
      return try? self.value(operation.body, inner)
    }.first
    guard let term, term.form == .matrix else { return one }
    guard last == first - 1 else { throw .unsupported(.fact(.productThatCountsDown)) }
    return try identity(term.shape[0] == term.shape[1] ? term.shape[0] : nil)
  }
}
