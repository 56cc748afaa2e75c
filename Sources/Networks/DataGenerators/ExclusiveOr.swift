extension DataGenerator {
  /// The four rows of exclusive or, the table that no single unit can learn. M. Minsky and S. Papert, Perceptrons, 1969.
  package static let xor = DataGenerator("xor", aliases: ["exclusive or"], summary: "The four rows of exclusive or.") {
    _, _ in
    var examples = Examples(inputs: 2, targets: 1)
    for (x1, x2) in [(0.0, 0.0), (0, 1), (1, 0), (1, 1)] { examples.add([x1, x2], [x1 == x2 ? 0 : 1]) }
    return examples
  }
}
