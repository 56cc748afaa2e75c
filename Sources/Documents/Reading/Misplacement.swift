import CCmark
import Diagnostics

/// Atoms that turned up where cmark reads no words: in code, in raw HTML, in the destination of a link. There they
/// are what the author wrote, byte for byte, and the file is read again without them.
struct Misplacement {
  /// Lines of the author's file that are code or raw HTML.
  private(set) var codeLines: [Range<Int>] = []
  /// Where the atoms start that are not to be found again.
  private(set) var withdrawn: Set<Int> = []

  var isEmpty: Bool { codeLines.isEmpty && withdrawn.isEmpty }

  init(in tree: Tree, of protected: ProtectedText) {
    guard protected.alphabet != nil, !protected.atoms.isEmpty else { return }
    for node in tree.root.descendants {
      switch node.type {
      case CMARK_NODE_CODE_BLOCK:
        withdraw(node.info, protected)
        note(node, holding: node.literal, protected)
      case CMARK_NODE_HTML_BLOCK:
        if protected.division(in: node.literal) == nil { note(node, holding: node.literal, protected) }
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
        withdraw(node.literal, protected)
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        withdraw(node.destination, protected)
        withdraw(node.title, protected)
      default: break
      }
    }
  }

  private mutating func withdraw(_ text: String, _ protected: ProtectedText) {
    for case .atom(let number) in protected.pieces(of: text) {
      withdrawn.insert(protected.atoms[number].range.lowerBound)
    }
  }

  private mutating func note(_ node: Node, holding literal: String, _ protected: ProtectedText) {
    guard protected.pieces(of: literal).contains(where: { if case .atom = $0 { true } else { false } }) else { return }
    withdraw(literal, protected)
    let lines = literal.utf8.count { $0 == UInt8(ascii: "\n") }
    let first = protected.text.lineStarts[min(node.startLine, protected.text.lineCount) - 1]
    let last = protected.text.span(ofLine: min(node.startLine + max(0, lines - 1), protected.text.lineCount))
    codeLines.append(protected.source(of: first)..<protected.sourceEnd(of: last.upper))
  }

  mutating func join(_ other: Misplacement) {
    withdrawn.formUnion(other.withdrawn)
    codeLines = (codeLines + other.codeLines).sorted { $0.lowerBound < $1.lowerBound }
  }

  init() {}
}
