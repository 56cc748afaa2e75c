/// Where the pieces of a formula without macros stand in what the author wrote.
package struct MacroPlaces: Sendable {
  private struct Piece {
    /// In bytes of the formula without macros.
    var plain: Range<Int>
    /// In bytes of the author's text: the whole call, for what a macro stands for.
    var authored: Range<Int>
    var isOfCall: Bool
  }
  private var pieces: [Piece] = []

  /// The place in the author's text of a range of the formula without macros; nil where it begins or ends inside what a
  /// macro stands for.
  package func authored(_ range: Range<Int>) -> Range<Int>? {
    if range.isEmpty {
      guard let place = boundary(at: range.lowerBound) else { return nil }
      return place..<place
    }
    guard let first = pieces.firstIndex(where: { $0.plain.lowerBound == range.lowerBound }),
      let last = pieces.lastIndex(where: { $0.plain.upperBound == range.upperBound }), first <= last,
      !isInside(first), last + 1 >= pieces.count || !isInside(last + 1)
    else { return nil }
    let (lower, upper) = (pieces[first].authored.lowerBound, pieces[last].authored.upperBound)
    return lower <= upper ? lower..<upper : nil
  }

  private func boundary(at offset: Int) -> Int? {
    if let next = pieces.firstIndex(where: { $0.plain.lowerBound == offset }) {
      return isInside(next) ? nil : pieces[next].authored.lowerBound
    }
    guard let last = pieces.lastIndex(where: { $0.plain.upperBound == offset }) else { return nil }
    return last + 1 < pieces.count && isInside(last + 1) ? nil : pieces[last].authored.upperBound
  }

  /// Whether a piece goes on with the call that the piece before it belongs to.
  private func isInside(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    let (before, piece) = (pieces[place - 1], pieces[place])
    return before.isOfCall && piece.isOfCall && before.authored == piece.authored
      || before.isOfCall && before.authored.contains(piece.authored.lowerBound) && before.authored != piece.authored
      || piece.isOfCall && piece.authored.contains(before.authored.lowerBound) && before.authored != piece.authored
  }

  mutating func append(_ lexeme: Lexeme, at plain: Range<Int>, calls: [Range<Int>]) {
    let call = calls.filter { $0.lowerBound == lexeme.range.lowerBound }.max { $0.upperBound < $1.upperBound }
    pieces.append(Piece(plain: plain, authored: call ?? lexeme.range, isOfCall: call != nil))
  }
}
