package import Diagnostics
package import Documents
package import Results

/// The report as one page for a browser: no script, and no request to anywhere.
package enum HTMLReport {
  /// - Parameters:
  ///   - result: what running the notebook produced; without it the cells are shown and nothing else
  ///   - typesetter: sets the formulas; without it they stand as text
  ///   - assets: reads local pictures; without it their alternative texts stand
  /// - Returns: the page, and warnings about what could not be shown as the author meant it
  package static func render(
    _ document: Document, _ result: NotebookResult?, options: HTMLOptions = HTMLOptions(),
    typesetter: (any FormulaTypesetter)? = nil, assets: (any AssetReading)? = nil
  ) -> Diagnosed<String> {
    render(PageContext(document, result: result, options: options, typesetter: typesetter, assets: assets))
  }

  private static func render(_ page: PageContext) -> Diagnosed<String> {
    let document = page.document
    var blocks = document.blocks
    let titleBlock = TitleBlock(page, takingFrom: &blocks)
    var renderer = HTMLRenderer(page: page)
    renderer.isInTitle = true
    let header = titleBlock.html(&renderer)
    renderer.isInTitle = false
    renderer.html = ""
    renderer.render(blocks)
    renderer.writeVerdictList()
    renderer.writeFootnotes()
    renderer.writePrintedLinks()
    let contents = TableOfContents(blocks, page)
    let body = PageFrame.body(
      header: header, contents: contents, main: renderer.html, neighbours: page.options.neighbours.html(page.language),
      page.language)
    let html = PageFrame.page(
      title: titleBlock.text, language: document.frontMatter.language ?? page.language.tag, body: body,
      styles: [page.typesetter?.styleSheet ?? "", StyleSheet.page])
    return Diagnosed(html, page.formulas.diagnostics + renderer.diagnostics)
  }

  /// What is wrong with a document as a page: references, links and pictures that lead nowhere. Formulas are not typeset,
  /// and plots not drawn.
  package static func findings(
    in document: Document, _ result: NotebookResult, assets: (any AssetReading)?
  ) -> [Diagnostic] {
    var page = PageContext(document, result: result, options: HTMLOptions(), assets: assets)
    page.drawsPictures = false
    return render(page).diagnostics
  }

  /// The blocks of a document alone, without the page around them.
  package static func fragment(of document: Document, options: HTMLOptions) -> String {
    var renderer = HTMLRenderer(page: PageContext(document, options: options))
    renderer.render(document.blocks)
    return renderer.html
  }
}

extension HTMLRenderer {
  /// Where the links of the text lead, for paper.
  mutating func writePrintedLinks() {
    guard !printedLinks.isEmpty else { return }
    startLine()
    let first = page.references.footnotes.count + 1
    html += "<ol class=\"on-paper links-on-paper\" start=\"\(first)\">\n"
    html += printedLinks.map { "<li>\(HTMLEscaping.text($0))</li>\n" }.joined() + "</ol>\n"
  }

  /// The footnotes that are referred to, in the order of their references, each with the way back.
  mutating func writeFootnotes() {
    let referenced = page.references.footnotes.enumerated().filter { footnotes[$0.element] != nil }
    guard !referenced.isEmpty else { return }
    startLine()
    html += "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"\(page.language[.footnotes])\">\n<ol>\n"
    for (index, label) in referenced {
      html += "<li id=\"fn-\(index + 1)\" value=\"\(index + 1)\">\n"
      render(footnotes[label] ?? [])
      html +=
        "<p class=\"back\"><a href=\"#fnref-\(index + 1)\" role=\"doc-backlink\" aria-label=\"\(page.language[.backToText])\">↩</a></p>\n"
      html += "</li>\n"
    }
    html += "</ol>\n</section>\n"
  }
}
