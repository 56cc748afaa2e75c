import Diagnostics
import Documents
import Results

extension HTMLRenderer {
  mutating func write(_ inline: Inline) {
    switch inline.kind {
    case .text, .softBreak, .lineBreak, .emphasis, .strong, .link: break
    default: quotes.pass()
    }
    switch inline.kind {
    case .text(let text): html += HTMLEscaping.text(options.hasAdditions ? quotes.set(text) : text)
    case .softBreak:
      html += "\n"
      _ = quotes.set(" ")
    case .lineBreak:
      html += "<br />\n"
      _ = quotes.set(" ")
    case .code(let text): html += "<code>" + HTMLEscaping.text(text) + "</code>"
    case .html(let text):
      if options.allowsUnsafeHTML { html += text } else if !Self.isComment(text) { html += HTMLEscaping.text(text) }
    case .emphasis(let content): enclose(content, in: "<em>", "</em>")
    case .strong(let content): enclose(content, in: "<strong>", "</strong>")
    case .link(let destination, let title, let content):
      if isDangling(destination) {
        if let span = inline.span { diagnostics.append(References.danglingLink(destination, at: span)) }
        enclose(content, in: "<a\(titleAttribute(title))>", "</a>")
      } else {
        warnOfMissingFile(destination, at: inline.span)
        let target = options.hasAdditions ? Self.reportLink(destination) : destination
        let mark = options.hasAdditions ? printedMark(of: destination) : ""
        enclose(content, in: "<a href=\"\(safe(target))\"\(titleAttribute(title))>", "</a>" + mark)
      }
    case .image(let destination, let title, let content):
      writeImage(destination, title: title, alternative: content.plainText, at: inline.span)
    case .maths(let maths):
      if maths.isDisplay { writeDisplay(maths) } else { writeInline(maths) }
    case .value(let value): write(value)
    case .reference(let label): writeReference(label, at: inline.span)
    case .footnoteReference(let label): writeFootnoteReference(label)
    }
  }

  func safe(_ destination: String) -> String {
    !options.allowsUnsafeHTML && HTMLEscaping.isDangerous(destination) ? "" : HTMLEscaping.destination(destination)
  }

  private func titleAttribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(HTMLEscaping.text(title))\""
  }

  /// Whether a link leads to a place of this page that is not there; raw HTML that acts may hold any place.
  private func isDangling(_ destination: String) -> Bool {
    guard options.hasAdditions, !options.allowsUnsafeHTML, destination.hasPrefix("#"), destination != "#" else {
      return false
    }
    let label = Destination.unescaped(destination.dropFirst())
    return page.references.targets[label] == nil
  }

  /// The number under which paper lists where a link leads; behind those of the footnotes.
  private mutating func printedMark(of destination: String) -> String {
    guard destination.hasPrefix("https://") || destination.hasPrefix("http://"), !isInTitle else { return "" }
    if !printedLinks.contains(destination) { printedLinks.append(destination) }
    let place = (printedLinks.firstIndex(of: destination) ?? 0) + 1
    return "<sup class=\"on-paper\">\(page.references.footnotes.count + place)</sup>"
  }

  private mutating func warnOfMissingFile(_ destination: String, at span: SourceSpan?) {
    guard options.hasAdditions, let span else { return }
    if destination.isEmpty { diagnostics.append(References.emptyLink(at: span)) }
    guard let assets = page.assets, case .file(let path, _) = Destination(destination),
      case .failure(.missing) = assets.bytes(at: path)
    else { return }
    diagnostics.append(References.missingFile(destination, at: span))
  }

  /// A link to another notebook leads to its report.
  static func reportLink(_ destination: String) -> String {
    guard case .file(let path, let rest) = Destination(destination), path.hasSuffix(".md") else { return destination }
    return destination.dropLast(rest.count + 3) + ".html" + rest
  }

  private mutating func write(_ value: InlineValue) {
    guard let result = page.values[value.index] else {
      html += "<code>" + HTMLEscaping.text(value.text.text) + "</code>"
      return
    }
    guard let number = result.value else {
      html +=
        "<span class=\"value missing\">[\(page.language[.notComputed]) <code>\(HTMLEscaping.text(value.text.text))</code>]</span>"
      return
    }
    html += "<span class=\"value\">" + page.language.html(result.style.text(for: number)) + "</span>"
  }

  mutating func writeReference(_ label: String, at span: SourceSpan?, isParenthesized: Bool = true) {
    guard let target = page.references.targets[label] else {
      if let span {
        diagnostics.append(
          References.dangling(
            label, at: span, in: page.document, among: page.references.targets.keys, after: diagnostics.count))
      }
      let identifier = span.flatMap { page.references.dangling[$0.lower] }
      html += "<span class=\"dangling\"\(identifierAttribute(identifier))>@\(HTMLEscaping.text(label))</span>"
      return
    }
    var text = isParenthesized ? target.text : target.textWithoutParentheses
    // `Figure` does not stand at the end of a line with its number on the next.
    if page.references.captionNumbers[label] != nil { text = text.split(separator: " ").joined(separator: "\u{A0}") }
    html += "<a class=\"reference\" href=\"#\(HTMLEscaping.destination(label))\">\(HTMLEscaping.text(text))</a>"
  }

  private mutating func writeFootnoteReference(_ label: String) {
    guard let number = page.references.footnoteNumbers[label] else { return }
    let count = footnoteReferences[label, default: 0] + 1
    footnoteReferences[label] = count
    let identifier = "fnref-\(number)" + (count > 1 ? "-\(count)" : "")
    html += "<sup class=\"footnote\"><a href=\"#fn-\(number)\" id=\"\(identifier)\" role=\"doc-noteref\">"
    html += "\(number)</a></sup>"
  }
}

extension NumberText {
  /// As HTML, with the power of ten raised by an element that readers of all kinds know.
  func html(with sign: DecimalSign) -> String {
    guard case .number(let isNegative, let integer, let fraction, let exponent?) = self else {
      return plain(with: sign)
    }
    let digits = NumberText.number(isNegative: isNegative, integer: integer, fraction: fraction, exponent: nil)
      .plain(with: sign)
    return digits + "×10<sup>\(exponent < 0 ? "−" : "")\(abs(exponent))</sup>"
  }
}
