extension Expression {
  fileprivate var isExampleCount: Bool {
    if case .quantity(let use) = kind { use.meaning.quantity == .exampleCount } else { false }
  }
}

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

  /// What a summed letter runs over: what is printed, else where what it indexes exists.
  private func numbers(
    of letter: String, _ operation: BigOperator, _ others: Set<String>, _ context: Context
  ) throws(EvaluationProblem) -> [Int] {
    let lower = try operation.lower.map { (bound) throws(EvaluationProblem) in try whole(bound, context) }
    if let upperBound = operation.upper {
      let upper = try whole(upperBound, context)
      // `\sum_j^n`: from the first there is.
      let first = if let lower { lower } else { try domain(of: letter, in: operation, others, context).first ?? 1 }
      guard upper - first < 100_000 else { throw .unsupported(.fact(.size)) }
      if let examples = try examplesFromZero(letter, operation, others, first...max(first, upper), context) {
        return examples
      }
      try takeSteps(max(0, upper - first))
      return first <= upper ? Array(first...upper) : []
    }
    if let end = operation.openEnd, let last = context.letters[end] {
      return last < 1 ? [] : try domain(of: letter, in: operation, others, context).filter { $0 <= last }
    }
    if let lower, operation.letters.count == 1 {
      // `\sum_{j=0}`: to the end of what there is.
      let all = try domain(of: letter, in: operation, others, context)
      return all.filter { $0 >= lower }
    }
    return try domain(of: letter, in: operation, others, context)
  }

  /// All examples where a document counts them from 0, in a sum to their number less 1; nil for any other sum.
  private func examplesFromZero(
    _ letter: String, _ operation: BigOperator, _ others: Set<String>, _ printed: ClosedRange<Int>, _ context: Context
  ) throws(EvaluationProblem) -> [Int]? {
    guard probe.examples > 0, printed == 0...(probe.examples - 1), case .sum(let terms)? = operation.upper?.kind,
      terms.contains(where: { $0.value.isExampleCount }),
      // Where the letter stands as a number, it is the one that is printed.
      !operation.body.contains(where: { $0.kind == .index(letter) })
    else { return nil }
    let all = try domain(of: letter, in: operation, others, context)
    return all == Array(1...probe.examples) ? all : nil
  }

  /// The same for every component that has the layers of another.
  private func domain(
    of letter: String, in operation: BigOperator, _ others: Set<String>, _ context: Context
  ) throws(EvaluationProblem) -> [Int] {
    let place = place(of: letter, in: operation, context)
    let isCommon = !operation.body.content.dependsOnLink
    if let place, let known = isCommon ? common.sums.domains[place] ?? sums.domains[place] : sums.domains[place] {
      notes.take(known.notes)
      return known.numbers
    }
    let (numbers, notes) = try noting { () throws(EvaluationProblem) in
      try domainAnew(of: letter, in: operation, others, context)
    }
    if let place, !notes.looksElsewhere {
      // What asks for no convention is the same under all of them.
      if isCommon, notes.asked.isEmpty, !notes.hasBranches {
        common.sums.domains[place] = (numbers, notes)
      } else {
        sums.domains[place] = (numbers, notes)
      }
    }
    return numbers
  }

  /// A letter of a sum with all that it depends on what it runs over; nil where that is too much to be told.
  private func place(of letter: String, in operation: BigOperator, _ context: Context) -> SumLetter? {
    let body = operation.body.content
    guard shadowed.isEmpty, body.parameters.isEmpty, let places = context.letters.packed(body.placeLetters) else {
      return nil
    }
    return SumLetter(
      number: probe.numbers.number(of: body), letter: letter, letters: operation.letters, places: places,
      example: body.isOfExample ? context.example : 0, isInsideFunction: isInsideFunction)
  }

  private func domainAnew(
    of letter: String, in operation: BigOperator, _ others: Set<String>, _ context: Context
  ) throws(EvaluationProblem) -> [Int] {
    let outer = shadowed
    shadowed.insert(letter)
    defer { shadowed = outer }
    var layers = LetterDemands()
    var inner = context
    inner.letters[letter] = nil
    try collect(operation.body, bound: others, inner, hasLayers: false, into: &layers)
    if layers.layers.contains(letter) {
      return (probe.layerBase...(probe.layers + probe.layerBase)).filter { number in
        inner.letters[letter] = number
        var demands = LetterDemands()
        return (try? collect(operation.body, bound: others, inner, hasLayers: true, into: &demands)) != nil
      }
    }
    var demands = LetterDemands()
    try collect(operation.body, bound: others, inner, hasLayers: true, into: &demands)
    let ranges = demands.all.filter { $0.letter == letter }
    guard let first = ranges.first else {
      // Nothing has it as an index, but something belongs to an example that is not named.
      if exampleLetters.contains(letter), demands.hasUnlabelledExample, probe.examples > 0 {
        return Array(1...probe.examples)
      }
      // `\sum_j 1` beside sums that say what j indexes.
      if let range = rangeElsewhere(of: letter, inner) { return Array(range) }
      throw .reading(ReadingProblem(.letterWithoutRange(letter)))
    }
    if let common = ranges.lazy.compactMap({ first.range.leavingOutBias($0.range) }).first,
      ranges.allSatisfy({ $0.range == first.range || first.range.leavingOutBias($0.range) == common })
    {
      return Array(common)
    }
    if let other = ranges.first(where: { $0.range != first.range }) {
      throw .refuted(
        "`\(letter)` runs over \(first.range.count) in one place and over \(other.range.count) in another",
        left: "\(first.range.count)", right: "\(other.range.count)")
    }
    return Array(first.range)
  }

  /// The one range that a summed letter has in the other sums of the link.
  private func rangeElsewhere(of letter: String, _ context: Context) -> ClosedRange<Int>? {
    notes.looksElsewhere = true
    var found: Set<ClosedRange<Int>> = []
    func visit(_ expression: Expression) {
      if case .big(let operation) = expression.kind, operation.letters.contains(letter), operation.upper == nil {
        var demands = LetterDemands()
        let others = Set(operation.letters).subtracting([letter])
        _ = try? collect(operation.body, bound: others, context, hasLayers: true, into: &demands)
        found.formUnion(demands.all.filter { $0.letter == letter }.map(\.range))
      }
      expression.children.forEach(visit)
    }
    sides.forEach(visit)
    return found.count == 1 ? found.first : nil
  }

  private func isExampleLetter(_ letter: String, _ operation: BigOperator, _ context: Context) -> Bool {
    if case .quantity(let use)? = operation.upper?.kind, use.meaning.quantity == .exampleCount { return true }
    let place = place(of: letter, in: operation, context)
    let isCommon = !operation.body.content.dependsOnLink
    if let place,
      let known = isCommon ? common.sums.areExamples[place] ?? sums.areExamples[place] : sums.areExamples[place]
    {
      notes.take(known.notes)
      return known.isOne
    }
    var inner = context
    inner.letters[letter] = nil
    var demands = LetterDemands()
    let before = notes
    notes = EvaluationNotes()
    _ = try? collect(operation.body, inner, hasLayers: true, into: &demands)
    let found = notes
    notes = before
    notes.take(found)
    let own = demands.all.filter { $0.letter == letter }
    let isOne =
      own.isEmpty
      ? exampleLetters.contains(letter) && demands.hasUnlabelledExample : own.contains { $0.kind == .examples }
    if let place, !found.looksElsewhere {
      if isCommon, found.asked.isEmpty, !found.hasBranches {
        common.sums.areExamples[place] = (isOne, found)
      } else {
        sums.areExamples[place] = (isOne, found)
      }
    }
    return isOne
  }
}
