extension Expression {
  /// Whether it is a sum over examples: to their number, or over a letter that sentences have for them.
  func isSum(overOneOf letters: Set<String>) -> Bool {
    guard case .big(let operation) = kind, operation.kind == .sum else { return false }
    return operation.upper?.isExampleCount ?? false || operation.letters.contains(where: letters.contains)
  }

  /// Whether a sum over examples has a body that belongs to some example, and does not name the one that is summed.
  func sumsSomeExample(_ letters: Set<String>) -> Bool {
    contains { part in
      guard case .big(let operation) = part.kind, part.isSum(overOneOf: letters) else { return false }
      return operation.body.content.isOfExample && operation.body.freeLetters.isDisjoint(with: operation.letters)
    }
  }
}

extension Evaluator {
  /// A sum, product, maximum or minimum over index letters, or over all entries where there are none.
  func big(_ operation: BigOperator, _ context: Context) throws(EvaluationProblem) -> Value {
    guard !operation.letters.isEmpty else { return try overEntries(operation, context) }
    var values: [Value] = []
    let contexts = try terms(of: operation, context)
    for inner in contexts {
      do throws(EvaluationProblem) {
        values.append(try value(operation.body, inner))
      } catch {
        // A range that exists at its beginning only is that of something else; a literal one may be of another network.
        guard case .noUnit(let absence) = error, let upper = operation.upper, !upper.isNumeric, !values.isEmpty else {
          // `\sum_{i=0} w_{ij} x_i` where only one of them has an entry 0.
          if case .noUnit = error, values.isEmpty, operation.letters.count == 1 {
            _ = try domainAnew(of: operation.letters[0], in: operation, [], context)
          }
          throw error
        }
        let what = [.rows, .columns].contains(operation.kind) ? "a list" : "a sum"
        throw .refuted("\(what) goes beyond what there is: \(absence.words)", left: nil, right: nil)
      }
    }
    if operation.kind == .rows || operation.kind == .columns { return try stacked(values, operation.kind) }
    if operation.kind == .product { return try product(of: values, operation, context) }
    guard let first = values.first else {
      switch operation.kind {
      case .sum: return .scalar(graph.zero)
      default: throw .unsupported(.fact(.maximumOfNothing))
      }
    }
    if operation.kind == .largestPlace || operation.kind == .smallestPlace {
      return try place(of: values, contexts, operation)
    }
    guard values.allSatisfy({ $0.shape == first.shape && $0.form == first.form || $0.isSingle && first.isSingle })
    else {
      throw .refuted("the terms of a sum differ in shape", left: first.description, right: nil)
    }
    var result = first
    result.derivative = nil
    switch operation.kind {
    case .sum:
      let named = operation.body.isSymbol ? Set(values.flatMap(\.ids)) : []
      result.ids = first.ids.indices.map { place in total(values.map { $0.ids[place] }, keeping: named) }
    case .maximum: result.ids = first.ids.indices.map { place in graph.maximum(values.map { $0.ids[place] }) }
    case .product, .rows, .columns, .largestPlace, .smallestPlace: break
    case .minimum: result.ids = first.ids.indices.map { place in graph.minimum(values.map { $0.ids[place] }) }
    }
    return result
  }

  /// `\arg\max_k`: the number that the letter has at the largest value.
  private func place(
    of values: [Value], _ contexts: [Context], _ operation: BigOperator
  ) throws(EvaluationProblem) -> Value {
    guard operation.letters.count == 1, values.allSatisfy(\.isSingle) else {
      throw .unsupported(.fact(.placeAmongVectors))
    }
    let numbers = values.map { graph.value($0.ids[0]) * (operation.kind == .largestPlace ? 1 : -1) }
    let best = numbers.indices.max { numbers[$0] < numbers[$1] }
    // Of several that are the same nothing says which is meant: `\arg\max` of units that are all dead.
    if let best, numbers.indices.contains(where: { $0 != best && numbers[$0] == numbers[best] }) {
      return .scalar(graph.constant(.nan))
    }
    guard let best, let number = contexts[best].letters[operation.letters[0]] else {
      throw .unsupported(.fact(.maximumOfNothing))
    }
    return .scalar(graph.constant(Double(number)))
  }

  /// A context for every term of a sum or product over index letters.
  func terms(of operation: BigOperator, _ context: Context) throws(EvaluationProblem) -> [Context] {
    var contexts = [context]
    for (place, letter) in operation.letters.enumerated() {
      var next: [Context] = []
      for inner in contexts {
        let others = Set(operation.letters[(place + 1)...])
        let numbers = try numbers(of: letter, operation, others, inner)
        guard !numbers.isEmpty else { continue }
        let isExample = isExampleLetter(letter, operation, inner) && use(.exampleUnderstood)
        for number in numbers {
          var copy = inner
          copy.letters[letter] = number
          if isExample { copy.example = number - 1 }
          next.append(copy)
        }
      }
      contexts = next
    }
    var included: [Context] = []
    for inner in contexts {
      var isIncluded = true
      for condition in operation.conditions where isIncluded { isIncluded = try isTrue(condition, inner) }
      if isIncluded { included.append(inner) }
    }
    return included
  }

  /// Numbers as a column or row, rows below one another or columns side by side as a matrix.
  private func stacked(_ values: [Value], _ kind: BigOperator.Kind) throws(EvaluationProblem) -> Value {
    guard let first = values.first else { throw .unsupported(.fact(.emptyVector)) }
    if values.allSatisfy(\.isSingle) {
      let ids = values.map { $0.ids[0] }
      return kind == .rows ? .column(ids, .plain) : .row(ids, .plain)
    }
    let part: Value.Form = kind == .rows ? .row : .column
    guard values.allSatisfy({ $0.form == part && $0.shape == first.shape }) else {
      throw .unsupported(.fact(.matrixOfVectors))
    }
    let length = first.shape[0]
    if kind == .rows {
      return .matrix(values.count, length, values.flatMap(\.ids), [.plain, .plain])
    }
    return .matrix(
      length, values.count, (0..<length).flatMap { row in values.map { $0.ids[row] } }, [.plain, .plain])
  }

  /// A sum that does not say over what: over all entries.
  private func overEntries(_ operation: BigOperator, _ context: Context) throws(EvaluationProblem) -> Value {
    let value = try value(operation.body, context)
    guard operation.kind == .sum else {
      throw .unsupported(.fact(.productOverNothing))
    }
    guard !value.isSingle || value.form != .scalar else {
      throw .reading(ReadingProblem(.sumOfNumber))
    }
    guard value.form == .matrix, value.spaces.contains(.examples), use(.sumOverExamples) else {
      return .scalar(total(value.ids))
    }
    let (height, width) = (value.shape[0], value.shape[1])
    if value.spaces[1] == .examples {
      return .column(
        (0..<height).map { row in total((0..<width).map { value.ids[row * width + $0] }) }, value.spaces[0])
    }
    return .row(
      (0..<width).map { column in total((0..<height).map { value.ids[$0 * width + column] }) }, value.spaces[1])
  }
}
