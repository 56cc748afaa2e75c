import Results

/// What `explain` and `check equations` show, as Markdown.
extension MarkdownOutputs {
  func blocks(for working: WorkedGradient) -> [[String]] {
    var blocks: [[String]] = [["\(MarkdownEscaping.text(working.title)), $`\(working.symbol)`$:"]]
    for (place, step) in working.steps.enumerated() {
      blocks.append(["\(place + 1)\\. \(MarkdownEscaping.text(step.words))"])
      blocks.append(["```math"] + language.localized(tex: step.tex).split(separator: "\n").map(String.init) + ["```"])
    }
    return blocks
  }

  func blocks(for table: VerdictTable) -> [[String]] {
    guard !table.rows.isEmpty else { return [["\(language[.noEquationsAbove])"]] }
    let rows = table.rows.map { row in
      let sign = VerdictSign(row.verdict, language)
      return "| \(row.label.map(MarkdownEscaping.text) ?? "–") | \(row.line) | \(sign.mark) \(sign.word)"
        + "\(row.isUnexpected ? ", **\(language[.notAsExpected])**" : "") |"
    }
    return [
      ["| \(language[.headEquation]) | \(language[.headLine]) | \(language[.headVerdict]) |", "| :--- | ---: | :--- |"]
        + rows
    ]
  }
}
