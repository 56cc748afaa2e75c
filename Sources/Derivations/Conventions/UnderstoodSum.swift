extension LinkJudge.Sides {
  /// With each sum that does not say over what over the letters in it that stand nowhere else: `\sum e^{z_j}`; nil where
  /// there is none.
  var understandingSums: LinkJudge.Sides? {
    var sides = self
    let others = Set(left.withoutBareSums.indexLetters + right.withoutBareSums.indexLetters)
    sides.left = left.understandingSums(except: others)
    sides.right = right.understandingSums(except: others)
    return sides.left == left && sides.right == right ? nil : sides
  }
}

extension Expression {
  private var isBareSum: Bool {
    if case .big(let operation) = kind { operation.kind == .sum && operation.letters.isEmpty } else { false }
  }

  fileprivate var withoutBareSums: Expression {
    mapped { $0.isBareSum ? Expression(.number("0"), $0.range) : $0 }
  }

  fileprivate func understandingSums(except others: Set<String>) -> Expression {
    mapped { part in
      guard part.isBareSum, case .big(var operation) = part.kind else { return part }
      for letter in operation.body.indexLetters where !others.contains(letter) && !operation.letters.contains(letter) {
        operation.letters.append(letter)
      }
      var copy = part
      copy.kind = .big(operation)
      return copy
    }
  }
}
