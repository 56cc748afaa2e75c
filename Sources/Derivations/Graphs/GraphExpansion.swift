package import Tensors

/// An engine's graph carried out on the nodes of a `ScalarGraph`: what `Evaluation` does with numbers.
package struct GraphExpansion {
  private let graph: Graph
  private var ids: [[ScalarID]?]

  /// Expands what the wanted nodes need.
  ///
  /// - Parameters:
  ///   - leaves: in row-major order, the elements of inputs and parameters, or of any node that is to be taken as given
  ///   - wanted: without it, all nodes
  /// - Precondition: no input or parameter that is needed is without elements.
  package init(
    of graph: Graph, leaves: [NodeID: [ScalarID]], wanted: [NodeID]? = nil, in scalars: ScalarGraph
  ) {
    self.graph = graph
    ids = graph.ids.map { leaves[$0] }
    var isNeeded = [Bool](repeating: wanted == nil, count: graph.nodes.count)
    for node in wanted ?? [] { isNeeded[node.index] = true }
    for node in graph.ids.reversed() where isNeeded[node.index] && ids[node.index] == nil {
      for input in graph[node].inputs { isNeeded[input.index] = true }
    }
    let expander = OperationExpander(scalars: scalars)
    for node in graph.ids where isNeeded[node.index] && ids[node.index] == nil {
      let inputs = graph[node].inputs.map { Operand(ids: self[$0], shape: graph[$0].shape) }
      ids[node.index] = expander.expand(graph[node].operation, inputs, shape: graph[node].shape)
    }
  }

  /// The elements of a node in row-major order.
  package subscript(node: NodeID) -> [ScalarID] {
    guard let elements = ids[node.index] else { preconditionFailure("\(graph[node].operation.name) was not expanded") }
    return elements
  }

  /// The rows of a matrix.
  package func rows(_ node: NodeID) -> [[ScalarID]] {
    let (elements, width) = (self[node], graph[node].shape[1])
    return (0..<graph[node].shape[0]).map { Array(elements[$0 * width..<($0 + 1) * width]) }
  }
}

/// Elements of a node with its shape.
struct Operand {
  let ids: [ScalarID]
  let shape: Shape

  /// The element that stands at `offset` when the operand is repeated to fill a larger shape.
  func element(at offset: Int, of larger: Shape) -> ScalarID {
    if shape == larger { return ids[offset] }
    var place = 0
    for (axis, stride) in shape.strides.enumerated() where shape[axis] != 1 {
      let outer = axis + larger.rank - shape.rank
      place += offset / larger.strides[outer] % larger[outer] * stride
    }
    return ids[place]
  }

  /// The matrix's rows, or its columns.
  func rows(_ orientation: Tensors.Operation.Orientation) -> [[ScalarID]] {
    let (rows, columns) = (shape[0], shape[1])
    return switch orientation {
    case .asIs: (0..<rows).map { row in (0..<columns).map { ids[row * columns + $0] } }
    case .transposed: (0..<columns).map { column in (0..<rows).map { ids[$0 * columns + column] } }
    }
  }
}
