extension Evaluator {
  /// Collects what the free letters of `expression` index.
  ///
  /// - Parameters:
  ///   - bound: letters that a sum around it binds
  ///   - context: has the letters of layers once these are chosen; without them only layers are collected
  /// - Throws: that a layer or a unit with a number does not exist
  func collect(
    _ expression: Expression, bound: Set<String> = [], _ context: Context, hasLayers: Bool,
    into demands: inout LetterDemands
  ) throws(EvaluationProblem) {
    let content = expression.content
    guard bound.isEmpty, shadowed.isEmpty, content.hasPlainIndices, content.hasParts,
      let letters = context.letters.packed(content.freeLetters)
    else { return try collectAnew(expression, bound: bound, context, hasLayers: hasLayers, into: &demands) }
    let place = KnownDemands.Place(
      number: probe.numbers.number(of: content), letters: letters, hasLayers: hasLayers)
    if let known = common.demands[place] {
      demands.take(try known.get())
      return
    }
    var own = LetterDemands()
    do throws(EvaluationProblem) {
      try collectAnew(expression, bound: bound, context, hasLayers: hasLayers, into: &own)
    } catch {
      common.demands.add(.failure(error), at: place)
      throw error
    }
    common.demands.add(.success(own), at: place)
    demands.take(own)
  }

  private func collectAnew(
    _ expression: Expression, bound: Set<String>, _ context: Context, hasLayers: Bool,
    into demands: inout LetterDemands
  ) throws(EvaluationProblem) {
    func recurse(_ inner: Expression) throws(EvaluationProblem) {
      try collect(inner, bound: bound, context, hasLayers: hasLayers, into: &demands)
    }
    switch expression.kind {
    case .number, .constant, .unnamedConstant, .parameter, .index: break
    case .identity(let size), .ones(let size): if let size { try recurse(size) }
    case .variable(let variable):
      for extent in variable.shape { try recurse(extent) }
    case .quantity(let use):
      for operand in use.operands { try recurse(operand) }
      for number in use.numbersInIndices { try recurse(number) }
      try collect(use, bound, context, hasLayers: hasLayers, into: &demands)
    case .negative(let inner), .transposed(let inner), .norm(let inner, _), .absolute(let inner): try recurse(inner)
    case .sum(let terms): for term in terms { try recurse(term.value) }
    case .product(let factors): for factor in factors { try recurse(factor.value) }
    case .quotient(let a, let b), .power(let a, let b):
      try recurse(a)
      try recurse(b)
    case .derivative(let derivative):
      try recurse(derivative.numerator)
      for denominator in derivative.denominators { try recurse(denominator.withoutLeadingOne) }
    case .gradient(let of, let by):
      try recurse(of)
      for each in by { try recurse(each) }
    case .big(let operation):
      if let lower = operation.lower { try recurse(lower) }
      if let upper = operation.upper { try recurse(upper) }
      try collect(
        operation.body, bound: bound.union(operation.letters), context, hasLayers: hasLayers, into: &demands)
      for condition in operation.conditions.flatMap(\.each) { collect(condition, of: operation, bound, into: &demands) }
    case .matrix(let rows, _): for row in rows { for entry in row { try recurse(entry) } }
    case .cases(let cases):
      for item in cases {
        // A case that these layers rule out may speak of some that do not exist.
        let isMet = hasLayers ? item.condition.flatMap { decided($0, context) } : nil
        if isMet == false { continue }
        try recurse(item.value)
        for side in item.condition?.sides ?? [] { try recurse(side) }
        if isMet == true { break }
      }
    case .function(let use, let arguments):
      for argument in arguments { try recurse(argument) }
      if case .activation(let layer?, _) = use {
        for letter in layer.letters where !bound.contains(letter) && !isFixed(letter) { demands.addLayer(letter) }
      }
      if case .defined(let body, _, _) = use { try recurse(body) }
    case .entry(let inner, let indices):
      try recurse(inner)
      for number in indices.flatMap(\.numbers) { try recurse(number) }
      try collectEntries(inner, indices, bound, context, hasLayers: hasLayers, into: &demands)
    case .member(let numbers, let index):
      // Its letter names a layer, and keeps to those that have such a number.
      for letter in index.letters where !bound.contains(letter) && !isFixed(letter) { demands.addLayer(letter) }
      guard hasLayers, let number = try? self.index(index, context) else { break }
      guard numbers.contains(where: { $0.index == number }) else { throw .noLayer }
    case .indicator(let condition): for side in condition.sides { try recurse(side) }
    }
  }

