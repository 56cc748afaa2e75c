import CCmark
import Diagnostics

/// Turns cmark's tree into blocks. One pass, in document order, so that formulas, cells and values are numbered as
/// they stand.
struct DocumentReader {
  /// The bytes of the author's file, repaired where they are no UTF-8.
  let source: SourceText
  let protected: ProtectedText
  let extensions: Extensions
  let tables: TablePlan

  var formulaCount = 0
  var cellCount = 0
  var valueCount = 0
  private(set) var diagnostics: [Diagnostic] = []
  private var isNestingReported = false

  /// Levels of blocks and inlines beyond which the rest is plain text; what walks a document recurses as deep.
  static let nestingLimit = 200

  init(source: SourceText, protected: ProtectedText, extensions: Extensions, tables: TablePlan) {
    self.source = source
    self.protected = protected
    self.extensions = extensions
    self.tables = tables
  }

  mutating func report(_ fact: DocumentFact, at span: SourceSpan) { diagnostics.append(fact.diagnostic(at: span)) }

  mutating func reportNesting(at span: SourceSpan) {
    guard !isNestingReported else { return }
    isNestingReported = true
    report(.nestedTooDeeply(limit: Self.nestingLimit), at: span)
  }

  /// The blocks inside a node.
  mutating func blocks(of node: Node, in path: ContainerPath, depth: Int) -> [Block] {
    var siblings = Siblings()
    for child in node.children { read(child, into: &siblings, path: path, depth: depth + 1) }
    for start in siblings.closeAll() { report(.unterminatedDivision, at: start) }
    return siblings.blocks
  }

  private mutating func read(_ node: Node, into siblings: inout Siblings, path: ContainerPath, depth: Int) {
    let span = protected.span(of: node, in: path)
    guard depth < Self.nestingLimit else {
      reportNesting(at: span)
      siblings.append(Block(.paragraph([Inline(.text(source[span]))]), span: span))
      return
    }
    switch node.type {
    case CMARK_NODE_PARAGRAPH:
      if let draft = tables.drafts[node] {
        siblings.append(contentsOf: blocks(of: draft, path: path))
      } else {
        let words = words(of: node, in: InlineContext(path: path, block: node, span: span, depth: depth))
        addParagraph(words, span: span, path: path, to: &siblings)
      }
    case CMARK_NODE_HEADING:
      if let draft = tables.drafts[node] {
        siblings.append(contentsOf: blocks(of: draft, path: path))
      } else {
        let words = words(of: node, in: InlineContext(path: path, block: node, span: span, depth: depth))
        siblings.append(
          Block(
            .heading(level: node.level, words.inlines), span: span, attributes: words.attributes ?? Attributes()))
      }
    case CMARK_NODE_BLOCK_QUOTE:
      let inner = blocks(of: node, in: path.adding(.quotation), depth: depth)
      let block = Block(.quotation(inner), span: span.joined(with: inner))
      siblings.append(extensions == .all ? callout(from: block, path: path) : block)
    case CMARK_NODE_LIST:
      siblings.append(contentsOf: listBlocks(of: node, path: path, depth: depth))
    case CMARK_NODE_CODE_BLOCK:
      siblings.append(codeBlock(node, path: path))
    case CMARK_NODE_HTML_BLOCK:
      readHTML(node, path: path, into: &siblings)
    case CMARK_NODE_THEMATIC_BREAK:
      siblings.append(Block(.rule, span: span))
    default:
      break
    }
  }

  private mutating func readHTML(_ node: Node, path: ContainerPath, into siblings: inout Siblings) {
    let literal = node.literal
    guard let number = protected.division(in: literal) else {
      siblings.append(contentsOf: htmlBlocks(node, literal, path: path))
      return
    }
    let atom = protected.atoms[number]
    let fence = SourceSpan(atom.range)
    if case .divisionStart(let attributes) = atom.kind {
      siblings.open(attributes, at: fence)
    } else if !siblings.close(at: fence) {
      siblings.append(Block(.paragraph([Inline(.text(source[fence]))]), span: fence))
    }
  }

  /// Raw HTML, cut at the displays in it.
  private mutating func htmlBlocks(_ node: Node, _ literal: String, path: ContainerPath) -> [Block] {
    // A block that its own end condition closes ends one line too early in cmark: the literal knows better.
    let lines = literal.utf8.count { $0 == UInt8(ascii: "\n") }
    let span = protected.span(from: protected.start(of: node), toLine: node.startLine + max(0, lines - 1))
    var blocks: [Block] = []
    var text = ""
    var lower = span.lower

    func endText(at upper: Int) {
      let html = blocks.isEmpty ? text : String(text.drop { $0.isNewline })
      if html.contains(where: { !$0.isWhitespace }) {
        blocks.append(Block(.html(html), span: trimmed(lower, max(lower, upper), in: path)))
      }
      text = ""
    }

    for piece in protected.pieces(of: literal) {
      switch piece {
      case .words(let words): text += words
      case .atom(let number):
        guard let maths = maths(protected.atoms[number], in: path), maths.isDisplay else {
          text += protected.source.string(protected.atoms[number].range)
          continue
        }
        endText(at: maths.span.lower)
        blocks.append(Block(.equation(maths), span: maths.span))
        lower = maths.span.upper
      }
    }
    endText(at: span.upper)
    return blocks
  }

  /// Adds a paragraph, cut at its displays, or what its words belong to: a caption, or attributes.
  private mutating func addParagraph(
    _ words: Words, span: SourceSpan, path: ContainerPath, to siblings: inout Siblings
  ) {
    if extensions == .all, siblings.attach(words, span: span) { return }
    if let attributes = words.attributes, words.inlines.count == 1, case .image = words.inlines[0].kind {
      siblings.append(Block(.paragraph(words.inlines), span: span, attributes: attributes))
      return
    }
    siblings.append(contentsOf: paragraphs(words.withAttributesAsText(in: source), span: span, path: path))
  }
}

extension ProtectedText {
  /// The number of the division fence that the one-line comment stands for.
  func division(in html: String) -> Int? {
    guard html.hasPrefix("<!--") else { return nil }
    let pieces = pieces(of: html)
    guard pieces.count == 3, case .words("<!--") = pieces[0], case .atom(let number) = pieces[1],
      case .words(let rest) = pieces[2], rest.hasPrefix("-->"), atoms[number].isDivision
    else { return nil }
    return number
  }
}

extension Atom {
  var isDivision: Bool {
    switch kind {
    case .divisionStart, .divisionEnd: true
    default: false
    }
  }
}

extension SourceSpan {
  func joined(with blocks: [Block]) -> SourceSpan { blocks.reduce(self) { $0.joined(with: $1.span) } }
}
