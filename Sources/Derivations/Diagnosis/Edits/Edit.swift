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
    case digits, swap, sign, prime, index, layer, sum, transpose, factor, operation, bracket, term, node, number,
      addedIndex, addedFactor, lostSymbol

    /// Whether it is tried beside a second change: of some kinds there are too many.
    var goesWithOthers: Bool { ![.digits, .node, .bracket, .lostSymbol].contains(self) }

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

  /// A command and a letter that come to stand side by side are kept apart.
  func applied(to text: [UInt8]) -> String {
    var result: [UInt8] = []
    var position = 0
    func append(_ bytes: some Collection<UInt8>) {
      if let first = bytes.first, first.isLetter, result.endsWithCommand { result.append(UInt8(ascii: " ")) }
      result += bytes
    }
    let ordered = splices.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for (number, splice) in ordered.enumerated() {
      guard splice.range.lowerBound >= position, splice.range.upperBound <= text.count else { continue }
      append(text[position..<splice.range.lowerBound])
      append(splice.text.utf8)
      position = splice.range.upperBound
      // What is left out leaves no second space behind.
      if splice.text.isEmpty, result.last.map({ $0 == UInt8(ascii: " ") }) ?? true {
        let end = number + 1 < ordered.count ? ordered[number + 1].range.lowerBound : text.count
        while position < min(end, text.count), text[position] == UInt8(ascii: " ") { position += 1 }
      }
    }
    append(text[position...])
    return String(decoding: result, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  fileprivate var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
}

extension [UInt8] {
  /// Whether the last that stands there is the name of a command, which a letter behind it would prolong.
  fileprivate var endsWithCommand: Bool {
    guard let mark = lastIndex(where: { !$0.isLetter }), mark < count - 1, self[mark] == UInt8(ascii: "\\") else {
      return false
    }
    // `\\` is a command by itself.
    return self[..<mark].reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
  }
}
