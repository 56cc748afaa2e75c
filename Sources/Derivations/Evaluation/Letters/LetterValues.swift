/// Index letters with their numbers: a few, so that looking through them is quicker than any hash.
struct LetterValues: Equatable, ExpressibleByDictionaryLiteral {
  private var entries: [(letter: String, value: Int)] = []

  init(dictionaryLiteral elements: (String, Int)...) { entries = elements.map { (letter: $0, value: $1) } }

  subscript(letter: String) -> Int? {
    get { entries.first { $0.letter == letter }?.value }
    set {
      let place = entries.firstIndex { $0.letter == letter }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?):
        if entries.count == entries.capacity { entries.reserveCapacity(entries.count + 4) }
        entries.append((letter, value))
      case (nil, nil): break
      }
    }
  }

  /// The numbers of some letters as one, twelve bits each; nil where there are more or larger ones than have room.
  func packed(_ letters: [String]) -> UInt128? {
    guard letters.count <= 10 else { return nil }
    var packed: UInt128 = 0
    for letter in letters {
      // 0 where it has none; a layer's number may be -1.
      let field = self[letter].map { $0 + 2 } ?? 0
      guard 0..<1 << 12 ~= field, field > 0 || self[letter] == nil else { return nil }
      packed = packed << 12 | UInt128(field)
    }
    return packed
  }

  static func == (left: LetterValues, right: LetterValues) -> Bool {
    left.entries.count == right.entries.count && left.entries.allSatisfy { right[$0.letter] == $0.value }
  }
}
