import TeXMath

/// Sums over all weights or biases, each by its own name: `\sum_w w^2`.
extension ExpressionParser {
  /// A sum over the weights, biases or both, of which a sentence has the summed letter for any one.
  ///
  /// - Parameter operation: without its body, which stands next
  /// - Returns: nil where its letter is no such one
  mutating func sumOverParameters(_ operation: BigOperator, _ start: Int) throws(ReadingProblem) -> Expression? {
    guard operation.kind == .sum, operation.letters.count == 1, operation.lower == nil, operation.upper == nil,
      operation.openEnd == nil, operation.conditions.isEmpty, case let letter = operation.letters[0],
      case let symbol = Node(.letter(letter), nodes[start].range),
      case .found(let entry, let match) = scope.lookup([symbol]), match.missing.isEmpty,
      case .meaning(let any) = entry.value
    else { return nil }
    let kinds: [SymbolMeaning]
    switch any.quantity {
    case .anyWeight: kinds = [.eachWeight(letter)]
    case .anyBias: kinds = [.eachBias(letter)]
    case .anyParameter: kinds = [.eachWeight(letter), .eachBias(letter)]
    default: return nil
    }
    let (outer, bodyStart) = (scope, position)
    defer { scope = outer }
    var sums: [Expression.Term] = []
    for kind in kinds {
      position = bodyStart
      scope = outer
      scope.bind(SymbolPattern([symbol], variables: []), to: .meaning(kind), isNotation: true)
      var sum = operation
      sum.letters = [kind.layer, kind.unit, kind.from].compactMap { index in
        if case .letter(let letter, _)? = index { letter } else { nil }
      }
      sum.body = try product()
      sums.append(Expression.Term(isNegative: false, value: Expression(.big(sum), range(from: start))))
    }
    return sums.count == 1 ? sums[0].value : Expression(.sum(sums), range(from: start))
  }
}

extension SymbolMeaning {
  /// The entry of a layer's weights in which letters of its own, made from the name, stand for layer and units.
  fileprivate static func eachWeight(_ name: String) -> SymbolMeaning {
    var meaning = SymbolMeaning(.weight)
    meaning.layer = .letter("each layer of " + name, plus: 0)
    meaning.unit = .letter("each row of " + name, plus: 0)
    meaning.from = .letter("each column of " + name, plus: 0)
    return meaning
  }

  fileprivate static func eachBias(_ name: String) -> SymbolMeaning {
    var meaning = SymbolMeaning(.bias)
    meaning.layer = .letter("each layer of " + name, plus: 0)
    meaning.unit = .letter("each unit of " + name, plus: 0)
    return meaning
  }
}
