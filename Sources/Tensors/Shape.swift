/// The extents of a tensor, outermost first: `[examples, units]`; `[]` is the shape of a single number.
package struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  package let extents: [Int]

  /// - Precondition: no extent is negative.
  package init(_ extents: [Int]) {
    precondition(extents.allSatisfy { $0 >= 0 }, "an extent is a number of elements")
    self.extents = extents
  }

  package init(arrayLiteral extents: Int...) { self.init(extents) }

  package var rank: Int { extents.count }

  /// The number of elements; 1 for `[]`.
  package var count: Int { extents.reduce(1, *) }

  package subscript(axis: Int) -> Int { extents[axis] }

  /// How far apart, in row-major order, the neighbours along each axis lie.
  package var strides: [Int] {
    var strides = extents
    var step = 1
    for axis in extents.indices.reversed() {
      strides[axis] = step
      step *= extents[axis]
    }
    return strides
  }

  package func removing(axis: Int) -> Shape {
    var rest = extents
    rest.remove(at: axis)
    return Shape(rest)
  }

  /// As written in messages: `[4, 3]`.
  package var description: String { "[" + extents.map(String.init).joined(separator: ", ") + "]" }
}
