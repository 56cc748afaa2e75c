import Tensors

extension NumericClaims {
  /// A number as printed, at the end of a chain.
  struct Literal {
    var value: Double
    /// Half a unit of the last digit; 0 for a whole number.
    var half: Double

    /// Whether the digits are those of some number between two, rounded. Halves are rounded away from 0, as at school:
    /// 0.75 is 0.8, and 0.7 only cut off.
    ///
    /// - Parameter slack: how far rounding in the calculation may have moved the two
    func isRounded(fromOneIn known: Interval, slack: Double) -> Bool {
      let (lower, upper) = (value - half, value + half)
      // With as many digits as the calculation has, it is not known on which side of a half a number is.
      let doubt = half > 2 * slack ? -slack : slack
      let isAbove = known.upper >= lower - (value > 0 ? slack : doubt)
      let isBelow = known.lower <= upper + (value < 0 ? slack : doubt)
      return isAbove && isBelow
    }

    /// Whether the digits are those of a number, cut off and not rounded.
    func isCut(from number: Double) -> Bool {
      (number - value) * (number < 0 ? -1 : 1) >= 0 && (number - value).magnitude < 2 * half
    }
  }

  static func literal(_ expression: Expression) -> Literal? {
    switch expression.kind {
    case .number(let digits):
      guard let value = Double(digits) else { return nil }
      return Literal(value: value, half: half(digits))
    case .negative(let inner):
      return literal(inner).map { Literal(value: -$0.value, half: $0.half) }
    default: return nil
    }
  }

  /// Printed numbers in rows and columns.
  struct Literals {
    var columns: Int
    /// Whether they stand in round brackets: a column, or a row beside one.
    var isTuple: Bool
    var entries: [Literal]
  }

  static func literals(_ expression: Expression) -> Literals? {
    guard case .matrix(let rows, let isTuple) = expression.kind, let width = rows.first?.count else { return nil }
    let entries = rows.joined().compactMap(literal)
    return entries.count == rows.count * width ? Literals(columns: width, isTuple: isTuple, entries: entries) : nil
  }

  /// Half a unit of the last digit written.
  static func half(_ digits: String) -> Double {
    guard let point = digits.firstIndex(of: ".") else { return 0 }
    let places = digits.distance(from: point, to: digits.endIndex) - 1
    var unit = 0.5
    for _ in 0..<places { unit /= 10 }
    return unit
  }
}
