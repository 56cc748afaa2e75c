import Diagnostics

/// Finds everything in a file that Markdown must not read, line by line, in one pass.
///
/// - Complexity: linear in the size of the file: a search that failed is remembered and not repeated.
struct AtomScanner {
  let bytes: [UInt8]
  /// Where cmark reads no words, as an earlier scan has shown: code, raw HTML, destinations. In order, none touching.
  private let literals: [Range<Int>]

  private(set) var atoms: [Atom] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var definedFootnotes: Set<String> = []

  /// Where the paragraph ends that is being scanned; valid for offsets before it.
  var paragraph = 0..<0
  /// Searches that found nothing: what was looked for, from where, up to where.
  var failures: [Failure: Range<Int>] = [:]
  /// The content columns of the list items around the line.
  var itemColumns: [Int] = []
  private var quoteDepth = 0
  private var fence: (byte: UInt8, length: Int, quoteDepth: Int, column: Int)?
  private var nextLiteral = 0

  enum Failure: Hashable {
    case dollar
    case closing(Closing)
    case backticks(Int)
  }

  init(_ bytes: [UInt8], literals: [Range<Int>] = []) {
    self.bytes = bytes
    self.literals = literals
  }

  mutating func scan(from start: Int) {
    var position = start
    while position < bytes.count {
      if let end = literalEnd(at: position) {
        fence = nil
        position = end
      } else {
        position = scanLine(at: position)
      }
    }
    // A reference to a footnote that does not exist is text, as it may be a character class or a plain bracket.
    atoms.removeAll { atom in
      if case .footnoteReference(let label) = atom.kind { return !definedFootnotes.contains(label) }
      return false
    }
  }

  /// The end of the literal that holds `position`. Positions only grow.
  private mutating func literalEnd(at position: Int) -> Int? {
    while nextLiteral < literals.count, literals[nextLiteral].upperBound <= position { nextLiteral += 1 }
    guard nextLiteral < literals.count, literals[nextLiteral].contains(position) else { return nil }
    return literals[nextLiteral].upperBound
  }

  /// Scans a line, and the lines that belong to what starts on it.
  ///
  /// - Returns: where the next line starts.
  private mutating func scanLine(at start: Int) -> Int {
    let line = LinePrefix(bytes, at: start)
    let next = bytes.lineStart(after: line.end)
    if isInsideFence(line) { return next }
    guard !line.isBlank else { return next }
    enterContainers(of: line)
    if let (byte, length) = line.fence(bytes), !isIndentedCode(line) {
      fence = (byte, length, line.quoteDepth, itemColumns.last ?? 0)
      return next
    }
    var position = line.content
    if literalEnd(at: position) == nil {
      if let atom = division(on: line) {
        add(atom)
        return next
      }
      if let atom = footnoteDefinition(on: line), case .footnoteDefinition(let label) = atom.kind {
        definedFootnotes.insert(label)
        add(atom)
        position = atom.range.upperBound
      }
    }
    return bytes.lineStart(after: scanWords(from: position, of: line))
  }

  mutating func add(_ atom: Atom) { atoms.append(atom) }
  mutating func report(_ fact: DocumentFact, at span: SourceSpan) { diagnostics.append(fact.diagnostic(at: span)) }

  private mutating func isInsideFence(_ line: LinePrefix) -> Bool {
    guard let open = fence else { return false }
    let leavesContainer = !line.isBlank && line.indent < open.column && !line.startsItem
    if line.quoteDepth < open.quoteDepth || leavesContainer {
      fence = nil
      return false
    }
    guard !line.isBlank, bytes[line.content] == open.byte else { return true }
    let run = bytes.run(of: open.byte, at: line.content)
    if run >= open.length, bytes.skippingBlanks(from: line.content + run, to: line.end) == line.end { fence = nil }
    return true
  }

  private mutating func enterContainers(of line: LinePrefix) {
    if line.quoteDepth != quoteDepth { itemColumns = [] }
    quoteDepth = line.quoteDepth
    let first = line.startsItem ? line.itemColumns[0] - 1 : line.indent
    while let column = itemColumns.last, column > first { itemColumns.removeLast() }
    itemColumns += line.itemColumns
  }

  private func isIndentedCode(_ line: LinePrefix) -> Bool { line.indent - (itemColumns.last ?? 0) >= 4 }

  /// Scans the words of a line from `start` on.
  ///
  /// - Returns: the end of the last line that was scanned.
  private mutating func scanWords(from start: Int, of line: LinePrefix) -> Int {
    var i = start
    var end = line.end
    while i < end {
      if let literal = literalEnd(at: i) {
        i = literal
      } else if let found = atom(at: i, to: end, in: line) {
        add(found)
        i = found.range.upperBound
      } else {
        i = behindPlain(at: i)
      }
      if i > end { end = bytes.lineEnd(from: i) }
    }
    return end
  }

  private mutating func atom(at i: Int, to end: Int, in line: LinePrefix) -> Atom? {
    switch bytes[i] {
    case UInt8(ascii: "$"), UInt8(ascii: "\\"): maths(at: i, in: line)
    case UInt8(ascii: "`"): inlineValue(at: i)
    case UInt8(ascii: "["): bracketed(at: i, to: end)
    case UInt8(ascii: "@"): reference(at: i, to: end)
    case UInt8(ascii: "{"): attributes(at: i, to: end)
    default: nil
    }
  }

  /// The offset behind what stands at `i` when it is no atom: an escape, a code span, a run of dollars, or one byte.
  private mutating func behindPlain(at i: Int) -> Int {
    switch bytes[i] {
    case UInt8(ascii: "\\"): return i + 1 < bytes.count && !bytes[i + 1].isNewline ? i + 2 : i + 1
    case UInt8(ascii: "$"): return i + bytes.run(of: UInt8(ascii: "$"), at: i)
    case UInt8(ascii: "`"):
      return codeSpan(at: i)?.upperBound ?? i + bytes.run(of: UInt8(ascii: "`"), at: i)
    default: return i + 1
    }
  }
}
