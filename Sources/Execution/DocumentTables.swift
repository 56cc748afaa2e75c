import Diagnostics
import Documents

extension Document {
  /// The tables with a label, in order: data can be taken from them.
  var labelledTables: [(label: String, table: Table)] {
    var found: [(String, Table)] = []
    collectTables(blocks, into: &found)
    return found
  }

  /// From the front matter, or the first heading, or the name of the file.
  package var title: String {
    if let title = frontMatter.title { return title }
    for block in blocks {
      if case .heading(_, let inlines) = block.kind { return inlines.map(\.plainText).joined() }
    }
    let file = source.name.split(separator: "/").last.map(String.init) ?? source.name
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}

private func collectTables(_ blocks: [Block], into found: inout [(String, Table)]) {
  for block in blocks {
    switch block.kind {
    case .table(let table): if let label = block.attributes.identifier { found.append((label, table)) }
    case .quotation(let inner), .division(let inner), .footnote(_, let inner): collectTables(inner, into: &found)
    case .exercise(let exercise): collectTables(exercise.blocks, into: &found)
    case .callout(let callout): collectTables(callout.blocks, into: &found)
    case .list(let list): for item in list.items { collectTables(item, into: &found) }
    case .paragraph, .heading, .code, .html, .rule, .cell, .equation: break
    }
  }
}

extension Inline {
  /// The words without their dress; formulas as their LaTeX.
  fileprivate var plainText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .image(_, _, let inner):
      inner.map(\.plainText).joined()
    case .maths(let maths): maths.tex.text
    case .html, .value, .reference, .footnoteReference: ""
    }
  }
}
