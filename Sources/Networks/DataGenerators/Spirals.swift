import Tensors

extension DataGenerator {
  /// Spirals of Archimedes wound into each other: point i of the n of class k out of K has the radius t = (i + 1) / n and
  /// the angle 2π (t · turns + k / K). After K. J. Lang and M. J. Witbrock, Learning to tell two spirals apart, 1988,
  /// whose two go round three times.
  package static let spirals = DataGenerator(
    "spirals", summary: "Two or more spirals wound into each other.", size: (.examples, 100),
    options: [(.noise, 0), (.classes, 2), (.turns, 1)], isRandom: true
  ) { settings, random in
    let (classes, noise) = (Int(settings[.classes]), settings[.noise])
    var examples = Examples(classes: classes)
    for (number, count) in shares(of: Int(settings[.examples]), among: classes).enumerated() {
      for radius in (1..<(count + 1)).map({ Double($0) / Double(count) }) {
        let angle = 2 * Double.pi * (radius * settings[.turns] + Double(number) / Double(classes))
        examples.add(
          radius * Elementary.cos(angle) + noise * random.normal(),
          radius * Elementary.sin(angle) + noise * random.normal(), class: number)
      }
    }
    return examples
  }

  /// So many examples, divided evenly among classes; the first ones get what is left over, as in scikit-learn.
  static func shares(of examples: Int, among classes: Int) -> [Int] {
    (0..<classes).map { examples / classes + ($0 < examples % classes ? 1 : 0) }
  }
}
