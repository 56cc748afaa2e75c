/// A computation as a graph: what each number is made of, its value, and the derivative of the last number by it.
package struct GraphDrawing: Sendable, Codable, Equatable {
  package enum Role: String, Sendable, Codable {
    case input, target, parameter, constant, operation
    /// What the gradients are derivatives of.
    case result
  }
  package struct Node: Sendable, Codable, Equatable {
    /// A name, or the sign of an operation.
    package var label: String
    package var role: Role
    package var value: Double
    /// The derivative of the result by this; nil where none is asked for.
    package var gradient: Double?
    /// The nodes that it is made of, all with smaller places.
    package var operands: [Int]

    package init(_ label: String, _ role: Role, value: Double, gradient: Double? = nil, operands: [Int] = []) {
      self.label = label
      self.role = role
      self.value = value
      self.gradient = gradient
      self.operands = operands
    }
  }
  package var nodes: [Node]

  package init(nodes: [Node]) {
    precondition(nodes.enumerated().allSatisfy { place, node in node.operands.allSatisfy { $0 < place } })
    self.nodes = nodes
  }

  /// With more nodes than this, no one could read it.
  package static let mostNodes = 90
}
