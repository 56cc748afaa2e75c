/// KaTeX, run while the report is made, so that the page needs no script.
///
/// Writes HTML for the eye and MathML for screen readers. A page has one of its own, which remembers what the page needs;
/// where several are made from one `FormulaShelf`, no formula is set twice.
package final class KaTeX: FormulaTypesetter {
  private let shelf: FormulaShelf
  private var used: [FormulaKey: TypesetFormula] = [:]

  package init(_ shelf: FormulaShelf) { self.shelf = shelf }

  package func html(for tex: String, display: Bool) -> Result<String, FormulaError> {
    let key = FormulaKey(tex: tex, display: display)
    if let formula = used[key] { return .success(formula.html) }
    return shelf.formula(key).map { formula in
      used[key] = formula
      return formula.html
    }
  }

  /// The style sheet, with its fonts in it, of all formulas set so far.
  package var styleSheet: String {
    guard !used.isEmpty, let sheet = shelf.files.styleSheet else { return "" }
    var attributes: Set<Substring> = []
    for formula in used.values { attributes.formUnion(formula.classes.split(separator: "\n")) }
    return KaTeXStyleSheet.reduced(sheet, to: ClassNames(attributes), font: shelf.files.font)
  }

  /// Keeps what was set for the next run of the notebook.
  package func keep() { shelf.keep(used) }

  /// No formula that a reader can take in comes near.
  static let longestFormula = 50_000
  /// Of what a formula becomes, in bytes: a short one can stand for millions of letters.
  static let longestHTML = 2_000_000

  /// In seconds of the processor. A long formula takes some hundredths; some short ones would take for ever.
  static let timeLimit = 2.0
}
