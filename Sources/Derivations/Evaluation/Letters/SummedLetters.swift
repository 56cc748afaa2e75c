/// What the letters of sums run over: what is printed, or all that they index.
extension Evaluator {
  /// What a summed letter runs over: what is printed, else where what it indexes exists.
  func numbers(
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
    let all = try domain(of: letter, in: operation, others, context)
    if let name = operation.layers[letter], case let units = units(ofLayersCalled: name), let other = units.first,
      !units.contains(where: { $0 == all.count || $0 == all.count - 1 }), all.count != probe.examples
    {
      throw .refuted(
        "`\(letter)` runs over \(all.count) in one place and over \(other) in another", left: "\(all.count)",
        right: "\(other)")
    }
    return all
  }

  /// How many units the layers have that are called so as a set: `k \in hidden` may be of any hidden one.
  private func units(ofLayersCalled name: String) -> [Int] {
    let isAnyHidden = name == "hidden" && probe.number(ofLayer: name) == nil && probe.layers > 1
    let layers = isAnyHidden ? Array(1..<probe.layers) : [probe.number(ofLayer: name)].compactMap(\.self)
    return layers.map(probe.units(ofLayer:))
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

  func domainAnew(
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
    // `\sum_j z_{j+1}` may leave out the first, or begin at 0.
    if operation.lower == nil, operation.upper == nil, ranges.allSatisfy(\.isShifted) {
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

  func isExampleLetter(_ letter: String, _ operation: BigOperator, _ context: Context) -> Bool {
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

extension Expression {
  var isExampleCount: Bool {
    if case .quantity(let use) = kind { use.meaning.quantity == .exampleCount } else { false }
  }
}
