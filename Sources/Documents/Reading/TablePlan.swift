import CCmark
import Diagnostics

/// The tables of a document, found among the lines of its paragraphs before any of them is read.
///
/// cmark reads the words of a whole paragraph; those of a cell are read again by themselves, all cells of the document
/// in one further run, with the document behind them so that its link definitions are known.
struct TablePlan {
  /// Words to be read by themselves: their number in the further run (none where there are no words), and their place in the author's file.
  struct Chunk {
    var number: Int?
    var span: SourceSpan
  }
  struct Draft {
    /// The lines of the paragraph before the table.
    var lead: Chunk?
    var alignments: [Table.Alignment]
    var header: [Chunk]
    var rows: [[Chunk]]
    var caption: Chunk?
    /// The lines behind the caption.
    var trail: Chunk?
    var span: SourceSpan
    /// `---` right under a table underlines it in CommonMark; on GitHub it is a rule.
    var rule: SourceSpan?
  }

  private(set) var drafts: [Node: Draft] = [:]
  private var chunks: [Node] = []
  private var text: [UInt8] = []
  private var count = 0
  /// Cells that the author left out. Where a wide table has more of them than `paddingLimit`, it ends: else a few
  /// kilobytes would make millions of cells.
  private var padding = 0
  private static let paddingLimit = 100_000
  private var tree: Tree?
  private let protected: ProtectedText

  init(in tree: Tree, of protected: ProtectedText, extensions: Extensions) {
    self.protected = protected
    guard extensions == .all, protected.alphabet != nil else { return }
    find(in: tree.root, path: ContainerPath(), depth: 0)
    guard !drafts.isEmpty else { return }
    let further = Tree(text + protected.bytes)
    chunks = Array(further.root.children.prefix(count))
    self.tree = further
    text = []
  }

  /// The paragraph that holds the words of a chunk.
  func node(of chunk: Chunk) -> Node? { chunk.number.flatMap { $0 < chunks.count ? chunks[$0] : nil } }

  private mutating func find(in node: Node, path: ContainerPath, depth: Int) {
    guard depth < DocumentReader.nestingLimit else { return }
    for child in node.children {
      switch child.type {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        if child.endLine > child.startLine { drafts[child] = draft(from: child, path: path) }
      case CMARK_NODE_BLOCK_QUOTE: find(in: child, path: path.adding(.quotation), depth: depth + 1)
      case CMARK_NODE_LIST: find(in: child, path: path, depth: depth)
      case CMARK_NODE_ITEM: find(in: child, path: path.adding(protected.level(of: child, in: path)), depth: depth + 1)
      default: break
      }
    }
  }

  private mutating func draft(from node: Node, path: ContainerPath) -> Draft? {
    let bytes = protected.bytes
    let last = min(protected.lastLine(of: node, in: path), protected.text.lineCount)
    guard last > node.startLine else { return nil }
    var lines = (node.startLine...last).map { number in
      protected.contentRange(ofLine: number, block: node, path: path)
    }
    var rule: SourceSpan?
    if node.type == CMARK_NODE_HEADING {
      guard node.level == 2, let line = lines.popLast() else { return nil }
      rule = protected.span(line)
    }
    var columns: [Table.Alignment] = []
    guard
      let delimiter = lines.indices.dropFirst().first(where: { k in
        guard let found = PipeRow.alignments(bytes, in: lines[k]) else { return false }
        columns = found
        return PipeRow.cells(bytes, in: lines[k - 1]).count == found.count
      })
    else { return nil }
    let header = row(lines[delimiter - 1], columns: columns.count)
    var rows: [[Chunk]] = []
    var end = delimiter + 1
    while end < lines.count, !bytes.has(": ", at: lines[end].lowerBound), padding < Self.paddingLimit {
      rows.append(row(lines[end], columns: columns.count))
      end += 1
    }

    var draft = Draft(
      alignments: columns, header: header, rows: rows,
      span: protected.span(lines[delimiter - 1].lowerBound..<lines[end - 1].upperBound), rule: rule)
    if delimiter > 1 { draft.lead = chunk(lines[..<(delimiter - 1)]) }
    if end < lines.count, bytes.has(": ", at: lines[end].lowerBound) {
      draft.caption = chunk(lines[end...end])
      end += 1
    }
    if end < lines.count { draft.trail = chunk(lines[end...]) }
    return draft
  }

  /// The cells of a row, as many as the table has columns.
  private mutating func row(_ line: Range<Int>, columns: Int) -> [Chunk] {
    let cells = PipeRow.cells(protected.bytes, in: line).prefix(columns)
    padding += columns - cells.count
    let missing = Chunk(number: nil, span: protected.span(line.upperBound..<line.upperBound))
    return cells.map { add(PipeRow.text(protected.bytes, of: $0), span: protected.span($0)) }
      + Array(repeating: missing, count: columns - cells.count)
  }

  /// Lines of a paragraph. The second and later ones are indented so far that none of them starts a block.
  private mutating func chunk(_ lines: ArraySlice<Range<Int>>) -> Chunk {
    let words = Array(lines.map { protected.bytes[$0] }.joined(separator: Array("\n    ".utf8)))
    return add(words, span: protected.span(lines[lines.startIndex].lowerBound..<lines[lines.endIndex - 1].upperBound))
  }

  private mutating func add(_ words: [UInt8], span: SourceSpan) -> Chunk {
    if let guardian = protected.alphabet?.guardian { text += Array("\(guardian) ".utf8) }
    text += words + Array("\n\n".utf8)
    count += 1
    return Chunk(number: count - 1, span: span)
  }
}
