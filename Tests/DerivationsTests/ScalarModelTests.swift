import Derivations
import Networks
import Tensors
import Testing

/// Every activation with every convention of every loss, with one hidden layer and none.
private struct ModelCase: CustomTestStringConvertible, Sendable {
  let network: Network
  let objective: Objective
  let seed: UInt64

  static let all: [ModelCase] = Activation.all.enumerated().flatMap { place, activation in
    let losses = Loss.all.flatMap { loss in loss.conventions.compactMap { loss.over($0) } }
    return losses.enumerated().map { number, loss in
      let biases: [Layer.Bias] = [.each, .shared, .none]
      let last: Activation = loss.targets == .probabilities || loss.targets == .distribution ? .softmax : activation
      return ModelCase(
        network: Network(
          "author", inputs: 2,
          layers: [
            Layer("hidden", units: 2, activation, bias: biases[number % 3]),
            Layer("output", units: 2, last, bias: biases[place % 3]),
          ]),
        objective: Objective(
          loss, reduction: number % 2 == 0 ? .mean : .sum,
          regularization: Regularization(factor: 0.25, includesBiases: place % 2 == 0)),
        seed: UInt64(10 * place + number))
    }
  }

  var testDescription: String {
    "\(network.layers[0].activation.name), \(objective.loss.name) \(objective.loss.overOutputs), \(objective.reduction)"
  }
}

@Suite struct ScalarModelTests {
  private func expectEqual(_ numbers: [Double], _ others: [Double], _ what: String) {
    #expect(numbers.count == others.count, "\(what)")
    for (number, other) in zip(numbers, others) {
      #expect((number - other).magnitude <= 1e-12 * max(1, other.magnitude), "\(what): \(number), \(other)")
    }
  }

  @Test(arguments: ModelCase.all)
  private func `has the engine's values and derivatives`(example: ModelCase) throws {
    let probe = try Probe(of: example.network, example.objective, ProbeShape(seed: example.seed))
    let (graph, network) = (ScalarGraph(), probe.network)
    let scalars = try ScalarModel(
      network, example.objective, parameters: probe.parameters, data: probe.data,
      regularizationFactor: graph.constant(0.25), graph: graph)
    let model = try Model(network, example.objective, examples: probe.data.examples)
    let run = try model.run(probe.parameters, probe.data)
    func values(_ ids: [[ScalarID]]) -> [Double] { ids.flatMap { $0.map(graph.value) } }

    expectEqual([graph.value(scalars.cost)], [run.cost], "cost")
    expectEqual([graph.value(scalars.dataCost)], run[model.dataCost].values, "data cost")
    expectEqual(scalars.exampleLosses.map(graph.value), run[model.lossOfExamples].values, "losses")
    #expect((scalars.unitLosses == nil) == (model.lossOfUnits == nil))
    if let losses = scalars.unitLosses, let node = model.lossOfUnits {
      expectEqual(values(losses), run[node].values, "units")
    }
    let gradients = run.gradients(of: model.cost)
    for (layer, nodes) in model.layers.enumerated() {
      expectEqual(values(scalars.products[layer]), run[nodes.product].values, "products")
      expectEqual(values(scalars.weightedInputs[layer]), run[nodes.weightedInput].values, "weighted inputs")
      expectEqual(values(scalars.activations[layer + 1]), run[nodes.activation].values, "activations")
      expectEqual(values(scalars.errors(ofLayer: layer + 1)), run.errors(ofLayer: layer + 1).values, "errors")
      let weights = graph.derivatives(of: scalars.cost, by: scalars.weights[layer].flatMap(\.self))
      expectEqual(weights.map(graph.value), gradients[nodes.weights].values, "weights")
      if let node = nodes.biases, let ids = scalars.biases[layer] {
        let isShared = network.layers[layer].bias == .shared
        let biases = graph.derivatives(of: scalars.cost, by: isShared ? [ids[0]] : ids)
        expectEqual(biases.map(graph.value), gradients[node].values, "biases")
        #expect(Set(ids).count == (isShared ? 1 : network.units(ofLayer: layer + 1)))
      }
      for row in 0..<scalars.examples {
        for unit in scalars.weights[layer].indices {
          #expect(
            graph.dot(scalars.activations[layer][row], scalars.weights[layer][unit])
              == scalars.products[layer][row][unit])
        }
        #expect(
          scalars.activation(network.layers[layer].activation, of: scalars.weightedInputs[layer][row])
            == scalars.activations[layer + 1][row])
      }
    }
    let losses = zip(scalars.activations[network.layers.count], scalars.targets).map {
      scalars.loss(example.objective.loss, of: $0, targets: $1)
    }
    #expect(losses == scalars.exampleLosses)
  }

  @Test func `takes the inputs for the targets of an autoencoder`() throws {
    let author = Network(
      "autoencoder", inputs: 4, layers: [Layer("hidden", units: 2, .tanh), Layer("output", units: 4, .linear)])
    var shape = ProbeShape(seed: 3)
    shape.tiesTargets = true
    let probe = try Probe(of: author, Objective(.squaredError), shape)
    #expect(probe.data.inputs == probe.data.targets)
    let scalars = try ScalarModel(
      probe.network, Objective(.squaredError), parameters: probe.parameters, data: probe.data, tiesTargets: true,
      graph: ScalarGraph())
    #expect(scalars.targets == scalars.activations[0])
    #expect(scalars.cost == scalars.dataCost && scalars.regularization == nil)
  }

  @Test func `meets the network's nodes when an equation is written out`() throws {
    let author = Network("author", inputs: 2, layers: [Layer("output", units: 2, .relu)])
    let probe = try Probe(of: author, Objective(.hinge), ProbeShape(seed: 1))
    let graph = ScalarGraph()
    let scalars = try ScalarModel(
      probe.network, Objective(.hinge), parameters: probe.parameters, data: probe.data, graph: graph)
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let losses = zip(scalars.activations[1], scalars.targets).map { activations, targets in
      graph.sum(
        zip(activations, targets).map { graph.maximum([zero, graph.subtract(one, graph.multiply($1, $0))]) })
    }
    #expect(losses == scalars.exampleLosses)
    #expect(graph.divide(graph.sum(losses), graph.constant(Double(scalars.examples))) == scalars.cost)
    #expect(scalars.activations[1][0][0] == graph.maximum([zero, scalars.weightedInputs[0][0][0]]))
  }
}
