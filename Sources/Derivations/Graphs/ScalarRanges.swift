import Tensors

extension ScalarGraph {
  /// Whether a number is positive whatever the leaves are, or negative; nil where it may be either, or where nothing shows that
  /// it can't be. 0 belongs to both: `u²` is positive, and `|u²|` has no kink that could be seen.
  func certainSign(of id: ScalarID) -> Bool? { table.certainSign(of: id) }

  /// Whether the first of two numbers is the larger one whatever the leaves are, or the second; nil likewise.
  func certainlyLarger(_ first: ScalarID, _ second: ScalarID) -> Bool? { table.certainlyLarger(first, second) }
}

extension ScalarTable {
  /// See `ScalarGraph`.
  func certainSign(of id: ScalarID) -> Bool? { Self.sign(of: range(id)) }

  /// See `ScalarGraph`.
  func certainlyLarger(_ first: ScalarID, _ second: ScalarID) -> Bool? {
    Self.sign(of: (range(first) - range(second)).withoutRounding)
  }

  /// Whether a function with a kink is never on one of its sides, or always the same of two numbers is chosen.
  func isCertain(_ node: ScalarNode) -> Bool {
    let first = Int(node.firstOperand)
    switch node.kind {
    case .function: return certainSign(of: operands[first]) != nil
    case .maximum, .minimum:
      return node.operandCount == 2 && certainlyLarger(operands[first], operands[first + 1]) != nil
    default: return false
    }
  }

  private static func sign(of range: Interval) -> Bool? { range.lower >= 0 ? true : range.upper <= 0 ? false : nil }

  /// An enclosure of what a number may be when its leaves are any numbers.
  private func range(_ id: ScalarID) -> Interval {
    var budget = Self.mostNodes
    return range(id, &budget)
  }

  /// How far back is looked: the sign of what has one is seen near by.
  private static let mostNodes = 64

  private func range(_ id: ScalarID, _ budget: inout Int) -> Interval {
    budget -= 1
    return budget > 0 ? range(of: self[id], id, &budget).withoutRounding : .everything
  }

  private func range(of node: ScalarNode, _ id: ScalarID, _ budget: inout Int) -> Interval {
    let operands = operands[node.operands]
    func operand(_ place: Int) -> Interval { range(operands[operands.startIndex + place], &budget) }
    switch node.kind {
    case .leaf: return .everything
    case .constant: return value(id).isFinite ? Interval(value(id)) : .everything
    case .sum:
      var sum = Interval(0)
      for operand in operands where sum != .everything { sum = sum + range(operand, &budget) }
      return sum
    case .subtract: return operand(0) - operand(1)
    case .negate: return -operand(0)
    case .multiply: return operands.first == operands.last ? operand(0).squared : operand(0) * operand(1)
    case .divide:
      let divisor = operand(1)
      // A divisor that may be near 0, but on one side of it only.
      guard divisor.contains(0), let isPositive = Self.sign(of: divisor) else {
        return operand(0) * divisor.reciprocal
      }
      return operand(0) * (isPositive ? Interval(0, .infinity) : Interval(-.infinity, 0))
    case .power: return operand(0).raised(to: Int(node.detail))
    case .dot:
      var sum = Interval(0)
      for place in stride(from: 0, to: operands.count, by: 2) where sum != .everything {
        let isSquare = operands[operands.startIndex + place] == operands[operands.startIndex + place + 1]
        sum = sum + (isSquare ? operand(place).squared : operand(place) * operand(place + 1))
      }
      return sum
    case .function: return functions[Int(node.detail)].derivative(Int(node.order), at: operand(0))
    case .maximum, .minimum:
      guard node.detail == 0 else { return Interval(0, 1) }
      let all = operands.map { range($0, &budget) }
      let (lowers, uppers) = (all.map(\.lower), all.map(\.upper))
      return node.kind == .maximum
        ? Interval(lowers.max() ?? -.infinity, uppers.max() ?? .infinity)
        : Interval(lowers.min() ?? -.infinity, uppers.min() ?? .infinity)
    }
  }
}

extension Interval {
  /// Bounds are moved outwards by a rounding, also those that are 0. A number that is itself as small has a sign.
  fileprivate var withoutRounding: Interval {
    let slack = 4 * Double.ulpOfOne
    guard lower <= 0, upper >= 0 else { return self }
    return Interval(lower > -slack ? 0 : lower, upper < slack ? 0 : upper)
  }

  fileprivate var reciprocal: Interval { (Interval(1) / self).withoutRounding }

  /// A square is never negative.
  fileprivate var squared: Interval {
    let square = self * self
    return Interval(max(0, square.lower), max(0, square.upper))
  }

  fileprivate func raised(to exponent: Int) -> Interval {
    guard exponent >= 0 else {
      // An even power has a reciprocal that is not negative, too, also where its base may be 0.
      guard exponent % 2 == 0, contains(0) else { return raised(to: -exponent).reciprocal }
      return Interval(0, .infinity)
    }
    var power = Interval(1)
    for _ in 0..<(exponent / 2) { power = power * squared }
    return exponent % 2 == 0 ? power : power * self
  }
}
