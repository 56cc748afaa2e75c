import CCmark
import Diagnostics

/// Where inlines stand.
struct InlineContext {
  var path: ContainerPath
  /// The block whose inlines they are; nil for words that were read by themselves, such as those of a table.
  var block: Node?
  /// The place of all of them together.
  var span: SourceSpan
  var depth: Int
}

extension DocumentReader {
  /// The inlines of a block.
  mutating func words(of node: Node, in context: InlineContext) -> Words {
    var words = Words()
    words.inlines = inlines(of: node, in: context, attributes: &words.attributes)
    if words.attributes != nil { words.inlines = words.inlines.trimmed }
    return words
  }

  private mutating func inlines(
    of node: Node, in context: InlineContext, attributes: inout Attributes?
  ) -> [Inline] {
    var result: [Inline] = []
    var text = ""
    for child in node.children {
      if child.type == CMARK_NODE_TEXT {
        text += child.literal
        continue
      }
      addText(&text, to: &result, in: context)
      result.append(inline(child, in: context))
    }
    if let trailing = trailingAttributes(&text) { attributes = trailing }
    addText(&text, to: &result, in: context)
    return result
  }

  private mutating func inline(_ node: Node, in context: InlineContext) -> Inline {
    switch node.type {
    case CMARK_NODE_SOFTBREAK: return Inline(.softBreak)
    case CMARK_NODE_LINEBREAK: return Inline(.lineBreak)
    case CMARK_NODE_CODE: return Inline(.code(protected.restored(node.literal)))
    case CMARK_NODE_HTML_INLINE: return Inline(.html(protected.restored(node.literal)))
    case CMARK_NODE_EMPH: return Inline(.emphasis(nested(node, in: context)))
    case CMARK_NODE_STRONG: return Inline(.strong(nested(node, in: context)))
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let destination = protected.restored(node.destination)
      let title = protected.restored(node.title)
      let words = nested(node, in: context)
      return Inline(
        node.type == CMARK_NODE_LINK
          ? .link(destination: destination, title: title, words)
          : .image(destination: destination, title: title, words),
        span: protected.span(ofInline: node, in: context))
    default:
      return Inline(.text(protected.restored(node.literal)))
    }
  }

  private mutating func nested(_ node: Node, in context: InlineContext) -> [Inline] {
    var inner = context
    inner.depth += 1
    guard inner.depth < Self.nestingLimit else {
      reportNesting(at: context.span)
      let text = node.descendants.map(\.literal).joined()
      return text.isEmpty ? [] : [Inline(.text(protected.restored(text)))]
    }
    var attributes: Attributes?
    let inlines = inlines(of: node, in: inner, attributes: &attributes)
    return Words(inlines: inlines, attributes: attributes).withAttributesAsText(in: source)
  }

  /// Takes the attributes at the end of `text` away from it.
  private func trailingAttributes(_ text: inout String) -> Attributes? {
    var pieces = protected.pieces(of: text)
    if case .words(let last)? = pieces.last, last.allSatisfy({ $0 == " " }) { pieces.removeLast() }
    guard case .atom(let number)? = pieces.last, case .attributes(let attributes) = protected.atoms[number].kind,
      let alphabet = protected.alphabet, let start = text.unicodeScalars.lastIndex(of: alphabet.open)
    else { return nil }
    text = String(text.unicodeScalars[..<start])
    return attributes
  }

  /// Adds text, and the atoms whose placeholders it holds.
  private mutating func addText(_ text: inout String, to result: inout [Inline], in context: InlineContext) {
    var words = ""
    for piece in protected.pieces(of: text) {
      switch piece {
      case .words(let more): words += more
      case .atom(let number):
        let atom = protected.atoms[number]
        if case .footnoteDefinition = atom.kind { continue }
        guard let inline = inline(for: atom, in: context) else {
          words += protected.source.string(atom.range)
          continue
        }
        if !words.isEmpty { result.append(Inline(.text(words))) }
        words = ""
        result.append(inline)
      }
    }
    if !words.isEmpty { result.append(Inline(.text(words))) }
    text = ""
  }

  private mutating func inline(for atom: Atom, in context: InlineContext) -> Inline? {
    let span = SourceSpan(atom.range)
    switch atom.kind {
    case .maths: return maths(atom, in: context.path).map { Inline(.maths($0), span: span) }
    case .value(let text):
      let value = InlineValue(index: valueCount, text: fragment(text, in: context.path))
      valueCount += 1
      return Inline(.value(value), span: span)
    case .reference(let label): return Inline(.reference(label: label), span: span)
    case .footnoteReference(let label): return Inline(.footnoteReference(label: label), span: span)
    case .footnoteDefinition, .attributes, .divisionStart, .divisionEnd: return nil
    }
  }

  /// The next formula of the document.
  mutating func maths(_ atom: Atom, in path: ContainerPath) -> Maths? {
    guard case .maths(let delimiter, let isDisplay, let tex, let attributes) = atom.kind else { return nil }
    defer { formulaCount += 1 }
    return Maths(
      index: formulaCount, delimiter: delimiter, isDisplay: isDisplay, tex: fragment(tex, in: path),
      span: SourceSpan(atom.range), attributes: attributes)
  }

  /// Words cut at the displays among them: paragraph, equation, paragraph.
  func paragraphs(_ inlines: [Inline], span: SourceSpan, path: ContainerPath) -> [Block] {
    var blocks: [Block] = []
    var run: [Inline] = []
    var lower = span.lower
    var isCut = false

    func endRun(at upper: Int) {
      let words = isCut ? run.trimmed : run
      if !words.isEmpty { blocks.append(Block(.paragraph(words), span: trimmed(lower, max(lower, upper), in: path))) }
      run = []
    }

    for inline in inlines {
      if case .maths(let maths) = inline.kind, maths.isDisplay {
        isCut = true
        endRun(at: maths.span.lower)
        blocks.append(Block(.equation(maths), span: maths.span))
        lower = maths.span.upper
      } else {
        run.append(inline)
      }
    }
    endRun(at: span.upper)
    return blocks
  }
}
