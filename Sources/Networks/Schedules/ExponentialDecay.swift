extension Schedule {
  /// `η · γᵗ` in epoch t from 0, as PyTorch's `ExponentialLR`.
  package static let exponentialDecay = Schedule(
    "decaying exponentially", aliases: ["exponential decay"], form: "decaying exponentially by <factor>",
    summary: "The learning rate is multiplied by the factor after every epoch.", arguments: [(.factor, 0.99)]
  ) { rate, epoch, _, arguments in
    rate * arguments[.factor].power(epoch)
  }
}
