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
}
