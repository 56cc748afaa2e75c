import Diagnostics
import Documents
import Results

/// What became of the notebook, in one line with links to what went wrong.
enum SummaryLine {
  /// One part of the line: what it says, and whether it is bad news.
  struct Part: Hashable {
    var text: String
    var isBad: Bool
  }

  static func parts(for result: NotebookResult) -> [Part] {
    let summary = result.summary
    var parts: [Part] = []
    if !result.equations.isEmpty {
      let counts = EquationResult.Verdict.allCases.compactMap { verdict in
        summary.equations[verdict].map { "\($0) \(words(for: verdict, count: $0))" }
      }
      let isAlike = counts.count == 1
      let outcome = isAlike ? counts[0].drop { $0 != " " }.dropFirst() : counts.joined(separator: ", ")[...]
      parts.append(
        Part(
          text: counted(result.equations.count, "equation") + (isAlike ? " " : ": ") + outcome,
          isBad: result.equations.contains(where: \.isUnexpected)))
    }
    let count = summary.passed + summary.failed
    if count > 0 {
      let outcome =
        switch (summary.failed, count) {
        case (0, 1): "as expected"
        case (0, _): "all as expected"
        case (1, 1): "not as expected"
        default: "\(summary.failed) of them not as expected"
        }
      parts.append(Part(text: "\(counted(count, "expectation")), \(outcome)", isBad: summary.failed > 0))
    }
    if summary.errors > 0 { parts.append(Part(text: counted(summary.errors, "error"), isBad: true)) }
    if summary.warnings > 0 { parts.append(Part(text: counted(summary.warnings, "warning"), isBad: false)) }
    return parts
  }

  static func list(for result: NotebookResult) -> String {
    let items = parts(for: result).map { part in
      "<li\(part.isBad ? " class=\"bad\"" : "")>\(HTMLEscaping.text(part.text))</li>"
    }
    return items.isEmpty ? "" : "<ul class=\"summary-list\">\(items.joined())</ul>\n"
  }

  static func html(for result: NotebookResult, _ page: PageContext) -> String {
    let list = list(for: result)
    guard !list.isEmpty else { return "" }
    let failures = self.failures(of: result, page)
    let jumps = failures.isEmpty ? "" : "<p class=\"failures\">See \(failures.joined(separator: ", "))</p>\n"
    return "<div class=\"summary\">\n\(list)\(jumps)</div>\n"
  }

  private static func failures(of result: NotebookResult, _ page: PageContext) -> [String] {
    let shown = result.cells.flatMap(\.diagnostics)
    let equations = page.equations.sorted { $0.key < $1.key }.filter { $0.value.isUnexpected }.map { index, equation in
      (equation.line, equation.label ?? "equation-\(index + 1)")
    }
    let expectations = result.expectations.filter { !$0.passed }.map { ($0.line, "line-\($0.line)") }
    let errors = result.diagnostics.filter { $0.diagnostic.severity == .error }.map { placed in
      (placed.start.line, shown.contains(placed) ? DiagnosticHTML.anchor(of: placed) : nil)
    }
    let all = equations.map { ($0.0, Optional($0.1)) } + expectations.map { ($0.0, Optional($0.1)) } + errors
    return all.sorted { ($0.0, $0.1 ?? "") < ($1.0, $1.1 ?? "") }.map { line, anchor in
      anchor.map { "<a href=\"#\(HTMLEscaping.destination($0))\">line \(line)</a>" } ?? "line \(line)"
    }
  }

  private static func words(for verdict: EquationResult.Verdict, count: Int) -> String {
    switch verdict {
    case .holds: count == 1 ? "holds" : "hold"
    case .convention: count == 1 ? "holds under a convention" : "hold under a convention"
    case .fails: count == 1 ? "fails" : "fail"
    case .defines: count == 1 ? "defines a symbol" : "define symbols"
    case .conflicts: count == 1 ? "conflicts" : "conflict"
    case .updates: count == 1 ? "update" : "updates"
    case .notChecked: "not checked"
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
