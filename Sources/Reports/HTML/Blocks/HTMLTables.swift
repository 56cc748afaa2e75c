import Diagnostics
import Documents

extension HTMLRenderer {
  /// A table of the author's, in a box that scrolls, with the scope of its headers.
  mutating func write(_ table: Table, of block: Block) {
    startLine()
    let caption = table.caption.isEmpty ? page.language.text(.table, "").trimmedBlanks : table.caption.plainText
    html += "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLEscaping.text(caption))\">\n"
    html += "<table\(identifierAttribute(block.attributes.identifier))>\n"
    var steps: [Step] = []
    let number = block.attributes.identifier.flatMap { page.references.captionNumbers[$0] }
    if !table.caption.isEmpty || number != nil {
      steps.append(.verbatim("<caption>" + (number.map { Self.captionNumber($0) } ?? "")))
      steps += table.caption.map(Step.inline) + [.verbatim("</caption>\n")]
    }
    steps += [.verbatim("<thead>\n")] + row(table.header, of: table, isHeader: true) + [.verbatim("</thead>\n")]
    if !table.rows.isEmpty {
      steps.append(.verbatim("<tbody>\n"))
      for entries in table.rows { steps += row(entries, of: table, isHeader: false) }
      steps.append(.verbatim("</tbody>\n"))
    }
    follow(with: steps + [.verbatim("</table>\n</div>\n")])
  }

  static func captionNumber(_ number: String) -> String {
    "<span class=\"number\">\(HTMLEscaping.text(number))</span> "
  }

  private func row(_ entries: [Table.Entry], of table: Table, isHeader: Bool) -> [Step] {
    var steps: [Step] = [.verbatim("<tr>\n")]
    for (index, entry) in entries.enumerated() {
      let alignment = table.alignments.indices.contains(index) ? table.alignments[index] : .none
      let style = Self.style(for: alignment)
      // An empty corner heads nothing.
      let isEmptyHeader = isHeader && entry.content.isEmpty
      let tag = isHeader && !isEmptyHeader ? "th" : "td"
      steps.append(.verbatim("<\(tag)\(tag == "th" ? " scope=\"col\"" : "")\(style)>"))
      steps += entry.content.map(Step.inline) + [.verbatim("</\(tag)>\n")]
    }
    return steps + [.verbatim("</tr>\n")]
  }

  private static func style(for alignment: Table.Alignment) -> String {
    switch alignment {
    case .none: ""
    case .left: " class=\"left\""
    case .center: " class=\"center\""
    case .right: " class=\"right\""
    }
  }
}
