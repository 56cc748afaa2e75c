extension Initializer {
  /// Normal with variance 2 / fan in, as PyTorch's `kaiming_normal_` for relu. K. He, X. Zhang, S. Ren and J. Sun, Delving
  /// deep into rectifiers, 2015, equation 10.
  package static let he = Initializer(
    "he", aliases: ["he normal", "kaiming"], summary: "Normal with variance 2 / units before, for relu."
  ) { fanIn, _, _, random in
    (2 / fanIn).squareRoot() * random.normal()
  }

  /// Uniform between ±√(6 / fan in), as PyTorch's `kaiming_uniform_` for relu.
  package static let heUniform = Initializer(
    "he uniform", aliases: ["kaiming uniform"], summary: "Uniform within √(6 / units before)."
  ) { fanIn, _, _, random in
    random.uniform((6 / fanIn).squareRoot())
  }
}
