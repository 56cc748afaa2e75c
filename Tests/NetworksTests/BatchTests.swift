import Networks
import Tensors
import Testing

@Suite struct BatchTests {
  private let network = Network(
    "small", inputs: 2, layers: [Layer("hidden", units: 3, .tanh), Layer("output", units: 1, .sigmoid)])
  private let data = DataGenerator.moons.data(seed: 0).selecting([0, 9, 19, 29, 39, 59, 79])

  private func training(_ epochs: Int, batch: Int? = nil, shuffling: UInt64? = nil) throws -> Training {
    var training = Training(
      of: try Model(network, Objective(.binaryCrossEntropy), examples: data.examples), epochs: epochs, rate: 0.5)
    (training.batch, training.shuffling) = (batch, shuffling.map(Shuffling.init))
    return training
  }

  private func start() -> Parameters { Initializer.xavier.parameters(of: network, seed: 7) }

  private func run(_ training: Training, _ data: DataSet? = nil) throws -> TrainingRecord {
    var optimizer = GradientDescent()
    return try training.run(with: &optimizer, from: start(), on: data ?? self.data)
  }

  /// Steps written out one by one, each on a data set of its own.
  private func byHand(_ batches: [[Int]]) throws -> Parameters {
    var parameters = start()
    for batch in batches {
      let part = data.selecting(batch)
      var optimizer = GradientDescent()
      let step = Training(
        of: try Model(network, Objective(.binaryCrossEntropy), examples: batch.count), epochs: 1, rate: 0.5)
      parameters = try step.run(with: &optimizer, from: parameters, on: part).parameters
    }
    return parameters
  }

  @Test func `takes a step for each batch, the last one smaller`() throws {
    let record = try run(training(2, batch: 3))
    let epoch = [[0, 1, 2], [3, 4, 5], [6]]
    #expect(record.parameters == (try byHand(epoch + epoch)))
    #expect(record.steps == 6 && record.costs.count == 3)
  }

  @Test func `takes one example at a time in the order of the data`() throws {
    #expect(try run(training(1, batch: 1)).parameters == byHand((0..<7).map { [$0] }))
  }

  @Test(arguments: [7, 8, .max]) func `takes all examples where a batch holds them`(batch: Int) throws {
    #expect(try run(training(3, batch: batch)) == run(training(3)))
  }

  @Test func `ends after so many steps, within an epoch too`() throws {
    for steps in 1...7 {
      var limited = try training(9, batch: 3)
      limited.stepLimit = steps
      let record = try run(limited)
      let batches = [[0, 1, 2], [3, 4, 5], [6], [0, 1, 2], [3, 4, 5], [6], [0, 1, 2]]
      #expect(record.parameters == (try byHand(Array(batches.prefix(steps)))))
      #expect(record.steps == steps)
      let cost = try Model(network, Objective(.binaryCrossEntropy), examples: 7).run(record.parameters, data).cost
      #expect(try (#require(record.costs.last) - cost).magnitude < 1e-14)
    }
  }

  @Test func `shuffles anew in each epoch, by the seed alone`() throws {
    let once = try run(training(4, batch: 2, shuffling: 3))
    #expect(try run(training(4, batch: 2, shuffling: 3)) == once)
    #expect(try run(training(4, batch: 2, shuffling: 4)).parameters != once.parameters)
    #expect(once.parameters != (try run(training(4, batch: 2)).parameters))
    // The costs are those of all examples in the order of the data.
    #expect(try run(training(4, batch: 2)).costs[0] == once.costs[0])
  }

  @Test func `counts every example once in each epoch`() throws {
    // At a rate so small that the parameters hardly move, the order does not matter, and an epoch is a full step.
    var slow = try training(1, batch: 1, shuffling: 5)
    slow.rate = 1e-6 / 7
    var full = try training(1)
    full.rate = 1e-6
    for (one, other) in zip(try run(slow).parameters.weights, try run(full).parameters.weights) {
      for (left, right) in zip(one.values, other.values) { #expect((left - right).magnitude < 1e-11) }
    }
  }

  @Test func `stops below a cost`() throws {
    var training = try training(5000)
    training.stop.costBelow = 0.3
    let record = try run(training)
    #expect(record.stop == .costBelow)
    #expect(try #require(record.costs.last) < 0.3)
    #expect(record.costs.dropLast().allSatisfy { $0 >= 0.3 })
  }

  @Test func `stops when the cost has not fallen for so many epochs`() throws {
    // A rate of 0 is the smallest that never lets it fall.
    var idle = try training(100)
    idle.rate = 0
    idle.stop.patience = 4
    let record = try run(idle)
    #expect(record.stop == .patience && record.costs.count == 5)
    var falling = try training(20)
    falling.stop.patience = 1
    #expect(try run(falling).stop == nil)
  }

  @Test(arguments: OptimizationMethod.all)
  func `goes on where it was, with what the optimizer remembers and the order of the examples`(
    method: OptimizationMethod
  ) throws {
    var (whole, parts) = (method.optimizer(), method.optimizer())
    let long = try training(9, batch: 3, shuffling: 6).run(with: &whole, from: start(), on: data)
    let first = try training(4, batch: 3, shuffling: 6).run(with: &parts, from: start(), on: data)
    var rest = try training(5, batch: 3)
    rest.shuffling = first.shuffling
    let second = try rest.run(with: &parts, from: first.parameters, on: data)
    #expect(second.parameters == long.parameters)
    #expect(first.costs + second.costs.dropFirst() == long.costs)
  }

  @Test(arguments: [Int?.none, 2])
  func `keeps the last finite parameters, and names the epoch, in batches too`(batch: Int?) throws {
    let steep = Network("steep", inputs: 2, layers: [Layer("output", units: 1, .linear)])
    var training = Training(of: try Model(steep, Objective(.squaredError), examples: 7), epochs: 500, rate: 1e40)
    training.batch = batch
    var optimizer = Momentum(momentum: 0.9)
    let parameters = Initializer.xavier.parameters(of: steep, seed: 1)
    let record = try training.run(with: &optimizer, from: parameters, on: data)
    let failure = try #require(record.nonFinite)
    #expect(failure.epoch <= record.costs.count + 1)
    #expect(
      record.parameters.weights.allSatisfy(\.isFinite) && record.parameters.biases.allSatisfy { $0?.isFinite ?? true })
    #expect(record.steps > 0)
    // One step more is one too many.
    training.stepLimit = record.steps
    var again = Momentum(momentum: 0.9)
    #expect(try training.run(with: &again, from: parameters, on: data).parameters == record.parameters)
  }
}
