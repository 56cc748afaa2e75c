import Tensors

extension Schedule {
  /// `η₁ + ½ (η - η₁)(1 + cos(π t / T))` in epoch t from 0 of T, with η₁ = 0 unless given. I. Loshchilov and F. Hutter,
  /// SGDR: stochastic gradient descent with warm restarts, 2017, without restarts; PyTorch's `CosineAnnealingLR` with
  /// `T_max` the epochs of the training.
  package static let cosine = Schedule(
    "falling along a cosine", aliases: ["cosine"], form: "falling along a cosine [to <rate>]",
    summary: "The learning rate falls along half a wave, to 0 or the rate named, over the epochs of the training.",
    arguments: [(.finalRate, 0)]
  ) { rate, epoch, epochs, arguments in
    let final = arguments[.finalRate]
    return final + 0.5 * (rate - final) * (1 + Elementary.cos(.pi * Double(epoch) / Double(epochs)))
  }
}
