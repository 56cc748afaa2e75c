/// Where the elements of an operand stand that is repeated to fill a larger shape.
private enum Repetition {
  /// The operand has the shape itself.
  case none
  /// The operand is repeated as a whole, as a row of biases is for every example.
  case whole(count: Int)
  /// The place of the operand's element for each element of the larger shape.
  case places([Int])

  init(of operand: Shape, in shape: Shape) {
    let significant = operand.extents.drop { $0 == 1 }
    if operand == shape {
      self = .none
    } else if shape.extents.suffix(significant.count).elementsEqual(significant) {
      self = .whole(count: operand.count)
    } else {
      let rank = shape.rank
      var step = 1
      var steps = [Int](repeating: 0, count: rank)
      for axis in (0..<rank).reversed() {
        let extent = operand.extent(axis, inRank: rank)
        steps[axis] = extent == 1 ? 0 : step
        step *= extent
      }
      self = .places(
        (0..<shape.count).map { offset in
          zip(zip(shape.strides, shape.extents), steps).reduce(0) { $0 + offset / $1.0.0 % $1.0.1 * $1.1 }
        })
    }
  }

  func place(_ offset: Int) -> Int {
    switch self {
    case .none: offset
    case .whole(let count): count == 1 ? 0 : offset % count
    case .places(let places): places[offset]
    }
  }
}

/// Combines two operands element by element, each repeated to fill `shape`.
func broadcasting<Number>(
  _ left: Grid<Number>, _ right: Grid<Number>, to shape: Shape, _ combine: (Number, Number) -> Number
) -> Grid<Number> {
  if left.shape == right.shape {
    return Grid(shape, left.values.indices.map { combine(left.values[$0], right.values[$0]) })
  }
  let (leftPlaces, rightPlaces) = (Repetition(of: left.shape, in: shape), Repetition(of: right.shape, in: shape))
  return Grid(
    shape, (0..<shape.count).map { combine(left.values[leftPlaces.place($0)], right.values[rightPlaces.place($0)]) })
}

extension Grid {
  /// Repeats the elements to fill a larger shape.
  func repeated(to larger: Shape) -> Grid {
    if larger == shape { return self }
    let repetition = Repetition(of: shape, in: larger)
    return Grid(larger, (0..<larger.count).map { values[repetition.place($0)] })
  }

  /// The reverse of repeating: sums, in row-major order, what belongs to the same element of `smaller`.
  func collected(to smaller: Shape) -> Grid {
    if smaller == shape { return self }
    let repetition = Repetition(of: smaller, in: shape)
    var result = Grid.zeros(smaller)
    result.withValues { sums in
      for offset in values.indices { sums[repetition.place(offset)] += values[offset] }
    }
    return result
  }
}
