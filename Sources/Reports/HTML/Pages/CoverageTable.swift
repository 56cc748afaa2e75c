import Results

/// The verdicts of several notebooks in a table: a row for each, and their sum.
package struct CoverageTable {
  private struct Row {
    var name: String
    var path: String?
    /// Equations, then a count for each verdict that occurs, coverage, expectations.
    var entries: [String]
  }
  private let language: Language
  private let heads: [String]
  private var rows: [Row] = []
  private let total: Row

  /// - Parameter folder: where the reports are, as seen from the table: `output/`
  package init(_ entries: [IndexPage.Entry], folder: String = "", language tag: String? = nil) {
    self.init(entries, folder: folder, .named(tag))
  }

  init(_ entries: [IndexPage.Entry], folder: String = "", _ language: Language) {
    self.language = language
    let verdicts = EquationResult.Verdict.inReadingOrder.filter { verdict in
      entries.contains { $0.result.equations.contains { $0.verdict == verdict } }
    }
    func counts(_ results: [NotebookResult]) -> [String] {
      let equations = results.flatMap(\.equations)
      let summaries = results.map(\.summary)
      let displays = summaries.reduce(0) { $0 + $1.displays }
      let checked = summaries.reduce(0) { $0 + $1.checked }
      let expectations = summaries.reduce(0) { $0 + $1.passed + $1.failed }
      // Rounded down: 100 % is all of them.
      return [String(equations.count)]
        + verdicts.map { verdict in String(equations.count { $0.verdict == verdict }) }
        + [displays == 0 ? "–" : "\(checked * 100 / displays) %", String(expectations)]
    }
    heads =
      [language[.notebook], language[.headEquations]]
      + verdicts.map { language[$0.word] } + [language[.coverage], language[.expectations]]
    rows = entries.map { entry in
      Row(name: entry.title, path: entry.links.first.map { folder + $0.path }, entries: counts([entry.result]))
    }
    total = Row(name: language[.total], path: nil, entries: counts(entries.map(\.result)))
  }

  var html: String {
    func line(_ row: Row) -> String {
      let name = HTMLEscaping.text(language.quoted(row.name))
      let link = row.path.map { "<a href=\"\(HTMLEscaping.destination($0))\">\(name)</a>" } ?? name
      return "<tr><th scope=\"row\">\(link)</th>" + row.entries.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    let head = heads.map { "<th scope=\"col\">\(HTMLEscaping.text($0))</th>" }.joined()
    let caption = HTMLEscaping.text(language[.summary])
    return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(caption)\">\n"
      + "<table class=\"coverage\">\n<caption>\(caption)</caption>\n<thead>\n<tr>\(head)</tr>\n</thead>\n"
      + "<tbody>\n\(rows.map(line).joined())</tbody>\n<tfoot>\n\(line(total))</tfoot>\n</table>\n</div>\n"
  }

  /// As a table of GitHub's Markdown.
  package var markdown: String {
    func line(_ entries: [String]) -> String { "| " + entries.joined(separator: " | ") + " |\n" }
    func line(_ row: Row) -> String {
      let name = MarkdownEscaping.text(row.name)
      return line([row.path.map { "[\(name)](\($0))" } ?? name] + row.entries)
    }
    return line(heads.map { MarkdownEscaping.text($0) })
      + line([":---"] + heads.dropFirst().map { _ in "---:" }) + rows.map(line).joined() + line(total)
  }
}
