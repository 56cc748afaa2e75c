import Networks
import Tensors
import Testing

@Suite struct TrainingTests {
  private static let xor = try? DataSet(
    inputNames: ["x1", "x2"], targetNames: ["y"], inputs: Tensor([4, 2], [0, 0, 0, 1, 1, 0, 1, 1]),
    targets: Tensor([4, 1], [0, 1, 1, 0]))

  private func network(bias: Layer.Bias = .each, _ output: Activation = .sigmoid) -> Network {
    Network(
      "xor", inputs: 2, layers: [Layer("hidden", units: 3, .tanh, bias: bias), Layer("output", units: 1, output)])
  }

  private func train(
    _ network: Network, _ loss: Loss = .binaryCrossEntropy, from parameters: Parameters? = nil, epochs: Int,
    rate: Double = 0.5
  ) throws -> TrainingRecord {
    let model = try Model(network, Objective(loss), examples: 4)
    var optimizer = GradientDescent()
    return try Training(of: model, epochs: epochs, rate: rate)
      .run(
        with: &optimizer, from: parameters ?? Initializer.xavier.parameters(of: network, seed: 7),
        on: #require(Self.xor))
  }

  @Test func `learns exclusive or`() throws {
    let record = try train(network(), epochs: 2000)
    #expect(record.costs.count == 2001)
    #expect(try #require(record.costs.last) < 0.02)
  }

  @Test func `gives the same bits every time, in one run or in two`() throws {
    let whole = try train(network(), epochs: 50)
    #expect(try train(network(), epochs: 50) == whole)
    let half = try train(network(), epochs: 20)
    let rest = try train(network(), from: half.parameters, epochs: 30)
    #expect(rest.parameters == whole.parameters)
    #expect(half.costs + rest.costs.dropFirst() == whole.costs)
  }

  @Test func `records the cost of untrained parameters for no epochs`() throws {
    let record = try train(network(), epochs: 0)
    #expect(record.costs.count == 1)
    #expect(record.parameters == Initializer.xavier.parameters(of: network(), seed: 7))
  }

  @Test func `moves a shared bias by the sum of its units' derivatives`() throws {
    let shared = network(bias: .shared)
    let start = Initializer.xavier.parameters(of: shared, seed: 7)
    let model = try Model(shared, Objective(.binaryCrossEntropy), examples: 4)
    let gradients = try model.run(start, #require(Self.xor)).gradients(of: model.cost)
    let byUnit = gradients[model.layers[0].weightedInput].values.reduce(0, +)
    let bias = try #require(try train(shared, epochs: 1).parameters.biases[0])
    #expect(bias.shape == [1])
    #expect((bias.values[0] + 0.5 * byUnit).magnitude < 1e-15)
  }

  @Test(arguments: [ParameterPlace.weights(ofLayer: 1), .biases(ofLayer: 1), .weights(ofLayer: 2), .biases(ofLayer: 2)])
  func `leaves what is frozen and trains the rest`(place: ParameterPlace) throws {
    var start = Initializer.xavier.parameters(of: network(), seed: 7)
    start.frozen.freeze(place)
    let end = try train(network(), from: start, epochs: 3).parameters
    for layer in 1...2 {
      #expect((end.weights[layer - 1] == start.weights[layer - 1]) == (place == .weights(ofLayer: layer)))
      #expect((end.biases[layer - 1] == start.biases[layer - 1]) == (place == .biases(ofLayer: layer)))
    }
  }

  @Test func `stops where numbers overflow and keeps the last finite parameters`() throws {
    let record = try train(network(.linear), .squaredError, epochs: 2000, rate: 1e30)
    let failure = try #require(record.nonFinite)
    #expect(record.costs.count == (failure.form == .value ? failure.epoch - 1 : failure.epoch))
    #expect(record.costs.allSatisfy { $0.isFinite })
    #expect(record.parameters.weights.allSatisfy { $0.isFinite })
    let again = try train(network(.linear), .squaredError, from: record.parameters, epochs: 0, rate: 1e30)
    #expect(again.nonFinite == nil && again.costs == record.costs.suffix(1))
  }

  @Test func `names the layer where a number first is infinite`() throws {
    var parameters = Parameters(zerosFor: network())
    try parameters.setWeights(Tensor([1, 3], [1e308, 1e308, 1e308]), ofLayer: 2, in: network())
    try parameters.setBiases(Tensor([20, 20, 20]), ofLayer: 1, in: network())
    let record = try train(network(), from: parameters, epochs: 5)
    #expect(
      record.nonFinite == NonFinite(epoch: 1, .product(ofLayer: 2), .value))
    #expect(record.parameters == parameters)
    #expect(record.costs.isEmpty)
  }

  @Test func `reports the logarithm of a 0 instead of clipping it`() throws {
    var parameters = Parameters(zerosFor: network())
    try parameters.setBiases(Tensor([800]), ofLayer: 2, in: network())
    let record = try train(network(), from: parameters, epochs: 5)
    #expect(record.nonFinite == NonFinite(epoch: 1, .loss, .value))
  }

  @Test func `costs nothing to be saturated on the right side`() throws {
    let certain = Network("certain", inputs: 1, layers: [Layer("output", units: 1, .sigmoid)])
    let data = try DataSet(
      inputNames: ["x"], targetNames: ["y"], inputs: Tensor([2, 1], [-1, 1]), targets: Tensor([2, 1], [0, 1]))
    var parameters = Parameters(zerosFor: certain)
    try parameters.setWeights(Tensor([1, 1], [800]), ofLayer: 1, in: certain)
    let model = try Model(certain, Objective(.binaryCrossEntropy), examples: 2)
    let run = try model.run(parameters, data)
    #expect(run.cost == 0)
    #expect(run.gradients(of: model.cost)[model.layers[0].weights].values == [0])
  }

  @Test func `names the layer where a derivative first overflows`() throws {
    // The cost, (1e150)², is finite; twice 1e150 times the weight of 1e200 is not.
    let chain = Network(
      "chain", inputs: 1, layers: [Layer("hidden", units: 1, .linear), Layer("output", units: 1, .linear)])
    var parameters = Parameters(zerosFor: chain)
    try parameters.setWeights(Tensor([1, 1], [1e200]), ofLayer: 2, in: chain)
    try parameters.setBiases(Tensor([1e150]), ofLayer: 2, in: chain)
    let data = try DataSet(
      inputNames: ["x"], targetNames: ["y"], inputs: Tensor([1, 1], [1]), targets: Tensor([1, 1], [0]))
    let model = try Model(chain, Objective(.squaredError), examples: 1)
    var optimizer = GradientDescent()
    let record = try Training(of: model, epochs: 3, rate: 1).run(
      with: &optimizer, from: parameters, on: data)
    #expect(record.nonFinite == NonFinite(epoch: 1, .activation(ofLayer: 1), .derivative))
    #expect(record.parameters == parameters)
    #expect(record.costs == [1e150 * 1e150])
  }
}
