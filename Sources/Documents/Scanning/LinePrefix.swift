/// What stands before the words of a line, and what kind of line it is, as far as one line can tell.
///
/// cmark alone knows the containers; this is the scanner's guess, good enough to end a paragraph. Where the guess was
/// wrong, the placeholder turns up in code and the file is read again without it.
struct LinePrefix {
  var quoteDepth = 0
  /// The column at which the content starts, counted behind the last `>`.
  var indent = 0
  /// The columns at which list items of this line have their content, counted behind the last `>`.
  var itemColumns: [Int] = []
  /// The offset of the first byte of content; the end of the line where there is none.
  var content: Int
  var end: Int

  var isBlank: Bool { content == end }
  var startsItem: Bool { !itemColumns.isEmpty }

  /// Reads the line that starts at `start`.
  init(_ bytes: [UInt8], at start: Int) {
    end = bytes.lineEnd(from: start)
    content = start
    var column = 0
    func skipBlanks(_ i: inout Int) {
      while i < end, bytes[i].isBlank {
        column += bytes[i] == 0x09 ? 4 - column % 4 : 1
        i += 1
      }
    }
    while true {
      skipBlanks(&content)
      guard content < end else { break }
      if bytes[content] == UInt8(ascii: ">") {
        quoteDepth += 1
        content += 1
        if content < end, bytes[content].isBlank { content += 1 }
        column = 0
        itemColumns = []
        continue
      }
      guard let width = Self.markerWidth(bytes, at: content, end: end) else { break }
      content += width
      column += width
      let before = column
      skipBlanks(&content)
      // Five columns or more are one column and indented code.
      if content == end || column - before > 4 {
        itemColumns.append(before + 1)
        break
      }
      itemColumns.append(column)
    }
    indent = column
  }

  /// The width of `-`, `*`, `+`, `1.` or `1)` with a blank or the end of the line behind it.
  private static func markerWidth(_ bytes: [UInt8], at start: Int, end: Int) -> Int? {
    var i = start
    switch bytes[i] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): i += 1
    case let byte where byte.isDigit:
      while i < end, bytes[i].isDigit, i - start < 9 { i += 1 }
      guard i < end, bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ")") else { return nil }
      i += 1
    default: return nil
    }
    return i == end || bytes[i].isBlank ? i - start : nil
  }

  func isHeading(_ bytes: [UInt8]) -> Bool {
    guard content < end, bytes[content] == UInt8(ascii: "#") else { return false }
    let run = bytes.run(of: UInt8(ascii: "#"), at: content)
    return run <= 6 && (content + run >= end || bytes[content + run].isBlank)
  }

  /// The character and the length of the code fence that this line opens.
  func fence(_ bytes: [UInt8]) -> (byte: UInt8, length: Int)? {
    guard content < end, bytes[content] == UInt8(ascii: "`") || bytes[content] == UInt8(ascii: "~") else { return nil }
    let byte = bytes[content]
    let run = bytes.run(of: byte, at: content)
    guard run >= 3 else { return nil }
    if byte == UInt8(ascii: "`"), bytes[(content + run)..<end].contains(byte) { return nil }
    return (byte, run)
  }

  /// The number of colons of a line that opens or closes a division.
  func colons(_ bytes: [UInt8]) -> Int? {
    guard content < end, bytes[content] == UInt8(ascii: ":") else { return nil }
    let run = bytes.run(of: UInt8(ascii: ":"), at: content)
    return run >= 3 ? run : nil
  }
}
