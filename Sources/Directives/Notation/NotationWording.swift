import Catalog
import Networks
import Synchronization

/// What authors write, and how the grammar of sentences says it: `the weight matrix of the hidden layer` is `the weights of
/// layer hidden`.
///
/// A sentence is read in the words of this table first. What is not in it stays as it is, so that the words of the grammar
/// itself need no line.
enum NotationWording {
  /// What stands in a sentence, and what of the grammar stands for it; `*` is an index: a letter, a number or a formula. In the
  /// replacement `*2` is the second one, and `*` the next.
  struct Rule: Sendable {
    let pattern: String
    let replacement: String

    init(_ pattern: String, _ replacement: String) { (self.pattern, self.replacement) = (pattern, replacement) }

    fileprivate var firstWord: Substring {
      pattern[..<(pattern.utf8.firstIndex(of: UInt8(ascii: " ")) ?? pattern.endIndex)]
    }

    /// Empty where there is only one.
    fileprivate var secondWord: Substring {
      var words = PatternWords(pattern)
      _ = words.next()
      return words.next() ?? ""
    }

    fileprivate var wordCount: Int { pattern.utf8.reduce(1) { $1 == UInt8(ascii: " ") ? $0 + 1 : $0 } }
  }

  /// The rules that begin with one word: every run makes some thousand of them, and few sentences have most of the words.
  final class Group: Sendable {
    private let written: [@Sendable () -> [Rule]]
    private let ordered = Mutex<(rules: [Rule], places: [Substring: [Int]])?>(nil)

    fileprivate init(_ written: [@Sendable () -> [Rule]]) { self.written = written }

    /// Those that go on with one of some words or with an index, or end with the first word: the longest first.
    func rules(goingOnWith words: [String]) -> [Rule] {
      ordered.withLock { ordered in
        let (rules, places) = ordered ?? inOrder
        ordered = (rules, places)
        let found = (["", "*"] + words).flatMap { places[$0[...]] ?? [] }
        return found.sorted().map { rules[$0] }
      }
    }

    /// The longest first, and where those are that have a second word, or none.
    private var inOrder: (rules: [Rule], places: [Substring: [Int]]) {
      let counted = written.flatMap { $0() }.enumerated().map { (words: $1.wordCount, place: $0, rule: $1) }
      let sorted = counted.sorted { ($1.words, $0.place) < ($0.words, $1.place) }.map(\.rule)
      return (sorted, Dictionary(grouping: sorted.indices, by: { sorted[$0].secondWord }))
    }
  }

  /// Many rules that begin with one word, which are made when a sentence has it.
  struct Family: Sendable {
    fileprivate let firstWord: Substring
    fileprivate let rules: @Sendable () -> [Rule]

    /// - Parameter words: which all of the rules begin with
    init(beginningWith words: String, rules: @escaping @Sendable () -> [Rule]) {
      (firstWord, self.rules) = (Rule(words, "").firstWord, rules)
    }
  }
  private enum Section {
    case rules([Rule])
    case families([Family])
  }

  /// Tables of rules in the order in which a sentence goes through them; each by the word that its rules begin with.
  static let passes: [[Substring: Group]] = [
    [.rules(NotationConnections.rules + NotationRows.ofUnits)],
    [
      .rules(
        NotationSynonyms.all.flatMap { noun in noun.others.map { Rule($0, noun.name) } } + NotationSynonyms.arrays
          + layers + places + layouts + NotationFunctions.names.map { Rule($0, "activation function") }),
      .families(NotationFunctions.ofLayers),
      .rules(
        NotationFunctions.rules + NotationConnections.layers + NotationCosts.rules + NotationSizes.rules + derivatives
          + NotationValues.rules),
    ],
    [.rules(NotationSizes.units)],
    [.rules(NotationRows.rules)],
  ].map(table)

  private static func table(_ sections: [Section]) -> [Substring: Group] {
    var written: [Substring: [@Sendable () -> [Rule]]] = [:]
    for section in sections {
      switch section {
      case .rules(let rules):
        for (word, rules) in Dictionary(grouping: rules, by: \.firstWord) {
          written[word, default: []].append { rules }
        }
      case .families(let families):
        for family in families { written[family.firstWord, default: []].append(family.rules) }
      }
    }
    return written.mapValues(Group.init)
  }

