extension Evaluator {
  func matrix(_ rows: [[Expression]], isTuple: Bool, _ context: Context) throws(EvaluationProblem) -> Value {
    var ids: [ScalarID] = []
    for row in rows {
      for entry in row {
        let value = try value(entry, context)
        guard value.isSingle, entry.isRowOfOnes == nil || rows.count == 1 && row.count == 1 else {
          guard !isTuple else { throw .unsupported(.fact(.listOfVectors)) }
          return try blocks(rows, context)
        }
        ids.append(value.ids[0])
      }
    }
    let (height, width) = (rows.count, rows[0].count)
    if width == 1 { return .column(ids, .plain) }
    if height == 1 { return .row(ids, .plain) }
    return .matrix(height, width, ids, [.plain, .plain])
  }

  /// Matrices and vectors beside and below each other, as one matrix; ones are as many as there is room for.
  private func blocks(_ rows: [[Expression]], _ context: Context) throws(EvaluationProblem) -> Value {
    var parts: [[Value?]] = []
    for row in rows {
      var values: [Value?] = []
      for entry in row { values.append(entry.isRowOfOnes == nil ? try value(entry, context) : nil) }
      parts.append(values)
    }
    func misfit(_ left: Int, _ right: Int, _ what: String) -> EvaluationProblem {
      .refuted("blocks of \(left) and \(right) \(what) don't fit", left: "\(left)", right: "\(right)")
    }
    func areOnesLying(_ row: Int, _ column: Int) -> Bool? { rows[row][column].isRowOfOnes }
    guard parts.allSatisfy({ $0.allSatisfy { $0?.form != .tensor && !($0?.isSizeless ?? false) } }) else {
      throw .unsupported(.fact(.matrixOfVectors))
    }
    // How wide it is altogether, by the rows that say it.
    let widths = parts.indices.compactMap { row -> Int? in
      var width = 0
      for (column, part) in parts[row].enumerated() {
        if let part {
          width += part.columns
        } else if areOnesLying(row, column) == true {
          return nil
        } else {
          width += 1
        }
      }
      return width
    }
    guard let width = widths.first else { throw .unsupported(.fact(.onesWithoutNumber)) }
    if let other = widths.first(where: { $0 != width }) { throw misfit(width, other, "columns") }
    var ids: [ScalarID] = []
    var height = 0
    for row in parts.indices {
      let heights = parts[row].indices.compactMap { column -> Int? in
        parts[row][column]?.rows ?? (areOnesLying(row, column) == true ? 1 : nil)
      }
      guard let rowHeight = heights.first else { throw .unsupported(.fact(.onesWithoutNumber)) }
      if let other = heights.first(where: { $0 != rowHeight }) { throw misfit(rowHeight, other, "rows") }
      let known = parts[row].indices.reduce(0) { sum, column in
        sum + (parts[row][column]?.columns ?? (areOnesLying(row, column) == true ? 0 : 1))
      }
      guard parts[row].indices.count(where: { areOnesLying(row, $0) == true }) < 2, known <= width else {
        throw misfit(known, width, "columns")
      }
      for line in 0..<rowHeight {
        for (column, part) in parts[row].enumerated() {
          if let part {
            ids += part.ids[(line * part.columns)..<((line + 1) * part.columns)]
          } else {
            let count = areOnesLying(row, column) == true ? width - known : 1
            ids += Array(repeating: graph.one, count: count)
          }
        }
      }
      height += rowHeight
    }
    let values = parts.flatMap { $0.compactMap(\.self) }
    let spaces: Axes<Value.Space> = [
      parts.count == 1 ? values.first?.rowSpace ?? .plain : .plain,
      parts.allSatisfy { $0.count == 1 } ? values.first?.columnSpace ?? .plain : .plain,
    ]
    if width == 1 { return .column(ids, spaces[0]) }
    if height == 1 { return .row(ids, spaces[1]) }
    return .matrix(height, width, ids, spaces)
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
      // A matrix of one row or one column has two indices, too.
      if indices.count == 2, value.form == .row || value.form == .column,
        case let single = value.form == .row ? 0 : 1, try index(indices[single], context) == 1
      {
        return try entry(value, [indices[1 - single]], context)
      }
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
