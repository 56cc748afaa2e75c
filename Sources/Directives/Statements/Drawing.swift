import Catalog
package import Diagnostics

/// `draw network with weights`
package struct Drawing: Sendable {
  /// Whether the numbers are written beside the lines.
  package var showsWeights: Bool
  package var span: SourceSpan

  private static let network = CatalogEntry(
    .option, "network", aliases: ["the network"],
    summary: "The layers in columns; the width of a line is the size of its weight, a negative one is dashed.")

  private static let weights = CatalogEntry(
    .option, "with weights", aliases: ["with the weights", "with its weights"],
    summary: "Writes weights and biases beside their lines, where there are at most a dozen.")

  /// Subjects of the design that this version has not learned.
  private static let announced = ["computation graph"]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "draw", form: "draw network [with weights]", summary: "Draws the network in its present state."),
    options: [network, weights],
    read: { phrase in
      let start = phrase.position
      guard phrase.takeOne(of: [network.spellings]) != nil else {
        phrase.reportUnlearned("draw", announced, known: [network.name])
        return nil
      }
      var showsWeights = false
      let isRead = phrase.readOptions(of: "draw network", [weights]) { _, _ in showsWeights = true }
      guard isRead else { return nil }
      return .draw(Drawing(showsWeights: showsWeights, span: phrase.span(from: start)))
    })
}
