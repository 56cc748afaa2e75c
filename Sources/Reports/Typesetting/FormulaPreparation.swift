package import Documents
package import Results

/// Sets the formulas of a notebook while it still runs: those of the author from the start, and what a verdict is shown
/// with when the verdict is there.
///
/// What is set goes to the shelf, where the report finds it. The page would come out the same without.
package struct FormulaPreparation: Sendable {
  private let document: Document
  private let shelf: FormulaShelf

  package init(_ document: Document, _ shelf: FormulaShelf) {
    self.document = document
    self.shelf = shelf
  }

  /// - Parameter verdicts: those of the displays, as they are found
  package func carryOut(_ verdicts: AsyncStream<EquationResult>) async {
    var renderer = HTMLRenderer(page: PageContext(document, options: HTMLOptions(), typesetter: KaTeX(shelf)))
    for maths in document.maths where renderer.page.formulas.prepared[maths.index]?.reference == nil {
      _ = renderer.typeset(maths)
    }
    for await equation in verdicts where equation.hasDetails { _ = renderer.evidence(of: equation) }
  }
}
