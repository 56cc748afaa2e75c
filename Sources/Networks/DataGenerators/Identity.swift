extension DataGenerator {
  /// The rows of the identity matrix, each its own target: the encoder problem of D. H. Ackley, G. E. Hinton and
  /// T. J. Sejnowski, A learning algorithm for Boltzmann machines, 1985.
  package static let identity = DataGenerator(
    "identity", summary: "The rows of the identity matrix, each its own target, for an autoencoder.", size: (.width, 8)
  ) { settings, _ in
    let width = Int(settings[.width])
    var examples = Examples(inputs: width, targets: width)
    for row in 0..<width {
      let unit = (0..<width).map { $0 == row ? 1.0 : 0 }
      examples.add(unit, unit)
    }
    return examples
  }
}
