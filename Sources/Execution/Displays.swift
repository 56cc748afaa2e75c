import Diagnostics
import Documents
import Results
import TeXMath

extension MacroTable {
  /// The macros of a document: of its front matter, and all that its formulas define.
  init(of document: Document) {
    self.init()
    for macro in document.frontMatter.macros { define(macro.name, as: macro.body) }
    for formula in document.maths where formula.tex.text.contains("\\newcommand") || formula.tex.text.contains("\\def")
    {
      _ = TeXFormula.reading(formula.tex.text, macros: &self)
    }
  }
}

extension Session {
  /// What a display states, not evaluated: this version reads equations, and computes none.
  mutating func read(_ maths: Maths) -> (EquationResult, [Diagnostic]) {
    let source = document.source
    let formula = TeXFormula.reading(maths.tex.text, macros: &macros)
    let list = formula.statements
    let links = list.statements.flatMap { statement in
      statement.links.map { link in
        let range = (link.left + link.right).map(\.range).reduce(link.relation.range) { $0.joined(with: $1) }
        return EquationResult.Link(
          verdict: .notChecked, line: source.line(at: maths.tex.source(of: link.relation.range.lowerBound)),
          label: list.labels[statement.row], tex: maths.tex.slice(range).text)
      }
    }
    let reason: String
    if let damage = formula.damage.first {
      reason = "damaged LaTeX: \(damage.message)"
    } else {
      reason = links.isEmpty ? "not an equation" : "this version does not evaluate equations"
    }
    let result = EquationResult(
      line: source.line(at: maths.span.lower), tex: maths.tex.text,
      label: maths.attributes.identifier ?? list.labels.lazy.compactMap { $0 }.first, verdict: .notChecked,
      expected: maths.attributes["expect"].flatMap { EquationResult.Verdict(rawValue: $0.value) }, reason: reason,
      links: links)
    let diagnostics = formula.damage.map { damage in
      Diagnostic(.warning, "formula.damaged", damage.message, at: maths.tex.span(of: damage.range))
    }
    return (result, diagnostics)
  }
}

extension Range<Int> {
  fileprivate func joined(with other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
