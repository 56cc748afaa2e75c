extension LinkJudge.Sides {
  /// With a sum over every letter that a product of derivatives has exactly twice and the other side not at all; nil
  /// where there is none.
  var summingRepeatedIndices: LinkJudge.Sides? {
    var sides = self
    sides.left = left.summingRepeated(except: Set(right.indexLetters))
    sides.right = right.summingRepeated(except: Set(left.indexLetters))
    return sides.left == left && sides.right == right ? nil : sides
  }
}

extension Expression {
  /// - Parameter others: letters of the other side, and those that sums around it bind
  func summingRepeated(except others: Set<String>) -> Expression {
    var copy = self
    switch kind {
    case .negative(let inner): copy.kind = .negative(inner.summingRepeated(except: others))
    case .sum(let terms):
      copy.kind = .sum(
        terms.map { Term(isNegative: $0.isNegative, value: $0.value.summingRepeated(except: others)) })
    case .big(var operation) where operation.kind == .sum:
      operation.body = operation.body.summingRepeated(except: others.union(operation.letters))
      copy.kind = .big(operation)
    case .product(let factors):
      guard factors.allSatisfy({ if case .derivative = $0.value.kind { true } else { false } }) else { return self }
      let letters = indexLetters
      var repeated: [String] = []
      for letter in letters where !others.contains(letter) && !repeated.contains(letter) {
        if letters.count(where: { $0 == letter }) == 2 { repeated.append(letter) }
      }
      guard !repeated.isEmpty else { return self }
      copy.kind = .big(
        BigOperator(kind: .sum, letters: repeated, lower: nil, upper: nil, conditions: [], body: self))
    default: break
    }
    return copy
  }

  /// The letters of units, examples and entries, each as often as it is written outside of sums over it.
  var indexLetters: [String] {
    var letters: [String] = []
    switch kind {
    case .quantity(let use):
      letters = [use.unit, use.from, use.example].compactMap { $0 }.flatMap(\.letters)
    case .entry(_, let indices): letters = indices.flatMap(\.letters)
    case .index(let letter): letters = [letter]
    case .big(let operation):
      return [operation.lower, operation.upper].compactMap(\.self).flatMap(\.indexLetters)
        + (operation.conditions.flatMap { [$0.left, $0.right] } + [operation.body]).flatMap(\.indexLetters)
        .filter { !operation.letters.contains($0) }
    default: break
    }
    return letters + children.flatMap(\.indexLetters)
  }
}
