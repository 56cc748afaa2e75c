/// What weights lie between: `the weight connecting unit i of the input layer to unit j of the hidden layer`.
enum NotationConnections {
  typealias Rule = NotationWording.Rule

  /// A verb or noun for `from`.
  static let rules: [Rule] =
    [
      "connecting", "linking", "that maps", "which maps", "that takes", "leading from", "going from", "running from",
      "that connects", "which connects",
      "that links", "that leads from", "that goes from", "of connection from", "for connection from",
      "on connection from", "of edge from", "on edge from", "of link from", "on link from",
    ].map { Rule($0, "from") }
    + [
      "of connection between", "for connection between", "on connection between", "on edge between", "of edge between",
    ].map { Rule($0, "between") }
    // Words that tell it from nothing that a sentence could mean.
    + [
      ("specific error", "error"), ("layer output", "layer output"), ("value produced by", "output of"),
      ("output produced by", "output of"), ("output computed by", "output of"), ("value computed by", "output of"),
    ].map { Rule($0, $1) }
    + NotationWording.unitWords.flatMap { unit in
      // What comes from a unit is its output.
      ["activation", "output"].flatMap { word in
        ["", "hidden ", "output ", "input "].map { Rule("\(word) from \($0)\(unit) *", "\(word) of \($0)\(unit) *") }
      }
    }

  /// Two layers, of which the second has the weights.
  static let layers: [Rule] = {
    var rules: [Rule] = []
    for (between, and) in [("from", "to"), ("between", "and")] {
      rules += [
        Rule("\(between) layer * \(and) layer *", "of layer *2"),
        Rule("\(between) layers * and *", "of layer *2"),
        Rule("\(between) layers * to *", "of layer *2"), Rule("\(between) layer * \(and) *", "of layer *2"),
      ]
      for (before, after) in [("input", "hidden"), ("hidden", "output"), ("input", "output")] {
        rules += [
          Rule("\(between) \(before) \(and) \(after) layer", "of layer \(after)"),
          Rule("\(between) \(before) layer \(and) \(after) layer", "of layer \(after)"),
          Rule("\(between) \(before) \(and) \(after) layers", "of layer \(after)"),
        ]
      }
      rules.append(Rule("\(between) inputs \(and) hidden layer", "of layer hidden"))
    }
    for (before, after) in [("input", "hidden"), ("hidden", "output"), ("input", "output")] {
      for name in ["weights", "weight matrix", "matrix", "weight"] {
        rules.append(Rule("\(before)-to-\(after) \(name)", "weights of layer \(after)"))
      }
    }
    for unit in NotationWording.unitWords {
      for (before, after) in [("input", "hidden"), ("hidden", "output"), ("input", "output")] {
        rules.append(
          Rule(
            "between \(before) \(unit) * and \(after) \(unit) *", "from unit *1 to unit *2 of layer \(after)"))
      }
      for of in ["of", "in"] {
        rules.append(
          Rule(
            "between \(unit) * \(of) layer * and \(unit) * \(of) layer *", "from unit *1 to unit *3 of layer *4"))
      }
    }
    return rules
  }()
}
