import Diagnostics

/// A change to a formula: these bytes of its text become those.
struct TeXEdit: Hashable {
  var range: Range<Int>
  var replacement: String
}

extension [TeXEdit] {
  /// In order, without those that lie within or overlap an earlier one.
  var disjoint: [TeXEdit] {
    var result: [TeXEdit] = []
    for edit in self.sorted(by: {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }) {
      if let last = result.last, edit.range.lowerBound < last.range.upperBound { continue }
      result.append(edit)
    }
    return result
  }
}

extension SourceFragment {
  /// The text after the changes; what was put in leads back to the place of what it replaced.
  func applying(_ edits: [TeXEdit]) -> SourceFragment {
    guard !edits.isEmpty else { return self }
    var result = SourceFragment()
    var position = 0
    let bytes = Array(text.utf8)
    func keep(upTo end: Int, in result: inout SourceFragment) {
      // Line by line: a quotation's lines are apart in the file.
      while position < end {
        let newline = bytes[position..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end - 1
        result.append(String(decoding: bytes[position...newline], as: UTF8.self), at: source(of: position))
        position = newline + 1
      }
    }
    for edit in edits.disjoint {
      keep(upTo: edit.range.lowerBound, in: &result)
      result.append(edit.replacement, at: source(of: edit.range.lowerBound))
      position = edit.range.upperBound
    }
    keep(upTo: bytes.count, in: &result)
    return result
  }
}
