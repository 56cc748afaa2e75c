import Catalog
package import Diagnostics
package import TeXMath

extension NotationDefinition {
  /// One sentence: `$o_k$ is the activation of unit 1 of layer output`.
  package struct Sentence: Sendable {
    package struct Binding: Sendable {
      package var symbol: Symbol
      package var quantity: Quantity
    }
    /// What the symbol names; nil where the sentence says something that only equations use.
    package var binding: Binding?
    package var span: SourceSpan
  }
}

extension NotationDefinition.Sentence {
  /// What sentences may speak of besides quantities, for the equations.
  private static let otherNouns = [
    "activation function", "loss function", "number of outputs", "number of inputs", "any weight", "any bias",
    "elementwise product", "trace", "step",
  ]

  /// How a symbol's numbers are arranged, for the equations.
  private static let layouts = [
    "rows to", "columns from", "rows from", "columns to", "one column per example", "one row per example", "as column",
    "as row", "a column", "a row", "with the bias as column 0", "with a leading 1", "row by row", "after one step",
    "as a function of the inputs",
  ].map { CatalogEntry(.option, $0, summary: "How the numbers of a symbol are arranged.") }

  /// Reads one sentence; nil where it is none, and the phrase says why.
  static func reading(_ phrase: inout Phrase) -> NotationDefinition.Sentence? {
    var sentence = NotationDefinition.Sentence(binding: nil, span: phrase.whole)
    if phrase.take("layers count from") || phrase.take("indices count from") { return sentence }
    guard let token = phrase.next, case .formula(let tex) = token.kind else {
      if phrase.next?.kind == .unterminated {
        phrase.report(.unterminated(phrase.next?.text ?? ""))
      } else {
        phrase.report(.expected("a symbol in `$…$`", found: phrase.found))
      }
      return nil
    }
    phrase.advance()
    guard phrase.take("is") || phrase.take("are") || phrase.take("names") else {
      phrase.report(.expected("`is` and a quantity", found: phrase.found))
      return nil
    }
    let start = phrase.position
    _ = phrase.take("the") || phrase.take("a") || phrase.take("an")
    if phrase.takeOne(of: [otherNouns]) != nil { return sentence }
    phrase.rewind(to: start)
    guard let quantity = phrase.readQuantity() else { return nil }
    guard phrase.readOptions(of: "a sentence of `define notation`", layouts, { _, _ in () }) else { return nil }
    // Argument lists, as in `$h_\Theta(x)$`, are names only to the equations.
    if case .success(.symbol(let symbol)) = Formula.reading(tex) {
      sentence.binding = Binding(symbol: symbol, quantity: quantity)
    }
    return sentence
  }
}