  /// Collects the letter that a summed one is compared with: where nothing else has it, it runs over as much.
  private func collect(
    _ condition: Expression.Condition, of operation: BigOperator, _ bound: Set<String>,
    into demands: inout LetterDemands
  ) {
    for (own, other) in [(condition.left, condition.right), (condition.right, condition.left)] {
      guard case .index(let summed) = own.kind, operation.letters.contains(summed),
        case .variable(let variable) = other.kind, variable.value == nil, variable.shape.isEmpty,
        !bound.contains(variable.name), !isFixed(variable.name)
      else { continue }
      demands.compared.append((variable.name, summed))
    }
  }

  /// Whether a condition is met, if all its letters have a value.
  func decided(_ condition: Expression.Condition, _ context: Context) -> Bool? {
    let letters = condition.left.freeLetters.union(condition.right.freeLetters)
    guard letters.allSatisfy({ context.letters[$0] != nil || isFixed($0) }) else { return nil }
    return try? isTrue(condition, context)
  }

  /// Letters with one value on each network.
  private func isFixed(_ letter: String) -> Bool { LayerLetter.name(letter) != nil || constant(letter) != nil }

  /// The number that a letter is on this network, unless a sum binds it.
  private func constant(_ letter: String) -> Int? { shadowed.contains(letter) ? nil : constants[letter] }

  private func collect(
    _ use: QuantityUse, _ bound: Set<String>, _ context: Context, hasLayers: Bool, into demands: inout LetterDemands
  ) throws(EvaluationProblem) {
    if let every = use.everyLayer { demands.addLayer(every) }
    if use.meaning.quantity == .kronecker, let one = use.unit?.single, let other = use.from?.single {
      for (letter, neighbour) in [(one, other), (other, one)] where !bound.contains(letter) {
        demands.ties.append((letter, neighbour))
      }
      return
    }
    if let layer = use.layer {
      for term in layer.terms
      where term.number == nil && !bound.contains(term.letter) && !isFixed(term.letter) {
        demands.addLayer(term.letter)
      }
    }
    guard hasLayers else { return }
    try collectLines(use, bound, context, into: &demands)
    guard let model = probe.model else { return }
    if let every = use.everyLayer, let layer = context.letters[every] {
      guard (1...probe.layers).contains(layer) else { throw .noLayer }
      if use.meaning.quantity == .anyBias, model.biases[layer - 1] == nil { throw .noLayer }
    }
    func demand(_ index: IndexExpression?, _ kind: LetterDemand.Kind, _ range: ClosedRange<Int>)
      throws(EvaluationProblem)
    {
      guard let index, !index.isWhole else { return }
      if let number = index.literal {
        guard range.contains(number) else { throw .noUnit(.unitOrExample(number)) }
        return
      }
      guard let letter = index.only else { return }
      if let fixed = constant(letter), !bound.contains(letter) {
        guard range.contains(fixed + index.constant) else {
          throw .noUnit(.unitOrExample(fixed + index.constant))
        }
        return
      }
      demands.add(
        LetterDemand(
          letter: letter, kind: kind,
          range: (range.lowerBound - index.constant)...(range.upperBound - index.constant),
          isShifted: index.constant != 0),
        isBound: bound.contains(letter))
    }
    let meaning = use.meaning
    if meaning.dependsOnExample {
      if let example = use.example {
        try demand(example, .examples, 1...max(1, probe.examples))
      } else if meaning.examples == nil {
        demands.hasUnlabelledExample = true
      }
    }
    guard meaning.hasUnits else { return }
    // A layer that a bound letter names is collected where that letter has a value.
    if !bound.isEmpty, let layer = use.layer,
      layer.letters.contains(where: { bound.contains($0) && context.letters[$0] == nil })
    {
      return
    }
    var number = probe.layers
    if let layer = use.layer { number = try self.layer(layer, context) }
    let first = probe.unitBase
    func units(_ layer: Int, from base: Int, more: Bool = false) -> ClosedRange<Int> {
      base...max(base, first + probe.units(ofLayer: layer) - (more ? 0 : 1))
    }
    switch meaning.quantity {
    case .weight:
      guard number > 0 else { throw .noLayer }
      try demand(use.unit, .units, units(number, from: first))
      try demand(
        use.from, .units, units(number - 1, from: meaning.hasBiasColumn ? 0 : first, more: meaning.hasLastBiasColumn))
    case .bias, .weightedInput, .product, .error:
      guard number > 0 else { throw .noLayer }
      if meaning.quantity == .bias, model.biases[number - 1] == nil { throw .noLayer }
      try demand(use.unit, .units, units(number, from: first))
    case .activation, .prediction, .target, .unitLoss:
      try demand(
        use.unit, .units, units(number, from: meaning.hasLeadingOne ? 0 : first, more: meaning.hasTrailingOne))
    case .input:
      try demand(use.unit, .units, units(0, from: meaning.hasLeadingOne ? 0 : first, more: meaning.hasTrailingOne))
    case .unitCount: break
    default: break
    }
  }

