import Tensors

/// A graph that grows, with what each node is for.
struct ModelBuilder {
  private(set) var graph = Graph()
  private(set) var quantities: [NodeMeaning] = []

  mutating func input(_ quantity: NodeMeaning, _ shape: Shape) -> NodeID {
    record(quantity, graph.input(quantity.name, shape))
  }

  mutating func apply(_ quantity: NodeMeaning, _ operation: Operation, to inputs: NodeID) throws(ShapeError) -> NodeID {
    record(quantity, try graph.apply(operation, to: inputs, name: quantity.name))
  }

  mutating func apply(
    _ quantity: NodeMeaning, _ operation: Operation, to left: NodeID, _ right: NodeID
  ) throws(ShapeError) -> NodeID {
    record(quantity, try graph.apply(operation, to: left, right, name: quantity.name))
  }

  mutating func layer(
    _ number: Int, of network: Network, after previous: NodeID
  ) throws(ShapeError) -> Model.LayerNodes {
    let layer = network.layers[number - 1]
    do throws(ShapeError) {
      let weights = parameter(.weights(ofLayer: number), network.weightShape(ofLayer: number))
      let biases = network.biasShape(ofLayer: number).map { parameter(.biases(ofLayer: number), $0) }
      let product = try apply(.product(ofLayer: number), .product(.asIs, .transposed), to: previous, weights)
      let weightedInput: NodeID
      if let biases {
        weightedInput = try apply(.weightedInput(ofLayer: number), .add, to: product, biases)
      } else {
        weightedInput = try apply(.weightedInput(ofLayer: number), .elementwise(.identity), to: product)
      }
      let activation = record(.activation(ofLayer: number), try layer.activation.apply(&graph, weightedInput))
      return Model.LayerNodes(
        weights: weights, biases: biases, product: product, weightedInput: weightedInput, activation: activation)
    } catch {
      throw ShapeError(error.subject, layer: layer.name, expected: error.expected, found: error.found)
    }
  }

  /// The loss of each unit, where the loss of an example is the sum of these, and the loss of each example.
  mutating func loss(
    _ loss: Loss, of activations: NodeID, _ targets: NodeID
  ) throws(ShapeError) -> (ofUnits: NodeID?, ofExamples: NodeID) {
    var units = record(.loss, try loss.ofUnits(&graph, activations, targets))
    switch loss.overOutputs {
    case .sum:
      return (units, try apply(.loss, .sum(axis: 1), to: units))
    case .halfSum:
      units = try apply(.loss, .scale(0.5), to: units)
      return (units, try apply(.loss, .sum(axis: 1), to: units))
    case .mean:
      let sums = try apply(.loss, .sum(axis: 1), to: units)
      return (nil, try apply(.loss, .scale(1 / Double(graph[units].shape[1])), to: sums))
    }
  }

  mutating func regularization(
    _ penalty: Regularization, of layers: [Model.LayerNodes]
  ) throws(ShapeError) -> NodeID {
    var sum = record(.regularization, graph.constant(Tensor(0)))
    for layer in layers {
      for parameter in [layer.weights] + (penalty.includesBiases ? [layer.biases].compactMap(\.self) : []) {
        let squares = try apply(.regularization, .elementwise(.square), to: parameter)
        sum = try apply(.regularization, .add, to: sum, apply(.regularization, .sumOfAll, to: squares))
      }
    }
    return try apply(.regularization, .scale(penalty.factor), to: sum)
  }

  private mutating func parameter(_ quantity: NodeMeaning, _ shape: Shape) -> NodeID {
    record(quantity, graph.parameter(quantity.name, shape))
  }

  /// Notes what the nodes added since the last note are for.
  private mutating func record(_ quantity: NodeMeaning, _ node: NodeID) -> NodeID {
    while quantities.count < graph.nodes.count { quantities.append(quantity) }
    return node
  }
}
