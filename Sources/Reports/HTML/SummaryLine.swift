import Diagnostics
import Documents
import Results

/// What became of the notebook, in one line with links to what went wrong.
enum SummaryLine {
  /// The sentence as plain text, for an index: `12 equations: 12 not checked; 5 expectations: all as expected`.
  static func text(for result: NotebookResult) -> [String] {
    let summary = result.summary
    var parts: [String] = []
    if !result.equations.isEmpty {
      let counts = EquationResult.Verdict.allCases.compactMap { verdict in
        summary.equations[verdict].map { "\($0) \(words(for: verdict, count: $0))" }
      }
      parts.append("\(counted(result.equations.count, "equation")): \(counts.joined(separator: ", "))")
    }
    let expectations = summary.passed + summary.failed
    if expectations > 0 {
      let outcome = summary.failed == 0 ? "all as expected" : "\(summary.failed) not as expected"
      parts.append(
        "\(counted(expectations, "expectation")): \(expectations == 1 && summary.failed == 0 ? "as expected" : outcome)"
      )
    }
    if summary.errors > 0 { parts.append(counted(summary.errors, "error")) }
    if summary.warnings > 0 { parts.append(counted(summary.warnings, "warning")) }
    return parts
  }

  static func html(for result: NotebookResult, _ page: PageContext) -> String {
    let parts = text(for: result)
    guard !parts.isEmpty else { return "" }
    let summary = result.summary
    let isGood = summary.unexpected == 0 && summary.errors == 0
    let items = parts.map { "<li>\(HTMLEscaping.text($0))</li>" }.joined()
    var html = "<div class=\"summary \(isGood ? "good" : "bad")\">\n<ul>\(items)</ul>\n"
    let failures = self.failures(of: result, page)
    if !failures.isEmpty { html += "<p class=\"failures\">See \(failures.joined(separator: ", "))</p>\n" }
    return html + "</div>\n"
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
