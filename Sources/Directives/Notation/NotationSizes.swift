/// How large something is, where it isn't counted: `the size of the hidden layer`.
enum NotationSizes {
  typealias Rule = NotationWording.Rule

  static let rules: [Rule] = {
    var rules: [Rule] = []
    for size in ["size", "dimension", "dimensionality", "length", "width", "number of entries", "number of components"]
    {
      for (written, noun) in [
        ("input", "inputs"), ("inputs", "inputs"), ("input vector", "inputs"), ("input layer", "inputs"),
        ("feature vector", "inputs"), ("output", "outputs"), ("outputs", "outputs"), ("output vector", "outputs"),
        ("output layer", "outputs"), ("target", "outputs"), ("label vector", "outputs"),
      ] {
        rules.append(Rule("\(size) of \(written)", "number of \(noun)"))
      }
      rules += [
        Rule("\(size) of layer", "number of units of layer"),
        Rule("\(size) of hidden layer", "number of units of layer hidden"),
        Rule("\(size) of hidden state", "number of units of layer hidden"),
        Rule("\(size) of hidden representation", "number of units of layer hidden"),
      ]
    }
    for (written, noun) in [
      ("input", "number of inputs"), ("data", "number of inputs"), ("hidden", "number of units of layer hidden"),
      ("output", "number of outputs"),
    ] {
      for size in ["dimension", "dimensionality", "size", "width"] { rules.append(Rule("\(written) \(size)", noun)) }
      rules.append(Rule("number of \(written) dimensions", noun))
      rules.append(Rule("dimensionality of \(written)", noun))
    }
    for word in ["of", "to", "for"] {
      rules.append(Rule("number of inputs \(word) layer *", "number of units of layer * -1"))
    }
    rules.append(Rule("number of outputs of layer *", "number of units of layer *"))
    for unit in NotationWording.unitWords {
      for set in ["set of", "set of all"] {
        for layer in ["input", "hidden"] {
          rules.append(Rule("\(set) \(layer) \(unit)s", "set of units of layer \(layer)"))
        }
        rules.append(Rule("\(set) \(unit)s", "set of units"))
      }
    }
    for all in ["total", "overall"] {
      for noun in ["layers", "examples", "training examples", "samples", "units", "neurons", "inputs", "outputs"] {
        rules.append(Rule("\(all) number of \(noun)", "number of \(noun)"))
      }
    }
    return rules + ["output", "last", "final"].map { Rule("index of \($0) layer", "number of the output layer") }
  }()

  /// All units of a layer, said after the words for the layer are those of the grammar.
  static let units: [Rule] =
    ["number of units", "set of units", "weighted input", "weighted inputs"].map { Rule($0, $0) }
    + NotationWording.unitWords.flatMap { unit in
      ["of", "in"].flatMap { at in
        [
          Rule("of \(unit)s \(at) layer", "of layer"), Rule("for \(unit)s \(at) layer", "of layer"),
          Rule("\(unit)s \(at) layer", "activations of layer"),
          Rule("input to \(unit)s \(at) layer", "weighted inputs of layer"),
          Rule("input of \(unit) * \(at) layer", "weighted input of unit * of layer"),
        ]
      } + [Rule("network input of \(unit) *", "weighted input of unit *")]
    }
}
