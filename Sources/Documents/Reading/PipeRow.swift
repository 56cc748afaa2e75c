/// The rows of pipe tables by the rules of GitHub Flavored Markdown.
enum PipeRow {
  /// The cells of a row, blanks trimmed: split at each `|` that no backslash precedes.
  static func cells(_ bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var row = trimmed(bytes, range)
    if row.first.map({ bytes[$0] }) == UInt8(ascii: "|") { row = row.lowerBound + 1..<row.upperBound }
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    var i = start
    while i < row.upperBound {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < row.upperBound {
        i += 2
        continue
      }
      if bytes[i] == UInt8(ascii: "|") {
        cells.append(trimmed(bytes, start..<i))
        start = i + 1
      }
      i += 1
    }
    let last = trimmed(bytes, min(start, row.upperBound)..<row.upperBound)
    if !last.isEmpty || cells.isEmpty { cells.append(last) }
    return cells
  }

  /// The alignments of a delimiter row; nil for any other line.
  static func alignments(_ bytes: [UInt8], in range: Range<Int>) -> [Table.Alignment]? {
    let allowed = bytes[range].allSatisfy { "|:-".utf8.contains($0) || $0.isBlank }
    // A line of hyphens alone underlines a heading.
    guard allowed, bytes[range].contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }) else {
      return nil
    }
    var alignments: [Table.Alignment] = []
    for cell in cells(bytes, in: range) {
      var dashes = cell
      let left = cell.first.map { bytes[$0] } == UInt8(ascii: ":")
      if left { dashes = dashes.lowerBound + 1..<dashes.upperBound }
      let right = dashes.last.map { bytes[$0] } == UInt8(ascii: ":")
      if right { dashes = dashes.lowerBound..<dashes.upperBound - 1 }
      guard !dashes.isEmpty, bytes[dashes].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : right ? .right : .none)
    }
    return alignments
  }

  /// The bytes of a cell with `\|` as the pipe it stands for, in code too.
  static func text(_ bytes: [UInt8], of cell: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    for i in cell {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < cell.upperBound, bytes[i + 1] == UInt8(ascii: "|") { continue }
      result.append(bytes[i])
    }
    return result
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while upper > lower, bytes[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }
}
