import Tensors

extension DataGenerator {
  /// `y = sin x` with normally distributed noise, at evenly spaced x from 0 to 2π. The curve of C. M. Bishop, Pattern
  /// Recognition and Machine Learning, 2006, section 1.1, on the scale of x.
  package static let sine = DataGenerator(
    "sine", summary: "One wave of the sine at evenly spaced points from 0 to 2π.", size: (.examples, 100),
    options: [(.noise, 0)], isRandom: true
  ) { settings, random in
    var examples = Examples(inputs: 1, targets: 1)
    for x in evenlySpaced(Int(settings[.examples]), from: 0, to: 2 * .pi) {
      examples.add([x], [Elementary.sin(x) + settings[.noise] * random.normal()])
    }
    return examples
  }
}
