import Diagnostics

/// One statement of a cell: a line and the indented lines below it.
struct StatementText {
  /// The line and its indented lines, comments included.
  var fragment: SourceFragment

  /// The statements of a cell, in order. Lines that are blank or hold only a comment separate nothing.
  static func split(_ cell: SourceFragment) -> [StatementText] {
    let bytes = Array(cell.text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let next = min(end + 1, bytes.count)
      let line = bytes[start..<end]
      let content = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      if let content, content != UInt8(ascii: "#") {
        let isIndented = line.first == 0x20 || line.first == 0x09
        if isIndented, let last = ranges.indices.last {
          ranges[last] = ranges[last].lowerBound..<end
        } else {
          ranges.append(start..<end)
        }
      }
      start = next
    }
    return ranges.map { StatementText(fragment: cell.slice($0)) }
  }
}
