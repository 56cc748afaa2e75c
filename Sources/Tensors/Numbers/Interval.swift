/// All numbers from `lower` to `upper`. A graph run on intervals gives bounds of what it gives on any numbers in them, as
/// for a number that is printed to some digits. R. E. Moore, Interval analysis, 1966.
///
/// Every bound is moved outwards by as much as an operation may have rounded, so that the enclosure is certain; it is
/// rarely the tightest. Where an operation is not defined on all of an interval, its result is `everything`.
package struct Interval: Scalar {
  package let lower, upper: Double

  /// - Precondition: `lower` is not greater than `upper`; either may be infinite.
  package init(_ lower: Double, _ upper: Double) {
    precondition(lower <= upper, "an interval from \(lower) to \(upper)")
    (self.lower, self.upper) = (lower, upper)
  }

  /// A number without any doubt; `everything` for one that is none.
  package init(_ real: Double) { self = real.isNaN ? .everything : Interval(real, real) }

  package static let everything = Interval(-.infinity, .infinity)

  /// The middle.
  package var real: Double {
    if lower == upper { return lower }
    if lower == -.infinity { return upper == .infinity ? 0 : -.greatestFiniteMagnitude }
    return upper == .infinity ? .greatestFiniteMagnitude : lower / 2 + upper / 2
  }

  package var isZero: Bool { lower == 0 && upper == 0 }

  package func contains(_ number: Double) -> Bool { lower <= number && number <= upper }

  /// What holds all of both.
  package func joined(with other: Interval) -> Interval { Interval(min(lower, other.lower), max(upper, other.upper)) }

  /// The bounds as calculated, moved outwards by so many units in the last place.
  private static func outwards(_ lower: Double, _ upper: Double, by places: Int = 1) -> Interval {
    guard !lower.isNaN, !upper.isNaN else { return .everything }
    var (lower, upper) = (lower, upper)
    for _ in 0..<places { (lower, upper) = (lower.nextDown, upper.nextUp) }
    return Interval(lower, upper)
  }

  /// A rising function that is right to 1 ulp; the second place is for what was measured and not proved.
  private func rising(_ function: (Double) -> Double, within range: Interval = .everything) -> Interval {
    let image = Interval.outwards(function(lower), function(upper), by: 2)
    return Interval(max(image.lower, range.lower), min(image.upper, range.upper))
  }

  package static func + (left: Interval, right: Interval) -> Interval {
    outwards(left.lower + right.lower, left.upper + right.upper)
  }
  package static func - (left: Interval, right: Interval) -> Interval {
    outwards(left.lower - right.upper, left.upper - right.lower)
  }
  package static func * (left: Interval, right: Interval) -> Interval {
    if left.isZero || right.isZero { return Interval(0) }
    var (least, largest) = (Double.infinity, -Double.infinity)
    for one in [left.lower, left.upper] {
      for other in [right.lower, right.upper] {
        // An infinite bound is never reached: 0 times it is 0.
        let product = one == 0 || other == 0 ? 0 : one * other
        (least, largest) = (min(least, product), max(largest, product))
      }
    }
    return outwards(least, largest)
  }
  package static func / (left: Interval, right: Interval) -> Interval {
    guard !right.contains(0) else { return .everything }
    return left * outwards(1 / right.upper, 1 / right.lower)
  }
  package static prefix func - (number: Interval) -> Interval { Interval(-number.upper, -number.lower) }

  package static func squareRoot(_ x: Interval) -> Interval {
    x.lower < 0 ? .everything : x.rising({ $0.squareRoot() }, within: .notNegative)
  }
  package static func exp(_ x: Interval) -> Interval { x.rising(Elementary.exp, within: .notNegative) }
  package static func expm1(_ x: Interval) -> Interval { x.rising(Elementary.expm1, within: Interval(-1, .infinity)) }
  package static func log(_ x: Interval) -> Interval { x.lower < 0 ? .everything : x.rising(Elementary.log) }
  package static func log1p(_ x: Interval) -> Interval { x.lower < -1 ? .everything : x.rising(Elementary.log1p) }
  package static func tanh(_ x: Interval) -> Interval { x.rising(Elementary.tanh, within: Interval(-1, 1)) }
  package static func erf(_ x: Interval) -> Interval { x.rising(Elementary.erf, within: Interval(-1, 1)) }
  package static func sigmoid(_ x: Interval) -> Interval { x.rising(Elementary.sigmoid, within: Interval(0, 1)) }
  package static func softplus(_ x: Interval) -> Interval { x.rising(Elementary.softplus, within: .notNegative) }
  package static func sin(_ x: Interval) -> Interval { x.wave(Elementary.sin, extremesAt: 0.5) }
  package static func cos(_ x: Interval) -> Interval { x.wave(Elementary.cos, extremesAt: 0) }

  private static let notNegative = Interval(0, .infinity)

  /// The image under a sine or cosine, whose extremes, a 1 for even k, are at the multiples k of π and so many more.
  private func wave(_ function: (Double) -> Double, extremesAt offset: Double) -> Interval {
    guard max(-lower, upper) < 1e6, upper - lower < 6 else { return Interval(-1, 1) }
    let ends = [function(lower), function(upper)]
    var image = Interval.outwards(ends.min() ?? -1, ends.max() ?? 1, by: 2)
    // An extreme that is only near counts, too.
    let (first, last) = (Int(lower / .pi - offset) - 1, Int(upper / .pi - offset) + 1)
    for k in first...last {
      let place = (Double(k) + offset) * .pi
      guard place > lower - 1e-8, place < upper + 1e-8 else { continue }
      image = image.joined(with: Interval(k % 2 == 0 ? 1 : -1))
    }
    return Interval(max(image.lower, -1), min(image.upper, 1))
  }

  /// Applies each piece to the part of the interval that it is for.
  package func byPart(positive: (Interval) -> Interval, otherwise: (Interval) -> Interval) -> Interval {
    if lower > 0 { return positive(self) }
    if upper <= 0 { return otherwise(self) }
    return positive(Interval(0, upper)).joined(with: otherwise(Interval(lower, 0)))
  }
}
