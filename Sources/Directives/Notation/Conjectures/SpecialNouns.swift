/// Sentences about what is no quantity of a unit: steps of parameters, numbers of things, functions.
extension SentenceParts {
  /// `the change of $w$ at time t`
  var aboutSymbols: [String]? {
    guard symbols.count == 1 else { return nil }
    let symbol = "$\(symbols[0])$"
    let nouns: [(stems: [String], text: String)] = [
      (["squar", "second"], "mean square of \(symbol)"),
      (["veloc", "moment", "first"], "velocity of \(symbol)"),
      (["change", "update", "increment", "adjust", "correction", "step", "modification"], "step of \(symbol)"),
      (["new", "next", "changed", "later"], "\(symbol) after one step"),
    ]
    let found = nouns.filter { noun in words.contains { word in noun.stems.contains { word.hasPrefix($0) } } }
    return found.isEmpty ? nil : found.map(\.text)
  }

  /// `the dimension of the input`
  var aboutNumbers: [String]? {
    let sizes: Set<String> = [
      "number", "count", "dimension", "dimensionality", "size", "many", "width", "depth", "length", "cardinality",
    ]
    guard words.prefix(while: { $0 != "of" }).contains(where: sizes.contains), !words.contains("step"),
      !words.contains("rate")
    else { return nil }
    func has(_ stems: [String]) -> Bool { words.contains { word in stems.contains { word.hasPrefix($0) } } }
    var found: [String] = []
    if let index = indices.first(where: { $0.kind == .layer }) {
      found.append("number of units of layer \(index.text)")
    }
    if has(["class", "label", "output", "categor"]) { found.append("number of outputs") }
    if has(["input", "feature", "attribute", "predictor", "pixel", "covariate", "regressor", "spin"]) {
      found.append("number of inputs")
    }
    if has(["hidden"]) { found.append("number of units of layer hidden") }
    if has(["example", "sample", "case", "point", "pattern", "batch", "set", "data", "pair", "observation", "row"]) {
      found.append("number of examples")
    }
    if has(["layer", "depth"]) { found += ["number of layers", "number of the output layer"] }
    return found.isEmpty
      ? ["number of examples", "number of inputs", "number of outputs", "number of units of layer hidden"] : found
  }

  /// `the squashing function of the hidden units`
  var aboutFunctions: [String]? {
    guard symbols.isEmpty,
      words.contains(where: { word in
        ["function", "nonlinearit", "non-linearit", "squash", "transfer", "sigmoid", "logistic"].contains {
          word.hasPrefix($0)
        }
      }),
      !words.contains(where: { word in
        ["loss", "cost", "error", "objective", "goal", "misfit", "energy", "criterion", "penalty"].contains {
          word.hasPrefix($0)
        }
      })
    else { return nil }
    let layers = indices.filter { $0.kind == .layer }.map(\.text) + self.layers.prefix(1)
    return layers.map { "activation function of layer \($0)" } + ["activation function"]
  }
}
