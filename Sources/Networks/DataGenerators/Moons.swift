import Tensors

extension DataGenerator {
  /// Two half circles that reach into each other, as scikit-learn's `make_moons` without its shuffling: the upper has
  /// class 0 and ⌊n/2⌋ of the examples.
  package static let moons = DataGenerator(
    "moons", summary: "Two half circles that reach into each other.", size: (.examples, 100), options: [(.noise, 0)],
    isRandom: true
  ) { settings, random in
    let (count, noise) = (Int(settings[.examples]), settings[.noise])
    var examples = Examples(classes: 2)
    for angle in evenlySpaced(count / 2, from: 0, to: .pi) {
      examples.add(
        Elementary.cos(angle) + noise * random.normal(), Elementary.sin(angle) + noise * random.normal(), class: 0)
    }
    for angle in evenlySpaced(count - count / 2, from: 0, to: .pi) {
      examples.add(
        1 - Elementary.cos(angle) + noise * random.normal(), 0.5 - Elementary.sin(angle) + noise * random.normal(),
        class: 1)
    }
    return examples
  }
}
