import Networks

/// What authors write, and how the grammar of sentences says it: `the weight matrix of the hidden layer` is `the weights of
/// layer hidden`.
///
/// A sentence is read in the words of this table first. What is not in it stays as it is, so that the words of the grammar
/// itself need no line.
enum NotationWording {
  /// What stands in a sentence, as words; `*` is an index: a letter, a number or a formula.
  struct Rule: Sendable {
    let pattern: [String]
    let replacement: [String]

    init(_ pattern: String, _ replacement: String) {
      self.pattern = pattern.split(separator: " ").map(String.init)
      self.replacement = replacement.split(separator: " ").map(String.init)
    }
  }

  /// Those that begin with a word, the longest first.
  static let rules: [String: [Rule]] = {
    let all = nouns.flatMap { noun in noun.others.map { Rule($0, noun.name) } } + layers + places + layouts + functions
    return Dictionary(grouping: all) { $0.pattern[0] }.mapValues { group in
      group.enumerated().sorted {
        ($1.element.pattern.count, $0.offset) < ($0.element.pattern.count, $1.offset)
      }.map(\.element)
    }
  }()

  /// What an ordinal may stand before: `the i-th hidden unit`.
  static let counted: [[String]] =
    (["unit", "example", "class", "layer", "input", "output", "target", "prediction", "activation", "weighted input"]
    + ["error", "bias", "weight", "row", "column", "entry", "component", "element"]
    + exampleWords + nouns.flatMap(\.others)
    + unitWords.flatMap { ["hidden \($0)", "output \($0)", "input \($0)", $0] })
    .map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }

  private static let nouns: [(name: String, others: [String])] = [
    ("weights", ["weight matrix", "weights matrix", "weight vector", "matrix of weights", "vector of weights"]),
    ("weight", ["connection weight", "synaptic weight"]),
    ("biases", ["bias vector", "bias terms", "bias units", "vector of biases"]),
    ("bias", ["bias term", "bias unit", "intercept", "intercept term"]),
    (
      "weighted inputs",
      ["net inputs", "net activations", "total inputs", "weighted sums", "preactivations", "pre-activation vector"]
        + ["weighted input vector", "linear outputs", "vector of weighted inputs", "vector of pre-activations"]
    ),
    (
      "weighted input",
      ["net input", "net activation", "total input", "weighted sum", "preactivation", "linear output"]
        + ["weighted sum of inputs"]
    ),
    ("weighted inputs of layer output", ["logits", "vector of logits", "logit vector"]),
    ("weighted input of layer output", ["logit"]),
    (
      "activations",
      ["activation vector", "vector of activations", "activation values", "activation matrix"]
    ),
    ("activation", ["activation value"]),
    (
      "inputs",
      ["input vector", "input matrix", "data matrix", "design matrix", "feature matrix", "feature vector", "features"]
        + ["input features", "input data", "vector of inputs", "matrix of inputs", "input values"]
    ),
    ("input", ["feature", "input feature", "input value"]),
    (
      "targets",
      ["target vector", "target matrix", "target values", "target outputs", "labels", "true labels", "desired outputs"]
        + ["one-hot targets", "one-hot labels", "one-hot target vector", "one-hot label vector", "true outputs"]
        + [
          "expected outputs", "correct outputs", "vector of targets", "label vector", "ground truth", "one-hot vector",
        ]
    ),
    (
      "target",
      ["target value", "target output", "label", "true label", "desired output", "true output", "expected output"]
        + ["correct output", "one-hot target", "one-hot label", "true value", "desired value"]
    ),
    (
      "predictions",
      ["predicted outputs", "predicted values", "predicted probabilities", "predicted vector", "prediction vector"]
        + ["network outputs", "outputs of network", "outputs of model", "output vector", "output matrix"]
        + ["vector of predictions", "class probabilities", "output probabilities", "softmax outputs"]
    ),
    (
      "prediction",
      ["predicted output", "predicted value", "predicted probability", "network output", "output of network"]
        + ["output of model", "output of neural network", "model output", "estimated output", "probability"]
    ),
    (
      "loss",
      ["cost function", "error function", "objective function", "objective", "loss value", "total loss", "total cost"]
        + ["total error", "overall cost", "overall loss", "overall error", "training loss", "training error", "risk"]
        + ["empirical risk", "mean squared error", "squared error", "quadratic cost", "mean squared error loss"]
        + [
          "squared error loss", "sum of squared errors", "sum of squares error", "cross-entropy", "cross-entropy loss",
        ]
        + ["cross-entropy cost", "cross-entropy error", "binary cross-entropy", "binary cross-entropy loss"]
        + ["categorical cross-entropy", "categorical cross-entropy loss", "quadratic loss", "error of network"]
        + ["negative log likelihood", "negative log-likelihood", "cross entropy", "cross entropy loss"]
    ),
    ("errors", ["error signals", "error terms", "error vector", "error signal vector", "sensitivities"]),
    ("error", ["error signal", "error term", "sensitivity", "local gradient", "delta term"]),
    ("learning rate", ["step size", "learning-rate"]),
    (
      "number of examples",
      ["number of training examples", "number of samples", "number of training samples", "number of data points"]
        + ["number of observations", "number of instances", "batch size", "mini-batch size", "minibatch size"]
        + ["sample size", "size of batch", "size of training set", "size of dataset", "number of rows of data"]
    ),
    ("number of outputs", ["number of classes", "number of output units", "number of output neurons"]),
    (
      "number of inputs",
      ["number of features", "number of input features", "number of input units", "number of input neurons"]
        + ["dimension of input", "input dimension", "number of attributes"]
    ),
    (
      "number of units of layer hidden",
      ["number of hidden units", "number of hidden neurons", "number of hidden nodes", "hidden size"]
    ),
    (
      "number of units",
      ["number of neurons", "number of nodes", "width"]
    ),
    ("elementwise product", ["hadamard product", "element-wise product", "entrywise product", "pointwise product"]),
    ("elementwise product", ["elementwise multiplication", "element-wise multiplication", "schur product"]),
  ]

  /// Which layer an adjective names.
  private static let layers: [Rule] = {
    let names = [
      ("weights", ["weights", "weight matrix"]), ("weight", ["weight"]), ("biases", ["biases", "bias vector"]),
      ("bias", ["bias"]),
      ("weighted inputs", ["weighted inputs", "net inputs", "pre-activations", "preactivations"]),
      ("weighted input", ["weighted input", "net input", "pre-activation", "preactivation"]),
      ("activations", ["activations", "activation vector", "units", "states"]),
      ("activation", ["activation", "state"]),
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
          for other in others where !(layer == "output" && other == "units") {
            rules.append(Rule("\(prefix) \(other)", "\(name) of layer \(layer)"))
            rules.append(Rule("\(prefix) \(other) *", "\(name) * of layer \(layer)"))
          }
        }
      }
    }
    return rules
  }()

  private static let unitWords = ["unit", "neuron", "node"]
  private static let exampleWords = [
    "training example", "sample", "training sample", "data point", "instance", "observation",
  ]

  private static let places: [Rule] = {
    // The grammar's own phrase, which has `output layer` in it.
    var rules = [Rule("number of output layer", "number of the output layer")]
    for (layer, others) in [
      ("input", ["input"]), ("hidden", ["hidden"]), ("output", ["output", "last", "final"]),
    ] {
      for other in others {
        rules.append(Rule("\(other) layer", "layer \(layer)"))
        for word in ["in", "at", "for"] { rules.append(Rule("\(word) \(other) layer", "of layer \(layer)")) }
      }
    }
    for unit in unitWords {
      for word in ["of", "for", "at", "to"] {
        let preposition = word == "to" ? "to" : "of"
        rules += [
          Rule("\(word) hidden \(unit) *", "\(preposition) unit * of layer hidden"),
          Rule("\(word) output \(unit) *", "\(preposition) unit * of layer output"),
          Rule("\(word) input \(unit) *", "\(preposition) unit * of layer input"),
          Rule("\(word) \(unit) *", "\(preposition) unit *"),
        ]
      }
      for layer in ["hidden ", "input ", "output ", ""] { rules.append(Rule("from \(layer)\(unit) *", "from unit *")) }
      rules += [
        Rule("hidden \(unit) *", "activation of unit * of layer hidden"),
        Rule("output \(unit) *", "activation of unit * of layer output"),
        Rule("between \(unit) * and \(unit) *", "from unit * to unit *"),
      ]
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
    rules += [
      Rule("from input *", "from unit *"), Rule("to output *", "to unit * of layer output"),
      Rule("between input and hidden layer", "of layer hidden"),
      Rule("from input to hidden layer", "of layer hidden"),
      Rule("between hidden and output layer", "of layer output"),
      Rule("from hidden to output layer", "of layer output"),
      Rule("input-to-hidden weights", "weights of layer hidden"),
      Rule("hidden-to-output weights", "weights of layer output"),
      Rule("logit *", "weighted input * of layer output"), Rule("hidden layer *", "layer *"),
      Rule("output vector of layer", "activations of layer"),
      Rule("size of layer *", "number of units of layer *"), Rule("dimension of layer *", "number of units of layer *"),
      Rule("in layer", "of layer"), Rule("at layer", "of layer"), Rule("for layer", "of layer"),
      Rule("of class *", "of unit *"), Rule("for class *", "of unit *"),
      Rule("class label", "class"), Rule("class index", "class"), Rule("true class", "class"),
      Rule("correct class", "class"),
      Rule("of network", ""), Rule("of model", ""), Rule("of neural network", ""),
    ]
    for example in exampleWords {
      rules += [Rule(example, "example"), Rule(example + "s", "examples")]
      for word in ["for", "of", "on"] { rules.append(Rule("\(word) \(example) *", "for example *")) }
    }
    return rules + ["for", "of", "on"].map { Rule("\($0) example *", "for example *") }
  }()

  private static let layouts: [Rule] = {
    var rules = [
      Rule("column vector", "column"), Rule("row vector", "row"),
      Rule("as column vector", "as a column"), Rule("as row vector", "as a row"),
    ]
    for (line, lines) in [("row", "rows"), ("column", "columns")] {
      let name = "one \(line) per example"
      rules += ["", "with "].flatMap { word in
        [
          Rule("\(word)one \(line) per example", name), Rule("\(word)one example per \(line)", name),
          Rule("\(word)examples in \(lines)", name), Rule("\(word)examples as \(lines)", name),
          Rule("\(word)an example per \(line)", name), Rule("\(word)a \(line) per example", name),
          Rule("\(word)a \(line) for each example", name), Rule("\(word)one \(line) for each example", name),
          Rule("\(word)each \(line) an example", name), Rule("\(word)examples stacked in \(lines)", name),
        ]
      }
      rules.append(Rule("stacked in \(lines)", name))
    }
    return rules
  }()

  private static let functions: [Rule] = {
    var rules = [Rule("nonlinearity", "activation function"), Rule("transfer function", "activation function")]
    for name in Activation.all.flatMap(\.entry.spellings) {
      for written in [name, "\(name) activation", "\(name) function", "\(name) activation function"] {
        rules.append(Rule(written, "\(name) function"))
      }
    }
    return rules
  }()
}

