import Networks
import Tensors
import Testing

/// The worked example of M. Mazur, A step by step backpropagation example, 2015, with the numbers he prints.
@Suite struct PublishedExampleTests {
  private let network = Network(
    "mazur", inputs: 2, layers: [Layer("hidden", units: 2, .sigmoid), Layer("output", units: 2, .sigmoid)])

  private func start() throws -> (model: Model, parameters: Parameters, data: DataSet) {
    let data = try DataSet(
      inputNames: ["i1", "i2"], targetNames: ["o1", "o2"], inputs: Tensor([1, 2], [0.05, 0.10]),
      targets: Tensor([1, 2], [0.01, 0.99]))
    var parameters = Parameters(zerosFor: network)
    try parameters.setWeights(Tensor([2, 2], [0.15, 0.20, 0.25, 0.30]), ofLayer: 1, in: network)
    try parameters.setWeights(Tensor([2, 2], [0.40, 0.45, 0.50, 0.55]), ofLayer: 2, in: network)
    try parameters.setBiases(Tensor([0.35, 0.35]), ofLayer: 1, in: network)
    try parameters.setBiases(Tensor([0.60, 0.60]), ofLayer: 2, in: network)
    parameters.frozen.freezeBiases(of: network)
    let objective = Objective(try #require(Loss.squaredError.over(.halfSum)))
    return (try Model(network, objective, examples: 1), parameters, data)
  }

  @Test func `finds the published outputs, error and derivatives`() throws {
    let (model, parameters, data) = try start()
    let run = try model.run(parameters, data)
    let outputs = run[model.layers[1].activation]
    #expect((outputs[0, 0] - 0.75136507).magnitude < 5e-9)
    #expect((outputs[0, 1] - 0.772928465).magnitude < 5e-10)
    #expect((run.cost - 0.298371109).magnitude < 5e-10)
    let gradients = run.gradients(of: model.cost)
    #expect((gradients[model.layers[1].weights][0, 0] - 0.082167041).magnitude < 5e-10)
    #expect((gradients[model.layers[0].weights][0, 0] - 0.000438568).magnitude < 5e-10)
    let units = try #require(model.lossOfUnits)
    #expect((run[units].values.reduce(0, +) - run.cost).magnitude < 1e-15)
  }

  @Test func `takes the published step and leaves the biases`() throws {
    let (model, parameters, data) = try start()
    var optimizer = GradientDescent()
    let record = try Training(of: model, epochs: 1, rate: 0.5).run(with: &optimizer, from: parameters, on: data)
    #expect((record.parameters.weights[1][0, 0] - 0.35891648).magnitude < 5e-9)
    #expect((record.parameters.weights[0][0, 0] - 0.149780716).magnitude < 5e-10)
    #expect(record.parameters.biases == parameters.biases)
  }

  /// The error that he prints after one step, and the outputs after 10,000, are those of a program that changes the output
  /// weights before the hidden layer's derivatives go back through them.
  @Test(arguments: [(1, [0.291027924], []), (10_000, [], [0.015912196, 0.984065734])])
  func `takes the steps of the published results`(steps: Int, cost: [Double], outputs: [Double]) throws {
    let (model, parameters, data) = try start()
    var optimizer = GradientDescent()
    var training = Training(of: model, epochs: steps, rate: 0.5)
    training.order = .onTheWayBack
    let record = try training.run(with: &optimizer, from: parameters, on: data)
    #expect(record.costs.count == steps + 1 && record.steps == steps)
    for printed in cost { #expect((try #require(record.costs.last) - printed).magnitude < 5e-10) }
    let found = try model.run(record.parameters, data)[model.layers[1].activation].values
    for (value, printed) in zip(found, outputs) { #expect((value - printed).magnitude < 5e-10) }
    #expect(record.parameters.biases == parameters.biases)
  }

  @Test func `takes the same step in either order where there is one layer`() throws {
    let network = Network("single", inputs: 2, layers: [Layer("output", units: 2, .sigmoid)])
    let (_, _, data) = try start()
    let model = try Model(network, Objective(try #require(Loss.squaredError.over(.halfSum))), examples: 1)
    let start = Initializer.xavier.parameters(of: network, seed: 3)
    var training = Training(of: model, epochs: 5, rate: 0.5)
    var optimizer = GradientDescent()
    let atOnce = try training.run(with: &optimizer, from: start, on: data)
    training.order = .onTheWayBack
    let early = try training.run(with: &optimizer, from: start, on: data)
    for (a, b) in zip(atOnce.parameters.weights[0].values, early.parameters.weights[0].values) {
      #expect((a - b).magnitude < 1e-15)
    }
  }
}

/// The autoencoder of the lecture notes of A. Asperti on backpropagation, whose program updates after each example.
@Suite struct OnlineProgramTests {
  private let mu = 0.8

  /// The lecture's `update(x, y)` for one hidden layer, with its sums in the order of the indices.
  private func update(
    _ x: [Double], _ y: [Double], _ w: inout [[[Double]]], _ b: inout [[Double]]
  ) {
    var a = [x]
    for layer in 0...1 {
      a.append(
        b[layer].indices.map { k in
          Double.sigmoid(b[layer][k] + a[layer].indices.reduce(0) { $0 + a[layer][$1] * w[layer][k][$1] })
        })
    }
    let output = y.indices.map { (y[$0] - a[2][$0]) * a[2][$0] * (1 - a[2][$0]) }
    let hidden = b[0].indices.map { j in
      y.indices.reduce(0) { $0 + w[1][$1][j] * output[$1] } * a[1][j] * (1 - a[1][j])
    }
    for (layer, errors) in [hidden, output].enumerated() {
      for k in errors.indices {
        for j in a[layer].indices { w[layer][k][j] += mu * a[layer][j] * errors[k] }
        b[layer][k] += mu * errors[k]
      }
    }
  }

  @Test func `trains one example at a time as the lecture's program`() throws {
    let network = Network(
      "autoencoder", inputs: 8, layers: [Layer("hidden", units: 3, .sigmoid), Layer("output", units: 8, .sigmoid)])
    let start = Initializer.uniform.parameters(of: network, seed: 4)
    let data = DataGenerator.identity.data()
    var w = start.weights.map { matrix in (0..<matrix.shape[0]).map(matrix.row) }
    var b = start.biases.compactMap { $0?.values }
    for _ in 0..<20 {
      for example in 0..<8 { update(data.inputs.row(example), data.targets.row(example), &w, &b) }
    }
    var training = Training(
      of: try Model(network, Objective(#require(Loss.squaredError.over(.halfSum))), examples: 8), epochs: 20, rate: mu)
    training.batch = 1
    var optimizer = GradientDescent()
    let trained = try training.run(with: &optimizer, from: start, on: data).parameters
    for layer in 0...1 {
      expectAgreement(trained.weights[layer], with: Tensor(w[layer].flatMap { $0 }), "weights of layer \(layer + 1)")
      expectAgreement(trained.biases[layer], with: Tensor(b[layer]), "biases of layer \(layer + 1)")
    }
  }
}
