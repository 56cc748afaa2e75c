/// What all components of a refuted link have in common, where that says more than two numbers.
struct DifferencePattern {
  private typealias Place = (letter: String, value: Int)

  /// The sizes of a probe that a difference may be a matter of.
  struct Sizes {
    /// Counts that have a letter, in the order in which they are tried.
    var counts: [(letter: String, value: Int)]
    var examples: Int
    /// Layers as the document counts them.
    var firstLayer: Int
    var lastLayer: Int

    /// Where layers and examples are not told apart.
    static let none = Sizes(counts: [], examples: 0, firstLayer: .min, lastLayer: .min)
  }

  private var ratio: Double?
  private var hasRatio = true
  private var agreeing: [[Place]] = []
  private var differing: [[Place]] = []
  private var layerLetters: Set<String> = []
  /// Whether every difference is one between a matrix and its transpose.
  private var isTransposed: Bool?

  mutating func agree(_ value: Double, _ letters: [(letter: String, value: Int)], layers: [String]) {
    if value != 0 { hasRatio = false }
    agreeing.append(letters)
    layerLetters.formUnion(layers)
  }

  mutating func differ(
    _ left: Double, _ right: Double, _ letters: [(letter: String, value: Int)], layers: [String]
  ) {
    differing.append(letters)
    layerLetters.formUnion(layers)
    guard hasRatio else { return }
    let quotient = right / left
    let isSame = ratio.map { (quotient - $0).magnitude <= 1e-9 * $0.magnitude } ?? quotient.isFinite
    if isSame { ratio = ratio ?? quotient } else { hasRatio = false }
  }

  mutating func turn(_ isTurned: Bool) { isTransposed = (isTransposed ?? true) && isTurned }

  /// Ratios that have a name.
  private static let simple: [(Double, String)] = [
    (-1, "−1 ×"), (2, "2 ×"), (0.5, "½ ×"), (-2, "−2 ×"), (-0.5, "−½ ×"), (3, "3 ×"), (1 / 3, "⅓ ×"), (4, "4 ×"),
    (0.25, "¼ ×"),
  ]
  static let transposed = "equal after transposing"
  private static let ratioBegins = "the right side is "
  private static let differs = "differs only"
  private static let isTrue = "true only"

  /// Of what is true on every network, what a reader wants to know: one name of a ratio, and what differs
  /// rather than what does not.
  static func mostTelling(_ words: [String]) -> [String] {
    let ratio = words.first { $0.hasPrefix(ratioBegins) }
    let hasDifference = words.contains { $0.hasPrefix(differs) }
    return words.filter { word in
      word.hasPrefix(ratioBegins) ? word == ratio : !(word.hasPrefix(isTrue) && hasDifference)
    }
  }

  /// The same where the left side is an increment and the right one that of training.
  static func ofIncrements(_ words: String) -> String {
    words.replacing(ratioBegins, with: "a step of training is ").replacing("the left side", with: "the increment")
  }

  /// In words, the most telling first.
  func words(_ sizes: Sizes) -> [String] {
    ratioWords(sizes) + (isTransposed == true ? [Self.transposed] : []) + placeWords(sizes)
  }

  private func ratioWords(_ sizes: Sizes) -> [String] {
    guard hasRatio, let ratio else { return [] }
    func isRatio(_ value: Double) -> Bool { (ratio - value).magnitude < 1e-9 * value.magnitude }
    var words: [String] = []
    for (letter, value) in sizes.counts where value > 1 {
      for (factor, sign) in [(1.0, ""), (-1, "−")] {
        if isRatio(factor * Double(value)) { words.append("\(sign)`\(letter)` × the left side") }
        if isRatio(factor / Double(value)) { words.append("\(sign)1/`\(letter)` × the left side") }
      }
    }
    if sizes.examples > 1 {
      if isRatio(Double(sizes.examples)) { words.append("the left side times the number of examples") }
      if isRatio(1 / Double(sizes.examples)) { words.append("the left side divided by the number of examples") }
    }
    for (value, name) in Self.simple where isRatio(value) { words.append("\(name) the left side") }
    return words.map { Self.ratioBegins + $0 }
  }

  private func placeWords(_ sizes: Sizes) -> [String] {
    guard !agreeing.isEmpty, !differing.isEmpty else { return [] }
    let pairs = [(differing, agreeing, Self.differs), (agreeing, differing, Self.isTrue)]
    return pairs.flatMap { those, others, begin in
      Self.common(of: those).filter { place in !others.contains { $0.contains { $0 == place } } }.map { place in
        "\(begin) \(words(for: place, sizes))"
      }
        + Self.equalLetters(in: those, not: others).map { "\(begin) where \($0) = \($1)" }
    }
  }

  private func words(for place: Place, _ sizes: Sizes) -> String {
    guard layerLetters.contains(place.letter) else { return "where \(place.letter) = \(place.value)" }
    if place.value == sizes.lastLayer { return "at the output layer" }
    if place.value == sizes.firstLayer { return "at the first layer" }
    return "where \(place.letter) = \(place.value)"
  }

  /// Letters that have one value in all of some components.
  private static func common(of components: [[Place]]) -> [Place] {
    components.dropFirst().reduce(components.first ?? []) { known, next in
      known.filter { place in next.contains { $0 == place } }
    }
  }

  /// Pairs of letters with the same value in all of some components, and in none of the others.
  private static func equalLetters(in those: [[Place]], not others: [[Place]]) -> [(String, String)] {
    guard those.count > 1, let letters = those.first?.map(\.letter) else { return [] }
    var found: [(String, String)] = []
    for (number, one) in letters.enumerated() {
      for other in letters[(number + 1)...] {
        func isSame(_ component: [Place]) -> Bool? {
          guard let a = component.first(where: { $0.letter == one }),
            let b = component.first(where: { $0.letter == other })
          else { return nil }
          return a.value == b.value
        }
        if those.allSatisfy({ isSame($0) == true }), others.allSatisfy({ isSame($0) == false }) {
          found.append((one, other))
        }
      }
    }
    return found
  }
}
