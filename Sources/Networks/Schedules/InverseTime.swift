extension Schedule {
  /// `η / (1 + k t)` in epoch t from 0, which meets the conditions of H. Robbins and S. Monro, A stochastic approximation
  /// method, 1951; recommended in L. Bottou, Stochastic gradient descent tricks, 2012.
  package static let inverseTime = Schedule(
    "decaying inversely", aliases: ["inverse time decay"], form: "decaying inversely by <amount>",
    summary: "The learning rate is divided by 1 plus the amount times the epochs that have passed.",
    arguments: [(.slowing, 0.01)]
  ) { rate, epoch, _, arguments in
    rate / (1 + arguments[.slowing] * Double(epoch))
  }
}
