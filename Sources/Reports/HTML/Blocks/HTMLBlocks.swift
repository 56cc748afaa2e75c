import Diagnostics
import Documents

extension HTMLRenderer {
  mutating func write(_ block: Block, isTight: Bool) {
    switch block.kind {
    case .paragraph(let content):
      if let identifier = block.attributes.identifier, options.hasAdditions,
        case .image(_, _, let words)? = content.first?.kind
      {
        writeFigure(content[0], called: words, identifier)
      } else if isTight {
        follow(with: content.map(Step.inline))
      } else {
        startLine()
        enclose(content, in: "<p>", "</p>\n")
      }
    case .heading(let level, let content):
      startLine()
      let identifier = block.attributes.identifier
      enclose(
        content, in: "<h\(level)\(identifierAttribute(identifier))>",
        "\(identifier.map(linkToHere) ?? "")</h\(level)>\n")
    case .quotation(let blocks): enclose(blocks, in: "<blockquote>", "</blockquote>")
    case .list(let list): write(list)
    case .code(let code): write(code)
    case .html(let text): writeRawHTML(text)
    case .rule:
      startLine()
      html += "<hr />\n"
    case .table(let table): write(table, of: block)
    case .cell(let cell): write(cell)
    case .equation(let maths):
      startLine()
      writeDisplay(maths)
      startLine()
    case .callout(let callout): write(callout, of: block)
    case .exercise(let exercise): write(exercise, of: block)
    case .division(let blocks):
      enclose(blocks, in: "<div\(identifierAttribute(block.attributes.identifier))>", "</div>")
    case .footnote(let label, let blocks): if footnotes[label] == nil { footnotes[label] = blocks }
    }
  }

  /// The address of a section, for those who point at its heading. The list of contents has it for everybody else.
  private func linkToHere(_ identifier: String) -> String {
    guard options.hasAdditions, !isInTitle else { return "" }
    let address = HTMLEscaping.destination(identifier)
    return "<a class=\"here\" href=\"#\(address)\" aria-hidden=\"true\" tabindex=\"-1\"></a>"
  }

  /// An image with a label, `![What it shows](a.png){#fig-x}`: what it shows is its caption.
  private mutating func writeFigure(_ image: Inline, called words: [Inline], _ identifier: String) {
    startLine()
    html += "<figure class=\"picture\"\(identifierAttribute(identifier))>"
    let number = page.references.captionNumbers[identifier].map { Self.captionNumber($0) } ?? ""
    follow(
      with: [.inline(image), .verbatim("<figcaption>\(number)")] + words.map(Step.inline)
        + [.verbatim("</figcaption></figure>\n")])
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
    let scrolling = options.hasAdditions ? " tabindex=\"0\"" : ""
    html += "<pre\(scrolling)><code"
    if !language.isEmpty { html += " class=\"language-\(HTMLEscaping.text(language))\"" }
    html += ">"
    html += options.hasAdditions && language == "nabla" ? Self.highlighted(code.text) : HTMLEscaping.text(code.text)
    html += "</code></pre>\n"
  }

  static func highlighted(_ text: String) -> String {
    CellHighlighter.pieces(of: text).map { kind, piece in
      let text = HTMLEscaping.text(piece)
      return kind == .plain ? text : "<span class=\"\(kind.rawValue)\">\(text)</span>"
    }.joined()
  }

  /// Raw HTML is shown as the text it is, unless the reader trusts it; comments say nothing to a reader either way.
  private mutating func writeRawHTML(_ text: String) {
    startLine()
    if options.allowsUnsafeHTML {
      html += text
    } else if !Self.isComment(text) {
      html += "<pre tabindex=\"0\"><code class=\"language-html\">\(HTMLEscaping.text(text))</code></pre>"
    }
    startLine()
  }

  static func isComment(_ text: String) -> Bool {
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.hasPrefix("<!--"), let end = trimmed.firstRange(of: "-->") else { return false }
    return trimmed[end.upperBound...].allSatisfy(\.isWhitespace)
  }

  private mutating func write(_ callout: Callout, of block: Block) {
    startLine()
    let kind = callout.kind.rawValue
    html +=
      "<div class=\"callout \(kind)\" role=\"note\"\(identifierAttribute(block.attributes.identifier))>\n<p class=\"callout-title\">"
    let title = callout.title.isEmpty ? [Inline(.text(page.language[callout.kind.word]))] : callout.title
    follow(
      with: title.map(Step.inline) + [.verbatim("</p>\n")] + callout.blocks.map { .block($0, isTight: false) }
        + [.ending("</div>\n")])
  }
}
