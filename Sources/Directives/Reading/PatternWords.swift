/// The words between the spaces of a pattern, one after the other: most patterns differ from what is written in one of the
/// first.
struct PatternWords: Sequence, IteratorProtocol {
  private var rest: Substring

  init(_ pattern: String) { rest = pattern[...] }

  mutating func next() -> Substring? {
    while rest.utf8.first == UInt8(ascii: " ") { rest = rest[rest.utf8.index(after: rest.startIndex)...] }
    guard !rest.utf8.isEmpty else { return nil }
    let end = rest.utf8.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
    defer { rest = rest[end...] }
    return rest[..<end]
  }
}

extension String {
  /// Whether it is a word of a pattern, in any case of letters.
  func isWord(_ word: some StringProtocol) -> Bool { lowercased().utf8.elementsEqual(word.utf8) }
}
