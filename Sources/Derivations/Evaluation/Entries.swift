extension Evaluator {
  func matrix(_ rows: [[Expression]], _ context: Context) throws(EvaluationProblem) -> Value {
    var ids: [ScalarID] = []
    for row in rows {
      for entry in row {
        let value = try value(entry, context)
        guard value.isSingle else { throw .unsupported(.fact(.matrixOfVectors)) }
        ids.append(value.ids[0])
      }
    }
    let (height, width) = (rows.count, rows[0].count)
    if width == 1 { return .column(ids, .plain) }
    if height == 1 { return .row(ids, .plain) }
    return .matrix(height, width, ids, [.plain, .plain])
  }

  func entry(
    _ value: Value, _ indices: [IndexExpression], _ context: Context
  ) throws(EvaluationProblem) -> Value {
    var indices = indices
    if value.shape.count == 2, indices.count == 1, indices[0].digits.count == 2 {
      indices = indices[0].digits.map { IndexExpression(constant: $0) }
    }
    // A column of one entry equals its entry.
    if value.form == .scalar, indices.count == 1, try index(indices[0], context) == 1 { return value }
    guard indices.count == value.shape.count else {
      if value.form == .matrix, indices.count == 1, !indices[0].isWhole {
        let row = try place(indices[0], axis: 0, of: value, context)
        let width = value.shape[1]
        return .column(Array(value.ids[(row * width)..<((row + 1) * width)]), value.spaces[1])
      }
      throw .refuted(
        "\(value.description) has not \(indices.count) ind\(indices.count == 1 ? "ex" : "ices")",
        left: value.description, right: nil)
    }
    if indices.count == 2, indices[0].isWhole != indices[1].isWhole {
      let (height, width) = (value.shape[0], value.shape[1])
      if indices[0].isWhole {
        let column = try place(indices[1], axis: 1, of: value, context)
        return .column((0..<height).map { value.ids[$0 * width + column] }, value.spaces[0])
      }
      let row = try place(indices[0], axis: 0, of: value, context)
      return .row(Array(value.ids[(row * width)..<((row + 1) * width)]), value.spaces[1])
    }
    var offset = 0
    for (axis, index) in indices.enumerated() {
      offset = offset * value.shape[axis] + (try place(index, axis: axis, of: value, context))
    }
    return .scalar(value.ids[offset])
  }

  private func place(
    _ index: IndexExpression, axis: Int, of value: Value, _ context: Context
  ) throws(EvaluationProblem) -> Int {
    let written = try self.index(index, context)
    let place = written - value.bases[axis]
    guard value.shape.indices.contains(axis), (0..<value.shape[axis]).contains(place) else {
      throw .noUnit(.entry(written, of: value.description))
    }
    return place
  }
}
