/// Where the biases stand beside the weights, and the 1 that they multiply: `with the biases in the first column`, `without biases`.
enum NotationBiases {
  typealias Rule = NotationWording.Rule

  static let rules: [Rule] =
    places + ones
    + ["biases", "their bias", "their biases", "bias"].map { Rule("without \($0)", "without its bias") }
    // A noun of the language.
    + [Rule("weighted inputs without biases", "weighted inputs without biases")]

  private static let places: [Rule] = ["column", "row"].flatMap { line in
    // An ordinal before a line has become a number by now.
    [("\(line) 0", "\(line) 0"), ("\(line) 1", "\(line) 0"), ("last \(line)", "the last \(line)")].flatMap {
      written, place in
      ["bias", "biases", "its bias", "its biases", "their biases"].flatMap { bias in
        ["as", "in"].map { Rule("with \(bias) \($0) \(written)", "with the bias as \(place)") }
      }
    }
  }

  private static let ones: [Rule] = ["leading", "trailing"].flatMap { end in
    ["with \(end) one", "with \(end) 1", "with \(end) ones"].map { Rule($0, "with a \(end) 1") }
  }
}
