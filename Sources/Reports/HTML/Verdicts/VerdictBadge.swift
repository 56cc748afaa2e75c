import Documents
import Results

/// The verdict on a display, in a word that opens into its evidence; without a script.
extension HTMLRenderer {
  /// What stands at the equation itself. What is not as expected always stands there, and open.
  func badge(for equation: EquationResult) -> String {
    switch page.document.frontMatter.verdicts {
    case _ where equation.isUnexpected: badge(equation, isOpen: equation.hasDetails)
    case .inline, .margin: badge(equation, isOpen: false)
    case .end, .off: ""
    }
  }

  func badge(_ equation: EquationResult, isOpen: Bool) -> String {
    let sign = VerdictSign(equation, page.language)
    let place = page.document.frontMatter.verdicts == .margin ? " beside" : ""
    let words = VerdictHTML.words(of: sign, page.language)
    guard equation.hasDetails else { return "<p class=\"verdict \(sign.tone)\(place)\">\(words)</p>" }
    return "<details class=\"verdict \(sign.tone)\(place)\"\(isOpen ? " open" : "")>"
      + "<summary>\(words)</summary>\n<div class=\"evidence\">\n\(evidence(of: equation))</div>\n</details>"
  }

  /// The verdicts that `verdicts: end` keeps away from the equations, each with the way to its equation.
  mutating func writeVerdictList() {
    guard page.document.frontMatter.verdicts == .end, !page.equations.isEmpty else { return }
    startLine()
    html +=
      "<section class=\"verdict-list\">\n<h2\(identifierAttribute("verdicts"))>\(page.language[.verdicts])</h2>\n<ol>\n"
    for (index, equation) in page.equations.sorted(by: { $0.key < $1.key }) {
      let link = "<a href=\"#\(HTMLEscaping.destination(page.anchor(ofDisplay: index)))\">"
      html +=
        "<li><p class=\"origin\">\(link)\(HTMLEscaping.text(page.formulas.name(of: index, line: equation.line, page.language)))</a></p>"
      // What is not as expected stands with its evidence at the equation.
      html +=
        equation.isUnexpected
        ? "<p class=\"verdict unexpected\">\(VerdictHTML.words(of: VerdictSign(equation, page.language), page.language))</p>"
        : badge(equation, isOpen: false)
      html += "</li>\n"
    }
    html += "</ol>\n</section>\n"
  }
}

enum VerdictHTML {
  static func words(of sign: VerdictSign, _ language: Language) -> String {
    "<span class=\"mark\" aria-hidden=\"true\">\(sign.mark)</span> <span class=\"unseen\">\(language[.verdict]) </span>"
      + "<span class=\"word\">\(HTMLEscaping.text(sign.word))</span>"
  }
}