  /// What the index of a row or column of a matrix runs over.
  private func collectLines(
    _ use: QuantityUse, _ bound: Set<String>, _ context: Context, into demands: inout LetterDemands
  ) throws(EvaluationProblem) {
    let axis: Int
    switch use.meaning.quantity {
    case .row: axis = 0
    case .column: axis = 1
    default: return
    }
    guard let index = use.unit, let matrix = try? value(use.operands[0], context), matrix.form == .matrix else {
      return
    }
    let range = matrix.bases[axis]...(matrix.bases[axis] + matrix.shape[axis] - 1)
    if let number = index.literal {
      guard range.contains(number) else { throw .noUnit(.unitOrExample(number)) }
    }
    guard let letter = index.only, constant(letter) == nil || bound.contains(letter) else { return }
    demands.add(
      LetterDemand(
        letter: letter, kind: .entries,
        range: (range.lowerBound - index.constant)...(range.upperBound - index.constant),
        isShifted: index.constant != 0),
      isBound: bound.contains(letter))
  }

  private func collectEntries(
    _ inner: Expression, _ indices: [IndexExpression], _ bound: Set<String>, _ context: Context, hasLayers: Bool,
    into demands: inout LetterDemands
  ) throws(EvaluationProblem) {
    guard hasLayers else { return }
    var any = context
    // Entries of something that itself has indices: any of these will do to see its shape.
    for demand in demands.all + demands.bound where any.letters[demand.letter] == nil {
      any.letters[demand.letter] = demand.range.lowerBound
    }
    guard let value = try? value(inner, any), value.shape.count == indices.count else { return }
    for (axis, index) in indices.enumerated() {
      guard let letter = index.only, constant(letter) == nil || bound.contains(letter) else { continue }
      let first = value.bases[axis]
      let kind: LetterDemand.Kind = value.spaces[axis] == .examples ? .examples : .entries
      demands.add(
        LetterDemand(
          letter: letter, kind: kind,
          range: (first - index.constant)...(first + value.shape[axis] - 1 - index.constant),
          isShifted: index.constant != 0),
        isBound: bound.contains(letter))
    }
  }
}

extension Expression {
  /// What is differentiated by without the 1 before it, which nothing is differentiated by.
  fileprivate var withoutLeadingOne: Expression {
    guard case .quantity(var use) = kind, use.meaning.hasLeadingOne || use.meaning.hasTrailingOne else { return self }
    (use.meaning.hasLeadingOne, use.meaning.hasTrailingOne) = (false, false)
    return Expression(.quantity(use), range)
  }
}

extension SymbolMeaning {
  var dependsOnExample: Bool {
    switch quantity {
    case .activation, .weightedInput, .product, .error, .input, .target, .prediction, .exampleLoss, .unitLoss,
      .classNumber:
      true
    default: false
    }
  }
  var hasUnits: Bool {
    switch quantity {
    case .activation, .weightedInput, .product, .error, .input, .target, .prediction, .unitLoss, .weight, .bias, .row,
      .column:
      true
    case .unitCount: true
    default: false
    }
  }
}
