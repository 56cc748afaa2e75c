import Diagnostics
import Documents
import Results

/// The head of the page: title, subtitle, authors and date, and the summary of the run.
struct TitleBlock {
  private let page: PageContext
  private let title: [Inline]
  private let identifier: String?
  /// The title without markup, for the browser's tab.
  let text: String

  /// The title is that of the front matter, else the notebook's first heading if that is of level 1; a first heading
  /// that says the same as the front matter moves up and is not printed twice.
  init(_ page: PageContext, takingFrom blocks: inout [Block]) {
    self.page = page
    let given = page.document.frontMatter.title
    if let first = blocks.first, case .heading(1, let content) = first.kind,
      given == nil || given == content.plainText
    {
      blocks.removeFirst()
      title = content
      identifier = first.attributes.identifier
    } else {
      // Every page has a title: where the author gave none, the name of the file is one.
      let name = page.document.source.name.split(separator: "/").last.map(String.init) ?? "Notebook"
      title = [Inline(.text([given, page.result?.title, name].compactMap { $0 }.first { !$0.isEmpty } ?? name))]
      identifier = nil
    }
    text = title.plainText
  }

  func html(_ renderer: inout HTMLRenderer) -> String {
    let matter = page.document.frontMatter
    renderer.html = ""
    renderer.render(title)
    let id = identifier.map { " id=\"\(HTMLEscaping.text($0))\"" } ?? ""
    var html = "<h1\(id)>\(renderer.html)</h1>\n"
    if let subtitle = matter.subtitle {
      html += "<p class=\"subtitle\">\(HTMLEscaping.text(page.language.quoted(subtitle)))</p>\n"
    }
    let byline =
      (matter.author.isEmpty ? [] : [matter.author.joined(separator: ", ")]) + (matter.date.map { [$0] } ?? [])
    if !byline.isEmpty { html += "<p class=\"byline\">\(HTMLEscaping.text(byline.joined(separator: " · ")))</p>\n" }
    if let result = page.result { html += SummaryLine.html(for: result, page) }
    return html
  }
}
