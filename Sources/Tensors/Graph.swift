/// A node's place in its graph. Inputs have smaller places than the nodes that use them.
package struct NodeID: Hashable, Sendable, Comparable {
  package let index: Int

  init(index: Int) { self.index = index }

  package static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
}

/// One quantity of a computation: an operation and the nodes it is applied to.
package struct Node: Sendable {
  package let operation: Operation
  package let inputs: [NodeID]
  package let shape: Shape
  /// What the quantity is called in a derivation, where it has a name.
  package let name: String?
}

/// A computation as data, in the order in which it can be carried out. Runners give it meaning: see `Evaluation`.
package struct Graph: Sendable {
  package private(set) var nodes: [Node] = []

  package init() {}

  package subscript(id: NodeID) -> Node { nodes[id.index] }

  package var ids: [NodeID] { nodes.indices.map(NodeID.init(index:)) }

  package mutating func input(_ name: String, _ shape: Shape) -> NodeID {
    append(Node(operation: .input, inputs: [], shape: shape, name: name))
  }

  package mutating func parameter(_ name: String, _ shape: Shape) -> NodeID {
    append(Node(operation: .parameter, inputs: [], shape: shape, name: name))
  }

  package mutating func constant(_ value: Tensor, name: String? = nil) -> NodeID {
    append(Node(operation: .constant(value), inputs: [], shape: value.shape, name: name))
  }

  /// Adds a node that applies `operation` to nodes of this graph.
  ///
  /// - Throws: the two shapes that the operation cannot combine.
  package mutating func apply(
    _ operation: Operation, to inputs: NodeID..., name: String? = nil
  ) throws(ShapeError) -> NodeID {
    precondition(!operation.isLeaf && inputs.count == operation.arity, "\(operation.name) takes \(operation.arity)")
    let shape = try operation.shape(for: inputs.map { self[$0].shape })
    return append(Node(operation: operation, inputs: inputs, shape: shape, name: name))
  }

  private mutating func append(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(index: nodes.count - 1)
  }
}
