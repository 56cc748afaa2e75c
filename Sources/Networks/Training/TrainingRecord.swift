/// What a training run produced.
package struct TrainingRecord: Sendable, Equatable {
  /// The parameters at the end, or the last with which everything was finite.
  package var parameters: Parameters
  /// The cost of all examples before each epoch, and after the last.
  package var costs: [Double] = []
  /// How many steps were taken.
  package var steps = 0
  /// Why training ended before its last epoch, where a rule said so.
  package var stop: StoppingRule.Reason?
  /// Where the shuffling is, for a training that goes on.
  package var shuffling: Shuffling?
  /// What ended the training early.
  package var nonFinite: NonFinite?

  package init(parameters: Parameters) { self.parameters = parameters }
}

/// The first infinite or undefined number of a training run.
package struct NonFinite: Error, Sendable, Hashable {
  /// The epoch from 1; one more than were asked for, when it appeared in the cost after the last.
  package var epoch: Int
  package var quantity: NodeMeaning
  package var form: Form

  /// In what form the quantity was not finite.
  package enum Form: Sendable, Hashable {
    /// Its value, on the way forward.
    case value
    /// The derivative of the cost by it, on the way back.
    case derivative
    /// Its value after the step, with the value before and the derivative both finite.
    case update
  }

  package init(epoch: Int, _ quantity: NodeMeaning, _ form: Form) {
    (self.epoch, self.quantity, self.form) = (epoch, quantity, form)
  }

  package var layer: Int? { quantity.layer }
}
