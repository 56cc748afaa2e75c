/// What the index letters of an expression run over.
struct LetterDemand: Hashable {
  enum Kind: Hashable { case units, examples, entries }
  var letter: String
  var kind: Kind
  var range: ClosedRange<Int>
  /// Whether it stands with a number beside it: the j of `z_{j+1}`.
  var isShifted = false
}

/// Letters and the ranges in which what they index exists.
struct LetterDemands {
  /// Of the letters that no sum binds.
  var all: [LetterDemand] = []
  /// Of those that a sum binds: each sum has its own range.
  var bound: [LetterDemand] = []
  /// Free letters of Kronecker deltas, each with the letter beside it.
  var ties: [(letter: String, neighbour: String)] = []
  /// Free letters of conditions of sums, each with the summed letter it is compared with: the j of `\sum_{i \ne j}`.
  var compared: [(letter: String, neighbour: String)] = []
  /// Letters that name layers.
  var layers: [String] = []
  /// Whether something belongs to an example that is not named.
  var hasUnlabelledExample = false

  mutating func add(_ demand: LetterDemand, isBound: Bool) {
    if isBound { bound.appendIfNew(demand) } else { all.appendIfNew(demand) }
  }

  /// A letter that stands in Kronecker deltas alone runs over what its neighbour does.
  mutating func settleTies() {
    for (letter, neighbour) in ties + ties.reversed() where !all.contains(where: { $0.letter == letter }) {
      guard var demand = (all + bound).first(where: { $0.letter == neighbour }) else { continue }
      demand.letter = letter
      all.append(demand)
    }
    for (letter, neighbour) in compared where !all.contains(where: { $0.letter == letter }) {
      guard var demand = (bound + all).first(where: { $0.letter == neighbour }) else { continue }
      demand.letter = letter
      all.append(demand)
    }
    // Letters that stand in deltas only may be any numbers.
    for (letter, _) in ties where !all.contains(where: { $0.letter == letter }) {
      all.append(LetterDemand(letter: letter, kind: .entries, range: 1...3))
    }
  }

  mutating func addLayer(_ letter: String) {
    if !layers.contains(letter) { layers.append(letter) }
  }

  /// Takes in those of a part.
  mutating func take(_ part: LetterDemands) {
    if all.isEmpty { all = part.all } else { for demand in part.all { all.appendIfNew(demand) } }
    if bound.isEmpty { bound = part.bound } else { for demand in part.bound { bound.appendIfNew(demand) } }
    if !part.ties.isEmpty { ties += part.ties }
    if !part.compared.isEmpty { compared += part.compared }
    if layers.isEmpty { layers = part.layers } else { for letter in part.layers { addLayer(letter) } }
    hasUnlabelledExample = hasUnlabelledExample || part.hasUnlabelledExample
  }
}

extension [LetterDemand] {
  /// The same part stands in many places.
  fileprivate mutating func appendIfNew(_ demand: LetterDemand) {
    if !contains(demand) { append(demand) }
  }
}
