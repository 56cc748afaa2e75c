import Diagnostics

/// Finds everything in a file that Markdown must not read, line by line, in one pass.
///
/// - Complexity: linear in the size of the file: a search that failed is remembered and not repeated.
struct AtomScanner {
  let bytes: [UInt8]
  /// Lines that cmark read as code or raw HTML.
  let codeLines: [Range<Int>]
  /// Offsets at which an atom was found before that cmark did not read as text.
  let withdrawn: Set<Int>

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
  private var nextCodeLines = 0

  enum Failure: Hashable {
    case dollar
    case closing(Closing)
    case backticks(Int)
  }

  init(_ bytes: [UInt8], codeLines: [Range<Int>] = [], withdrawn: Set<Int> = []) {
    self.bytes = bytes
    self.codeLines = codeLines
    self.withdrawn = withdrawn
  }

  mutating func scan(from start: Int) {
    var position = start
    while position < bytes.count {
      while nextCodeLines < codeLines.count, codeLines[nextCodeLines].upperBound <= position { nextCodeLines += 1 }
      if nextCodeLines < codeLines.count, codeLines[nextCodeLines].contains(position) {
        fence = nil
        position = codeLines[nextCodeLines].upperBound
        continue
      }
      position = scanLine(at: position)
    }
    // A reference to a footnote that does not exist is text, as it may be a character class or a plain bracket.
    atoms.removeAll { atom in
      if case .footnoteReference(let label) = atom.kind { return !definedFootnotes.contains(label) }
      return false
    }
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
    if !withdrawn.contains(position) {
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
      let found: Atom?
      switch bytes[i] {
      case _ where withdrawn.contains(i): found = nil
      case UInt8(ascii: "$"), UInt8(ascii: "\\"): found = maths(at: i, in: line)
      case UInt8(ascii: "`"): found = inlineValue(at: i)
      case UInt8(ascii: "["): found = bracketed(at: i, to: end)
      case UInt8(ascii: "@"): found = reference(at: i, to: end)
      case UInt8(ascii: "{"): found = attributes(at: i, to: end)
      default:
        i += 1
        continue
      }
      if let found {
        add(found)
        i = found.range.upperBound
      } else {
        i = behindPlain(at: i)
      }
      if i > end { end = bytes.lineEnd(from: i) }
    }
    return end
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
