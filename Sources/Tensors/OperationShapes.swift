extension Operation {
  /// The shape of the result for operands of these shapes.
  ///
  /// - Precondition: as many operands as the operation takes, with the axis of a sum; not a leaf, whose shape is given.
  func shape(for operands: [Shape]) throws(ShapeError) -> Shape {
    switch self {
    case .input, .parameter, .constant:
      preconditionFailure("a leaf has the shape that it was given")
    case .product(let left, let right):
      return try productShape(operands[0], left, operands[1], right)
    case .add, .subtract, .multiply, .divide, .timesLog, .timesLog1p:
      guard let shape = operands[0].broadcast(with: operands[1]) else { throw misfit(operands[0], operands[1]) }
      return shape
    case .negate, .scale, .offset, .elementwise:
      return operands[0]
    case .softmax, .logSoftmax:
      guard operands[0].rank > 0 else { throw misfit([1], operands[0]) }
      return operands[0]
    case .sum(let axis):
      precondition(operands[0].extents.indices.contains(axis), "a sum is over an axis that exists")
      return operands[0].removing(axis: axis)
    case .sumOfAll:
      return []
    }
  }

  /// How many operands the operation takes.
  var arity: Int {
    switch self {
    case .input, .parameter, .constant: 0
    case .product, .add, .subtract, .multiply, .divide, .timesLog, .timesLog1p: 2
    case .negate, .scale, .offset, .elementwise, .softmax, .logSoftmax, .sum, .sumOfAll: 1
    }
  }

  private func productShape(
    _ left: Shape, _ leftOrientation: Orientation, _ right: Shape, _ rightOrientation: Orientation
  ) throws(ShapeError) -> Shape {
    guard left.rank == 2, right.rank == 2 else { throw misfit(left, right) }
    let (rows, inner) = leftOrientation == .asIs ? (left[0], left[1]) : (left[1], left[0])
    let (innerOfRight, columns) = rightOrientation == .asIs ? (right[0], right[1]) : (right[1], right[0])
    guard inner == innerOfRight else { throw misfit(left, right) }
    return [rows, columns]
  }

  private func misfit(_ expected: Shape, _ found: Shape) -> ShapeError {
    ShapeError(name, expected: expected, found: found)
  }
}

extension Shape {
  /// The shape that both broadcast to; nil when two extents differ and neither is 1.
  func broadcast(with other: Shape) -> Shape? {
    let rank = max(rank, other.rank)
    var extents: [Int] = []
    for axis in 0..<rank {
      let (here, there) = (extent(axis, inRank: rank), other.extent(axis, inRank: rank))
      guard here == there || here == 1 || there == 1 else { return nil }
      extents.append(here == 1 ? there : here)
    }
    return Shape(extents)
  }

  /// The extent along an axis when the shape is filled up with leading ones.
  func extent(_ axis: Int, inRank rank: Int) -> Int {
    let own = axis - (rank - self.rank)
    return own < 0 ? 1 : extents[own]
  }
}
