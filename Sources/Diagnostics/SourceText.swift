/// The author's file: its name, its bytes, and where its lines start.
///
/// Offsets count UTF-8 bytes from the start of the file. Lines end with `\n`, `\r\n` or `\r`, as in CommonMark.
package struct SourceText: Sendable {
  /// As the user named it, for diagnostics: `notebooks/xor.md`.
  package let name: String
  package let utf8: [UInt8]
  /// The offset of the first byte of each line.
  package let lineStarts: [Int]

  package init(_ text: String, name: String) { self.init(utf8: Array(text.utf8), name: name) }

  package init(utf8: [UInt8], name: String) {
    self.name = name
    self.utf8 = utf8
    var starts = [0]
    var i = 0
    while i < utf8.count {
      let byte = utf8[i]
      i += 1
      if byte == 0x0A {
        starts.append(i)
      } else if byte == 0x0D {
        if i < utf8.count, utf8[i] == 0x0A { i += 1 }
        starts.append(i)
      }
    }
    lineStarts = starts
  }

  package var text: String { String(decoding: utf8, as: UTF8.self) }

  package subscript(span: SourceSpan) -> String {
    String(decoding: utf8[clamped(span.lower)..<clamped(span.upper)], as: UTF8.self)
  }

  /// The number of the line, from 1, that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package func location(of offset: Int) -> SourceLocation {
    let line = line(at: offset)
    let before = utf8[lineStarts[line - 1]..<max(lineStarts[line - 1], clamped(offset))]
    // Bytes that continue a scalar (10xxxxxx) start no column.
    return SourceLocation(line: line, column: 1 + before.count { $0 & 0xC0 != 0x80 })
  }

  /// The bytes of a line (from 1) without its ending.
  package func span(ofLine line: Int) -> SourceSpan {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return SourceSpan(start, end)
  }

  package func text(ofLine line: Int) -> String { self[span(ofLine: line)] }

  package var lineCount: Int { lineStarts.count }

  private func clamped(_ offset: Int) -> Int { min(max(offset, 0), utf8.count) }
}
