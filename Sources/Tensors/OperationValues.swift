extension Operation {
  /// The result of the operation on operands whose shapes fit. `shape` is the result's.
  ///
  /// - Precondition: not an input or parameter, which has no value of its own.
  func value<Number>(of operands: [Grid<Number>], shape: Shape) -> Grid<Number> {
    switch self {
    case .input, .parameter, .constant:
      preconditionFailure("the value of a leaf is given")
    case .product(let left, let right):
      matrixProduct(operands[0], left, operands[1], right)
    case .add:
      broadcasting(operands[0], operands[1], to: shape) { $0 + $1 }
    case .subtract:
      broadcasting(operands[0], operands[1], to: shape) { $0 - $1 }
    case .multiply:
      broadcasting(operands[0], operands[1], to: shape) { $0 * $1 }
    case .divide:
      broadcasting(operands[0], operands[1], to: shape) { $0 / $1 }
    case .timesLog:
      broadcasting(operands[0], operands[1], to: shape) { $0 == Number(0) ? Number(0) : $0 * Number.log($1) }
    case .timesLog1p:
      broadcasting(operands[0], operands[1], to: shape) { $0 == Number(0) ? Number(0) : $0 * Number.log1p($1) }
    case .negate:
      operands[0].map { -$0 }
    case .scale(let factor):
      operands[0].map { Number(factor) * $0 }
    case .offset(let term):
      operands[0].map { $0 + Number(term) }
    case .elementwise(let function):
      function(operands[0])
    case .softmax:
      operands[0].mapRows(softmaxOfRow)
    case .logSoftmax:
      operands[0].mapRows(logSoftmaxOfRow)
    case .sum(let axis):
      operands[0].summed(axis: axis)
    case .sumOfAll:
      Grid(operands[0].values.reduce(Number(0), +))
    }
  }
}

/// Divides by the sum of exponentials. The largest number is subtracted first, which changes nothing but keeps every
/// exponential at most 1.
private func softmaxOfRow<Number: Scalar>(_ row: ArraySlice<Number>) -> [Number] {
  let largest = Number(largest(of: row))
  let powers = row.map { Number.exp($0 - largest) }
  let total = powers.reduce(Number(0), +)
  return powers.map { $0 / total }
}

private func logSoftmaxOfRow<Number: Scalar>(_ row: ArraySlice<Number>) -> [Number] {
  let largest = Number(largest(of: row))
  let logTotal = Number.log(row.reduce(Number(0)) { $0 + Number.exp($1 - largest) })
  return row.map { ($0 - largest) - logTotal }
}

private func largest<Number: Scalar>(of row: ArraySlice<Number>) -> Double {
  row.reduce(-Double.infinity) { $1.real > $0 ? $1.real : $0 }
}

extension Grid {
  /// Every row along the last axis, transformed to one of the same length.
  func mapRows(_ transform: (ArraySlice<Number>) -> [Number]) -> Grid {
    let width = shape[shape.rank - 1]
    guard width > 0 else { return self }
    var result: [Number] = []
    result.reserveCapacity(values.count)
    for start in stride(from: 0, to: values.count, by: width) {
      result += transform(values[start..<start + width])
    }
    return Grid(shape, result)
  }

  /// The sum along one axis, in the order of the index.
  func summed(axis: Int) -> Grid {
    let extent = shape[axis]
    let inner = shape.strides[axis]
    var result = Grid.zeros(shape.removing(axis: axis))
    result.withValues { sums in
      for offset in values.indices {
        let place = offset / (inner * extent) * inner + offset % inner
        sums[place] += values[offset]
      }
    }
    return result
  }
}
