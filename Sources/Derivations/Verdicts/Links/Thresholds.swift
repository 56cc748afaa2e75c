/// The numbers at which the conditions of a link change what it says.
struct Thresholds {
  private let numbers: Set<Double>

  /// - Parameter guards: conditions of the whole link
  init(_ guards: [Expression.Condition], in sides: [Expression]) {
    var found = Set(guards.flatMap(\.thresholds))
    func visit(_ expression: Expression) {
      switch expression.kind {
      case .cases(let cases): for one in cases { found.formUnion(one.condition?.thresholds ?? []) }
      case .indicator(let condition): found.formUnion(condition.thresholds)
      default: break
      }
      for child in expression.children { visit(child) }
    }
    for side in sides { visit(side) }
    numbers = found
  }

  /// Whether one of them is no whole number, which an index could be.
  var areOfValues: Bool { numbers.contains { $0 != $0.rounded() } }

  /// Numbers on both sides of each, and between it and the next one, 0 among them: what changes at 0.1 on one side of an
  /// equation, and at 0 on the other, differs in between only.
  var points: [Double] {
    guard numbers.contains(where: { $0 != 0 }) else { return [] }
    let places = numbers.union(numbers.map { -$0 }).union([0]).sorted()
    let between = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
    let beside = numbers.sorted().flatMap { number in
      let step = 0.003 * max(1, number.magnitude)
      return [number - step, number + step]
    }
    return between + beside
  }
}

extension Expression.Condition {
  /// The numbers that something is compared with, where it is.
  fileprivate var thresholds: [Double] {
    each.flatMap { one -> [Double] in
      let numbers = [one.left, one.right].compactMap(\.decimal)
      return numbers.count == 1 ? numbers : []
    }
  }
}

extension Expression {
  /// The number that is written, with its sign.
  fileprivate var decimal: Double? {
    switch kind {
    case .number(let digits): Double(digits)
    case .negative(let inner): inner.decimal.map { -$0 }
    default: nil
    }
  }
}
