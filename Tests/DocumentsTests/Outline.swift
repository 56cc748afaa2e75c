import Diagnostics
import Documents

/// A document as one line of text, for tests: the kinds of its blocks and inlines, nested as they are.
///
///     outline("a *b* $c$")  // p[a _[b] $[c]]
func outline(_ markdown: String, _ extensions: Extensions = .all) -> String {
  Document.parsing(SourceText(markdown, name: "test.md"), extensions: extensions).value.blocks.outline
}

extension [Block] {
  var outline: String { map(\.outline).joined(separator: " ") }
}

extension Block {
  var outline: String {
    let name = attributes.identifier.map { "#\($0)" } ?? ""
    return body + name + attributes.classes.map { ".\($0)" }.joined()
  }

  private var body: String {
    switch kind {
    case .paragraph(let words): "p[\(words.outline)]"
    case .heading(let level, let words): "h\(level)[\(words.outline)]"
    case .quotation(let blocks): "quote[\(blocks.outline)]"
    case .list(let list):
      "\(list.name)[\(list.items.map { "[\($0.outline)]" }.joined())]"
    case .code(let code): "code(\(code.info))[\(code.text)]"
    case .html(let html): "html[\(html)]"
    case .rule: "rule"
    case .table(let table): table.outline
    case .cell(let cell):
      "cell[\(cell.options.map { "\($0.key)=\($0.value);" }.joined())\(cell.text.text)]"
    case .equation(let maths): "$$[\(maths.tex.text)]" + maths.attributes.outline
    case .callout(let callout): "\(callout.kind)(\(callout.title.outline))[\(callout.blocks.outline)]"
    case .exercise(let exercise): "\(exercise.kind.rawValue)(\(exercise.title.outline))[\(exercise.blocks.outline)]"
    case .division(let blocks): "div[\(blocks.outline)]"
    case .footnote(let label, let blocks): "^\(label)[\(blocks.outline)]"
    }
  }
}

extension List {
  fileprivate var name: String {
    let kind = if case .ordered(let start) = marker { "ol\(start)" } else { "ul" }
    return kind + (isTight ? "" : "+")
  }
}

extension Table {
  fileprivate var outline: String {
    let rows = ([header] + rows).map { $0.map(\.content.outline).joined(separator: "|") }
    return "table[\(rows.joined(separator: "/"))\(caption.isEmpty ? "" : "; " + caption.outline)]"
  }
}

extension Attributes {
  var outline: String {
    (identifier.map { "#\($0)" } ?? "") + classes.map { ".\($0)" }.joined()
      + pairs.map { "{\($0.key)=\($0.value)}" }.joined()
  }
}

extension [Inline] {
  var outline: String { map(\.outline).joined() }
}

extension Inline {
  var outline: String {
    switch kind {
    case .text(let text): text
    case .softBreak: "/"
    case .lineBreak: "//"
    case .code(let text): "`\(text)`"
    case .html(let html): "<\(html)>"
    case .emphasis(let words): "_[\(words.outline)]"
    case .strong(let words): "*[\(words.outline)]"
    case .link(let destination, let title, let words): "link(\(destination) \(title))[\(words.outline)]"
    case .image(let destination, let title, let words): "image(\(destination) \(title))[\(words.outline)]"
    case .maths(let maths): (maths.isDisplay ? "$$[" : "$[") + maths.tex.text + "]" + maths.attributes.outline
    case .value(let value): "value[\(value.text.text)]"
    case .reference(let label): "@[\(label)]"
    case .footnoteReference(let label): "^[\(label)]"
    }
  }
}