  /// What an ordinal may stand before: `the i-th hidden unit`.
  static let counted: [[String]] =
    (["unit", "example", "class", "layer", "input", "output", "target", "prediction", "activation", "weighted input"]
    + ["error", "bias", "weight", "row", "column", "entry", "component", "element"]
    + exampleWords + NotationSynonyms.all.flatMap(\.others)
    + unitWords.flatMap { ["hidden \($0)", "output \($0)", "input \($0)", $0] })
    .map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }

  /// All words for a quantity, the grammar's and those of authors.
  static let nouns: Set<[String]> = {
    let names = QuantityNoun.all.flatMap(\.entry.spellings) + NotationSynonyms.all.flatMap(\.others)
    let vectors = ["features", "inputs", "outputs", "activations", "weights", "biases", "targets", "labels"]
    return Set((names + vectors.map { "vector of \($0)" }).map { $0.split(separator: " ").map(String.init) })
  }()

  /// What each example has one of, so that an ordinal before it counts examples: `the i-th input vector`.
  static let ofExamples: Set<[String]> = Set(
    (["input vector", "output vector", "target vector", "prediction vector"]
      + NotationSynonyms.all.filter { ["inputs", "targets", "predictions"].contains($0.name) }.flatMap(\.others))
      .filter { $0.hasSuffix(" vector") }.map { $0.split(separator: " ").map(String.init) })

  /// All that training changes, one at a time.
  static let parameters = [
    "parameter vector", "parameters of network", "parameters of model", "parameters", "parameter", "all parameters",
    "vector of parameters", "vector of all parameters", "set of parameters", "set of all parameters",
    "network parameters", "model parameters", "weights and biases", "all weights and biases",
  ]
  /// Words that say something else of the output layer: its units are counted, and its output is the prediction.
  private static let notOfOutput = ["units", "outputs", "output", "vector", "representation", "features"]

  /// Which layer an adjective names.
  private static let layers: [Rule] = {
    let names = [
      ("weights", ["weights", "weight matrix"]), ("weight", ["weight"]), ("biases", ["biases", "bias vector"]),
      ("bias", ["bias"]),
      ("weighted inputs", ["weighted inputs", "net inputs", "pre-activations", "preactivations"]),
      ("weighted input", ["weighted input", "net input", "pre-activation", "preactivation"]),
      (
        "activations",
        ["activations", "activation vector", "units", "states", "outputs", "vector", "representation", "features"]
      ),
      ("activation", ["activation", "state", "output"]),
      ("errors", ["errors", "deltas", "error terms", "error signals"]),
      ("error", ["error", "delta", "error term", "error signal"]),
      ("activation function", ["activation function", "nonlinearity", "transfer function"]),
    ]
    var rules: [Rule] = []
    for (layer, prefixes) in [
      ("hidden", ["hidden", "hidden layer", "hidden-layer"]), ("output", ["output", "output layer", "output-layer"]),
    ] {
      for prefix in prefixes {
        for (name, others) in names {
          for other in others where !(layer == "output" && notOfOutput.contains(other)) {
            rules.append(Rule("\(prefix) \(other)", "\(name) of layer \(layer)"))
            rules.append(Rule("\(prefix) \(other) *", "\(name) * of layer \(layer)"))
          }
        }
      }
    }
    return rules
  }()

  static let unitWords = ["unit", "neuron", "node"]
  static let exampleWords = [
    "training example", "sample", "training sample", "data point", "instance", "observation", "pattern",
    "training pattern", "input pattern", "training pair", "training case", "training instance", "training point",
    "input-output pair", "image", "record", "document", "sentence", "case", "point", "datum", "pair",
  ]
  /// What classes are classes of.
  static let classWords = ["class", "word", "token", "category", "character", "digit", "action"]

  private static let places: [Rule] = {
    // The grammar's own phrase, which has `output layer` in it.
    var rules = [Rule("number of output layer", "number of the output layer")]
    for (layer, others) in [
      ("input", ["input"]), ("hidden", ["hidden"]), ("output", ["output", "last", "final"]),
      // Whatever they are called: `takeRole` has the network.
      ("hidden-1", ["first hidden"]), ("hidden-2", ["second hidden"]), ("hidden-3", ["third hidden"]),
    ] {
      for other in others {
        rules.append(Rule("\(other) layer", "layer \(layer)"))
        for word in ["in", "at", "for"] { rules.append(Rule("\(word) \(other) layer", "of layer \(layer)")) }
      }
    }
    for unit in unitWords {
      for word in ["of", "for", "at", "on", "to"] {
        let preposition = word == "to" ? "to" : "of"
        rules += [
          Rule("\(word) hidden \(unit) *", "\(preposition) unit * of layer hidden"),
          Rule("\(word) output \(unit) *", "\(preposition) unit * of layer output"),
          Rule("\(word) input \(unit) *", "\(preposition) unit * of layer input"),
          Rule("\(word) \(unit) *", "\(preposition) unit *"),
        ]
      }
      // The only one of its layer.
      for word in ["of", "for", "at"] { rules.append(Rule("\(word) output \(unit)", "of unit 1 of layer output")) }
      rules.append(Rule("to output \(unit)", "to unit 1 of layer output"))
      rules.append(Rule("input to output \(unit)", "weighted input of unit 1 of layer output"))
      for layer in ["hidden ", "output ", ""] {
        rules.append(
          Rule(
            "input to \(layer)\(unit) *",
            "weighted input of unit *\(layer.isEmpty ? "" : " of layer \(layer.dropLast())")"))
      }
      for layer in ["hidden ", "input ", "output ", ""] { rules.append(Rule("from \(layer)\(unit) *", "from unit *")) }
      for word in ["from", "for", "of", "with"] {
        for incoming in ["incoming", "sending", "source", "presynaptic", "preceding", "previous"] {
          rules.append(Rule("\(word) \(incoming) \(unit) *", "from unit *"))
        }
      }
      rules += [
        Rule("activation function of hidden \(unit) *", "activation function of layer hidden"),
        Rule("activation function of output \(unit) *", "activation function of layer output"),
        Rule("input \(unit) *", "input *"),
        Rule("class label of output \(unit) *", "target of unit *"),
        Rule("class label of \(unit) *", "target of unit *"),
        Rule("hidden \(unit) *", "activation of unit * of layer hidden"),
        Rule("output \(unit) *", "activation of unit * of layer output"),
        Rule("between \(unit) * and \(unit) *", "from unit * to unit *"),
      ]
    }
    for unit in unitWords {
      // The only input.
      rules.append(Rule("from input to hidden \(unit) *", "from unit 1 to unit * of layer hidden"))
      rules.append(Rule("from input to output \(unit)", "from unit 1 to unit 1 of layer output"))
    }
    for name in ["bias", "weight", "biases", "weights"] {
      for last in ["final", "last"] { rules.append(Rule("\(last) \(name)", "\(name) of layer output")) }
    }
    // A weight by the unit that has it: `the weight of hidden unit h from input j`, `the j-th weight of neuron i`.
    for unit in unitWords + ["class"] {
      for layer in ["hidden ", "output ", ""] {
        let of = layer.isEmpty ? "" : " of layer \(layer.dropLast())"
        for from in ["from", "for"] {
          rules += ["input", "feature"].map { input in
            Rule("weight of \(layer)\(unit) * \(from) \(input) *", "weight to unit * from unit *\(of)")
          }
        }
        for from in unitWords.flatMap({ [$0, "hidden \($0)", "input \($0)"] }) {
          rules.append(
            Rule("weight of \(layer)\(unit) * from \(from) *", "weight to unit * from unit *\(of)"))
        }
        rules.append(Rule("weight * of \(layer)\(unit) *", "weight to unit *2 from unit *1\(of)"))
      }
      for from in unitWords.flatMap({ [$0, "hidden \($0)"] }) {
        rules.append(Rule("weight of output \(unit) from \(from) *", "weight to unit 1 from unit * of layer output"))
      }
    }
    for input in ["input", "feature"] {
      for of in ["of", "for", "on"] { rules.append(Rule("weight \(of) \(input) *", "weight from unit *")) }
    }
    for whole in ["network", "model", "neural network"] {
      rules.append(Rule("output * of \(whole)", "prediction *"))
    }
    for word in ["hidden", "output"] {
      rules += [
        Rule("from input * to \(word) unit *", "from unit * to unit * of layer \(word)"),
        Rule("between input * and \(word) unit *", "from unit * to unit * of layer \(word)"),
      ]
    }
    for (number, word) in ["first", "second", "third", "fourth", "fifth"].enumerated() {
      rules.append(Rule("\(word) layer", "layer \(number + 1)"))
    }
    for score in ["score", "logit", "class score"] {
      for unit in unitWords {
        rules.append(Rule("\(score) of output \(unit) *", "weighted input of unit * of layer output"))
      }
    }
    rules += [
      Rule("from input *", "from unit *"), Rule("to output *", "to unit * of layer output"),
      Rule("to output", "to unit 1 of layer output"),
      Rule("between input and hidden layer", "of layer hidden"),
      Rule("from input to hidden layer", "of layer hidden"),
      Rule("between hidden and output layer", "of layer output"),
      Rule("from hidden to output layer", "of layer output"),
      Rule("logit *", "weighted input * of layer output"), Rule("hidden layer *", "layer *"),
      Rule("output vector of layer", "activations of layer"),
      Rule("logits of layer", "weighted inputs of layer"), Rule("logit of layer", "weighted inputs of layer"),
      Rule("in layer", "of layer"), Rule("at layer", "of layer"), Rule("for layer", "of layer"),
      Rule("of label *", "of unit *"), Rule("for label *", "of unit *"),
      Rule("class label", "class"), Rule("class index", "class"), Rule("true class", "class"),
      Rule("correct class", "class"),
      Rule("to output", "to unit 1 of layer output"), Rule("of neuron", ""), Rule("in network", ""),
      Rule("of network", ""), Rule("of model", ""), Rule("of neural network", ""), Rule("to network", ""),
    ]
    for word in classWords {
      rules += [
        Rule("of \(word) *", "of unit *"), Rule("for \(word) *", "of unit *"),
        Rule("to \(word) *", "to unit * of layer output"),
      ]
    }
    for word in classWords + ["label"] {
      for right in ["true", "correct", "target", "actual"] {
        for of in ["of", "for"] { rules.append(Rule("\(of) \(right) \(word)", "of the target unit")) }
        for vector in ["vector", "encoding"] {
          rules.append(Rule("one-hot \(vector) of \(right) \(word)", "targets"))
        }
      }
    }
    for example in exampleWords {
      rules += [Rule(example, "example"), Rule(example + "s", "examples")]
      for word in ["for", "of", "on", "in"] { rules.append(Rule("\(word) \(example) *", "for example *")) }
      for verb in ["presented", "clamped", "shown", "applied"] {
        rules.append(Rule("when \(example) * is \(verb)", "for example *"))
      }
    }
    return rules + ["for", "of", "on"].map { Rule("\($0) example *", "for example *") }
  }()

  private static let layouts: [Rule] =
    [
      Rule("column vector", "column"), Rule("row vector", "row"),
      Rule("as column vector", "as a column"), Rule("as row vector", "as a row"),
    ] + NotationRows.ofExamples + NotationBiases.rules

  private static let derivatives: [Rule] = {
    var rules: [Rule] = []
    for name in ["derivative", "partial derivative", "gradient", "partial"] {
      for by in ["with respect to", "wrt", "by"] { rules.append(Rule("\(name) of * \(by) *", "derivative of * by *")) }
    }
    rules += [
      Rule("with respect to", "by"), Rule("partial derivative of", "derivative of"),
      Rule("partial derivatives of", "derivatives of"),
    ]
    for name in [
      "change of", "change in", "change in weight", "change of weight", "update of", "increment of", "weight change of",
      "weight update of", "weight change for", "update for", "adjustment of", "correction of", "correction to",
      "correction for", "correction term for", "weight correction term for", "bias correction term for",
      "weight correction for", "bias correction for",
    ] { rules.append(Rule("\(name) *", "step of *")) }
    return rules
  }()
}
