/// Sums over two letters of which the sign names one and a condition the other: `\sum_{i < j} a_i a_j`.
extension LinkJudge.Sides {
  /// The sides with sums over both letters, and these; nil where a letter that a condition compares a summed one with stands
  /// anywhere else, or where there is no such sum.
  var summedOverPairs: (sides: LinkJudge.Sides, letters: [(first: String, second: String)])? {
    var letters: [(first: String, second: String)] = []
    func summing(_ expression: Expression) -> Expression {
      guard case .big(var operation) = expression.kind, operation.kind == .sum, operation.lower == nil,
        operation.upper == nil, operation.letters.count == 1, operation.conditions.count == 1,
        let second = operation.comparedLetter, operation.body.freeLetters.contains(second)
      else { return expression }
      if !letters.contains(where: { $0 == (operation.letters[0], second) }) {
        letters.append((operation.letters[0], second))
      }
      operation.letters.append(second)
      return Expression(.big(operation), expression.range)
    }
    var sides = self
    (sides.left, sides.right) = (left.mapped(summing), right.mapped(summing))
    let free = sides.left.freeLetters.union(sides.right.freeLetters)
    return letters.isEmpty || letters.contains { free.contains($0.second) } ? nil : (sides, letters)
  }
}

extension BigOperator {
  /// The letter that the one condition compares the summed one with.
  fileprivate var comparedLetter: String? {
    guard let condition = conditions.first, condition.others.isEmpty else { return nil }
    for (own, other) in [(condition.left, condition.right), (condition.right, condition.left)] {
      guard case .index(letters[0]) = own.kind, case .variable(let variable) = other.kind, variable.value == nil,
        variable.shape.isEmpty
      else { continue }
      return variable.name
    }
    return nil
  }
}
