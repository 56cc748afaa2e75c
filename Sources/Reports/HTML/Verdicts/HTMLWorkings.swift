import Results

/// What `explain` and `check equations` show.
extension HTMLRenderer {
  func html(for working: WorkedGradient) -> String {
    let title =
      "<p class=\"working-title\">\(HTMLEscaping.text(working.title))"
      + (formula(working.symbol).map { ", <span class=\"symbol\">\($0)</span>" } ?? "") + "</p>\n"
    let steps = working.steps.map { step in
      let lines = step.lines.map { line in
        formula(page.language.localized(tex: line), display: true) ?? "<pre>\(HTMLEscaping.text(line))</pre>"
      }
      return "<li><span class=\"words\">\(HTMLEscaping.text(step.words))</span>"
        + "<div class=\"scroll lines\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLEscaping.text(step.words))\">"
        + "\(lines.joined())</div></li>\n"
    }
    return "<div class=\"working\">\n\(title)<ol>\n\(steps.joined())</ol>\n</div>\n"
  }

  func html(for table: VerdictTable) -> String {
    guard !table.rows.isEmpty else { return "<p class=\"message\">\(page.language[.noEquationsAbove])</p>\n" }
    let rows = table.rows.map { row in
      let sign = VerdictSign(row.verdict, page.language)
      return "<tr><th scope=\"row\">\(HTMLEscaping.text(row.label ?? "–"))</th><td>\(row.line)</td>"
        + "<td>\(VerdictHTML.words(of: sign, page.language))\(row.isUnexpected ? ", " + page.language[.notAsExpected] : "")</td></tr>\n"
    }
    return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(page.language[.verdictsSoFar])\">\n"
      + "<table class=\"verdicts\">\n<caption>\(page.language[.verdictsSoFar])</caption>\n<thead>\n<tr><th scope=\"col\">\(page.language[.headEquation])</th>"
      + "<th scope=\"col\">\(page.language[.headLine])</th><th scope=\"col\">\(page.language[.headVerdict])</th></tr>\n</thead>\n<tbody>\n\(rows.joined())</tbody>\n"
      + "</table>\n</div>\n"
  }
}
