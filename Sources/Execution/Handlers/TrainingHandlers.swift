import Catalog
import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  mutating func run(_ order: TrainingOrder) throws(RunProblem) -> [Output] {
    let prepared = try prepare(order)
    try check(work: prepared.work, epochs: prepared.training.epochs, at: order.span)
    let past = bench?.training.map { ($0.method, prepared.goesOn) }
    let record = try train(prepared)
    let description = TrainingWords(
      order: order, method: prepared.method, training: prepared.training, examples: prepared.data.examples,
      record: record, past: past)
    try report(record.nonFinite, at: order.span)
    return [.message(description.text)]
  }

  /// A training that can begin.
  struct PreparedTraining {
    var training: Training
    var method: OptimizationMethod
    var optimizer: any Optimizer
    /// Whether the optimizer remembers the training before.
    var goesOn: Bool
    var data: DataSet
    /// An estimate of its multiplications.
    var work: Double
  }

  func prepare(_ order: TrainingOrder) throws(RunProblem) -> PreparedTraining {
    let bench = try needBench()
    try refuse(.parameters)
    let data = try needData()
    let loss = try needLoss()
    let method = try method(of: order, after: bench.training)
    let rate = try learningRate(of: order, in: bench)
    let model = try model(of: bench, data: data, loss: loss.definition)
    var training = Training(of: model, epochs: order.count, rate: rate)
    try setBatches(of: &training, order, method, after: bench.training)
    training.schedule = order.schedule ?? .constant
    training.stop = order.stop
    training.order = order.updatesOnTheWayBack ? .onTheWayBack : .atOnce
    let goesOn = bench.training?.method == method
    let optimizer = goesOn ? bench.training?.optimizer ?? method.optimizer() : method.optimizer()
    return PreparedTraining(
      training: training, method: method, optimizer: optimizer, goesOn: goesOn, data: data.set,
      work: work(of: training))
  }

  /// Trains the network in force.
  mutating func train(_ prepared: PreparedTraining) throws(RunProblem) -> TrainingRecord {
    var bench = try needBench()
    let training = prepared.training
    var optimizer = prepared.optimizer
    let record: TrainingRecord
    do throws(ShapeError) {
      record = try training.run(with: &optimizer, from: bench.parameters, on: prepared.data)
    } catch {
      throw .mismatch(error, bench.span)
    }
    bench.history.append((bench.parameters, prepared))
    bench.parameters = record.parameters
    bench.costs += record.costs.dropFirst(bench.costs.isEmpty ? 0 : 1)
    bench.learningRate = training.rate
    bench.training = PastTraining(
      method: prepared.method, optimizer: optimizer, batch: training.batch, shuffling: record.shuffling)
    self.bench = bench
    return record
  }

  private func report(_ problem: NonFinite?, at span: SourceSpan) throws(RunProblem) {
    guard let problem, let network = bench?.network else { return }
    throw .nonFinite(
      quantity: (problem.form == .derivative ? "derivative by the " : "") + problem.quantity.name,
      layer: problem.layer.map(network.name(ofLayer:)), epoch: problem.epoch, span)
  }

  /// The optimizer that is named, or that of the training above, with its constants.
  private func method(of order: TrainingOrder, after past: PastTraining?) throws(RunProblem) -> OptimizationMethod {
    var method = order.method ?? past?.method ?? .gradientDescent
    if let past, past.method.name == method.name { method = past.method }
    for constant in order.constants {
      guard method.constants.contains(constant.setting) else {
        throw .optimizerConstant(constant.setting, of: method, constant.span)
      }
      let value = try evaluate(constant.value, at: constant.span)
      guard constant.setting.range.allows(value) else { throw .outOfRange(constant.setting, value, constant.span) }
      method.constants[constant.setting] = value
    }
    return method
  }

  private func learningRate(of order: TrainingOrder, in bench: Bench) throws(RunProblem) -> Double {
    guard let expression = order.learningRate else {
      guard let earlier = bench.learningRate else { throw .noLearningRate(order.span) }
      return earlier
    }
    let span = order.rateSpan ?? order.span
    let rate = try evaluate(expression, at: span)
    guard rate > 0, rate.isFinite else { throw .learningRate(rate, span) }
    return rate
  }

  /// How many examples a step takes and in which order: as named, or as in the training above where no optimizer is
  /// named either, or as the optimizer has it by its definition.
  private func setBatches(
    of training: inout Training, _ order: TrainingOrder, _ method: OptimizationMethod, after past: PastTraining?
  ) throws(RunProblem) {
    let examples = training.model.examples
    let continued = order.method == nil ? past : nil
    if let batch = order.batch {
      guard batch.size <= examples else { throw .largeBatch(size: batch.size, examples: examples, batch.span) }
      training.batch = batch.size
    } else {
      training.batch = (continued.map(\.batch) ?? method.examplesPerStep).map { min($0, examples) }
    }
    if let span = order.shuffling {
      guard training.batch != nil else { throw .idleShuffling(span) }
      training.shuffling = Shuffling(seed: order.seed?.value ?? 0)
    } else if training.batch != nil {
      training.shuffling = continued?.shuffling
    }
    guard order.unit == .steps else { return }
    training.stepLimit = order.count
    let stepsPerEpoch = training.stepsPerEpoch(of: examples)
    training.epochs = order.count / stepsPerEpoch + (order.count % stepsPerEpoch == 0 ? 0 : 1)
  }

  /// About how many multiplications a training takes.
  private func work(of training: Training) -> Double {
    let examples = training.model.examples
    var perEpoch = Double(training.model.network.multiplyAddsPerEpoch(examples: examples))
    if training.batch != nil {
      // The cost of all examples takes a pass forward of its own, and many small steps take more than their products.
      perEpoch += perEpoch / 3 + 100 * Double(training.stepsPerEpoch(of: examples))
    }
    return perEpoch * Double(training.epochs)
  }

  /// - Parameter epochs: the loss of each is kept
  func check(work: Double, epochs: Int, at span: SourceSpan) throws(RunProblem) {
    guard work <= settings.workLimit else {
      throw .tooMuchWork(amount: work, limit: settings.workLimit, span)
    }
    guard epochs <= settings.epochLimit else {
      throw .tooManyEpochs(count: epochs, limit: settings.epochLimit, span)
    }
  }
}
