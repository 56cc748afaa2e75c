import Networks
import Tensors
import Testing

@Suite struct TrainingSnapshotTests {
  private let network = Network(
    "small", inputs: 2, layers: [Layer("hidden", units: 3, .tanh), Layer("output", units: 1, .sigmoid)])
  private let data = DataGenerator.moons.data(seed: 0).selecting([0, 9, 19, 29, 39, 59, 79])

  /// What a training of so many epochs ends with is what a longer one has on its way.
  @Test(
    arguments: [
      ("gradient descent", nil, nil, .atOnce), ("gradient descent", 3, nil, .atOnce),
      ("gradient descent", 2, 5, .atOnce), ("adam", nil, nil, .atOnce), ("momentum", 3, 1, .atOnce),
      ("gradient descent", nil, nil, .onTheWayBack), ("momentum", 3, 1, .onTheWayBack),
    ] as [(String, Int?, UInt64?, Training.Order)])
  func `shows the parameters on the way`(
    method: String, batch: Int?, shuffling: UInt64?, order: Training.Order
  ) throws {
    let start = Initializer.xavier.parameters(of: network, seed: 7)
    let method = try #require(OptimizationMethod.named(method))
    func training(_ epochs: Int) throws -> Training {
      var training = Training(
        of: try Model(network, Objective(.binaryCrossEntropy), examples: data.examples), epochs: epochs, rate: 0.5)
      (training.batch, training.shuffling) = (batch, shuffling.map(Shuffling.init))
      training.order = order
      return training
    }
    let snapshots = try training(10).snapshots(with: method.optimizer(), from: start, on: data, every: 4)
    #expect(snapshots.map(\.epoch) == [0, 4, 8, 10])
    for (epoch, parameters) in snapshots {
      var optimizer = method.optimizer()
      #expect(try training(epoch).run(with: &optimizer, from: start, on: data).parameters == parameters)
    }
  }

  @Test func `ends where the training ends`() throws {
    let start = Initializer.xavier.parameters(of: network, seed: 7)
    var training = Training(
      of: try Model(network, Objective(.binaryCrossEntropy), examples: data.examples), epochs: 100, rate: 0.5)
    training.stop.patience = 1
    training.stop.costBelow = 0.6
    var optimizer = GradientDescent()
    let record = try training.run(with: &optimizer, from: start, on: data)
    let snapshots = try training.snapshots(with: GradientDescent(), from: start, on: data, every: 1000)
    #expect(snapshots.map(\.epoch) == [0, record.costs.count - 1])
    #expect(snapshots.last?.parameters == record.parameters)
  }
}
