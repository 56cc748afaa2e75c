extension Initializer {
  /// Uniform between ± the argument, 1 unless given.
  package static let uniform = Initializer(
    "uniform", form: "uniform <bound>",
    summary: "Uniform between the bound and its negative; the bound is 1 unless given.",
    argument: 1
  ) { _, _, bound, random in
    random.uniform(bound)
  }

  /// Normal with mean 0 and the argument as standard deviation, 1 unless given.
  package static let normal = Initializer(
    "normal", aliases: ["gaussian"], form: "normal <standard deviation>",
    summary: "Normal with mean 0; the standard deviation is 1 unless given.", argument: 1
  ) { _, _, deviation, random in
    deviation * random.normal()
  }

  package static let zeros = Initializer("zeros", aliases: ["zero"], summary: "All weights 0.") { _, _, _, _ in 0 }
}
