import Documents
import Results

/// Verdicts as Markdown: a line each, and an alert for what is not as expected.
struct MarkdownVerdicts {
  let formulas: Formulas
  let placement: FrontMatter.VerdictPlacement
  let language: Language

  /// The lines that stand below an equation; none where its verdict stands elsewhere or nowhere.
  ///
  /// - Parameter isNested: whether the equation stands in a quotation or list, where GitHub knows no alerts
  func lines(for equation: EquationResult, isNested: Bool) -> [String] {
    if equation.isUnexpected { return alert(for: equation, isNested: isNested) }
    switch placement {
    case .inline, .margin: return [line(for: equation)]
    case .end, .off: return []
    }
  }

  /// `✓ holds · 24 components on 3 networks`
  func line(for equation: EquationResult) -> String {
    let sign = VerdictSign(equation, language)
    let isRefuted = EquationResult.Verdict.refuting.contains(equation.verdict)
    let word = equation.isUnexpected ? "**\(sign.word)**" : sign.word
    var parts = ["\(sign.mark) \(word)"]
    if let convention = equation.convention { parts[0] += ": \(marked(convention))" }
    if let numbers = numbers(of: equation) { parts.append(numbers) }
    if let reason = equation.reason, !isRefuted || parts.count == 1 { parts.append(marked(reason)) }
    if !isRefuted, equation.verdict != .notChecked, let gist = equation.gist(language) { parts.append(gist) }
    return parts.joined(separator: " · ")
  }

  /// The list for the end of the report: a line each, by number and line.
  func list(_ equations: [(name: String, equation: EquationResult)]) -> [String] {
    ["## \(language[.verdicts])", ""]
      + equations.map { name, equation in "- \(MarkdownEscaping.text(name)): \(line(for: equation))" }
  }

  private func alert(for equation: EquationResult, isNested: Bool) -> [String] {
    var lines = (isNested ? [] : ["[!CAUTION]"]) + [line(for: equation)]
    if let reason = equation.reason, numbers(of: equation) != nil { lines += ["", marked(reason)] }
    for (index, repair) in equation.repairs.enumerated() {
      lines += ["", language[index == 0 ? .holdsIf : .orAs], "", "```math"]
      lines += formulas.preparing(repair, forKaTeX: false).trimmedLines + ["```"]
    }
    return lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  private func marked(_ text: String) -> String {
    MarkedText.pieces(of: text).map { kind, piece in
      switch kind {
      case .text: MarkdownEscaping.text(language.localized(String(piece)))
      case .code: MarkdownEscaping.code(piece)
      case .formula: "$`\(formulas.preparing(String(piece), forKaTeX: false))`$"
      }
    }.joined()
  }

  /// ``at $`l = 1`$: 0.12 against −0.12, ratio −1``, of the first link that was refuted.
  private func numbers(of equation: EquationResult) -> String? {
    guard EquationResult.Verdict.refuting.contains(equation.verdict), let link = equation.decidingLink,
      let evidence = link.evidence
    else { return nil }
    let pair = evidence.pair(isRefuted: true).map { pair in
      evidence.words(of: pair, isRefuted: true, besides: nil, language, language.text)
    }
    let numbers = [pair, evidence.shapes(language)].compactMap(\.self).joined(separator: "; ")
    guard !numbers.isEmpty else { return nil }
    return (evidence.at.tex.map { language.text(.factAt, "$`\($0)`$") + ": " } ?? "") + numbers
  }
}

extension String {
  /// Lines without blank ones, which would end a block.
  var trimmedLines: [String] {
    split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
