package import Results

/// The page over all reports of a folder: titles, what became of each, and the ways in.
///
/// No times and no dates: the same notebooks give the same page.
package enum IndexPage {
  package struct Entry: Sendable {
    package var result: NotebookResult
    /// The files of the report, relative to the index: `("HTML", "xor.html")`, the first one to be read first.
    package var links: [(name: String, path: String)]

    package init(result: NotebookResult, links: [(name: String, path: String)]) {
      self.result = result
      self.links = links
    }
  }

  package static func render(_ entries: [Entry], title: String = "Notebooks") -> String {
    var html = "<h1>\(HTMLEscaping.text(title))</h1>\n"
    html += "<p class=\"subtitle\">\(HTMLEscaping.text(overview(of: entries)))</p>\n"
    let list = entries.map(item).joined()
    let body = PageFrame.body(header: html, contents: nil, main: "<ul class=\"index\">\n\(list)</ul>\n")
    return PageFrame.page(title: title, language: "en", body: body, styles: [StyleSheet.page, StyleSheet.index])
  }

  private static func overview(of entries: [Entry]) -> String {
    let equations = entries.reduce(0) { $0 + $1.result.equations.count }
    let wrong = entries.count { $0.result.summary.unexpected > 0 || $0.result.summary.errors > 0 }
    let notebooks = "\(entries.count) notebook\(entries.count == 1 ? "" : "s")"
    let outcome = wrong == 0 ? "all as expected" : "\(wrong) of the notebooks not as expected"
    let checked = entries.reduce(0) { $0 + $1.result.summary.checked }
    let coverage = equations == 0 ? "" : ", \(checked == 0 ? "none" : String(checked)) of them checked"
    return "\(notebooks), \(equations) equation\(equations == 1 ? "" : "s")\(coverage); \(outcome)."
  }

  private static func item(_ entry: Entry) -> String {
    let title = HTMLEscaping.text(entry.result.title.isEmpty ? entry.result.notebook : entry.result.title)
    let first = entry.links.first.map { "<a href=\"\(HTMLEscaping.destination($0.path))\">\(title)</a>" } ?? title
    let links = entry.links.dropFirst().map { link in
      "<a href=\"\(HTMLEscaping.destination(link.path))\">\(HTMLEscaping.text(link.name))</a>"
    }
    let forms = links.isEmpty ? "" : "<p class=\"forms\">also as \(links.joined(separator: ", "))</p>\n"
    return "<li>\n<h2>\(first)</h2>\n<p class=\"path\"><code>\(HTMLEscaping.text(entry.result.notebook))</code></p>\n"
      + "\(SummaryLine.list(for: entry.result))\(forms)</li>\n"
  }
}
