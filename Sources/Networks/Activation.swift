package import Catalog
package import Tensors

/// An activation function: the nodes that lead from a layer's weighted inputs to its activations. Its derivatives follow
/// from the rules of the operations it is built of.
package struct Activation: Sendable {
  package let entry: CatalogEntry

  /// Adds the function of a node of shape `[examples, units]` to a graph; the result has the same shape.
  package let apply: @Sendable (inout Graph, NodeID) throws(ShapeError) -> NodeID

  package init(
    _ name: String, aliases: [String] = [], summary: String,
    apply: @escaping @Sendable (inout Graph, NodeID) throws(ShapeError) -> NodeID
  ) {
    entry = CatalogEntry(.activation, name, aliases: aliases, summary: summary)
    self.apply = apply
  }

  /// An activation that is a single operation.
  init(_ name: String, aliases: [String] = [], summary: String, _ operation: Operation) {
    self.init(name, aliases: aliases, summary: summary) { graph, z throws(ShapeError) in
      try graph.apply(operation, to: z)
    }
  }

  /// Every activation that a notebook can name. A test adds its own for as long as it runs.
  @TaskLocal package static var all: [Activation] = [
    .sigmoid, .tanh, .relu, .leakyRelu, .elu, .gelu, .softplus, .swish, .linear, .softmax,
  ]

  /// The activation with this name or alias.
  package static func named(_ word: String) -> Activation? { all.first { $0.entry.spellings.contains(word) } }

  package var name: String { entry.name }
}

extension Activation: Equatable {
  package static func == (left: Activation, right: Activation) -> Bool { left.entry == right.entry }
}
