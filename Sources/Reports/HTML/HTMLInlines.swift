import Documents

extension HTMLRenderer {
  mutating func write(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): html += HTMLEscaping.text(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    case .code(let text): html += "<code>" + HTMLEscaping.text(text) + "</code>"
    case .html(let text): html += options.allowsUnsafeHTML ? text : HTMLEscaping.text(text)
    case .emphasis(let content): enclose(content, in: "<em>", "</em>")
    case .strong(let content): enclose(content, in: "<strong>", "</strong>")
    case .link(let destination, let title, let content):
      enclose(content, in: "<a href=\"\(safe(destination))\"\(titleAttribute(title))>", "</a>")
    case .image(let destination, let title, let content):
      html += "<img src=\"\(safe(destination))\" alt=\"\(HTMLEscaping.text(content.plainText))\""
      html += titleAttribute(title) + " />"
    case .maths, .value, .reference, .footnoteReference: break
    }
  }

  private func safe(_ destination: String) -> String {
    !options.allowsUnsafeHTML && HTMLEscaping.isDangerous(destination) ? "" : HTMLEscaping.destination(destination)
  }

  private func titleAttribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(HTMLEscaping.text(title))\""
  }
}
