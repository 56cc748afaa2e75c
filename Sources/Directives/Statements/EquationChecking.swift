import Catalog
package import Diagnostics

/// `check $\delta_k = (o_k - y) \, \sigma'(\text{net}_k)$ expecting fails`
package struct EquationChecking: Sendable {
  /// What stands between the dollars.
  package var tex: SourceFragment
  package var expectsFailure: Bool
  package var span: SourceSpan

  private static let failing = CatalogEntry(
    .option, "expecting fails", aliases: ["expecting failure"], summary: "The equation is known to be wrong.")

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "check", form: "check $<equation>$ [expecting fails]",
      summary: "Judges an equation as the displays are judged; a verdict that is not expected makes the run exit 1."),
    options: [failing],
    read: { phrase in
      guard let token = phrase.next, case .formula(let tex) = token.kind else {
        if case .unterminated? = phrase.next?.kind {
          _ = phrase.readFormula()
        } else {
          phrase.report(
            .expected("an equation in `$…$`, `equations` or `gradients`", found: phrase.found))
        }
        return nil
      }
      phrase.advance()
      let lower = token.range.lowerBound + 1
      var checking = EquationChecking(
        tex: phrase.fragment.slice(lower..<(lower + tex.utf8.count)), expectsFailure: false, span: phrase.whole)
      let isRead = phrase.readOptions(of: "check", [failing]) { _, _ in
        checking.expectsFailure = true
        return ()
      }
      return isRead ? .checkEquation(checking) : nil
    })
}

/// `check equations`
package enum VerdictListing {
  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "check equations", aliases: ["check the equations"],
      summary: "Lists the equations above with their verdicts. They are checked with or without it."),
    read: { phrase in phrase.finish("check equations") ? .listVerdicts : nil })
}
