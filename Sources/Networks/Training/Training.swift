package import Tensors

/// How a network is trained: in epochs, each of which goes once through all examples, by steps on some of them.
package struct Training: Sendable {
  package let model: Model
  package var epochs: Int
  /// The learning rate of the first epoch, as far as the schedule leaves it.
  package var rate: Double
  package var schedule = Schedule.constant
  /// How many examples a step takes, the last of an epoch fewer if the others leave fewer; nil for all of them.
  package var batch: Int?
  /// The order in which the examples come; nil for that of the data.
  package var shuffling: Shuffling?
  /// Where it is given, training ends after so many steps, be it within an epoch.
  package var stepLimit: Int?
  package var stop = StoppingRule()
  package var order = Order.atOnce

  /// When the layers take their steps.
  package enum Order: Sendable, Hashable {
    /// All of them once every derivative is known.
    case atOnce
    /// Each as soon as its own derivatives are known, and those of the layers before it are formed from its new weights.
    /// This is not gradient descent, but what programs do that update too early.
    case onTheWayBack
  }

  /// - Parameter model: one with as many examples as the data
  package init(of model: Model, epochs: Int, rate: Double) {
    self.model = model
    self.epochs = epochs
    self.rate = rate
  }

  /// How many steps an epoch has.
  package func stepsPerEpoch(of examples: Int) -> Int {
    let batch = max(1, min(batch ?? examples, examples))
    return examples / batch + (examples % batch == 0 ? 0 : 1)
  }

  /// Trains from `parameters` on, and from where the optimizer is. Frozen parameters stay as they are; a shared bias takes
  /// the sum of its units' derivatives. The cost of some examples is formed as that of all: a mean is one over those.
  ///
  /// When a quantity becomes infinite or undefined, training stops: the record has the last parameters with which all
  /// was finite, and says where it happened.
  ///
  /// - Throws: what does not fit the model's network.
  package func run(
    with optimizer: inout some Optimizer, from parameters: Parameters, on data: DataSet
  ) throws(ShapeError) -> TrainingRecord {
    let source = try model.gradientSource(from: parameters, on: data, batch: batch, updating: order)
    let untouched = optimizer
    var course = TrainingCourse(self, source, examples: data.examples)
    course.run(with: &optimizer)
    var record = TrainingRecord(parameters: parameters)
    record.shuffling = course.shuffling
    if let failure = course.failure {
      // Training is deterministic: what is not kept on the way is had by going the same way again, one step less.
      optimizer = untouched
      let again = try model.gradientSource(from: parameters, on: data, batch: batch, updating: order)
      var shorter = TrainingCourse(self, again, examples: data.examples, stepLimit: max(0, failure.steps - 1))
      shorter.run(with: &optimizer)
      record.parameters = model.parameters(parameters, as: again)
      record.nonFinite = try firstNonFinite(failure, after: shorter, record.parameters, optimizer, on: data)
      (record.costs, record.steps) = (course.costs, shorter.steps)
    } else {
      record.parameters = model.parameters(parameters, as: source)
      (record.costs, record.steps, record.stop) = (course.costs, course.steps, course.stop)
    }
    return record
  }

  /// Where the number comes from that made `failure`: a derivative, the last in the order of computation and so the
  /// first on the way back; the update; or, all of these finite, a value on the way forward.
  ///
  /// - Parameters:
  ///   - course: the one that ended a step before
  ///   - parameters: those that it left
  private func firstNonFinite(
    _ failure: TrainingCourse.Failure, after course: TrainingCourse, _ parameters: Parameters,
    _ optimizer: some Optimizer, on data: DataSet
  ) throws(ShapeError) -> NonFinite {
    var parameters = parameters
    if let (epoch, examples) = course.next, failure.steps > 0 {
      let run = try model.run(parameters, on: examples, of: data)
      // Only on paths to a parameter: the derivative by a target may well be infinite.
      let gradients = run.gradients(of: run.model.cost, by: run.model.parameters.map(\.node))
      if let node = run.model.graph.ids.last(where: { !gradients[$0].isFinite }) {
        return NonFinite(epoch: epoch, run.model.quantity(of: node), .derivative)
      }
      let source = try model.gradientSource(from: parameters, on: data, batch: batch, updating: order)
      var last = TrainingCourse(self, source, examples: data.examples)
      var optimizer = optimizer
      last.step(on: examples, rate: schedule.rate(rate, epoch: epoch - 1, of: epochs), with: &optimizer)
      parameters = model.parameters(parameters, as: source)
      if let place = model.parameters.first(where: { !(parameters[$0.place]?.isFinite ?? true) }) {
        return NonFinite(epoch: epoch, model.quantity(of: place.node), .update)
      }
    }
    let run = try model.run(parameters, on: failure.examples, of: data)
    // The interpreter sums in another order than a plan: at the very edge of the range of numbers it may get by.
    return NonFinite(epoch: failure.epoch, run.firstNonFinite ?? .cost, .value)
  }
}
