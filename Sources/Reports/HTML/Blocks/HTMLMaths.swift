import Diagnostics
import Documents
import Results

extension HTMLRenderer {
  mutating func writeInline(_ maths: Maths) {
    if let reference = page.formulas.prepared[maths.index]?.reference {
      // Where it leads nowhere, `Formulas` has said so.
      writeReference(reference.label, at: nil, isParenthesized: reference.isParenthesized)
    } else {
      let formula = typeset(maths)
      // A narrow window breaks a formula only between its terms: a long one can need to scroll.
      let isLong = maths.tex.text.utf8.count > 60 && options.hasAdditions
      guard !isLong || formula.isEmpty else {
        html += "<span class=\"long\" tabindex=\"0\">\(formula)</span>"
        return
      }
      // A line must not begin with the full stop behind a formula: browsers break around boxes wherever they may break
      // within the formula. One that a telephone may have to break is kept together in wider windows only.
      let marks = options.hasAdditions ? takeClosingPunctuation() : ""
      let width = maths.tex.text.utf8.count > 30 ? " wide" : ""
      html += marks.isEmpty ? formula : "<span class=\"close\(width)\">\(formula)\(HTMLEscaping.text(marks))</span>"
    }
  }

  /// A display: its number and its verdict stand with it, and it scrolls by itself where it is wider than the page.
  mutating func writeDisplay(_ maths: Maths) {
    let prepared = page.formulas.prepared[maths.index]
    let numbers = prepared?.numbers ?? []
    let body = typeset(maths)
    guard !body.isEmpty else { return }
    let name =
      numbers.isEmpty
      ? page.language[.equation] : page.language[.equation] + " " + numbers.map(\.text).joined(separator: ", ")
    let result = page.equations[maths.index]
    let mark = result?.isUnexpected == true ? " wrong" : ""
    html += "<div class=\"equation\(mark)\"\(identifierAttribute(page.anchor(ofDisplay: maths.index)))>"
    for label in page.labels(ofDisplay: maths.index).dropFirst() {
      html += "<span\(identifierAttribute(label))></span>"
    }
    // What KaTeX cannot set has no place for its number.
    let isText = !numbers.isEmpty && body.hasPrefix("<code")
    html +=
      "<div class=\"scroll\(isText ? " untypeset" : "")\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLEscaping.text(name))\">"
    html += body
    if isText { html += "<span>\(HTMLEscaping.text(numbers.map(\.text).joined(separator: ", ")))</span>" }
    html += "</div>"
    if let result { html += badge(for: result) }
    html += "</div>"
  }

  /// The formula as KaTeX sets it; as its own text in `<code>` where it cannot, with a warning at the place. An author who
  /// says what to expect of a formula knows that it is damaged.
  mutating func typeset(_ maths: Maths) -> String {
    let tex = page.formulas.prepared[maths.index].map { maths.tex.applying($0.editsForKaTeX) } ?? maths.tex
    guard tex.text.contains(where: { !$0.isWhitespace }) else { return "" }
    guard let typesetter = page.typesetter else { return Self.asText(maths.tex.text) }
    switch typesetter.html(for: tex.text, display: maths.isDisplay) {
    case .success(let html): return html
    case .failure where maths.attributes["expect"] != nil:
      return Self.asText(maths.tex.text, isExpected: true)
    case .failure(let error):
      diagnostics.append(
        Diagnostic(
          .warning, "report.formula", "this formula cannot be typeset: \(error.message)",
          at: Self.span(of: error, in: tex, of: maths)))
      return Self.asText(maths.tex.text)
    }
  }

  static func asText(_ tex: String, isExpected: Bool = false) -> String {
    let lines = tex.trimmedLines.joined(separator: "\n")
    return "<code class=\"tex\(isExpected ? " expected" : "")\">\(HTMLEscaping.text(lines))</code>"
  }

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
