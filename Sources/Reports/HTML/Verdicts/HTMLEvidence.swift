import Results

/// What a verdict rests on: reason, numbers, the equation that would hold, and the equation with numbers in it.
extension HTMLRenderer {
  func evidence(of equation: EquationResult) -> String {
    if equation.links.count == 1, let link = equation.links.first {
      let reason = equation.reason ?? link.reason
      return paragraph(reason) + facts(of: link, convention: equation.convention ?? link.convention, reason: reason)
        + repairs(of: equation) + substitution(of: link)
    }
    let links = equation.links.map { item($0, isExpected: equation.expected != nil) }.joined()
    // What the deciding link says of itself below need not stand here, too.
    let isSaidBelow = equation.decidingLink?.reason != nil
    return (isSaidBelow ? "" : paragraph(equation.reason)) + repairs(of: equation)
      + (links.isEmpty ? "" : "<ol class=\"links\">\n\(links)</ol>\n")
  }

  /// - Parameter isExpected: whether the author has said what to expect of the display, damaged as it may be
  private func item(_ link: EquationResult.Link, isExpected: Bool) -> String {
    let sign = VerdictSign(link.verdict, page.language)
    let claim = resultFormula(link.tex, display: false, isExpected: isExpected)
    let formula = "<span class=\"claim\" tabindex=\"0\">\(claim)</span>"
    return
      "<li><p class=\"link \(sign.tone)\"><span class=\"verdict-of-link\">\(VerdictHTML.words(of: sign, page.language))</span> "
      + "\(formula)</p>\n\(paragraph(link.reason))"
      + "\(facts(of: link, convention: link.convention, reason: link.reason))"
      + "\(substitution(of: link))</li>\n"
  }

  private func paragraph(_ text: String?) -> String {
    text.map { "<p class=\"reason\"\(page.english($0))>\(marked($0))</p>\n" } ?? ""
  }

  private func words(ofConvention text: String) -> String {
    let attribute = page.english(text)
    return attribute.isEmpty ? marked(text) : "<span\(attribute)>\(marked(text))</span>"
  }

  private func marked(_ text: String) -> String {
    MarkedText.pieces(of: text).map { kind, piece in
      switch kind {
      case .text: HTMLEscaping.text(page.language.quoted(page.language.localized(String(piece))))
      case .code: "<code>\(HTMLEscaping.text(piece))</code>"
      case .formula: resultFormula(String(piece), display: false)
      }
    }.joined()
  }

  /// - Parameter reason: what stands above; it need not be said again
  private func facts(of link: EquationResult.Link, convention: String?, reason: String?) -> String {
    var facts: [(name: String, value: String)] = []
    if let convention {
      facts.append((page.language[.factConvention], words(ofConvention: convention)))
    }
    guard let evidence = link.evidence else { return list(facts) }
    let isRefuted = EquationResult.Verdict.refuting.contains(link.verdict)
    if let pair = evidence.pair(isRefuted: isRefuted) {
      let place = place(of: evidence)
      let numbers = evidence.words(
        of: pair, isRefuted: isRefuted, isHeaded: place == nil, besides: reason, page.language, page.language.html)
      facts.append((place ?? page.language[pair.left == pair.right ? .factBothSides : .factSides], numbers))
    }
    if let shapes = evidence.shapes(page.language, besides: reason) {
      facts.append((page.language[.factShapes], HTMLEscaping.text(shapes)))
    }
    if let compared = evidence.comparison(page.language) {
      facts.append((page.language[.factCompared], HTMLEscaping.text(compared)))
    }
    if let difference = evidence.difference {
      facts.append((page.language[.factDifference], page.language.html(difference)))
    }
    if let omission = evidence.omission(page.language) {
      facts.append((page.language[.factOmitted], HTMLEscaping.text(omission)))
    }
    return list(facts)
  }

  /// `at l = 1, entry 2`; nil where there is nothing to choose from.
  private func place(of evidence: EquationResult.Evidence) -> String? {
    let letters = evidence.at.breakableTeX.map { page.language.text(.factAt, resultFormula($0, display: false)) }
    guard let entry = evidence.entryText else { return letters }
    return letters.map { page.language.text(.entryOf, $0, entry) } ?? page.language.text(.factEntry, entry)
  }

  private func list(_ facts: [(name: String, value: String)]) -> String {
    guard !facts.isEmpty else { return "" }
    let rows = facts.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>\n" }
    return "<dl class=\"facts\">\n\(rows.joined())</dl>\n"
  }

  private func repairs(of equation: EquationResult) -> String {
    guard equation.repairs.isEmpty else {
      return equation.repairs.enumerated().map { index, tex in
        display(
          tex, heading: page.language[index == 0 ? .holdsIf : .orAs], label: page.language[.holdsIf], kind: "repair")
      }.joined()
    }
    var mended: Int?
    return equation.partialRepairs.map { repair in
      let word: Word = repair.link == mended ? .orLinkAs : .linkHoldsIf
      mended = repair.link
      return display(
        repair.tex, heading: page.language.text(word, String(repair.link + 1)), label: page.language[.holdsIf],
        kind: "repair")
    }.joined()
  }

  private func substitution(of link: EquationResult.Link) -> String {
    guard let substitution = link.substitution else { return "" }
    let place = substitution.at.breakableTeX.map { resultFormula($0, display: false) }
    return display(
      page.language.localized(tex: substitution.tex.breakableBetweenMatrices),
      heading: place.map { page.language.text(.withNumbersAt, $0) } ?? page.language[.withNumbers],
      label: page.language[.withNumbers], kind: "substitution")
  }

  private func display(_ tex: String, heading: String, label: String, kind: String) -> String {
    "<figure class=\"\(kind)\"><figcaption>\(heading)</figcaption>"
      + "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(label)\">"
      + "\(resultFormula(tex, display: true))</div></figure>\n"
  }

  /// A formula of the results; its own text where there is nothing that could set it.
  private func resultFormula(_ tex: String, display: Bool, isExpected: Bool = false) -> String {
    formula(page.formulas.preparing(tex, forKaTeX: true), display: display)
      ?? Self.asText(tex, isExpected: isExpected)
  }
}

extension String {
  /// A line of numbers that may end between two matrices side by side.
  fileprivate var breakableBetweenMatrices: String {
    split(separator: "\\end{pmatrix} \\begin", omittingEmptySubsequences: false)
      .joined(separator: "\\end{pmatrix} \\allowbreak \\begin")
  }
}
