extension Initializer {
  /// Uniform between ±√(6 / (fan in + fan out)), as PyTorch's `xavier_uniform_` with gain 1. X. Glorot and Y. Bengio,
  /// Understanding the difficulty of training deep feedforward neural networks, 2010, equation 16.
  package static let xavier = Initializer(
    "xavier", aliases: ["glorot", "xavier uniform"],
    summary: "Uniform within √(6 / (units before + units)), for sigmoid and tanh."
  ) { fanIn, fanOut, _, random in
    random.uniform((6 / (fanIn + fanOut)).squareRoot())
  }

  /// Normal with variance 2 / (fan in + fan out), as PyTorch's `xavier_normal_` with gain 1.
  package static let xavierNormal = Initializer(
    "xavier normal", aliases: ["glorot normal"], summary: "Normal with variance 2 / (units before + units)."
  ) { fanIn, fanOut, _, random in
    (2 / (fanIn + fanOut)).squareRoot() * random.normal()
  }
}