extension Phrase {
  /// Puts the words of the grammar in place of those that authors use, from here to the end.
  mutating func takeGrammarWords() {
    moveOrdinals()
    var place = position
    while place < tokens.count {
      guard let (rule, end, indices) = ruleApplying(at: place) else {
        place += 1
        continue
      }
      place += replace(place..<end, by: rule.replacement, indices)
    }
  }

  /// `the i-th input` is `the input i`.
  private mutating func moveOrdinals() {
    var place = position
    while place < tokens.count {
      defer { place += 1 }
      guard let (index, length) = ordinal(at: place) else { continue }
      let start = place + length
      guard let counted = NotationWording.counted.first(where: { end(of: $0, from: start) != nil }) else { continue }
      let all = place..<(start + counted.count)
      let bytes = bytes(of: all)
      replace(
        all,
        by: (tokens[start..<all.upperBound] + [index]).map { token in
          var token = token
          token.range = bytes
          return token
        })
    }
  }

  /// The index of `i-th`, `ith` or `$i$-th`, and how many tokens it takes.
  private func ordinal(at place: Int) -> (index: Token, length: Int)? {
    let token = tokens[place]
    switch token.kind {
    case .word:
      for ending in ["-th", "th", "-st", "-nd", "-rd"] where token.text.hasSuffix(ending) {
        guard token.text.count == ending.count + 1 else { continue }
        var index = token
        index.text = String(token.text.prefix(1))
        return (index, 1)
      }
      return nil
    case .formula:
      var length = 1
      if place + length < tokens.count, tokens[place + length].text == "-" { length += 1 }
      guard place + length < tokens.count, ["th", "-th"].contains(tokens[place + length].text) else { return nil }
      return (token, length + 1)
    default: return nil
    }
  }

