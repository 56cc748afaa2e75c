extension Evaluator {
  /// A run of factors. A matrix product binds tighter than `⊙`; only derivatives that follow each other and share a
  /// variable contract over it.
  ///
  /// - Parameter inOrder: see `contracted`
  func product(
    _ factors: [Expression.Factor], _ context: Context, inOrder: Bool = false
  ) throws(EvaluationProblem) -> Value {
    if factors.count == 2, factors[0].value.isRowOfOnes == nil, factors[1].value.isRowOfOnes == nil {
      return try product(
        factors, value(factors[0].value, context), value(factors[1].value, context), inOrder: inOrder)
    }
    var values: [Value?] = []
    values.reserveCapacity(factors.count)
    for factor in factors {
      values.append(factor.value.isRowOfOnes == nil ? try value(factor.value, context) : nil)
    }
    if let number = productOfNumbers(factors, values) { return number }
    return try product(factors, values, inOrder: inOrder)
  }

  /// Most products are of two.
  private func product(
    _ factors: [Expression.Factor], _ left: Value, _ right: Value, inOrder: Bool
  ) throws(EvaluationProblem) -> Value {
    if left.form == .scalar, right.form == .scalar, factors[1].binding != .elementwise,
      factors[0].binding != .elementwise
    {
      return .scalar(graph.multiply(left.ids[0], right.ids[0]))
    }
    return try product(factors, [left, right], inOrder: inOrder)
  }

  private func product(
    _ factors: [Expression.Factor], _ values: [Value?], inOrder: Bool
  ) throws(EvaluationProblem) -> Value {
    let values = standing(factors, values)
    let hasTranspose = inOrder || zip(factors, values).contains { $0.value.isTransposedDerivative($1) }
    var groups: [[(binding: Expression.Binding, value: Value)]] = [[]]
    for (place, factor) in factors.enumerated() {
      if factor.binding == .elementwise, !(groups.last?.isEmpty ?? true) { groups.append([]) }
      let found: Value
      if let value = values[place] {
        found = value
      } else {
        let before = groups.last?.last?.value
        let isRow = factor.value.isRowOfOnes ?? false
        let hasNext = place + 1 < factors.count && factors[place + 1].binding != .elementwise
        if isRow, let before, place > 0, values[place - 1] == nil, before.form == .column {
          // `A \mathbf 1 \mathbf 1^T`: a square of ones.
          found = before.transposed
        } else {
          // Of other ones beside ones, nothing says how many they are.
          let isSquare = hasNext && !isRow && factors[place + 1].value.isRowOfOnes ?? false && before?.columns ?? 0 > 1
          guard !hasNext || values[place + 1] != nil || isSquare else { throw .unsupported(.fact(.onesWithoutNumber)) }
          found = try ones(isRow: isRow, between: before, and: hasNext ? values[place + 1] : nil)
        }
      }
      groups[groups.count - 1].append((factor.binding, found))
    }
    var result: Value?
    for group in groups {
      guard let before = result else {
        result = try run(contracted(group, inOrder: hasTranspose))
        continue
      }
      do throws(EvaluationProblem) {
        result = try elementwise(before, run(contracted(group, inOrder: hasTranspose)))
      } catch {
        // `(W^T \delta) \odot \sigma'(z) \cdot a^T`, where only from left to right the shapes fit.
        guard case .refuted = error, group.count > 1, isInForce(.leftToRight),
          var product = try? elementwise(before, group[0].value)
        else { throw error }
        for part in group.dropFirst() { product = try times(product, part.value, part.binding) }
        _ = use(.leftToRight)
        result = product
      }
    }
    guard let result else { throw .unsupported(.fact(.emptyProduct)) }
    return result
  }

  /// What has a name of its own stands as it is, and is no derivative that contracts with its neighbours: `\delta J` for
  /// `J = \frac{\partial z}{\partial x}` is a product of matrices. Only beside three indices nothing else can be meant.
  private func standing(_ factors: [Expression.Factor], _ values: [Value?]) -> [Value?] {
    guard factors.contains(where: \.value.isNamed), !values.contains(where: { $0?.form == .tensor }) else {
      return values
    }
    return zip(factors, values).map { factor, value in
      var value = value
      if factor.value.isNamed { value?.derivative = nil }
      return value
    }
  }

  /// The product where every factor is a number, as almost everywhere behind a sum over indices.
  private func productOfNumbers(_ factors: [Expression.Factor], _ values: [Value?]) -> Value? {
    guard values.allSatisfy({ $0?.form == .scalar }), !factors.contains(where: { $0.binding == .elementwise })
    else { return nil }
    let ids = values.compactMap { $0?.ids[0] }
    return .scalar(ids.dropFirst().reduce(ids[0], graph.multiply))
  }

  func elementwise(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value {
    if left.isSingle { return right.mapped { graph.multiply(left.ids[0], $0) } }
    if right.isSingle { return left.mapped { graph.multiply($0, right.ids[0]) } }
    let (a, b) = try fitted(left, right, "multiplied entry by entry")
    var result = a
    result.derivative = nil
    result.hasBiasPlace = a.hasBiasPlace && b.hasBiasPlace
    result.isGradient = a.isGradient || b.isGradient
    result.ids = zip(a.ids, b.ids).map { graph.multiply($0, $1) }
    return result
  }

  // MARK: Runs

  /// Values multiplied from left to right.
  func productInOrder(_ values: [Value]) throws(EvaluationProblem) -> Value {
    try run(contracted(values.map { (.juxtaposition, $0) }))
  }

  private func run(_ parts: [Part]) throws(EvaluationProblem) -> Value {
    var result = parts[0].value
    for part in parts.dropFirst() { result = try times(result, part.value, part.binding) }
    return result
  }

  func times(_ left: Value, _ right: Value, _ binding: Expression.Binding) throws(EvaluationProblem) -> Value {
    if left.isSizeless, right.isSizeless, binding != .outer { return try sizelessProduct(left, right) }
    if left.form == .identity || right.form == .identity, binding != .outer {
      // It is a number to whatever it multiplies as a matrix.
      let (identity, other) = left.form == .identity ? (left, right) : (right, left)
      return other.scaled(by: identity.ids[0], in: graph, keepingForm: other.form == .scalar ? identity : other)
    }
    if left.isSizeless || right.isSizeless, binding != .outer {
      if left.isSingle { return right.scaled(by: left.ids[0], in: graph, keepingForm: right) }
      if right.isSingle { return left.scaled(by: right.ids[0], in: graph, keepingForm: left) }
      let (a, b) = try sized(left, right)
      return try times(a, b, binding)
    }
    // A matrix of one column times a column of one entry is a column.
    let isMatrixProduct =
      left.form != .scalar && right.form != .scalar && (left.form == .matrix || right.form == .matrix)
      && left.form != .tensor && right.form != .tensor && left.columns == right.rows && binding != .outer
    if isMatrixProduct, left.isSingle || right.isSingle { return matrixProduct(left, right) }
    if left.isSingle { return right.scaled(by: left.ids[0], in: graph, keepingForm: left) }
    if right.isSingle { return left.scaled(by: right.ids[0], in: graph, keepingForm: right) }
    if left.isEntrywise, right.isEntrywise, left.shape == right.shape, binding != .outer {
      return try elementwise(left, right)
    }
    if let product = contractedRow(left, right, binding) { return product }
    guard left.form != .tensor, right.form != .tensor else {
      throw .refuted(
        "\(left.description) and \(right.description) don't multiply", left: left.description, right: right.description)
    }
    if binding == .outer {
      return try outerProduct(left, right)
    }
    // What a document writes for the elementwise product everywhere.
    if binding == .star, left.form == right.form, left.shape == right.shape,
      left.form != .matrix || use(.elementwiseDot)
    {
      if left.form == .matrix { return try elementwise(left, right) }
      if use(.elementwiseDot) { return try elementwise(left, right) }
    }
    let isDot = binding == .dot || binding == .star
    if isDot, left.form == right.form, left.form != .matrix, left.shape == right.shape {
      if use(.elementwiseDot) { return try elementwise(left, right) }
      return .scalar(graph.dot(left.ids, right.ids))
    }
    if left.columns == right.rows { return matrixProduct(left, right) }
    if isDot, left.form == right.form, left.shape == right.shape, use(.elementwiseDot) {
      return try elementwise(left, right)
    }
    if let product = try withoutBias(left, right) { return product }
    if isDot, left.form == .column, let pair = withoutBiasPlaces(left, right), use(.biasRowDropped) {
      return try times(pair.0, pair.1, binding)
    }
    if let product = productOfRowGradient(left, right) ?? productOfLine(left, right) { return product }
    throw .refuted(
      "\(left.description) and \(right.description) don't multiply", left: left.description, right: right.description)
  }

  /// A row before the derivative of a vector by a matrix: `\delta \frac{\partial z}{\partial W}`, the row of derivatives
  /// by z times the one index of z, which leaves the shape of W.
  private func contractedRow(_ left: Value, _ right: Value, _ binding: Expression.Binding) -> Value? {
    guard right.form == .tensor, left.form == .row, binding != .outer, let record = right.derivative,
      record.aboveShape.count == 1, record.belowShape.count == 2, left.ids.count == record.above.count
    else { return nil }
    let below = record.below.count
    let ids = (0..<below).map { place in
      graph.dot(left.ids, left.ids.indices.map { right.ids[$0 * below + place] })
    }
    return .matrix(record.belowShape[0], record.belowShape[1], ids)
  }

  /// A product in which a derivative of a number by a column lies the other way: `\frac{\partial C}{\partial z} W`, where
  /// gradients are rows. One by a row may stand, as the second factor of an inner product.
  private func productOfRowGradient(_ left: Value, _ right: Value) -> Value? {
    guard allowsRowGradients else { return nil }
    if right.isGradientByRow, right.form == .row, left.rows == 1, case let standing = right.transposed,
      left.columns == standing.rows
    {
      return use(.rowGradient) ? matrixProduct(left, standing) : nil
    }
    for (a, b) in [(left.isGradient ? left.transposed : nil, right), (left, right.isGradient ? right.transposed : nil)]
      as [(Value?, Value?)]
    {
      guard let a, let b, a.columns == b.rows else { continue }
      return use(.rowGradient) ? matrixProduct(a, b) : nil
    }
    return nil
  }

  /// A product with a row of a matrix that lies, as it does there, and does not stand, as vectors do.
  private func productOfLine(_ left: Value, _ right: Value) -> Value? {
    for (a, b) in [(left.isLine ? left.transposed : nil, right), (left, right.isLine ? right.transposed : nil)]
      as [(Value?, Value?)]
    {
      guard let a, let b, a.columns == b.rows, a.rows == 1, b.columns == 1 else { continue }
      return use(.rowGradient) ? matrixProduct(a, b) : nil
    }
    return nil
  }

  /// A product in which one side has a place for the bias that the other lacks.
  private func withoutBias(_ left: Value, _ right: Value) throws(EvaluationProblem) -> Value? {
    guard isInForce(.biasRowDropped) else { return nil }
    if right.hasBiasPlace, right.form == .column, right.shape[0] == left.columns + 1 {
      _ = use(.biasRowDropped)
      return matrixProduct(left, .column(Array(right.ids.dropFirst())))
    }
    if left.hasBiasPlace, left.form == .matrix, left.shape[1] == right.rows + 1 {
      _ = use(.biasRowDropped)
      let width = left.shape[1]
      let ids = (0..<left.shape[0]).flatMap { row in left.ids[(row * width + 1)..<((row + 1) * width)] }
      return matrixProduct(.matrix(left.shape[0], width - 1, ids), right)
    }
    return nil
  }

  func outer(_ left: Value, _ right: Value) -> Value {
    .matrix(
      left.ids.count, right.ids.count, left.ids.flatMap { a in right.ids.map { graph.multiply(a, $0) } },
      [left.spaces.first ?? .plain, right.spaces.first ?? .plain])
  }

  func matrixProduct(_ left: Value, _ right: Value) -> Value {
    let (rows, middle, columns) = (left.rows, left.columns, right.columns)
    var ids: [ScalarID] = []
    ids.reserveCapacity(rows * columns)
    for i in 0..<rows {
      for k in 0..<columns {
        ids.append(
          graph.dot(
            (0..<middle).map { left.ids[i * middle + $0] }, (0..<middle).map { right.ids[$0 * columns + k] }))
      }
    }
    let base = left.form == .matrix ? left.bases[0] : 1
    let hasBias = (left.form == .matrix || left.form == .column) && left.hasBiasPlace && left.bases.first == 0
    if left.form != .matrix && left.form != .column, right.form == .column || right.form == .scalar {
      return .scalar(ids[0])
    }
    if columns == 1, right.form == .column {
      var value = Value.column(ids, left.rowSpace)
      value.bases = [base]
      value.hasBiasPlace = hasBias
      return value
    }
    if rows == 1, left.form == .row { return .row(ids, right.columnSpace) }
    var value = Value.matrix(rows, columns, ids, [left.rowSpace, right.columnSpace])
    value.bases = [base, right.form == .matrix ? right.bases[1] : right.form == .row ? right.bases[0] : 1]
    value.hasBiasPlace = value.bases.contains(0)
    return value
  }

  func quotient(_ above: Value, _ below: Value) throws(EvaluationProblem) -> Value {
    guard !below.isSizeless else { throw .unsupported(.fact(.matrixQuotient)) }
    if below.isSingle { return above.mapped { graph.divide($0, below.ids[0]) } }
    guard below.isEntrywise || use(.entrywiseQuotient) || isInsideFunction else {
      throw .refuted("a quotient by \(below.description)", left: above.description, right: below.description)
    }
    if above.isSingle { return below.mapped { graph.divide(above.ids[0], $0) } }
    let (a, b) = try fitted(above, below, "divided entry by entry")
    var result = a
    result.derivative = nil
    result.ids = zip(a.ids, b.ids).map { graph.divide($0, $1) }
    return result
  }
}

extension Value {
  /// Times a number. A column of one entry keeps its form only against a number.
  func scaled(by factor: ScalarID, in graph: ScalarGraph, keepingForm other: Value) -> Value {
    var result = self
    result.derivative = nil
    result.ids = ids.map { graph.multiply(factor, $0) }
    if form == .scalar, other.form != .scalar {
      result.form = other.form
      result.shape = other.shape
      result.spaces = other.spaces
      result.bases = other.bases
    }
    return result
  }
}
