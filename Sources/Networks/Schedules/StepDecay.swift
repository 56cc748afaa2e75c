extension Schedule {
  /// `η · γ^⌊t/n⌋` in epoch t from 0, as PyTorch's `StepLR`.
  package static let stepDecay = Schedule(
    "times", aliases: ["multiplied by"], form: "times <factor> every <epochs> epochs",
    summary: "The learning rate is multiplied by the factor each time that many epochs have passed.",
    arguments: [(.factor, 0.1), (.epochs, 1)]
  ) { rate, epoch, _, arguments in
    rate * arguments[.factor].power(epoch / Int(arguments[.epochs]))
  }

  /// Step decay with the factor ½.
  package static let halving = Schedule(
    "halved every", form: "halved every <epochs> epochs",
    summary: "The learning rate is halved each time that many epochs have passed.", arguments: [(.epochs, 1)]
  ) { rate, epoch, _, arguments in
    rate * 0.5.power(epoch / Int(arguments[.epochs]))
  }
}
