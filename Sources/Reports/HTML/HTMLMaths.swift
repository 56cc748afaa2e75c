import Diagnostics
import Documents
import Results

extension HTMLRenderer {
  mutating func writeInline(_ maths: Maths) {
    if let label = page.formulas.prepared[maths.index]?.reference {
      // Where it leads nowhere, `Formulas` has said so.
      writeReference(label, at: nil)
    } else {
      let formula = typeset(maths)
      // A narrow window breaks a formula only between its terms: a long one can need to scroll.
      let isLong = maths.tex.text.utf8.count > 60 && options.hasAdditions
      html += isLong && !formula.isEmpty ? "<span class=\"long\" tabindex=\"0\">\(formula)</span>" : formula
    }
  }

  /// A display: its number and its verdict stand with it, and it scrolls by itself where it is wider than the page.
  mutating func writeDisplay(_ maths: Maths) {
    let prepared = page.formulas.prepared[maths.index]
    let numbers = prepared?.numbers ?? []
    var labels = numbers.flatMap(\.labels)
    if let identifier = maths.attributes.identifier, !labels.contains(identifier) { labels.insert(identifier, at: 0) }
    let body = typeset(maths)
    guard !body.isEmpty else { return }
    let first = labels.first ?? "equation-\(maths.index + 1)"
    let name = numbers.isEmpty ? "Equation" : "Equation " + numbers.map(\.text).joined(separator: ", ")
    html += "<div class=\"equation\"\(identifierAttribute(first))>"
    for label in labels.dropFirst() { html += "<span\(identifierAttribute(label))></span>" }
    html += "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLEscaping.text(name))\">"
    html += body + "</div>"
    if let result = page.equations[maths.index] { html += VerdictBadge.html(for: result) }
    html += "</div>"
  }

  /// The formula as KaTeX sets it; as its own text in `<code>` where it cannot, with a warning at the place.
  mutating func typeset(_ maths: Maths) -> String {
    let tex = page.formulas.prepared[maths.index].map { maths.tex.applying($0.editsForKaTeX) } ?? maths.tex
    guard tex.text.contains(where: { !$0.isWhitespace }) else { return "" }
    guard let typesetter = page.typesetter else { return Self.asText(maths.tex.text) }
    switch typesetter.html(for: tex.text, display: maths.isDisplay) {
    case .success(let html): return html
    case .failure(let error):
      diagnostics.append(
        Diagnostic(
          .warning, "report.formula", "this formula cannot be typeset: \(error.message)",
          at: Self.span(of: error, in: tex, of: maths)))
      return Self.asText(maths.tex.text)
    }
  }

  static func asText(_ tex: String) -> String { "<code class=\"tex\">\(HTMLEscaping.text(tex))</code>" }

  /// The token at KaTeX's position, or the formula.
  private static func span(of error: FormulaError, in tex: SourceFragment, of maths: Maths) -> SourceSpan {
    guard let position = error.position, position >= 0, position < tex.text.utf16.count else { return maths.tex.span }
    let index = tex.text.utf16.index(tex.text.startIndex, offsetBy: position)
    let offset = tex.text.utf8.distance(from: tex.text.startIndex, to: index)
    guard let token = TeXToken.tokens(of: tex.text).first(where: { $0.range.contains(offset) }) else {
      return maths.tex.span
    }
    return tex.span(of: token.range)
  }
}

/// What became of an equation, in a word beside it.
enum VerdictBadge {
  /// Nothing for an equation that was not checked, unless it was to be.
  static func html(for result: EquationResult) -> String {
    guard result.verdict != .notChecked || result.isUnexpected else { return "" }
    let mark = result.isUnexpected ? "✗" : "✓"
    var text = "\(mark) \(words(for: result.verdict))"
    if result.isUnexpected, let expected = result.expected { text += ", expected: \(words(for: expected))" }
    if let reason = result.reason { text += " – \(reason)" }
    return "<p class=\"verdict\(result.isUnexpected ? " unexpected" : "")\">\(HTMLEscaping.text(text))</p>"
  }

  static func words(for verdict: EquationResult.Verdict) -> String {
    switch verdict {
    case .holds: "holds"
    case .convention: "holds under a convention"
    case .fails: "fails"
    case .defines: "defines"
    case .conflicts: "conflicts with an earlier definition"
    case .updates: "updates"
    case .notChecked: "not checked"
    }
  }
}
