import Diagnostics

extension NotationDefinition.Sentence {
  /// What a sentence that can't be read may have meant: it without the fewest words that the grammar does not know, in the
  /// words of the grammar.
  static func guess(_ fragment: SourceFragment) -> String? {
    let whole = Phrase(fragment)
    let verbs: Set<String> = ["is", "are", "denotes", "denote"]
    guard let verb = whole.tokens.firstIndex(where: { verbs.contains($0.text) }), whole.tokens.count <= longest else {
      return nil
    }
    let first = verb + 1
    for length in 1..<max(2, whole.tokens.count - first) {
      for start in first..<max(first, whole.tokens.count - length + 1) {
        let removed = whole.tokens[start..<(start + length)]
        // Letters, numbers and formulas are what the sentence is about.
        guard removed.allSatisfy({ $0.kind == .word && $0.text.count > 1 }) else { continue }
        var phrase = whole
        phrase.replace(start..<(start + length), by: [])
        if let sentence = reading(&phrase), phrase.diagnostics.isEmpty, let text = sentence.text { return text }
      }
    }
    return nil
  }

  /// More words than that are prose.
  private static let longest = 24
}
