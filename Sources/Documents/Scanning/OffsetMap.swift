/// Where each byte of a text came from.
struct OffsetMap {
  private struct Piece {
    var offset: Int
    var source: Range<Int>
  }
  private var pieces: [Piece] = []
  /// The ends of both texts.
  var end = (offset: 0, source: 0)

  /// Says that what starts at `offset`, up to the next piece, came from `source`: byte for byte, or as a whole where
  /// the lengths differ.
  mutating func add(_ source: Range<Int>, at offset: Int) {
    if !source.isEmpty { pieces.append(Piece(offset: offset, source: source)) }
  }

  func source(of offset: Int) -> Int {
    guard offset < end.offset, let (piece, length) = piece(at: offset) else { return end.source }
    return piece.source.lowerBound + (length == piece.source.count ? offset - piece.offset : 0)
  }

  func sourceEnd(of offset: Int) -> Int {
    guard offset < end.offset, let (piece, length) = piece(at: offset) else { return end.source }
    if length == piece.source.count { return piece.source.lowerBound + offset - piece.offset }
    return offset == piece.offset ? piece.source.lowerBound : piece.source.upperBound
  }

  /// The last piece that starts at or before `offset`, and how long it is in the text.
  private func piece(at offset: Int) -> (Piece, length: Int)? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let next = low < pieces.count ? pieces[low].offset : end.offset
    return (pieces[low - 1], next - pieces[low - 1].offset)
  }
}
