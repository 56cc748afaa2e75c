extension DataGenerator {
  /// Normally distributed points around a centre for each class, the centres uniform between -10 and 10 in both
  /// directions, as scikit-learn's `make_blobs` without its shuffling and with random numbers of its own.
  package static let blobs = DataGenerator(
    "blobs", summary: "Normally distributed points around a random centre for each class.", size: (.examples, 100),
    options: [(.classes, 3), (.deviation, 1)], isRandom: true
  ) { settings, random in
    let (classes, deviation) = (Int(settings[.classes]), settings[.deviation])
    let centres = (0..<classes).map { _ in (x: random.uniform(10), y: random.uniform(10)) }
    var examples = Examples(classes: classes)
    for (number, count) in shares(of: Int(settings[.examples]), among: classes).enumerated() {
      for _ in 0..<count {
        examples.add(
          centres[number].x + deviation * random.normal(), centres[number].y + deviation * random.normal(),
          class: number)
      }
    }
    return examples
  }
}
