import Diagnostics
import Documents
import Results

/// What became of the notebook, in one line with links to what went wrong.
enum SummaryLine {
  /// One part of the line: what it says, and what of it is bad news.
  struct Part: Hashable {
    struct Piece: Hashable {
      var text: String
      var isBad = false
    }
    var pieces: [Piece]
    /// Whether it is bad news as a whole.
    var isBad = false

    init(_ pieces: [Piece]) { self.pieces = pieces }
    init(text: String, isBad: Bool) {
      pieces = [Piece(text: text)]
      self.isBad = isBad
    }

    var text: String { pieces.map(\.text).joined() }
    var html: String {
      pieces.map { piece in
        let text = HTMLEscaping.text(piece.text)
        return piece.isBad ? "<span class=\"bad\">\(text)</span>" : text
      }.joined()
    }
  }

  static func parts(for result: NotebookResult, _ language: Language) -> [Part] {
    let summary = result.summary
    var parts: [Part] = []
    if !result.equations.isEmpty {
      parts.append(Part(equations(result, language)))
      let isLacking = result.diagnostics.contains { $0.diagnostic.code == Diagnostic.coverageCode }
      // Where nothing was checked, the counts have said so.
      if isLacking || summary.checked > 0 {
        parts.append(
          Part(
            text: language.text(.checkedOf, String(summary.checked), String(summary.displays)), isBad: isLacking))
      }
    }
    let count = summary.passed + summary.failed
    if count > 0 {
      let text =
        summary.failed == 0
        ? language.counted(.expectationsAsExpected, count)
        : language.counted(.expectationsNotAsExpected, count, String(summary.failed))
      parts.append(Part(text: text, isBad: summary.failed > 0))
    }
    if summary.errors > 0 { parts.append(Part(text: language.counted(.errors, summary.errors), isBad: true)) }
    if summary.warnings > 0 { parts.append(Part(text: language.counted(.warnings, summary.warnings), isBad: false)) }
    return parts
  }

  /// `17 equations: 14 hold, 1 fails, 2 not checked`, with bad news among them marked.
  private static func equations(_ result: NotebookResult, _ language: Language) -> [Part.Piece] {
    let counts = result.equationCounts
    let parts = counts.map { count in
      var words = language.counted(count.verdict.countedWord, count.count)
      if counts.count > 1 { words = "\(count.count) \(words)" }
      if count.noted > 0 {
        let isRefuting = EquationResult.Verdict.refuting.contains(count.verdict)
        let number = count.noted == count.count ? "" : "\(count.noted) "
        words += " (\(number)\(language[isRefuting ? .asExpected : .unexpectedly]))"
      }
      return Part.Piece(text: words, isBad: count.isBad)
    }
    let number = language.counted(.equations, result.equations.count)
    let lead = counts.count == 1 ? number + " " : language.text(.countsBehind, number)
    return [Part.Piece(text: lead)] + parts.map { [$0] }.joined(separator: [Part.Piece(text: ", ")])
  }

  static func list(for result: NotebookResult, _ language: Language) -> String {
    let items = parts(for: result, language).map { part in
      "<li\(part.isBad ? " class=\"bad\"" : "")>\(part.html)</li>"
    }
    return items.isEmpty ? "" : "<ul class=\"summary-list\">\(items.joined())</ul>\n"
  }

  static func html(for result: NotebookResult, _ page: PageContext) -> String {
    let list = list(for: result, page.language)
    guard !list.isEmpty else { return "" }
    let failures = self.failures(of: result, page)
    let jumps =
      failures.isEmpty
      ? "" : "<p class=\"failures\">\(page.language.text(.see, failures.joined(separator: "; ")))</p>\n"
    return "<section class=\"summary\" aria-label=\"\(page.language[.summary])\">\n\(list)\(jumps)</section>\n"
  }

  private static func failures(of result: NotebookResult, _ page: PageContext) -> [String] {
    struct Place {
      var line: Int
      var anchor: String?
      var name: String
    }
    let language = page.language
    let shown = result.cells.flatMap(\.diagnostics)
    var places = page.equations.filter(\.value.isUnexpected).map { index, equation in
      Place(
        line: equation.line, anchor: page.anchor(ofDisplay: index),
        name: page.formulas.name(of: index, line: equation.line, language))
    }
    places += result.expectations.filter { !$0.passed }.map {
      Place(line: $0.line, anchor: "line-\($0.line)", name: language.text(.expectationInLine, String($0.line)))
    }
    // What went wrong with an equation or an expectation is among the places already.
    places += result.diagnostics.filter { $0.diagnostic.severity == .error && !$0.diagnostic.isVerdict }.map { placed in
      let line = placed.start.line
      return Place(
        line: line,
        anchor: shown.contains(placed)
          ? DiagnosticHTML.anchor(of: placed) : page.references.dangling[placed.diagnostic.span.lower],
        name: language.text(.errorInLine, String(line)))
    }
    return places.sorted { ($0.line, $0.anchor ?? "") < ($1.line, $1.anchor ?? "") }.map { place in
      guard let anchor = place.anchor else { return HTMLEscaping.text(place.name) }
      return "<a href=\"#\(HTMLEscaping.destination(anchor))\">\(HTMLEscaping.text(place.name))</a>"
    }
  }
}
