/// Which quantity the words of a sentence point to where the grammar does not know them, and which one the letter of its
/// symbol does: a `teacher's answer` is a target, and so is rather a d than a w.
///
/// What is conjectured from hints is only taken for the meaning where the document's equations bear it out. Two quantities
/// that a usual mistake puts in each other's place, as a weighted input and an activation, therefore share no word: a false
/// equation must not find the reading in which it is true.
enum NotationHints {
  private struct Hint: Sendable {
    /// As the grammar says it.
    let noun: String
    /// Beginnings of words.
    let stems: [String]
    let letters: Set<String>
  }

  private static let all: [Hint] = [
    Hint(
      noun: "weights",
      stems: ["weigh", "connect", "synap", "coupling", "coefficient", "slope", "link", "edge", "arrow"],
      letters: ["w", "W", "v", "V", "u", "U", "\\theta", "\\Theta", "\\omega"]),
    Hint(noun: "threshold", stems: ["threshold"], letters: ["\\theta", "\\Theta", "T", "\\vartheta"]),
    Hint(
      noun: "biases", stems: ["bias", "offset", "intercept", "shift"],
      letters: ["b", "B", "c", "\\beta", "\\mathbf{b}"]),
    Hint(
      noun: "weighted inputs",
      stems: [
        "net", "pre", "linear", "affine", "weighted", "sum", "summed", "potential", "logit", "score", "field",
        "aggregat",
        "combin", "stimulation", "excitation", "before", "into", "incoming", "total", "adder",
        "summator", "combiner", "arriv", "receiv", "enter",
      ],
      letters: ["z", "Z", "s", "S", "n", "net", "\\xi"]),
    Hint(
      noun: "activations",
      stems: [
        "activ", "output", "response", "state", "firing", "fires", "representation", "emission", "emits", "reaction",
        "answer", "after", "squashed", "sends", "passes", "values",
      ],
      letters: ["a", "A", "h", "H", "o", "O", "out", "r"]),
    Hint(
      noun: "errors", stems: ["error", "delta", "sensitiv", "responsib", "blame", "credit", "fault"],
      letters: ["\\delta", "\\Delta", "e", "d", "\\varepsilon", "\\epsilon"]),
    Hint(
      noun: "inputs",
      stems: [
        "input", "feature", "attribute", "predictor", "pixel", "covariate", "regressor", "datum", "data", "presynaptic",
        "spin",
      ],
      letters: ["x", "X", "i", "u"]),
    Hint(
      noun: "targets",
      stems: [
        "target", "desired", "label", "truth", "true", "teach", "correct", "gold", "wanted", "right", "reference",
        "ground", "one-hot", "should", "ought", "known", "wished", "wants",
      ],
      letters: ["t", "T", "d", "D", "y", "Y"]),
    Hint(
      noun: "predictions",
      stems: ["predict", "output", "estimat", "guess", "probab", "network", "fitted", "belief", "softmax"],
      letters: ["\\hat{y}", "\\hat y", "\\hat{Y}", "o", "O", "p", "P", "f", "q"]),
    Hint(
      noun: "loss",
      stems: [
        "loss", "cost", "error", "energy", "objective", "criterion", "risk", "misfit", "likelihood", "entropy",
        "discrepanc", "deviance", "goal", "deviation", "penalty",
      ],
      letters: ["C", "J", "E", "L", "\\ell", "\\mathcal{L}", "\\mathcal{E}", "Q", "R", "F"]),
    Hint(
      noun: "learning rate", stems: ["rate", "learning", "step", "pace", "gain", "speed"],
      letters: ["\\eta", "\\alpha", "\\epsilon", "\\gamma", "\\mu", "\\rho"]),
  ]

  /// What an index may count.
  static let placeWords = Set(
    (NotationWording.unitWords + NotationWording.exampleWords + ["layer", "example", "class", "neurone", "cell"])
      .compactMap { $0.split(separator: " ").last.map(String.init) })

