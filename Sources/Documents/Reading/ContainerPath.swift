/// The quotations and list items around a block, outermost first: what stands before its lines in the file.
struct ContainerPath {
  enum Level {
    case quotation
    /// The columns of indentation that its lines have, and where its content starts on its first line.
    case item(indent: Int, firstLine: Int, content: Int)
  }
  private(set) var levels: [Level] = []

  func adding(_ level: Level) -> ContainerPath {
    var path = self
    path.levels.append(level)
    return path
  }

  /// The offset in `bytes` at which the content of a line starts.
  ///
  /// - Parameter line: the line's number where first lines of items matter, else 0
  /// - Returns: also whether the line has the prefixes of all containers; a lazy line has not.
  func content(of range: Range<Int>, in bytes: [UInt8], line: Int = 0) -> (offset: Int, isComplete: Bool, column: Int) {
    var i = range.lowerBound
    var column = 0
    let end = range.upperBound

    /// Skips blanks up to `target`, tabs only as a whole.
    func skip(to target: Int) {
      while i < end, bytes[i].isBlank {
        let width = bytes[i] == 0x09 ? 4 - column % 4 : 1
        guard column + width <= target else { return }
        column += width
        i += 1
      }
    }

    for level in levels {
      switch level {
      case .quotation:
        let before = (i, column)
        skip(to: column + 3)
        guard i < end, bytes[i] == UInt8(ascii: ">") else {
          (i, column) = before
          return (i, false, column)
        }
        i += 1
        column += 1
        skip(to: column + 1)
      case .item(_, let firstLine, let content) where line == firstLine && content <= end:
        while i < content {
          column += bytes[i] == 0x09 ? 4 - column % 4 : 1
          i += 1
        }
      case .item(let indent, _, _):
        let target = column + indent
        skip(to: target)
        if column < target, i < end, !bytes[i].isBlank { return (i, false, column) }
      }
    }
    return (i, true, column)
  }

  /// `> ` for quotations, spaces for list items.
  var linePrefix: String {
    levels.map { level in
      switch level {
      case .quotation: "> "
      case .item(let indent, _, _): String(repeating: " ", count: indent)
      }
    }.joined()
  }

  /// The level of the item whose marker stands at `start` of line `line`.
  func item(at start: Int, line range: Range<Int>, number line: Int, in bytes: [UInt8]) -> Level {
    let (outer, _, outerColumn) = content(of: range, in: bytes, line: line)
    var column = outerColumn
    var i = outer
    func advance(to offset: Int) {
      while i < offset {
        column += bytes[i] == 0x09 ? 4 - column % 4 : 1
        i += 1
      }
    }
    advance(to: start)
    var end = start
    while end < range.upperBound, bytes[end].isDigit { end += 1 }
    advance(to: min(end + 1, range.upperBound))
    let marker = (i, column)
    advance(to: bytes.skippingBlanks(from: i, to: range.upperBound))
    // An empty first line, or indented code, has its content one column behind the marker.
    if i == range.upperBound || column - marker.1 > 4 {
      return .item(
        indent: marker.1 + 1 - outerColumn, firstLine: line, content: min(marker.0 + 1, range.upperBound))
    }
    return .item(indent: column - outerColumn, firstLine: line, content: i)
  }
}
