/// Text taken out of the author's file, with the way back.
///
/// A formula inside a quotation is not contiguous in the file: each of its lines is preceded by `> `. The fragment
/// holds the text without what surrounds it, and maps each of its bytes to the byte of the file it came from.
package struct SourceFragment: Sendable {
  package private(set) var text: String
  private var pieces: [Piece]

  private struct Piece {
    var start: Int
    var count: Int
    var source: Int
  }

  /// A fragment that is contiguous in the file.
  package init(_ text: String, at offset: Int) {
    self.text = text
    pieces = [Piece(start: 0, count: text.utf8.count, source: offset)]
  }

  /// Other text that stands for this one: all of it has this one's place.
  package func replacing(_ other: String) -> SourceFragment {
    var fragment = SourceFragment(other, at: 0)
    let place = span
    fragment.pieces = [Piece(start: 0, count: max(1, place.upper - place.lower), source: place.lower)]
    return fragment
  }

  package init() {
    text = ""
    pieces = []
  }

  /// Appends text that starts at `offset` in the file.
  package mutating func append(_ more: some StringProtocol, at offset: Int) {
    let start = text.utf8.count
    let count = more.utf8.count
    guard count > 0 else { return }
    text += more
    if let last = pieces.last, last.source + last.count == offset {
      pieces[pieces.count - 1].count += count
    } else {
      pieces.append(Piece(start: start, count: count, source: offset))
    }
  }

  /// The place in the file of the byte at `offset` of the text; past the end, the place after the last byte.
  package func source(of offset: Int) -> Int {
    guard let piece = pieces.last(where: { $0.start <= offset }) ?? pieces.first else { return 0 }
    return piece.source + min(max(offset - piece.start, 0), piece.count)
  }

  /// The smallest span of the file that covers the bytes `range` of the text.
  package func span(of range: Range<Int>) -> SourceSpan {
    let lower = source(of: range.lowerBound)
    guard range.upperBound > range.lowerBound else { return SourceSpan(lower, lower) }
    return SourceSpan(lower, max(lower, source(of: range.upperBound - 1) + 1))
  }

  package var span: SourceSpan { span(of: 0..<text.utf8.count) }

  /// The bytes `range` of the text, with their own way back.
  package func slice(_ range: Range<Int>) -> SourceFragment {
    var result = SourceFragment()
    let bytes = Array(text.utf8)
    for piece in pieces {
      let lower = max(piece.start, range.lowerBound)
      let upper = min(piece.start + piece.count, range.upperBound)
      guard lower < upper else { continue }
      result.append(String(decoding: bytes[lower..<upper], as: UTF8.self), at: piece.source + lower - piece.start)
    }
    if result.pieces.isEmpty { result.pieces = [Piece(start: 0, count: 0, source: source(of: range.lowerBound))] }
    return result
  }
}
