import Tensors

extension DataGenerator {
  /// A circle of radius 1, of class 0 and with ⌊n/2⌋ of the examples, around a smaller one, as scikit-learn's
  /// `make_circles` without its shuffling.
  package static let circles = DataGenerator(
    "circles", summary: "A circle around a smaller one.", size: (.examples, 100),
    options: [(.noise, 0), (.ratio, 0.8)],
    isRandom: true
  ) { settings, random in
    let (count, noise) = (Int(settings[.examples]), settings[.noise])
    var examples = Examples(classes: 2)
    for (number, size, radius) in [(0, count / 2, 1), (1, count - count / 2, settings[.ratio])] {
      for angle in evenlySpaced(size, from: 0, to: 2 * .pi, reachesEnd: false) {
        examples.add(
          radius * Elementary.cos(angle) + noise * random.normal(),
          radius * Elementary.sin(angle) + noise * random.normal(), class: number)
      }
    }
    return examples
  }
}
