import Tensors

/// Kronecker's product of a matrix and an identity matrix whose size only its place says: `a^T \otimes I`, which is as
/// wide as what it multiplies is high, or of the shape of what it is compared with.
extension Evaluator {
  /// `I \otimes A`, `A \otimes I`, and identity matrices at the same end of what already has one.
  func kroneckerProduct(withIdentity left: Value, _ right: Value) throws(EvaluationProblem) -> Value {
    if left.form == .identity, right.isSingle || right.form == .identity || right.form == .identityFirst {
      return right.scaled(by: left.ids[0], in: graph, keepingForm: right.form == .scalar ? left : right)
    }
    if right.form == .identity, left.isSingle || left.form == .identityLast {
      return left.scaled(by: right.ids[0], in: graph, keepingForm: left.form == .scalar ? right : left)
    }
    guard !left.isSizeless || !right.isSizeless, left.form == .identity || right.form == .identity else {
      throw .unsupported(.fact(.sizelessIdentity))
    }
    let (identity, known) = left.form == .identity ? (left, right) : (right, left)
    guard known.form != .tensor else { throw .unsupported(.fact(.threeIndices)) }
    return Value(
      form: left.form == .identity ? .identityFirst : .identityLast, shape: [known.rows, known.columns],
      ids: known.ids.map { graph.multiply(identity.ids[0], $0) }, spaces: [.plain, .plain], bases: [1, 1])
  }

  /// The product of two matrices each of which has an identity matrix in it: `(A \otimes I)(I \otimes B) = A \otimes B`.
  func sizelessProduct(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value {
    if left.form == .identity { return right.scaled(by: left.ids[0], in: graph, keepingForm: right) }
    if right.form == .identity { return left.scaled(by: right.ids[0], in: graph, keepingForm: left) }
    let (a, b) = (knownFactor(of: left), knownFactor(of: right))
    guard left.form == right.form else {
      return left.form == .identityLast ? kroneckerProduct(a, b) : kroneckerProduct(b, a)
    }
    guard a.columns == b.rows else {
      throw .refuted(
        "\(left.description) and \(right.description) don't multiply", left: left.description,
        right: right.description)
    }
    var product = matrixProduct(a, b)
    (product.form, product.spaces, product.bases) = (left.form, [.plain, .plain], [1, 1])
    return product
  }

  /// The two factors of a matrix product, one of which says how large the identity matrix in the other is.
  func sized(_ left: Value, _ right: Value) throws(EvaluationProblem) -> (Value, Value) {
    let (fitting, extent) = left.isSizeless ? (left.shape[1], right.rows) : (right.shape[0], left.columns)
    guard extent > 0, extent % fitting == 0 else {
      throw .refuted(
        "\(left.description) and \(right.description) don't multiply", left: left.description,
        right: right.description)
    }
    let size = extent / fitting
    return left.isSizeless ? (expanded(left, size), right) : (left, expanded(right, size))
  }

  /// It in the shape of a matrix; nil where that has none that it can have.
  func kroneckerProduct(_ sizeless: Value, like other: Value) -> Value? {
    guard sizeless.form != .identity, !other.isSizeless, other.form != .tensor else { return nil }
    let size = other.rows / sizeless.shape[0]
    guard size > 0, other.rows == size * sizeless.shape[0], other.columns == size * sizeless.shape[1] else {
      return nil
    }
    var matrix = expanded(sizeless, size)
    if other.form == .matrix { (matrix.spaces, matrix.bases) = (other.spaces, other.bases) }
    return matrix
  }

  private func expanded(_ sizeless: Value, _ size: Int) -> Value {
    let identity = diagonal(Value(form: .identity, shape: [], ids: [graph.one], spaces: [], bases: []), size)
    let known = knownFactor(of: sizeless)
    return sizeless.form == .identityFirst ? kroneckerProduct(identity, known) : kroneckerProduct(known, identity)
  }

  private func knownFactor(of sizeless: Value) -> Value {
    .matrix(sizeless.shape[0], sizeless.shape[1], sizeless.ids, [.plain, .plain])
  }
}
