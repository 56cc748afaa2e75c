/// A training under way: the loop over epochs and steps, in which nothing is allocated.
struct TrainingCourse {
  /// Where a cost was met that is not finite.
  struct Failure {
    /// From 1.
    var epoch: Int
    /// The steps taken before.
    var steps: Int
    /// The examples whose cost it was.
    var examples: ArraySlice<Int>
  }

  private let training: Training
  private let source: any GradientSource
  private let stepLimit: Int
  private let all: [Int]
  private(set) var shuffling: Shuffling?
  private var watch: StoppingWatch
  private var observer: (every: Int, look: (Int) -> Void)?
  private(set) var costs: [Double] = []
  private(set) var steps = 0
  private(set) var stop: StoppingRule.Reason?
  private(set) var failure: Failure?
  /// The epoch, from 1, and the examples of the step that would have come next when the limit was reached.
  private(set) var next: (epoch: Int, examples: ArraySlice<Int>)?

  init(_ training: Training, _ source: any GradientSource, examples: Int, stepLimit: Int? = nil) {
    self.training = training
    self.source = source
    self.stepLimit = stepLimit ?? training.stepLimit ?? .max
    all = Array(0..<examples)
    shuffling = training.shuffling
    watch = StoppingWatch(training.stop)
  }

  /// Has something look at the parameters before every so many epochs, and at the end.
  mutating func observe(every: Int, _ look: @escaping (_ epoch: Int) -> Void) { observer = (max(1, every), look) }

  private func show(_ epoch: Int) {
    if let observer, epoch % observer.every == 0 { observer.look(epoch) }
  }

  mutating func run(with optimizer: inout some Optimizer) {
    defer { observer?.look(max(0, costs.count - 1)) }
    if training.isPlainDescent(with: optimizer) { return descend() }
    optimizer.prepare(sizes: training.model.parameterSizes)
    for epoch in 0..<training.epochs {
      show(epoch)
      let rate = training.schedule.rate(training.rate, epoch: epoch, of: training.epochs)
      shuffling?.shuffle(all.count)
      let goesOn =
        if let batch = training.batch, batch < all.count {
          runEpoch(epoch, inBatchesOf: batch, rate: rate, with: &optimizer)
        } else {
          runEpoch(epoch, rate: rate, with: &optimizer)
        }
      guard goesOn else { return }
    }
    _ = record(source.evaluate(all[...]), epoch: training.epochs)
  }

  /// The same steps as in `run`, many in one go.
  private mutating func descend() {
    let wanted = min(training.epochs, stepLimit)
    // Long enough that what happens between two stretches does not count, and short for the nearest cache.
    var stretch = [Double](repeating: 0, count: min(wanted, 1024))
    costs.reserveCapacity(min(training.epochs, 1 << 24) + 1)
    while steps < wanted {
      show(steps)
      var length = min(wanted - steps, stretch.count)
      if let observer { length = min(length, observer.every - steps % observer.every) }
      let count = stretch.withUnsafeMutableBufferPointer {
        source.descend(rate: training.rate, costs: UnsafeMutableBufferPointer(rebasing: $0[..<length]))
      }
      costs += stretch[..<count]
      steps += count
      guard count == length else { break }
    }
    if record(source.evaluate(), epoch: steps), steps < training.epochs { next = (steps + 1, all[...]) }
  }

  /// One step on all examples, whose cost is that of the step. Says whether training goes on.
  private mutating func runEpoch(_ epoch: Int, rate: Double, with optimizer: inout some Optimizer) -> Bool {
    guard record(source.differentiate(), epoch: epoch), !isAtLimit(epoch, all[...]) else { return false }
    source.update(with: &optimizer, rate: rate)
    steps += 1
    return true
  }

  private mutating func runEpoch(
    _ epoch: Int, inBatchesOf batch: Int, rate: Double, with optimizer: inout some Optimizer
  ) -> Bool {
    guard record(source.evaluate(all[...]), epoch: epoch) else { return false }
    let order = shuffling?.order ?? all
    var first = 0
    if optimizer is GradientDescent, training.order == .atOnce {
      // As many in one go as there are whole batches.
      let count = min(order.count / batch, stepLimit - steps) * batch
      let made = source.descend(rate: rate, through: order[..<count], batch: batch)
      steps += made
      first = made * batch
    }
    for start in stride(from: first, to: order.count, by: batch) {
      let examples = order[start..<min(start + batch, order.count)]
      if isAtLimit(epoch, examples) {
        if start > 0 { _ = record(source.evaluate(all[...]), epoch: epoch) }
        return false
      }
      guard step(on: examples, rate: rate, with: &optimizer) else {
        failure = Failure(epoch: epoch + 1, steps: steps, examples: examples)
        return false
      }
    }
    return true
  }

  /// One step; false, and none, if the cost of the examples is not finite.
  ///
  /// - Precondition: the optimizer is prepared.
  @discardableResult
  mutating func step(on examples: ArraySlice<Int>, rate: Double, with optimizer: inout some Optimizer) -> Bool {
    source.choose(examples: examples)
    guard source.differentiate().isFinite else { return false }
    source.update(with: &optimizer, rate: rate)
    steps += 1
    return true
  }

  /// Keeps the cost before an epoch. Says whether training goes on.
  private mutating func record(_ cost: Double, epoch: Int) -> Bool {
    guard cost.isFinite else {
      failure = Failure(epoch: epoch + 1, steps: steps, examples: all[...])
      return false
    }
    costs.append(cost)
    if epoch < training.epochs { stop = watch.reason(toStopAt: cost) }
    return stop == nil
  }

  private mutating func isAtLimit(_ epoch: Int, _ examples: ArraySlice<Int>) -> Bool {
    if steps >= stepLimit { next = (epoch + 1, examples) }
    return steps >= stepLimit
  }
}

extension Training {
  /// Whether nothing is to be decided between one step and the next.
  fileprivate func isPlainDescent(with optimizer: some Optimizer) -> Bool {
    optimizer is GradientDescent && order == .atOnce && schedule == .constant && stop == StoppingRule()
      && stepsPerEpoch(of: model.examples) == 1
  }
}
