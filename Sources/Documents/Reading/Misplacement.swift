import CCmark
import Diagnostics

/// Atoms that turned up where cmark reads no words: in code, in raw HTML, in the destination of a link. There they
/// are what the author wrote, byte for byte, and the file is read again without them.
struct Misplacement {
  /// Ranges of the author's file that cmark reads literally, in order, none touching.
  private(set) var literals: [Range<Int>] = []

  init() {}

  init(in tree: Tree, of protected: ProtectedText) {
    guard protected.alphabet != nil, !protected.atoms.isEmpty else { return }
    for node in tree.root.descendants {
      switch node.type {
      case CMARK_NODE_CODE_BLOCK:
        add(atomsIn: node.info, protected)
        add(linesOf: node, protected)
      case CMARK_NODE_HTML_BLOCK:
        add(atomsInHTML: node, protected)
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
        add(atomsIn: node.literal, protected)
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        add(atomsIn: node.destination, protected)
        add(atomsIn: node.title, protected)
      default: break
      }
    }
  }

  private mutating func add(atomsIn text: String, _ protected: ProtectedText) {
    for case .atom(let number) in protected.pieces(of: text) { literals.append(protected.atoms[number].range) }
  }

  /// Displays between the tags of a block stay what they are, as on GitHub; in a script or a comment they do not.
  private mutating func add(atomsInHTML node: Node, _ protected: ProtectedText) {
    let literal = node.literal
    guard protected.division(in: literal) == nil else { return }
    guard literal.isTags else { return add(linesOf: node, protected) }
    for case .atom(let number) in protected.pieces(of: literal) where !protected.standsAtLineStart(number) {
      literals.append(protected.atoms[number].range)
    }
  }

  /// The lines of a block that holds an atom. One that reaches over several lines may have swallowed the end of the
  /// block: what is behind its first line is scanned again.
  private mutating func add(linesOf node: Node, _ protected: ProtectedText) {
    let atoms: [Range<Int>] = protected.pieces(of: node.literal).compactMap {
      if case .atom(let number) = $0 { protected.atoms[number].range } else { nil }
    }
    guard let last = atoms.last else { return }
    let text = protected.text
    let lines = node.literal.utf8.count { $0 == UInt8(ascii: "\n") }
    let first = text.span(ofLine: min(max(node.startLine, 1), text.lineCount))
    let end = text.span(ofLine: min(max(node.startLine, 1) + max(0, lines - 1), text.lineCount)).upper
    let range = protected.span(first.lower..<end).range
    let ownLine = protected.source.lineEnd(from: last.lowerBound)
    literals.append(ownLine < last.upperBound ? range.lowerBound..<max(range.lowerBound, ownLine) : range)
  }

  /// Adds what another scan has shown.
  mutating func join(_ other: Misplacement) {
    var joined: [Range<Int>] = []
    for range in (literals + other.literals).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    literals = joined
  }
}

extension String {
  /// Whether a block of raw HTML is tags and the words between them: not a script, a style, preformatted text, a
  /// comment or a declaration.
  fileprivate var isTags: Bool {
    let start = drop { $0 == " " }.prefix(10).lowercased()
    return !["<script", "<pre", "<style", "<textarea", "<!", "<?"].contains { start.hasPrefix($0) }
  }
}

extension ProtectedText {
  /// Whether an atom is a display that starts its line.
  fileprivate func standsAtLineStart(_ number: Int) -> Bool {
    guard case .maths(_, isDisplay: true, _, _) = atoms[number].kind else { return false }
    var i = atoms[number].range.lowerBound
    while i > 0, source[i - 1].isBlank || source[i - 1] == UInt8(ascii: ">") { i -= 1 }
    return i == 0 || source[i - 1].isNewline
  }
}
