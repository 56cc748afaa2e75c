extension Schedule {
  /// `η (t + 1) / n` in epoch t from 0 while that is less than η, then η. P. Goyal et al., Accurate, large minibatch SGD,
  /// 2017, section 2.2; PyTorch's `LinearLR` with `start_factor` 1/n and `total_iters` n - 1.
  package static let warmUp = Schedule(
    "warming up", aliases: ["linear warm-up", "warm-up"], form: "warming up over <epochs> epochs",
    summary: "The learning rate grows evenly over the first epochs, and then stays.", arguments: [(.epochs, 5)]
  ) { rate, epoch, _, arguments in
    rate * min(1, Double(epoch + 1) / arguments[.epochs])
  }
}
