/// A graph carried out on one kind of number: the value of every node. This is the interpreter, which asks nothing of
/// the graph and of the numbers but the operations; a runner that compiles a graph for speed gives the same values.
package struct Evaluation<Number: Scalar>: Sendable {
  package let graph: Graph
  private var values: [Grid<Number>]

  /// Runs `graph` on values for its inputs and parameters.
  ///
  /// - Parameter leaves: a value for every input and parameter, each given once.
  /// - Throws: the name of a leaf and the two shapes, when a value's shape is not its leaf's.
  /// - Precondition: no input or parameter is without a value.
  // Other rooms run this: unspecialised, real numbers would take seven times as long.
  @specialized(where Number == Double)
  package init(_ graph: Graph, leaves: [(NodeID, Grid<Number>)]) throws(ShapeError) {
    var given = [Grid<Number>?](repeating: nil, count: graph.nodes.count)
    for (leaf, value) in leaves {
      let node = graph[leaf]
      guard value.shape == node.shape else {
        throw ShapeError(node.name ?? node.operation.name, expected: node.shape, found: value.shape)
      }
      given[leaf.index] = value
    }
    var values: [Grid<Number>] = []
    values.reserveCapacity(graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      if let value = given[index] {
        values.append(value)
      } else if case .constant(let tensor) = node.operation {
        values.append(tensor.map(Number.init))
      } else {
        precondition(!node.operation.isLeaf, "no value for \(node.name ?? node.operation.name)")
        values.append(node.operation.value(of: node.inputs.map { values[$0.index] }, shape: node.shape))
      }
    }
    self.graph = graph
    self.values = values
  }

  package subscript(id: NodeID) -> Grid<Number> { values[id.index] }

  /// The same with another value for one node, while those computed from it stay as they are: only what goes back
  /// through them sees it.
  ///
  /// - Precondition: the value has the node's shape.
  package func replacing(_ id: NodeID, with value: Grid<Number>) -> Evaluation {
    precondition(value.shape == graph[id].shape, "a value of shape \(value.shape) for \(graph[id].shape)")
    var result = self
    result.values[id.index] = value
    return result
  }
}
