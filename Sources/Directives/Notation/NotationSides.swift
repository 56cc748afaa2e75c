/// Of which side of an activation function, of which symbol and of what belongs to what a sentence speaks.
extension Phrase {
  /// `the value of unit j before the activation function` is its weighted input, and what is `after` it its activation.
  mutating func takeSideOfActivation() {
    for start in (position + 1)..<max(position + 2, tokens.count) where start < tokens.count {
      guard ["before", "after"].contains(tokens[start].text) else { continue }
      var end = start + 1
      while end < tokens.count, ["applying", "the", "its", "any"].contains(tokens[end].text) { end += 1 }
      guard let words = Self.activations.first(where: { hasWords($0, at: end) }) else { continue }
      let length = words.count
      if tokens[start].text == "before" {
        let noun = position + (["the", "a", "an"].contains(tokens[position].text) ? 1 : 0)
        guard noun < start, let plural = Self.passedOn[tokens[noun].text] else { return }
        let bytes = tokens[noun].range
        replace(start..<(end + length), by: [])
        replace(
          noun..<(noun + 1),
          by: ["weighted", plural ? "inputs" : "input"].map {
            Token(kind: .word, text: $0, range: bytes, line: tokens[noun].line)
          })
      } else {
        replace(start..<(end + length), by: [])
      }
      return
    }
  }

  private func hasWords(_ words: [String], at place: Int) -> Bool {
    place + words.count <= tokens.count && zip(tokens[place...], words).allSatisfy { $0.text.lowercased() == $1 }
  }

  private static let activations = [
    ["activation", "function"], ["nonlinearity"], ["non-linearity"], ["transfer", "function"], ["activation"],
    ["squashing"], ["sigmoid"], ["softmax"],
  ]
  /// What is before the activation function is a weighted input, and whether there are several.
  private static let passedOn = [
    "value": false, "values": true, "output": false, "outputs": true, "state": false, "neuron": false, "unit": false,
    "sum": false, "result": false, "activation": false, "activations": true, "signal": false,
  ]

  /// `its label` is the label; `the prediction for the input` is the prediction.
  mutating func takeBelongings() {
    guard position < tokens.count else { return }
    if ["its", "their", "our"].contains(tokens[position].text) {
      var the = tokens[position]
      the.text = "the"
      replace(position..<(position + 1), by: [the])
    }
    for words in [["for", "the", "input"], ["for", "this", "input"], ["for", "input"]]
    where tokens.count - words.count > position && hasWords(words, at: tokens.count - words.count) {
      replace((tokens.count - words.count)..<tokens.count, by: [])
      return
    }
  }

  /// `the weight of $x_1$` is the weight from unit 1.
  mutating func takeWeightedSymbol() {
    guard let weight = tokens[position...].firstIndex(where: { $0.text == "weight" }), weight + 2 < tokens.count,
      ["of", "for", "on"].contains(tokens[weight + 1].text), case .formula(let tex) = tokens[weight + 2].kind,
      let mark = tex.lastIndex(of: "_")
    else { return }
    let index = tex[tex.index(after: mark)...].filter { $0 != "{" && $0 != "}" }
    guard index.count == 1, index.allSatisfy({ $0.isLetter || $0.isNumber }) else { return }
    let bytes = tokens[weight + 2].range
    let kind = Double(String(index)).map { Token.Kind.number($0) } ?? .word
    let line = tokens[weight].line
    replace(
      (weight + 1)..<(weight + 3),
      by: ["from", "unit"].map { Token(kind: .word, text: $0, range: bytes, line: line) }
        + [Token(kind: kind, text: String(index), range: bytes, line: line)])
  }
}
