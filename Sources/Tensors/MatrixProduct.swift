/// The product of two matrices, each as it is or transposed, summed in the order of the inner index.
///
/// - Precondition: both have rank 2 and their inner extents agree.
func matrixProduct<Number>(
  _ left: Grid<Number>, _ leftOrientation: Operation.Orientation,
  _ right: Grid<Number>, _ rightOrientation: Operation.Orientation
) -> Grid<Number> {
  let (a, b) = (MatrixView(left, leftOrientation), MatrixView(right, rightOrientation))
  precondition(a.columns == b.rows, "the inner extents of a product agree")
  let values = [Number](unsafeUninitializedCapacity: a.rows * b.columns) { result, count in
    left.values.withUnsafeBufferPointer { left in
      right.values.withUnsafeBufferPointer { right in
        for row in 0..<a.rows {
          for column in 0..<b.columns {
            var sum = Number(0)
            var (leftPlace, rightPlace) = (row * a.rowStep, column * b.columnStep)
            for _ in 0..<a.columns {
              sum += left[leftPlace] * right[rightPlace]
              leftPlace += a.columnStep
              rightPlace += b.rowStep
            }
            result.initializeElement(at: row * b.columns + column, to: sum)
          }
        }
      }
    }
    count = a.rows * b.columns
  }
  return Grid([a.rows, b.columns], values)
}

/// The extents of a matrix and the distance of neighbours, seen as it is or transposed.
private struct MatrixView {
  let rows, columns, rowStep, columnStep: Int

  init<Number>(_ matrix: Grid<Number>, _ orientation: Operation.Orientation) {
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    switch orientation {
    case .asIs: (self.rows, self.columns, rowStep, columnStep) = (rows, columns, columns, 1)
    case .transposed: (self.rows, self.columns, rowStep, columnStep) = (columns, rows, 1, columns)
    }
  }
}
