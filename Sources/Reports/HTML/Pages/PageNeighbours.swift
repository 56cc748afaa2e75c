/// The reports that a reader may go on to, by the order of the index.
package struct PageNeighbours: Sendable, Hashable {
  package struct Page: Sendable, Hashable {
    package var title: String
    /// Relative to the page that leads there.
    package var path: String

    package init(title: String, path: String) { (self.title, self.path) = (title, path) }
  }
  package var previous: Page?
  package var next: Page?

  package init(previous: Page? = nil, next: Page? = nil) { (self.previous, self.next) = (previous, next) }

  func html(_ language: Language) -> String {
    let links = [(previous, Word.previous, "previous"), (next, .next, "next")].compactMap { page, word, kind in
      page.map { page in
        "<a class=\"\(kind)\" rel=\"\(kind == "next" ? "next" : "prev")\" href=\"\(HTMLEscaping.destination(page.path))\">"
          + "<span class=\"way\">\(language[word])</span> "
          + "<span class=\"title\">\(HTMLEscaping.text(language.quoted(page.title)))</span></a>\n"
      }
    }
    guard !links.isEmpty else { return "" }
    let name = "\(language[.previous]), \(language[.next])"
    return "<nav class=\"neighbours\" aria-label=\"\(name)\">\n\(links.joined())</nav>\n"
  }
}
