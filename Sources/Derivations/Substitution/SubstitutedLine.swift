/// The line that a student writes: both sides with numbers, and what they come to.
///
///     0.7034 = 2 \cdot (0.6017 - 0.25)
///
/// Results are computed from values that are not rounded. `\approx` stands where calculating with what is printed does
/// not give exactly what is printed.
struct SubstitutedLine {
  private let left: Side
  private let right: Side
  private let work: LinkWork
  private let evaluator: Evaluator
  private let isRefuted: Bool

  private struct Side {
    var working: Working
    /// What it comes to, entry by entry, and the same in print.
    var values: [Double]
    var result: Working
    var isPlain: Bool { working.isPlain }
  }

  /// So many significant digits are printed, and more where fewer would mislead.
  static let digits = 4
  static let most = 8
  /// Nobody goes through a matrix to eight digits.
  static let mostOfArrays = 6
  static let longest = 1_200

  init?(_ work: LinkWork, _ evaluator: Evaluator, isRefuted: Bool) throws(EvaluationProblem) {
    let context = work.component.context
    let graph = evaluator.graph
    let texts = (Array(work.texts.left.utf8), Array(work.texts.right.utf8))
    guard var first = try WorkingReader(evaluator: evaluator, text: texts.0).working(work.left, context),
      let second = try WorkingReader(evaluator: evaluator, text: texts.1).working(work.right, context)
    else { return nil }
    var a = try evaluator.value(work.result ?? work.left, context)
    var b = try evaluator.value(work.right, context)
    if !(a.isSingle && b.isSingle), case .equal = work.relation { (a, b) = try evaluator.fitted(a, b, "equal") }
    guard let above = Working(a, graph), let below = Working(b, graph) else { return nil }
    if first.isValue || work.result != nil { first = above }
    left = Side(working: first, values: a.ids.map(graph.value), result: above)
    right = Side(
      working: second.isValue ? below : second, values: b.ids.map(graph.value), result: below)
    (self.work, self.evaluator) = (work, evaluator)
    // What fails on other networks may be true here by the numbers.
    let differs = zip(left.values, right.values).contains { one, other in
      (one - other).magnitude > 1e-9 * max(one.magnitude, other.magnitude)
    }
    self.isRefuted = isRefuted && (differs || work.relation != .equal)
  }

  /// - Returns: nil where the line is too long to be read, or can't be calculated as it is printed
  func tex() -> String? {
    var digits = Self.digits
    // As many as the number that it is to be compared with.
    for side in [left, right] { digits = max(digits, min(side.working.writtenDigits ?? 0, 12)) }
    let hasArrays = [left, right].contains { $0.values.count > 1 }
    let most = max(digits, hasArrays ? Self.mostOfArrays : Self.most)
    while digits < most, !isFaithful(digits) { digits += 1 }
    if isRefuted, case .equal = work.relation {
      while digits < 15, shown(left, digits) == shown(right, digits) { digits += 1 }
    }
    guard let tex = line(digits), tex.utf8.count <= Self.longest else { return nil }
    return tex
  }

  private func line(_ digits: Int) -> String? {
    guard let a = calculated(left, digits), let b = calculated(right, digits) else { return nil }
    let (first, second) = (left.working.tex(digits), right.working.tex(digits))
    func sign(_ isExact: Bool) -> String { isExact ? " = " : " \\approx " }
    func result(_ side: Side, _ found: [Double]) -> String {
      side.isPlain ? "" : sign(isExact(found, printed(side.result, digits))) + side.result.tex(digits)
    }
    let isPlainEquality = !isRefuted && work.relation == .equal
    guard isPlainEquality else { return first + result(left, a) + " \(relation) " + second + result(right, b) }
    let ending = left.isPlain || right.isPlain ? "" : result(right, b)
    let isRounded = ["\\approx", "≈", "\\simeq"].contains(work.sign)
    return first + sign(!isRounded && isExact(a, b)) + second + ending
  }

  /// The relation between two sides that are not simply equal.
  private var relation: String {
    switch work.relation {
    case .equal: "\\ne"
    case .compared(let comparison): (isRefuted ? comparison.opposite : comparison).tex
    }
  }

  // MARK: What a reader calculates

  /// Whether a reader who calculates with what is printed gets the last digit that is printed: of the entries of vectors
  /// and matrices, up to a unit.
  private func isFaithful(_ digits: Int) -> Bool {
    for side in [left, right] where !side.isPlain {
      guard let found = calculated(side, digits) else { return false }
      for (one, other) in zip(found, side.values) {
        guard let reader = Numeral(one, digits: digits)?.value, let print = Numeral(other, digits: digits)?.value else {
          return false
        }
        let slack = found.count > 1 ? 1.000_001 * Self.lastPlace(of: print, digits) : 0
        guard (reader - print).magnitude <= slack else { return false }
      }
    }
    return true
  }

  /// A unit in the last of so many significant digits.
  private static func lastPlace(of number: Double, _ digits: Int) -> Double {
    guard number != 0 else { return 0 }
    var unit = 1.0
    while unit * 10 <= number.magnitude { unit *= 10 }
    while unit > number.magnitude { unit /= 10 }
    for _ in 1..<digits { unit /= 10 }
    return unit
  }

  /// What the printed side comes to; nil where it can't be calculated as it is printed.
  private func calculated(_ side: Side, _ digits: Int) -> [Double]? { printed(side.working, digits) }

  private func printed(_ working: Working, _ digits: Int) -> [Double]? {
    guard let expression = working.printed(digits),
      let value = try? evaluator.value(expression, work.component.context)
    else { return nil }
    return value.ids.map(evaluator.graph.value)
  }

  private func shown(_ side: Side, _ digits: Int) -> [Double?] {
    side.values.map { Numeral($0, digits: digits)?.value }
  }

  private func isExact(_ found: [Double], _ result: [Double]?) -> Bool {
    guard var result, found.count == result.count || found.count == 1 || result.count == 1 else { return false }
    var found = found
    // One number for every entry, where a convention says so.
    if found.count == 1 { found = Array(repeating: found[0], count: result.count) }
    if result.count == 1 { result = Array(repeating: result[0], count: found.count) }
    return zip(found, result).allSatisfy { ($0 - $1).magnitude <= 1e-12 * max($0.magnitude, $1.magnitude) }
  }
}

extension Working {
  /// Whether it is nothing but the value of a symbol.
  fileprivate var isValue: Bool {
    switch self {
    case .number, .array: true
    default: false
    }
  }
}

extension Expression.Comparison {
  fileprivate var tex: String {
    switch self {
    case .equal: "="
    case .unequal: "\\ne"
    case .less: "<"
    case .atMost: "\\le"
    case .greater: ">"
    case .atLeast: "\\ge"
    }
  }

  fileprivate var opposite: Self {
    switch self {
    case .equal: .unequal
    case .unequal: .equal
    case .less: .atLeast
    case .atMost: .greater
    case .greater: .atMost
    case .atLeast: .less
    }
  }
}
