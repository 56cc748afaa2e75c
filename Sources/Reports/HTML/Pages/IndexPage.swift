package import Results

/// The page over all reports of a folder: titles and summaries, what became of each, and the ways in.
///
/// No times and no dates: the same notebooks give the same page.
package enum IndexPage {
  package struct Entry: Sendable {
    package var result: NotebookResult
    /// What the notebook says of itself in a sentence.
    package var subtitle: String?
    /// The files of the report, relative to the index: `("HTML", "xor.html")`, the first one to be read first.
    package var links: [(name: String, path: String)]

    package init(result: NotebookResult, subtitle: String? = nil, links: [(name: String, path: String)]) {
      self.result = result
      self.subtitle = subtitle
      self.links = links
    }

    var title: String { result.title.isEmpty ? result.notebook : result.title }
  }

  /// - Parameter language: the tag of the language that the notebooks have in common
  package static func render(_ entries: [Entry], title: String? = nil, language tag: String? = nil) -> String {
    let language = Language.named(tag)
    let title = title ?? language[.notebooks]
    var html = "<h1>\(HTMLEscaping.text(title))</h1>\n"
    html += "<p class=\"subtitle\">\(HTMLEscaping.text(overview(of: entries, language)))</p>\n"
    if entries.contains(where: { !$0.result.equations.isEmpty }) {
      html += "<p>\(language[.aboutVerdicts])</p>\n"
    }
    let list = entries.map { item($0, language) }.joined()
    let table = entries.count > 1 ? CoverageTable(entries, language).html : ""
    let body = PageFrame.body(
      header: html, contents: nil, main: "<ul class=\"index\">\n\(list)</ul>\n\(table)", language)
    return PageFrame.page(
      title: title, language: tag ?? language.tag, body: body, styles: [StyleSheet.page, StyleSheet.index])
  }

  private static func overview(of entries: [Entry], _ language: Language) -> String {
    let equations = entries.reduce(0) { $0 + $1.result.equations.count }
    let wrong = entries.count { $0.result.summary.unexpected > 0 || $0.result.summary.errors > 0 }
    let checked = entries.reduce(0) { $0 + $1.result.summary.checked }
    let coverage =
      equations == 0
      ? [] : [checked == 0 ? language[.noneChecked] : language.text(.ofThemChecked, String(checked))]
    let counts =
      [language.counted(.countNotebooks, entries.count), language.counted(.equations, equations)] + coverage
    let outcome = wrong == 0 ? language[.allAsExpected] : language.text(.notebooksNotAsExpected, String(wrong))
    return "\(counts.joined(separator: ", ")); \(outcome)."
  }

  private static func item(_ entry: Entry, _ language: Language) -> String {
    let title = HTMLEscaping.text(language.quoted(entry.title))
    let first = entry.links.first.map { "<a href=\"\(HTMLEscaping.destination($0.path))\">\(title)</a>" } ?? title
    let links = entry.links.dropFirst().map { link in
      "<a href=\"\(HTMLEscaping.destination(link.path))\">\(HTMLEscaping.text(link.name))</a>"
    }
    let subtitle = entry.subtitle.map { "<p class=\"about\">\(HTMLEscaping.text(language.quoted($0)))</p>\n" } ?? ""
    let forms =
      links.isEmpty
      ? "" : "<p class=\"forms\">\(language.text(.alsoAs, links.joined(separator: ", ")))</p>\n"
    return "<li>\n<h2>\(first)</h2>\n\(subtitle)"
      + "<p class=\"path\"><code>\(HTMLEscaping.text(entry.result.notebook))</code></p>\n"
      + "\(SummaryLine.list(for: entry.result, language))\(forms)</li>\n"
  }
}
