/// Numbers of one kind arranged in a shape, in row-major order (the last index varies fastest).
package struct Grid<Number: Scalar>: Sendable, Equatable {
  package let shape: Shape
  package private(set) var values: [Number]

  /// - Precondition: there are as many values as the shape has places.
  package init(_ shape: Shape, _ values: [Number]) {
    precondition(shape.count == values.count, "\(values.count) values do not fill the shape \(shape)")
    self.shape = shape
    self.values = values
  }

  package init(_ shape: Shape, repeating value: Number) {
    self.init(shape, [Number](repeating: value, count: shape.count))
  }

  package static func zeros(_ shape: Shape) -> Grid { Grid(shape, repeating: Number(0)) }

  /// A single number.
  package init(_ number: Number) { self.init([], [number]) }

  /// A vector.
  package init(_ vector: [Number]) { self.init([vector.count], vector) }

  /// A matrix from its rows; nil when they differ in length.
  package init?(rows: [[Number]]) {
    let columns = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == columns }) else { return nil }
    self.init([rows.count, columns], rows.flatMap { $0 })
  }

  /// The element at one index per axis, each counted from 0.
  package subscript(indices: Int...) -> Number {
    get { values[offset(of: indices)] }
    set { values[offset(of: indices)] = newValue }
  }

  /// Changes the numbers in place; the shape stays.
  package mutating func withValues<Failure: Error>(
    _ change: (inout [Number]) throws(Failure) -> Void
  ) throws(Failure) {
    try change(&values)
    precondition(shape.count == values.count, "the number of values is fixed by the shape")
  }

  package func map<Other: Scalar>(_ transform: (Number) -> Other) -> Grid<Other> {
    Grid<Other>(shape, values.map(transform))
  }

  /// A matrix with rows and columns exchanged.
  package var transposed: Grid {
    precondition(shape.rank == 2, "only a matrix has rows and columns")
    let (rows, columns) = (shape[0], shape[1])
    return Grid([columns, rows], (0..<values.count).map { values[$0 % rows * columns + $0 / rows] })
  }

  /// The index along each axis of the value at `offset` in row-major order.
  package func indices(at offset: Int) -> [Int] {
    zip(shape.strides, shape.extents).map { stride, extent in offset / stride % extent }
  }

  private func offset(of indices: [Int]) -> Int {
    precondition(indices.count == shape.rank, "one index per axis of \(shape)")
    var offset = 0
    for (axis, index) in indices.enumerated() {
      precondition(index >= 0 && index < shape[axis], "index \(index) is outside axis \(axis) of \(shape)")
      offset = offset * shape[axis] + index
    }
    return offset
  }
}

/// The kind of grid that training and reports use.
package typealias Tensor = Grid<Double>

extension Grid: Hashable where Number: Hashable {}

extension Grid where Number == Double {
  /// Whether no value is infinite or NaN.
  package var isFinite: Bool { values.allSatisfy(\.isFinite) }

  /// The numbers of one row of a matrix.
  package func row(_ index: Int) -> [Double] {
    precondition(shape.rank == 2, "only a matrix has rows")
    return Array(values[index * shape[1]..<(index + 1) * shape[1]])
  }

  /// The single number of a tensor of shape `[]`.
  package var scalar: Double {
    precondition(values.count == 1, "a tensor of shape \(shape) is not a single number")
    return values[0]
  }
}
