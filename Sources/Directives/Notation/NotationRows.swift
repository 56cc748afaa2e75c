/// What the rows and columns of a matrix are, in the words of authors: `one row per sample`, `one column per hidden unit`.
enum NotationRows {
  typealias Rule = NotationWording.Rule

  /// Matrices of all examples.
  static let ofExamples: [Rule] = {
    var rules: [Rule] = []
    for (line, lines) in [("row", "rows"), ("column", "columns")] {
      let name = "one \(line) per example"
      for example in ["example"] + NotationWording.exampleWords {
        for written in [
          "one \(line) per \(example)", "a \(line) per \(example)", "one \(example) per \(line)",
          "an \(example) per \(line)", "a \(example) per \(line)", "a \(line) for each \(example)",
          "one \(line) for each \(example)", "one \(line) for every \(example)", "each \(line) an \(example)",
          "each \(line) a \(example)", "each \(line) is \(example)", "each \(line) one \(example)",
          "one \(example) in each \(line)", "\(example)s in \(lines)", "\(example)s as \(lines)",
          "\(example)s in its \(lines)", "\(example)s as its \(lines)", "\(example)s stacked in \(lines)",
          "\(example)s stacked as \(lines)", "\(lines) are \(example)s", "whose \(lines) are \(example)s",
        ] {
          rules += [Rule(written, name), Rule("with \(written)", name)]
        }
      }
      rules += [Rule("stacked in \(lines)", name), Rule("stacked as \(lines)", name)]
    }
    return rules
  }()

  /// Matrices of weights, once it is known of which layer they are.
  static let rules: [Rule] = {
    var rules: [Rule] = []
    for (line, lines) in [("row", "rows"), ("column", "columns")] {
      for (ends, units) in [("from", before), ("to", after)] {
        for unit in units {
          for written in phrases(line, lines, unit) { rules.append(Rule(written, "\(lines) \(ends)")) }
        }
      }
      // Hidden units are before the weights of the output layer and behind those of their own.
      for unit in NotationWording.unitWords {
        for (layer, ends) in [("hidden", "to"), ("output", "from")] {
          for written in phrases(line, lines, "hidden \(unit)") {
            rules += [
              Rule("layer \(layer) , \(written)", "layer \(layer) , \(lines) \(ends)"),
              Rule("layer \(layer) \(written)", "layer \(layer) , \(lines) \(ends)"),
            ]
          }
        }
      }
    }
    return rules
  }()

  private static func phrases(_ line: String, _ lines: String, _ unit: String) -> [String] {
    ["one \(line) per \(unit)", "a \(line) per \(unit)", "one \(line) for each \(unit)", "a \(line) for each \(unit)"]
      .flatMap { [$0, "with \($0)"] }
  }

  /// What the weights of a layer come from.
  private static let before =
    ["input", "source"]
    + NotationWording.unitWords.flatMap { unit in
      ["input \(unit)", "\(unit) of previous layer", "\(unit) in previous layer", "\(unit) of layer before"]
    }
  /// What they lead to.
  private static let after =
    ["class", "output"]
    + NotationWording.unitWords.flatMap { unit in
      ["output \(unit)", "\(unit)", "\(unit) of layer", "\(unit) of next layer", "\(unit) in next layer"]
    }
}
