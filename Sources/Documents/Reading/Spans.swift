import CCmark
import Diagnostics

/// From cmark's lines and columns to the bytes of the author's file.
extension ProtectedText {
  /// The offset of a node's first byte in the protected text.
  func start(of node: Node) -> Int {
    let line = text.span(ofLine: min(max(node.startLine, 1), text.lineCount))
    return min(line.lower + max(0, node.startColumn - 1), line.upper)
  }

  /// The span of a block without blocks inside.
  func span(of block: Node, in path: ContainerPath) -> SourceSpan {
    let last = lastLine(of: block, in: path)
    return span(from: start(of: block), toLine: last, column: last == block.endLine ? block.endColumn : .max)
  }

  /// cmark says of a heading underlined with `===` that it ends on the line that follows, unless the file ends there.
  func lastLine(of block: Node, in path: ContainerPath) -> Int {
    let before = block.endLine - 1
    guard block.type == CMARK_NODE_HEADING, before > block.startLine, before <= text.lineCount else {
      return block.endLine
    }
    let words = bytes[contentRange(ofLine: before, block: block, path: path)].filter { !$0.isBlank }
    let isUnderline = words.first == UInt8(ascii: "=") || words.first == UInt8(ascii: "-")
    return isUnderline && words.allSatisfy { $0 == words[0] } ? before : block.endLine
  }

  func span(_ range: Range<Int>) -> SourceSpan {
    let lower = source(of: range.lowerBound)
    return SourceSpan(lower, max(lower, sourceEnd(of: range.upperBound)))
  }

  /// The span from `start` to a column of a line, without the blanks at its end.
  func span(from start: Int, toLine line: Int, column: Int = .max) -> SourceSpan {
    let last = text.span(ofLine: min(max(line, 1), text.lineCount))
    var end = column < last.upper - last.lower ? last.lower + max(0, column) : last.upper
    while end > start, bytes[end - 1].isWhitespace { end -= 1 }
    return span(start..<max(start, end))
  }

  /// The words of a paragraph on one of its lines.
  func contentRange(ofLine number: Int, block: Node, path: ContainerPath) -> Range<Int> {
    let line = text.span(ofLine: number).range
    if number == block.startLine { return start(of: block)..<line.upperBound }
    let offset = path.content(of: line, in: bytes, line: number).offset
    return bytes.skippingBlanks(from: offset, to: line.upperBound)..<line.upperBound
  }

  /// The level that an item adds to the path of its list.
  func level(of item: Node, in path: ContainerPath) -> ContainerPath.Level {
    let number = min(max(item.startLine, 1), text.lineCount)
    return path.item(at: start(of: item), line: text.span(ofLine: number).range, number: number, in: bytes)
  }

  /// The place of a link or an image: exact where cmark's columns point at brackets, else its line.
  func span(ofInline node: Node, in context: InlineContext) -> SourceSpan {
    guard let block = context.block, node.startLine >= block.startLine, node.startLine <= text.lineCount else {
      return context.span
    }
    let words = contentRange(ofLine: node.startLine, block: block, path: context.path)
    // On later lines cmark counts from the first column of the block, whatever stands before the words.
    let base =
      node.startLine == block.startLine
      ? text.lineStarts[node.startLine - 1] : words.lowerBound - (block.startColumn - 1)
    let range = (lower: base + node.startColumn - 1, upper: base + node.endColumn)
    guard words.lowerBound <= range.lower, range.lower < range.upper, range.upper <= words.upperBound,
      "[!<".utf8.contains(bytes[range.lower]), ")]>".utf8.contains(bytes[range.upper - 1])
    else { return span(from: words.lowerBound, toLine: node.startLine) }
    return span(range.lower..<range.upper)
  }
}

/// Places within the author's file.
extension DocumentReader {
  /// The bytes between two offsets of the file without the blanks, newlines and line prefixes at both ends.
  func trimmed(_ lower: Int, _ upper: Int, in path: ContainerPath) -> SourceSpan {
    let bytes = source.utf8
    var (start, end) = (lower, upper)
    while start < end, bytes[start].isWhitespace {
      guard bytes[start].isNewline else {
        start += 1
        continue
      }
      start = bytes.lineStart(after: start)
      start = path.content(of: start..<bytes.lineEnd(from: start), in: bytes).offset
    }
    while end > start {
      if bytes[end - 1].isWhitespace {
        end -= 1
        continue
      }
      let line = source.span(ofLine: source.line(at: end - 1))
      guard line.lower > start, path.content(of: line.range, in: bytes).offset >= end else { break }
      end = line.lower
    }
    return SourceSpan(min(start, end), end)
  }

  /// The bytes of a range of the file without the line prefixes of its containers.
  func fragment(_ range: Range<Int>, in path: ContainerPath) -> SourceFragment {
    let bytes = source.utf8
    var fragment = SourceFragment("", at: range.lowerBound)
    var start = range.lowerBound
    while start < range.upperBound {
      let newline = bytes[start..<range.upperBound].firstIndex { $0.isNewline } ?? range.upperBound
      let end = min(bytes.lineStart(after: newline), range.upperBound)
      fragment.append(bytes.string(start..<end), at: start)
      guard end < range.upperBound else { break }
      start = path.content(of: end..<bytes.lineEnd(from: end), in: bytes).offset
    }
    return fragment
  }
}
