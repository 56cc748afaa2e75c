extension NotationDefinition.Sentence {
  /// The sentence as it would be written in full; nil where it speaks of a phrase instead of a noun.
  ///
  ///     $a^l_j$ is the activations of unit j of layer l
  package var text: String? {
    switch (subject, meaning) {
    case (.counting(let what, let first), _): return "\(what) count from \(first)"
    case (.symbol(let tex), .layerName(let index)): return "$\(tex)$ names layer \(index.text)"
    case (.symbol(let tex), let meaning):
      guard let words = meaning.words else { return nil }
      return (["$\(tex)$ is \(words)"] + modifiers.map(written)).joined(separator: ", ")
    }
  }

  private func written(_ modifier: String) -> String {
    if modifier == "for every", let everySymbol { return "for every $\(everySymbol)$" }
    guard modifier == "as a function of", let words = variable?.words else { return modifier }
    return "\(modifier) \(words)"
  }
}

extension NotationDefinition.Sentence.Meaning {
  var words: String? {
    switch self {
    case .noun(let name, let place, let operands):
      guard !operands.isEmpty else { return "the \(name)\(place.words)" }
      let index = place.unit.map { " \($0.text)" } ?? ""
      let parts = zip(["of", "by"], operands).map { " \($0) \(NotationOperand.words(of: $1) ?? "$\($1)$")" }
      return "the \(name)\(index)\(parts.joined())"
    case .any(let name): return "any \(name)"
    case .afterStep(let tex): return "\(NotationOperand.words(of: tex) ?? "$\(tex)$") after one step"
    case .unbound: return "defined below"
    case .letter(let layer): return layer.map { "the index of a unit of layer \($0.text)" } ?? "an index"
    case .quantity, .formula, .layerName, .unread, .counting: return nil
    }
  }
}

extension NotationPlace {
  /// ` of unit j of layer l`, with a space before each part.
  fileprivate var words: String {
    let parts: [(String, Index?)] = [
      ("of unit", unit), ("from unit", fromUnit), ("of layer", layer), ("for example", example),
    ]
    var words = isTargetUnit ? " of the target unit" : ""
    for (word, index) in parts { if let index { words += " \(word) \(index.text)" } }
    return words + (isOneExample ? " of one example" : "")
  }
}
