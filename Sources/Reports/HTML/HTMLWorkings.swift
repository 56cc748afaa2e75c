import Results

/// What `explain` and `check equations` show.
extension HTMLRenderer {
  func html(for working: WorkedGradient) -> String {
    let title =
      "<p class=\"working-title\">\(HTMLEscaping.text(working.title))"
      + (formula(working.symbol).map { ", <span class=\"symbol\">\($0)</span>" } ?? "") + "</p>\n"
    let steps = working.steps.map { step in
      let tex = formula(step.tex, display: true) ?? "<pre>\(HTMLEscaping.text(step.tex))</pre>"
      return "<li><span class=\"words\">\(HTMLEscaping.text(step.words))</span>"
        + "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLEscaping.text(step.words))\">"
        + "\(tex)</div></li>\n"
    }
    return "<div class=\"working\">\n\(title)<ol>\n\(steps.joined())</ol>\n</div>\n"
  }

  func html(for table: VerdictTable) -> String {
    guard !table.rows.isEmpty else { return "<p class=\"message\">no equations above</p>\n" }
    let rows = table.rows.map { row in
      let sign = VerdictSign(row.verdict)
      return "<tr><th scope=\"row\">\(HTMLEscaping.text(row.label ?? "–"))</th><td>\(row.line)</td>"
        + "<td>\(VerdictHTML.words(of: sign))\(row.isUnexpected ? ", not as expected" : "")</td></tr>\n"
    }
    return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"verdicts so far\">\n"
      + "<table class=\"verdicts\">\n<caption>verdicts so far</caption>\n<thead>\n<tr><th scope=\"col\">equation</th>"
      + "<th scope=\"col\">line</th><th scope=\"col\">verdict</th></tr>\n</thead>\n<tbody>\n\(rows.joined())</tbody>\n"
      + "</table>\n</div>\n"
  }
}
