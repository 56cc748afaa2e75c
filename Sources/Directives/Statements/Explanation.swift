import Catalog
package import Diagnostics

/// `explain gradient of weight of layer hidden to unit 1 from unit 2`
package struct Explanation: Sendable {
  package var parameter: QuantityNoun
  package var place: Place
  /// Of one example's loss, and not of the cost.
  package var example: ExampleReference?
  package var digits: Int?
  package var span: SourceSpan

  private static let options: [CatalogEntry] = [
    CatalogEntry(.option, "for example", form: "for example <n>", summary: "The gradient of that example's loss."),
    CatalogEntry(
      .option, "to", aliases: ["with"], form: "to <n> digits",
      summary: "Significant digits shown; default: 4, and more where these would mislead."),
  ]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "explain",
      form: "explain gradient of weight of <layer> to unit <j> from unit <k> | bias of <layer> of unit <j>",
      summary: "Works a gradient by hand: the chain rule along every path, with symbols and with numbers."),
    options: options, read: { read(&$0).map(Directive.explain) })

  private static func read(_ phrase: inout Phrase) -> Explanation? {
    let start = phrase.position
    _ = phrase.take("the")
    guard phrase.take("gradient") || phrase.take("gradients"), phrase.take("of") else {
      phrase.report(.expected("`gradient of weight …` or `gradient of bias …`", found: phrase.found))
      return nil
    }
    _ = phrase.take("the")
    let nouns = QuantityNoun.all.filter { $0.meaning == .weights || $0.meaning == .biases }
    guard let index = phrase.takeOne(of: nouns.map(\.entry.spellings)) else {
      phrase.report(.expected("`weight` or `bias`", found: phrase.found))
      return nil
    }
    var place = Place()
    guard phrase.readPlace(into: &place) else { return nil }
    var explanation = Explanation(
      parameter: nouns[index], place: place, example: place.example, span: phrase.span(from: start))
    explanation.place.example = nil
    guard phrase.check(explanation.place, suits: explanation.parameter) else { return nil }
    let isRead = phrase.readOptions(of: "explain", [options[1]]) { phrase, _ in
      let start = phrase.position
      guard let count = phrase.readWholeNumber(expected: "the number of digits", named: "the number of digits") else {
        return nil
      }
      guard (2...15).contains(count) else {
        phrase.report(.expected("between 2 and 15 digits", found: "\(count)"), at: phrase.span(from: start))
        return nil
      }
      guard phrase.takeOne(of: [["digits", "significant digits"]]) != nil else {
        phrase.report(.expected("`digits`", found: phrase.found))
        return nil
      }
      explanation.digits = count
      return ()
    }
    return isRead ? explanation : nil
  }
}
