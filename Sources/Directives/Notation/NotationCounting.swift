import Diagnostics

/// Sentences that say how a document counts: `layers count from 1, the input layer`, `indices start at 0`.
extension Phrase {
  /// Whether such a sentence stands next.
  var isCountingNext: Bool { counted != nil }

  /// What is counted, and how many words say that and how.
  private var counted: (what: String, length: Int)? {
    for (subject, what) in Self.subjects {
      guard let length = match(subject) else { continue }
      for verb in Self.verbs {
        let words = "\(subject) \(verb)"
        if match(words) != nil { return (what, length + verb.split(separator: " ").count) }
      }
    }
    return nil
  }

  private static let subjects = [
    ("layers", "layers"), ("the layers", "layers"), ("indices", "indices"), ("all indices", "indices"),
    ("unit indices", "indices"), ("indices of units", "indices"), ("units", "indices"),
  ]
  private static let verbs = ["count", "are counted", "are numbered", "start", "begin"].flatMap { verb in
    ["from", "at", "with"].map { "\(verb) \($0)" }
  }

  mutating func readCounting() -> NotationDefinition.Sentence.Subject? {
    guard let (what, length) = counted else { return nil }
    advance(by: length)
    let start = position
    guard let number = readWholeNumber(expected: "`0` or `1`", named: "the first number") else { return nil }
    guard number == 0 || number == 1 else {
      report(.expected("`0` or `1`", found: "`\(number)`"), at: span(from: start))
      return nil
    }
    var first = number
    if what == "layers", take(",") {
      let start = position
      _ = take("which is") || take("that is")
      _ = take("the")
      if take("input layer") || take("inputs") || take("input") {
      } else if take("first hidden layer") || take("hidden layer") {
        // The inputs are before it.
        guard number == 1 else {
          report(.expected("`the input layer`", found: "the hidden layer"), at: span(from: start))
          return nil
        }
        first = 0
      } else {
        report(.expected("`the input layer`", found: found))
        return nil
      }
    }
    return finish("define notation") ? .counting(what, from: first) : nil
  }
}
