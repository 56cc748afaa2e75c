package import Tensors

/// A network and its objective as a graph, for a number of examples. Every quantity of the textbook is a node.
package struct Model: Sendable {
  /// The nodes of one layer.
  package struct LayerNodes: Sendable {
    /// Shape `[units, units before]`.
    package let weights: NodeID
    /// Shape `[units]`, or `[1]` where one bias is shared.
    package let biases: NodeID?
    /// The weights applied to the activations before; this and the next two have shape `[examples, units]`.
    package let product: NodeID
    package let weightedInput: NodeID
    package let activation: NodeID
  }

  package let network: Network
  package let objective: Objective
  package let examples: Int
  package let graph: Graph

  /// Shape `[examples, inputs]`.
  package let inputs: NodeID
  /// Shape `[examples, outputs]`.
  package let targets: NodeID
  /// `layers[0]` is layer 1.
  package let layers: [LayerNodes]
  /// Shape `[examples, outputs]`; nil when an example's loss is not the sum of these.
  package let lossOfUnits: NodeID?
  /// Shape `[examples]`.
  package let lossOfExamples: NodeID
  /// The sum over the examples, of shape `[]` as all that follow.
  package let summedLoss: NodeID
  /// The sum or mean over the examples.
  package let dataCost: NodeID
  package let regularization: NodeID?
  package let cost: NodeID

  /// What each node of the graph stands for or is a step towards.
  private let quantities: [NodeMeaning]

  /// - Parameter examples: at least 1; the mean over none is undefined
  /// - Throws: the layer whose activation function does not keep the shape, which none of `Activation.all` does.
  package init(_ network: Network, _ objective: Objective, examples: Int) throws(ShapeError) {
    var builder = ModelBuilder()
    inputs = builder.input(.inputs, [examples, network.inputs])
    targets = builder.input(.targets, [examples, network.outputs])
    var (layers, activation): ([LayerNodes], NodeID) = ([], inputs)
    for number in 1..<(network.layers.count + 1) {
      let nodes = try builder.layer(number, of: network, after: activation)
      layers.append(nodes)
      activation = nodes.activation
    }
    let losses = try builder.loss(objective.loss, of: activation, targets)
    (lossOfUnits, lossOfExamples) = (losses.ofUnits, losses.ofExamples)
    summedLoss = try builder.apply(.loss, .sumOfAll, to: lossOfExamples)
    dataCost =
      switch objective.reduction {
      case .mean: try builder.apply(.cost, .scale(1 / Double(examples)), to: summedLoss)
      case .sum: try builder.apply(.cost, .elementwise(.identity), to: summedLoss)
      }
    regularization = try objective.regularization.map { (penalty) throws(ShapeError) in
      try builder.regularization(penalty, of: layers)
    }
    if let regularization {
      cost = try builder.apply(.cost, .add, to: dataCost, regularization)
    } else {
      cost = try builder.apply(.cost, .elementwise(.identity), to: dataCost)
    }
    (self.network, self.objective, self.examples, self.layers) = (network, objective, examples, layers)
    (graph, quantities) = (builder.graph, builder.quantities)
  }

  package func quantity(of node: NodeID) -> NodeMeaning { quantities[node.index] }

  /// The weights and biases with their nodes, layer by layer.
  var parameters: [(place: ParameterPlace, node: NodeID)] {
    layers.enumerated().flatMap { index, layer in
      [(ParameterPlace.weights(ofLayer: index + 1), layer.weights)]
        + (layer.biases.map { [(.biases(ofLayer: index + 1), $0)] } ?? [])
    }
  }
}
