import Documents

extension HTMLRenderer {
  mutating func write(_ block: Block, isTight: Bool) {
    switch block.kind {
    case .paragraph(let content):
      if isTight {
        follow(with: content.map(Step.inline))
      } else {
        startLine()
        enclose(content, in: "<p>", "</p>\n")
      }
    case .heading(let level, let content):
      startLine()
      let identifier = options.hasAdditions ? identifierAttribute(block.attributes) : ""
      enclose(content, in: "<h\(level)\(identifier)>", "</h\(level)>\n")
    case .quotation(let blocks):
      startLine()
      html += "<blockquote>\n"
      follow(with: blocks.map { .block($0, isTight: false) } + [.ending("</blockquote>\n")])
    case .list(let list): write(list)
    case .code(let code): write(code)
    case .html(let text):
      startLine()
      html += text
      startLine()
    case .rule:
      startLine()
      html += "<hr />\n"
    case .table, .cell, .equation, .callout, .division, .footnote: break
    }
  }

  private mutating func write(_ list: List) {
    startLine()
    let closing: String
    switch list.marker {
    case .bullet:
      html += "<ul>\n"
      closing = "</ul>\n"
    case .ordered(let start):
      html += start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n"
      closing = "</ol>\n"
    }
    var steps: [Step] = []
    for item in list.items {
      steps.append(.ending("<li>"))
      steps += item.map { .block($0, isTight: list.isTight) }
      steps.append(.verbatim("</li>\n"))
    }
    follow(with: steps + [.verbatim(closing)])
  }

  private mutating func write(_ code: CodeBlock) {
    startLine()
    let language = code.info.prefix { !$0.isASCII || !$0.isWhitespace }
    html += language.isEmpty ? "<pre><code>" : "<pre><code class=\"language-\(HTMLEscaping.text(language))\">"
    html += HTMLEscaping.text(code.text)
    html += "</code></pre>\n"
  }

  func identifierAttribute(_ attributes: Attributes) -> String {
    attributes.identifier.map { " id=\"\(HTMLEscaping.text($0))\"" } ?? ""
  }
}
