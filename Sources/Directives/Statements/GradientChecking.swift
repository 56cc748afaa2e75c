import Catalog
package import Diagnostics

/// `check gradients within 1e-7`
package struct GradientChecking: Sendable {
  /// The largest difference allowed, as a part of the derivative.
  package var within = 1e-6
  package var span: SourceSpan

  private static let withinOption = CatalogEntry(
    .option, "within", form: "within <number>",
    summary: "The largest difference allowed, as a part of the derivative; default: 1e-6.")

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "check gradients", aliases: ["check gradient", "check the gradients"],
      form: "check gradients [within <number>]",
      summary: "Compares reverse mode with central differences for every parameter; a difference makes the run exit 1."),
    options: [withinOption],
    read: { phrase in
      var checking = GradientChecking(span: phrase.whole)
      let isRead = phrase.readOptions(of: "check gradients", [withinOption]) { phrase, _ in
        guard let (value, token) = phrase.readNumber(expected: "the largest difference allowed") else { return nil }
        guard value > 0 else {
          phrase.report(.notPositive("the largest difference"), at: phrase.span(of: token))
          return nil
        }
        checking.within = value
        return ()
      }
      return isRead ? .checkGradients(checking) : nil
    })
}