  /// Words that make another quantity of the one that they stand with, so that the others say too little without them.
  static let transforming: Set<String> = [
    "derivative", "derivatives", "gradient", "gradients", "partial", "jacobian", "negative", "minus", "change",
    "changes",
    "difference", "inverse", "reciprocal", "transpose", "transposed", "square", "root", "log", "logarithm",
    "exponential",
    "update", "increment", "correction", "new", "old", "updated", "number", "count", "norm", "ratio", "variance",
    "without",
    "not", "no", "except", "excluding", "times", "plus", "half", "twice", "moment", "momentum", "velocity", "decay",
    "function", "product",
  ]

  /// Words that do not so in what names a cost: `the negative log-likelihood`.
  static let ofCosts: Set<String> = ["negative", "log", "square", "root", "logarithm", "difference"]

  /// Words that say how numbers are arranged, or which of them are meant.
  static let arranging: Set<String> = [
    "entry", "row", "rows", "column", "columns", "previous", "shape", "dimension", "dimensions", "size", "next",
    "batch",
  ]

  /// Words that add something to a matrix or vector, or take it away, wherever they stand.
  static let augmenting: Set<String> = [
    "ones", "leading", "extra", "augmented", "extended", "including", "without", "plus", "appended", "prepended",
  ]

  /// Words behind which a noun is another one's, besides prepositions.
  static let joining: Set<String> = [
    "into", "onto", "that", "which", "where", "when", "whose", "upon", "through", "before", "after", "per", "and", "or",
    "until", "than", "about", "against", "towards", "within", "inside", "among", "behind", "under", "above", "below",
    "during", "what", "whatever",
  ]

  /// What comes out if all is well.
  private static let oughts = [
    "desired", "target", "truth", "true", "teach", "correct", "gold", "wanted", "right", "wished",
  ]

  /// Words that leave it to the next noun what is meant: `the value of pixel k`.
  static let transparent: Set<String> = [
    "the", "a", "an", "of", "value", "values", "component", "element", "coordinate", "vector", "matrix", "set", "list",
    "array",
  ]

  /// Pairs of which a usual mistake takes one for the other.
  private static let partners = [["targets", "predictions"], ["weighted inputs", "activations"]]

  static func isHint(_ word: String) -> Bool { all.contains { $0.stems.contains { word.hasPrefix($0) } } }

  /// The nouns that a sentence may mean, the likeliest first: those of its words, of these those of its letter if there are
  /// any; those of its letter where no word points anywhere.
  static func nouns(words: [String], letter: String) -> [String] {
    func place(_ hint: Hint) -> Int? {
      words.firstIndex { word in
        word.split(separator: "-").contains { part in hint.stems.contains { part.hasPrefix($0) } }
          || hint.stems.contains(word)
      }
    }
    var said = all.compactMap { hint in place(hint).map { (hint: hint, place: $0) } }
    func isSaid(_ noun: String) -> Bool { said.contains { $0.hint.noun == noun } }
    // `the output of the adder` is what the adder adds up; `the estimate of the desired output` is none of what is desired.
    if isSaid("weighted inputs") { said.removeAll { $0.hint.noun == "activations" } }
    if let target = said.first(where: { $0.hint.noun == "targets" }),
      let prediction = said.first(where: { $0.hint.noun == "predictions" })
    {
      let other = target.place <= prediction.place ? ["predictions", "activations"] : ["targets"]
      said.removeAll { other.contains($0.hint.noun) }
    }
    let spelled = said.filter { $0.hint.letters.contains(letter) }
    // What ought to come out is a target, whatever its letter is.
    let first = said.map(\.place).min()
    if let first, oughts.contains(where: { words[first].hasPrefix($0) }) {
      return ["targets"] + spelled.map(\.hint.noun).filter { $0 != "targets" && $0 != "activations" }
    }
    if !spelled.isEmpty { return spelled.map(\.hint.noun) }
    let names = said.sorted { $0.place < $1.place }.map(\.hint.noun)
    // A letter speaks against what the words say only where nobody takes the one for the other.
    let others = all.filter { $0.letters.contains(letter) && !names.contains($0.noun) }.map(\.noun)
    return names
      + others.filter { other in
        !partners.contains { pair in
          pair.contains(other) && pair.contains { $0 != other && (names + others).contains($0) }
        }
      }
  }
}
