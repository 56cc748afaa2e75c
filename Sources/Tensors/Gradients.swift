/// The derivatives of one quantity by every node of a graph, each of its node's shape.
package struct Gradients<Number: Scalar>: Sendable {
  private let graph: Graph
  private let cotangents: [Grid<Number>?]

  fileprivate init(graph: Graph, cotangents: [Grid<Number>?]) {
    self.graph = graph
    self.cotangents = cotangents
  }

  /// The derivative by a node; zeros where the quantity does not depend on it.
  package subscript(id: NodeID) -> Grid<Number> { cotangents[id.index] ?? .zeros(graph[id].shape) }
}

extension Evaluation {
  /// The derivatives of a node's value by every node, in reverse mode: one walk from the node back to the leaves.
  ///
  ///     evaluation.gradients(of: cost)[weights]              // ∂cost/∂weights
  ///     evaluation.gradients(of: z, component: [0, 2])[x]    // ∂z₀₂/∂x
  ///
  /// - Parameters:
  ///   - component: which element of the node, counted from 0; the node's only one, if it has shape `[]`
  ///   - targets: the nodes that are asked for; without it, all of them. Others may read as zeros.
  package func gradients(
    of node: NodeID, component: [Int] = [], by targets: [NodeID]? = nil
  ) -> Gradients<Number> {
    let shape = graph[node].shape
    precondition(component.count == shape.rank, "one index per axis of \(shape)")
    let place = zip(component, shape.strides).reduce(0) { $0 + $1.0 * $1.1 }
    var seed = Grid<Number>.zeros(shape)
    seed.withValues { $0[place] = Number(1) }
    return gradients(of: node, seed: seed, by: targets)
  }

  /// The derivatives of the sum of a node's elements, each weighted by that of `seed`.
  ///
  /// - Precondition: the seed has the node's shape.
  // As in `Evaluation.init`.
  @specialized(where Number == Double)
  package func gradients(
    of node: NodeID, seed: Grid<Number>, by targets: [NodeID]? = nil
  ) -> Gradients<Number> {
    precondition(seed.shape == graph[node].shape, "a seed of shape \(seed.shape) for \(graph[node].shape)")
    let wanted = targets.map(graph.dependents(on:))
    var cotangents = [Grid<Number>?](repeating: nil, count: graph.nodes.count)
    cotangents[node.index] = seed
    for index in (0...node.index).reversed() {
      guard let cotangent = cotangents[index] else { continue }
      let (current, result) = (graph.nodes[index], self[NodeID(index: index)])
      let operands = current.inputs.map { self[$0] }
      for (position, input) in current.inputs.enumerated() where wanted?[input.index] ?? true {
        let contribution = current.operation.pullback(
          of: cotangent, toOperand: position, operands: operands, result: result)
        if let earlier = cotangents[input.index] {
          cotangents[input.index] = broadcasting(earlier, contribution, to: earlier.shape) { $0 + $1 }
        } else {
          cotangents[input.index] = contribution
        }
      }
    }
    return Gradients(graph: graph, cotangents: cotangents)
  }
}

extension Graph {
  /// For each node, whether it is one of `targets` or depends on one.
  fileprivate func dependents(on targets: [NodeID]) -> [Bool] {
    var depends = [Bool](repeating: false, count: nodes.count)
    for target in targets { depends[target.index] = true }
    for (index, node) in nodes.enumerated() where node.inputs.contains(where: { depends[$0.index] }) {
      depends[index] = true
    }
    return depends
  }
}
