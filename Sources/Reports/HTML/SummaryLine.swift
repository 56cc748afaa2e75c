import Diagnostics
import Documents
import Results

/// What became of the notebook, in one line with links to what went wrong.
enum SummaryLine {
  /// One part of the line: what it says, and whether it is bad news as a whole.
  struct Part: Hashable {
    var html: String
    var isBad = false

    init(html: String) { self.html = html }
    init(text: String, isBad: Bool) {
      html = HTMLEscaping.text(text)
      self.isBad = isBad
    }
  }

  static func parts(for result: NotebookResult) -> [Part] {
    let summary = result.summary
    var parts: [Part] = []
    let counts = result.equationCounts
    if !counts.isEmpty {
      parts.append(Part(html: equations(result, counts)))
      let isLacking = result.diagnostics.contains { $0.diagnostic.code == Diagnostic.coverageCode }
      // Where nothing was checked, the counts have said so.
      if isLacking || summary.checked > 0 {
        parts.append(Part(text: "\(summary.checked) of \(summary.displays) checked", isBad: isLacking))
      }
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

  /// The counts of the verdicts, with bad news among them marked.
  private static func equations(_ result: NotebookResult, _ counts: [NotebookResult.EquationCount]) -> String {
    let parts = counts.map { count in
      let text = HTMLEscaping.text(counts.count == 1 ? count.words : "\(count.count) \(count.words)")
      return count.isBad ? "<span class=\"bad\">\(text)</span>" : text
    }
    return HTMLEscaping.text(result.equationLead) + parts.joined(separator: ", ")
  }

  static func list(for result: NotebookResult) -> String {
    let items = parts(for: result).map { part in
      "<li\(part.isBad ? " class=\"bad\"" : "")>\(part.html)</li>"
    }
    return items.isEmpty ? "" : "<ul class=\"summary-list\">\(items.joined())</ul>\n"
  }

  static func html(for result: NotebookResult, _ page: PageContext) -> String {
    let list = list(for: result)
    guard !list.isEmpty else { return "" }
    let failures = self.failures(of: result, page)
    let jumps = failures.isEmpty ? "" : "<p class=\"failures\">See \(failures.joined(separator: "; "))</p>\n"
    return "<div class=\"summary\">\n\(list)\(jumps)</div>\n"
  }

  private static func failures(of result: NotebookResult, _ page: PageContext) -> [String] {
    struct Place {
      var line: Int
      var anchor: String?
      var name: String
    }
    let shown = result.cells.flatMap(\.diagnostics)
    var places = page.equations.filter(\.value.isUnexpected).map { index, equation in
      Place(
        line: equation.line, anchor: page.anchor(ofDisplay: index),
        name: page.formulas.name(of: index, line: equation.line))
    }
    places += result.expectations.filter { !$0.passed }.map {
      Place(line: $0.line, anchor: "line-\($0.line)", name: "line \($0.line)")
    }
    // What went wrong with an equation or an expectation is among the places already.
    places += result.diagnostics.filter { $0.diagnostic.severity == .error && !$0.diagnostic.isVerdict }.map { placed in
      let line = placed.start.line
      return Place(
        line: line, anchor: shown.contains(placed) ? DiagnosticHTML.anchor(of: placed) : nil, name: "line \(line)")
    }
    return places.sorted { ($0.line, $0.anchor ?? "") < ($1.line, $1.anchor ?? "") }.map { place in
      guard let anchor = place.anchor else { return HTMLEscaping.text(place.name) }
      return "<a href=\"#\(HTMLEscaping.destination(anchor))\">\(HTMLEscaping.text(place.name))</a>"
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
