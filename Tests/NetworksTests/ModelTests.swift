import Networks
import Tensors
import Testing

@Suite struct ModelTests {
  private let network = Network(
    "three", inputs: 3,
    layers: [Layer("hidden", units: 2, .relu, bias: .none), Layer("output", units: 4, .softmax, bias: .shared)])

  @Test func `gives every quantity a node of its own, with its shape`() throws {
    let model = try Model(network, Objective(.categoricalCrossEntropy), examples: 5)
    #expect(model.graph[model.inputs].shape == [5, 3])
    #expect(model.graph[model.targets].shape == [5, 4])
    #expect(model.graph[model.layers[0].weights].shape == [2, 3])
    #expect(model.layers[0].biases == nil)
    #expect(try model.graph[#require(model.layers[1].biases)].shape == [1])
    #expect(model.graph[model.layers[1].product].shape == [5, 4])
    #expect(try model.graph[#require(model.lossOfUnits)].shape == [5, 4])
    #expect(model.graph[model.lossOfExamples].shape == [5])
    #expect(model.graph[model.cost].shape == [])
    let named = model.layers.flatMap { [$0.weights, $0.product, $0.weightedInput, $0.activation] }
    #expect(Set(named).count == 8)
    #expect(model.quantity(of: model.layers[1].weightedInput) == .weightedInput(ofLayer: 2))
    #expect(model.quantity(of: model.cost) == .cost)
  }

  @Test func `keeps no loss of units where an example's loss is their mean`() throws {
    let loss = try #require(Loss.squaredError.over(.mean))
    #expect(try Model(network, Objective(loss), examples: 1).lossOfUnits == nil)
  }

  @Test(arguments: [Objective.OverExamples.mean, .sum])
  func `keeps the error of a layer free of the mean and the penalty`(reduction: Objective.OverExamples) throws {
    let objective = Objective(.squaredError, reduction: reduction, regularization: Regularization(factor: 0.3))
    let model = try Model(network, objective, examples: 2)
    let parameters = Initializer.xavier.parameters(of: network, seed: 1)
    let data = try DataSet(
      inputNames: ["a", "b", "c"], targetNames: ["p", "q", "r", "s"], inputs: Tensor([2, 3], [1, 2, 3, -1, 0, 2]),
      targets: Tensor([2, 4], [1, 0, 0, 0, 0, 1, 0, 0]))
    let run = try model.run(parameters, data)
    let byCost = run.gradients(of: model.cost)[model.layers[1].weightedInput]
    let factor = reduction == .mean ? 2.0 : 1
    for (error, derivative) in zip(run.errors(ofLayer: 2).values, byCost.values) {
      #expect((error - factor * derivative).magnitude < 1e-15)
    }
    let squares = parameters.weights.flatMap(\.values).reduce(0) { $0 + $1 * $1 }
    #expect(try (run[#require(model.regularization)].scalar - 0.3 * squares).magnitude < 1e-15)
  }

  @Test func `names the layer and both shapes of what does not fit`() throws {
    var parameters = Parameters(zerosFor: network)
    #expect(throws: ShapeError("weights", layer: "output", expected: [4, 2], found: [2, 4])) {
      try parameters.setWeights(.zeros([2, 4]), ofLayer: 2, in: network)
    }
    #expect(throws: ShapeError("biases", layer: "hidden", expected: [0], found: [2])) {
      try parameters.setBiases(.zeros([2]), ofLayer: 1, in: network)
    }
    let data = try DataSet(
      inputNames: ["x"], targetNames: ["y"], inputs: Tensor([2, 1], [1, 2]), targets: Tensor([2, 1], [0, 1]))
    let model = try Model(network, Objective(.squaredError), examples: 2)
    #expect(throws: ShapeError("inputs", layer: "input", expected: [2, 3], found: [2, 1])) {
      try model.run(parameters, data)
    }
    #expect(throws: ShapeError("targets", expected: [2, 1], found: [3, 1])) {
      try DataSet(inputNames: ["x"], targetNames: ["y"], inputs: .zeros([2, 1]), targets: .zeros([3, 1]))
    }
  }

  @Test func `counts parameters and work, up to the largest number`() {
    let autoencoder = Network(
      "autoencoder", inputs: 8, layers: [Layer("hidden", units: 3, .sigmoid), Layer("output", units: 8, .sigmoid)])
    #expect(autoencoder.parameterCount == 59)
    #expect(autoencoder.multiplyAddsPerEpoch(examples: 8) == 3 * 48 * 8)
    let huge = Network("huge", inputs: .max, layers: [Layer("output", units: .max, .linear)])
    #expect(huge.parameterCount == .max)
    #expect(huge.multiplyAddsPerEpoch(examples: .max) == .max)
  }
}
