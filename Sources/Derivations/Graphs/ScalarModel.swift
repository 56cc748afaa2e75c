package import Networks
package import Tensors

/// A network with its objective, parameters and data on a graph of single numbers, which are those of the engine's own
/// graph.
///
/// Layers are numbered as in the engine: `products[0]` is layer 1, `activations[0]` the inputs.
package final class ScalarModel {
  package let network: Network
  package let objective: Objective
  package let graph: ScalarGraph
  package let examples: Int

  /// `[layer - 1][to][from]`
  package let weights: [[[ScalarID]]]
  /// `[layer - 1][unit]`, nil where there is none. One that is shared is repeated for every unit.
  package let biases: [[ScalarID]?]
  /// `[layer - 1][example][unit]`, as the next one.
  package let products: [[[ScalarID]]]
  package let weightedInputs: [[[ScalarID]]]
  /// `[layer][example][unit]`
  package let activations: [[[ScalarID]]]
  /// `[example][unit]`
  package let targets: [[ScalarID]]
  /// `[example][unit]`; nil when an example's loss is not the sum of these.
  package let unitLosses: [[ScalarID]]?
  package let exampleLosses: [ScalarID]
  package let summedLoss: ScalarID
  package let dataCost: ScalarID
  package let regularization: ScalarID?
  package let cost: ScalarID

  private var errors: [Int: [[ScalarID]]] = [:]
  private var functions = ExpandedFunctions()

  /// - Parameters:
  ///   - tiesTargets: whether the targets are the inputs themselves, as an autoencoder's are
  ///   - regularizationFactor: what multiplies the sum of the squares; nil for no penalty. Whether biases count is as the
  ///     objective says, and its own factor is not used.
  /// - Throws: what does not fit the network.
  package init(
    _ network: Network, _ objective: Objective, parameters: Parameters, data: DataSet, tiesTargets: Bool = false,
    regularizationFactor: ScalarID? = nil, graph: ScalarGraph
  ) throws(ShapeError) {
    try parameters.check(against: network)
    try data.check(against: network)
    let model = try Model(
      network, Objective(objective.loss, reduction: objective.reduction), examples: data.examples)
    let inputs = data.inputs.values.map(graph.leaf)
    var leaves: [NodeID: [ScalarID]] = [model.inputs: inputs]
    for (layer, nodes) in model.layers.enumerated() {
      leaves[nodes.weights] = parameters.weights[layer].values.map(graph.leaf)
      if let node = nodes.biases, let biases = parameters.biases[layer] { leaves[node] = biases.values.map(graph.leaf) }
    }
    if tiesTargets {
      guard data.inputs.shape == data.targets.shape else {
        throw ShapeError("targets", expected: data.inputs.shape, found: data.targets.shape)
      }
      leaves[model.targets] = inputs
    } else {
      leaves[model.targets] = data.targets.values.map(graph.leaf)
    }
    let expansion = GraphExpansion(of: model.graph, leaves: leaves, in: graph)
    weights = model.layers.map { expansion.rows($0.weights) }
    biases = zip(model.layers, network.layers).map { nodes, layer in
      nodes.biases.map { node in
        layer.bias == .shared ? Array(repeating: expansion[node][0], count: layer.units) : expansion[node]
      }
    }
    products = model.layers.map { expansion.rows($0.product) }
    weightedInputs = model.layers.map { expansion.rows($0.weightedInput) }
    activations = [expansion.rows(model.inputs)] + model.layers.map { expansion.rows($0.activation) }
    targets = expansion.rows(model.targets)
    unitLosses = model.lossOfUnits.map(expansion.rows)
    exampleLosses = expansion[model.lossOfExamples]
    summedLoss = expansion[model.summedLoss][0]
    dataCost = expansion[model.dataCost][0]
    if let regularizationFactor {
      let penalized = model.layers.flatMap { layer in
        [layer.weights] + (objective.regularization?.includesBiases == true ? [layer.biases].compactMap(\.self) : [])
      }
      let squares = penalized.flatMap { expansion[$0].map { graph.power($0, 2) } }
      let penalty = graph.multiply(regularizationFactor, graph.sum(squares))
      regularization = penalty
      cost = graph.add(dataCost, penalty)
    } else {
      regularization = nil
      cost = dataCost
    }
    (self.network, self.objective, self.graph, examples) = (network, objective, graph, data.examples)
  }

  /// The same on a graph that begins with the same nodes.
  init(copying other: ScalarModel, graph: ScalarGraph) {
    (network, objective, examples) = (other.network, other.objective, other.examples)
    self.graph = graph
    (weights, biases, products, weightedInputs) = (other.weights, other.biases, other.products, other.weightedInputs)
    (activations, targets, unitLosses) = (other.activations, other.targets, other.unitLosses)
    (exampleLosses, summedLoss, dataCost) = (other.exampleLosses, other.summedLoss, other.dataCost)
    (regularization, cost) = (other.regularization, other.cost)
  }

  /// The error δ of a layer from 1 on, `[example][unit]`: the derivative of each example's loss by the weighted inputs,
  /// without the mean over the examples and without regularization.
  package func errors(ofLayer number: Int) -> [[ScalarID]] {
    if let known = errors[number] { return known }
    let found = zip(exampleLosses, weightedInputs[number - 1]).map { graph.derivatives(of: $0, by: $1) }
    errors[number] = found
    return found
  }

  /// An activation function of the weighted inputs of one layer for one example. The network's own function of its own
  /// weighted inputs gives its activations, the same nodes.
  package func activation(_ activation: Activation, of weightedInputs: [ScalarID]) -> [ScalarID] {
    functions.activation(activation, of: weightedInputs, in: graph)
  }

  /// The loss of one example, likewise the same node for what the network itself has.
  ///
  /// - Precondition: as many targets as predictions.
  package func loss(_ loss: Loss, of predictions: [ScalarID], targets: [ScalarID]) -> ScalarID {
    functions.loss(loss, of: predictions, targets: targets, in: graph)
  }
}
