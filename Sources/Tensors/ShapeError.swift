/// Two shapes that do not fit together, and where. The words of the message are written elsewhere.
package struct ShapeError: Error, Hashable, Sendable {
  /// What has the shape that was found: `weights`, `inputs`, `product`.
  package var subject: String
  /// The name of the layer, where the subject belongs to one.
  package var layer: String?
  /// The shape that would fit. For an operation on two operands, the shape of the first.
  package var expected: Shape
  /// The shape met. For an operation on two operands, the shape of the second.
  package var found: Shape

  package init(_ subject: String, layer: String? = nil, expected: Shape, found: Shape) {
    self.subject = subject
    self.layer = layer
    self.expected = expected
    self.found = found
  }
}
