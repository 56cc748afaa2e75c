/// A change of a formula's text that may repair it.
struct Edit: Hashable {
  struct Splice: Hashable {
    /// In bytes of the text.
    var range: Range<Int>
    var text: String

    func shifted(by distance: Int) -> Splice {
      Splice(range: (range.lowerBound + distance)..<(range.upperBound + distance), text: text)
    }
  }
  /// How plausible a kind of change is: the smaller, the more.
  enum Kind: Int, Hashable, Comparable {
    case digits, swap, sign, prime, index, layer, sum, transpose, factor, operation, term, node, number, addedIndex,
      addedFactor

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }
  var kind: Kind
  var splices: [Splice]

  init(_ kind: Kind, _ range: Range<Int>, _ text: String) {
    self.kind = kind
    splices = [Splice(range: range, text: text)]
  }

  init(_ kind: Kind, _ splices: [Splice]) {
    self.kind = kind
    self.splices = splices
  }

  func shifted(by distance: Int) -> Edit {
    Edit(kind, splices.map { $0.shifted(by: distance) })
  }

  /// Both changes at once; nil where they touch the same place.
  func combined(with other: Edit) -> Edit? {
    let all = (splices + other.splices).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for (a, b) in zip(all, all.dropFirst()) where a.range.upperBound > b.range.lowerBound || a.range == b.range {
      return nil
    }
    return Edit(max(kind, other.kind), all)
  }

  func applied(to text: [UInt8]) -> String {
    var result: [UInt8] = []
    var position = 0
    for splice in splices.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      guard splice.range.lowerBound >= position, splice.range.upperBound <= text.count else { continue }
      result += text[position..<splice.range.lowerBound]
      result += Array(splice.text.utf8)
      position = splice.range.upperBound
    }
    result += text[position...]
    return String(decoding: result, as: UTF8.self)
  }
}
