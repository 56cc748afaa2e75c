/// What all components of a refuted link have in common, where that says more than two numbers.
struct DifferencePattern {
  private typealias Place = (letter: String, value: Int)

  private var ratio: Double?
  private var hasRatio = true
  /// Letters that have one value wherever the sides differ, and those of the components that agree.
  private var common: [Place]?
  private var agreeing: [LetterValues] = []
  /// Whether every difference is one between a matrix and its transpose.
  private var isTransposed: Bool?

  mutating func agree(_ value: Double, _ letters: LetterValues) {
    if value != 0 { hasRatio = false }
    agreeing.append(letters)
  }

  mutating func differ(_ left: Double, _ right: Double, _ letters: [(letter: String, value: Int)]) {
    common = common.map { known in known.filter { place in letters.contains { $0 == place } } } ?? letters
    guard hasRatio else { return }
    let quotient = right / left
    let isSame = ratio.map { (quotient - $0).magnitude <= 1e-9 * $0.magnitude } ?? quotient.isFinite
    if isSame { ratio = ratio ?? quotient } else { hasRatio = false }
  }

  mutating func turn(_ isTurned: Bool) { isTransposed = (isTransposed ?? true) && isTurned }

  /// Ratios that have a name.
  private static let simple: [(Double, String)] = [
    (-1, "−1 ×"), (2, "2 ×"), (0.5, "½ ×"), (-2, "−2 ×"), (-0.5, "−½ ×"), (4, "4 ×"), (0.25, "¼ ×"),
  ]
  static let transposed = "equal after transposing"

  /// In words, the most telling first.
  var words: [String] {
    var words: [String] = []
    if hasRatio, let ratio, let match = Self.simple.first(where: { (ratio - $0.0).magnitude < 1e-9 }) {
      words.append("the right side is \(match.1) the left side")
    }
    if isTransposed == true { words.append(Self.transposed) }
    if !agreeing.isEmpty {
      for place in common ?? [] where !agreeing.contains(where: { $0[place.letter] == place.value }) {
        words.append("differs only where \(place.letter) = \(place.value)")
      }
    }
    return words
  }
}
