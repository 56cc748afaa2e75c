import Diagnostics
import Documents

/// Callouts written as divs, `::: {.callout-note}`, become GitHub's quotations that start with `[!NOTE]`.
struct MarkdownCallouts {
  /// A callout with the column at which the `> ` of its lines stands.
  private struct Div {
    var span: SourceSpan
    var column: Int
  }
  private var divs: [Div] = []
  private(set) var replacements: [Replacement] = []

  init(_ document: Document) {
    let source = document.source
    for block in document.everyBlock {
      guard case .callout(let callout) = block.kind, source[block.span].hasPrefix(":::") else { continue }
      let first = source.line(at: block.span.lower)
      var last = source.line(at: max(block.span.lower, block.span.upper - 1))
      let column = block.span.lower - source.span(ofLine: first).lower
      let title = callout.title.plainText
      let margin = LinePrefix.ofLine(at: block.span.lower, in: source)
      let heading =
        title.isEmpty
        ? "" : ["> **\(MarkdownEscaping.text(title))**", ">"].map { "\n" + margin + $0 }.joined()
      replacements.append(
        Replacement(
          span: SourceSpan(block.span.lower, source.span(ofLine: first).upper),
          text: "> [!\(callout.kind.rawValue.uppercased())]" + heading))
      if last > first, source.text(ofLine: last).drop(while: { $0 == " " || $0 == ">" }).hasPrefix(":::") {
        // The line end before the closing colons goes with them.
        replacements.append(
          Replacement(span: SourceSpan(source.span(ofLine: last - 1).upper, source.span(ofLine: last).upper), text: ""))
        last -= 1
      }
      guard first < last else { continue }
      for line in first + 1...last {
        let span = source.span(ofLine: line)
        let place = min(span.lower + column, span.upper)
        replacements.append(Replacement(span: SourceSpan(place, place), text: place == span.upper ? ">" : "> "))
      }
      divs.append(Div(span: block.span, column: column))
    }
  }

  /// The prefix of a line that is put in at `offset`, with that of the callouts around it.
  func prefix(_ prefix: String, at offset: Int) -> String {
    var result = prefix
    for div in divs.reversed() where div.span.range.contains(offset) {
      result.insert(
        contentsOf: "> ",
        at: result.index(result.startIndex, offsetBy: div.column, limitedBy: result.endIndex) ?? result.endIndex)
    }
    return result
  }
}

enum LinePrefix {
  /// What precedes the text of the line in its containers: `> ` as it stands, a list's marker as spaces.
  static func ofLine(at offset: Int, in source: SourceText) -> String {
    let line = source.span(ofLine: source.line(at: offset))
    var bytes = source.utf8[line.lower..<max(line.lower, min(offset, line.upper))]
    var prefix = ""
    while let first = bytes.first {
      if first == 0x20 || first == UInt8(ascii: ">") {
        prefix += first == 0x20 ? " " : ">"
        bytes.removeFirst()
        continue
      }
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      let marker = bytes.dropFirst(digits).first ?? 0
      let isMarker = digits > 0 ? ".)".utf8.contains(marker) : "-+*".utf8.contains(marker)
      guard isMarker, bytes.dropFirst(digits + 1).first == 0x20 else { break }
      prefix += String(repeating: " ", count: digits + 1)
      bytes = bytes.dropFirst(digits + 1)
    }
    return prefix
  }
}