  private func ruleApplying(at place: Int) -> (NotationWording.Rule, end: Int, indices: [[Token]])? {
    for rule in NotationWording.rules[tokens[place].text.lowercased()] ?? [] {
      if let (end, indices) = end(of: rule.pattern, from: place) { return (rule, end, indices) }
    }
    return nil
  }

  /// Where the words of a pattern end that begins at a place, articles between them left out, with its indices.
  private func end(of pattern: [String], from start: Int) -> (end: Int, indices: [[Token]])? {
    var place = start
    var indices: [[Token]] = []
    for (number, word) in pattern.enumerated() {
      if number > 0, place < tokens.count, ["the", "a", "an"].contains(tokens[place].text), tokens[place].text != word {
        place += 1
      }
      guard place < tokens.count else { return nil }
      if word == "*" {
        let index = index(at: place)
        guard !index.isEmpty else { return nil }
        indices.append(index)
        place += index.count
      } else {
        guard tokens[place].kind != .unterminated, tokens[place].text.lowercased() == word else { return nil }
        place += 1
      }
    }
    return (place, indices)
  }

  /// A letter, number or formula with what is added to it; nothing where there is none.
  private func index(at place: Int) -> [Token] {
    let token = tokens[place]
    switch token.kind {
    case .word where token.text.count == 1 && token.text.lowercased() != "a", .formula, .number: break
    default: return []
    }
    guard place + 1 < tokens.count else { return [token] }
    let next = tokens[place + 1]
    if case .number = next.kind, next.text.hasPrefix("+") || next.text.hasPrefix("-") { return [token, next] }
    if ["+", "-"].contains(next.text), place + 2 < tokens.count, case .number = tokens[place + 2].kind {
      return Array(tokens[place...(place + 2)])
    }
    return [token]
  }

  /// Where some tokens stand in the text, in whatever order they are.
  private func bytes(of range: Range<Int>) -> Range<Int> {
    let ranges = tokens[range].map(\.range)
    return (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  /// - Returns: how many tokens stand there now
  private mutating func replace(_ range: Range<Int>, by words: [String], _ indices: [[Token]]) -> Int {
    let bytes = bytes(of: range)
    var indices = indices[...]
    let replacement = words.flatMap { word -> [Token] in
      if word == "*" { return indices.popFirst() ?? [] }
      let kind = Int(word).map { Token.Kind.number(Double($0)) } ?? .word
      return [Token(kind: kind, text: word, range: bytes, line: tokens[range.lowerBound].line)]
    }
    replace(range, by: replacement)
    return replacement.count
  }
}
