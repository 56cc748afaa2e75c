import Documents

/// The headings of the two uppermost levels, as links; empty for fewer than three.
struct TableOfContents {
  private struct Entry {
    var level: Int
    var identifier: String
    var html: String
  }
  private var entries: [Entry] = []

  init(_ blocks: [Block], _ page: PageContext) {
    let headings = blocks.compactMap { block -> (level: Int, identifier: String, content: [Inline])? in
      guard case .heading(let level, let content) = block.kind, let identifier = block.attributes.identifier else {
        return nil
      }
      return (level, identifier, content)
    }
    guard headings.count >= 3, let top = headings.map(\.level).min() else { return }
    entries = headings.filter { $0.level <= top + 1 }.map { heading in
      Entry(
        level: heading.level - top, identifier: heading.identifier,
        html: Self.withoutLinks(heading.content, page))
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// The list, with the lower level inside the items of the upper.
  var html: String {
    var html = "<ol>\n"
    var isNested = false
    var isOpen = false
    for entry in entries {
      if entry.level > 0, isOpen, !isNested {
        html += "\n<ol>\n"
        isNested = true
      } else if isOpen {
        html += "</li>\n"
        if entry.level == 0, isNested {
          html += "</ol>\n</li>\n"
          isNested = false
        }
      }
      html += "<li><a href=\"#\(HTMLEscaping.destination(entry.identifier))\">\(entry.html)</a>"
      isOpen = true
    }
    return html + "</li>\n" + (isNested ? "</ol>\n</li>\n" : "") + "</ol>\n"
  }

  /// Formulas stay formulas; of everything else, the words.
  private static func withoutLinks(_ content: [Inline], _ page: PageContext) -> String {
    var renderer = HTMLRenderer(page: page)
    renderer.render(
      content.map { inline in
        switch inline.kind {
        case .text, .code, .maths, .softBreak: inline
        default: Inline(.text([inline].plainText))
        }
      })
    return renderer.html
  }
}
