import Results

/// What `explain` and `check equations` show, as Markdown.
extension MarkdownOutputs {
  static func blocks(for working: WorkedGradient) -> [[String]] {
    var blocks: [[String]] = [["\(MarkdownEscaping.text(working.title)), $`\(working.symbol)`$:"]]
    for (place, step) in working.steps.enumerated() {
      blocks.append(["\(place + 1)\\. \(MarkdownEscaping.text(step.words))"])
      blocks.append(["```math"] + step.tex.split(separator: "\n").map(String.init) + ["```"])
    }
    return blocks
  }

  static func blocks(for table: VerdictTable) -> [[String]] {
    guard !table.rows.isEmpty else { return [["no equations above"]] }
    let rows = table.rows.map { row in
      let sign = VerdictSign(row.verdict)
      return "| \(row.label.map(MarkdownEscaping.text) ?? "–") | \(row.line) | \(sign.mark) \(sign.word)"
        + "\(row.isUnexpected ? ", **not as expected**" : "") |"
    }
    return [["| equation | line | verdict |", "| :--- | ---: | :--- |"] + rows]
  }
}
