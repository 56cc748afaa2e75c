import Networks
import TeXMath

/// Judges assignments that change a parameter: their increment against one real step of training.
struct UpdateClaims {
  let judge: LinkJudge
  /// Rates of the updates above.
  let rates: [Expression]
  /// What the document has made of the velocity above; nil where no update has shown it.
  var scale: SymbolMeaning.VelocityScale?
  /// Whether a symbol of what is remembered has the number of the parameter after the step, `v_{t+1} = \beta v_t + \nabla
  /// C(w_t)`, and not that of the parameter before it, `v_t = \beta v_{t-1} + \nabla C(w_t)`, where an update has shown it.
  var isAhead: [SymbolMeaning: Bool] = [:]

  /// What an update that is right shows.
  struct Lesson {
    var rate: Expression?
    var scale: SymbolMeaning.VelocityScale?
    var isAhead: [SymbolMeaning: Bool] = [:]
  }
  private typealias Increment = (
    rate: Expression, scale: SymbolMeaning.VelocityScale?, reading: LinkJudge.Reading
  )

  /// That which an update above has shown, or any.
  private var scales: [SymbolMeaning.VelocityScale] { scale.map { [$0] } ?? SymbolMeaning.VelocityScale.allCases }

  /// - Parameter learn: takes what the equation shows, if it is right
  /// - Returns: nil where the equation is no update
  func judge(_ sides: LinkJudge.Sides, isAssignment: Bool, learn: (Lesson) -> Void) -> LinkVerdict? {
    if let accumulation = accumulation(sides, learn) { return accumulation }
    guard let increments = allIncrements(sides, isAssignment: isAssignment) else { return nil }
    guard judge.setting.isPlainDescent || sides.right.contains(where: \.isAccumulator) else {
      return LinkVerdict(open: .otherOptimizer)
    }
    guard !increments.isEmpty else {
      return LinkVerdict(open: sides.right.contains(where: \.isAccumulator) ? .otherOptimizer : .unchanged)
    }
    var failure: LinkVerdict?
    var open: LinkVerdict?
    for (rate, scale, reading) in increments {
      let expected = reading.right
      for cost in judge.stepCosts(in: [sides.left, sides.right]) {
        switch judge.outcome(reading, stepCost: cost) {
        case .decided(var verdict) where verdict.kind == .holds:
          verdict.kind = reading.conventions.isEmpty ? .updates : .convention
          verdict.conventions = reading.conventions.map(\.name)
          verdict.reason = "the increment is that of a step on \(cost.words)"
          verdict.work?.take(sides, result: sides.right)
          learn(Lesson(rate: rate, scale: scale))
          return verdict
        case .decided(var verdict):
          guard failure == nil else { break }
          let terms = [sides.left, expected].map { Expression.Term(isNegative: false, value: $0) }
          verdict.work?.take(sides, result: Expression(.sum(terms), sides.left.range))
          failure = verdict
        case .undecided(let verdict) where verdict.open == .otherOptimizer: break
        case .undecided(let verdict): open = open ?? verdict
        }
      }
    }
    if let verdict = stepOnDefinedCost(sides, increments.filter { $0.reading.conventions.isEmpty }) { return verdict }
    if let open { return open }
    if var failure {
      failure.reason = ["increments are compared", failure.reason.map(DifferencePattern.ofIncrements)].compactMap(
        \.self
      ).joined(separator: "; ")
      return failure
    }
    return LinkVerdict(open: sides.right.contains(where: \.isAccumulator) ? .otherOptimizer : .noRate)
  }

  /// A step of plain descent on a cost that the document itself defines, made of one that the network has.
  ///
  /// - Returns: nil where it is none
  private func stepOnDefinedCost(_ sides: LinkJudge.Sides, _ increments: [Increment]) -> LinkVerdict? {
    guard judge.setting.isPlainDescent, !sides.right.contains(where: \.isAccumulator) else { return nil }
    let costs = judge.reader.scope.definedValues.filter { value in
      value.contains { part in if case .quantity(let use) = part.kind { use.meaning.isCost } else { false } }
    }
    for cost in costs.prefix(3) {
      let gradient = Expression(
        .derivative(Derivative(numerator: cost, denominators: [sides.left], isOrdinary: false)), sides.left.range)
      for increment in increments {
        let step = Expression(
          .product([
            Expression.Factor(binding: .juxtaposition, value: increment.rate),
            Expression.Factor(binding: .juxtaposition, value: Expression(.negative(gradient), gradient.range)),
          ]), sides.left.range)
        let reading = LinkJudge.Reading(left: increment.reading.left, right: step, guards: [], conventions: [])
        guard case .decided(var verdict) = judge.outcome(reading), verdict.kind == .holds else { continue }
        verdict.kind = .updates
        verdict.reason = "the increment is that of a step on a cost that an equation defines"
        verdict.work?.take(sides, result: sides.right)
        return verdict
      }
    }
    return nil
  }

  /// What an assignment adds to a parameter, beside what a step with each rate that may be meant adds to it.
  ///
  /// - Returns: nil where the equation is no update
  func increments(
    _ sides: LinkJudge.Sides, isAssignment: Bool
  ) -> [(rate: Expression, reading: LinkJudge.Reading)]? {
    allIncrements(sides, isAssignment: isAssignment).map { $0.map { ($0.rate, $0.reading) } }
  }

  private func allIncrements(_ sides: LinkJudge.Sides, isAssignment: Bool) -> [Increment]? {
    guard sides.left.isParameter else { return nil }
    var terms = Self.terms(of: sides.right)
    let place = terms.firstIndex { !$0.isNegative && $0.value.isSame(as: sides.left) }
    // `w = (1 - \eta\lambda) w - \eta g`: an update that shrinks it first.
    let isShrinking = terms.count > 1 && terms.contains { !$0.isNegative && $0.value.scales(sides.left) }
    guard isAssignment || sides.isStep || place != nil || isShrinking else { return nil }
    if let place {
      terms.remove(at: place)
    } else {
      terms.append(Expression.Term(isNegative: true, value: sides.left))
    }
    guard !terms.isEmpty else { return [] }
    let change = Expression(.sum(terms), sides.right.range)
    if change.contains(where: \.isAccumulator) { return remembering(sides, change) }
    // What the cells have frozen does not move; documents seldom say so in the equation.
    let isFrozen = judge.setting.parameters.map { $0.frozen != Frozen() } ?? false
    var descent = QuantityUse(meaning: SymbolMeaning(.descent), tex: "")
    descent.operands = [sides.left]
    return candidates(change).flatMap { rate -> [Increment] in
      let step = Expression(
        .product([
          Expression.Factor(binding: .juxtaposition, value: rate),
          Expression.Factor(binding: .juxtaposition, value: Expression(.quantity(descent), sides.left.range)),
        ]), sides.left.range)
      var conventions: [ConventionSet] = isFrozen ? [[], [.frozenParameter]] : [[]]
      // The cost of a single example is the loss of it.
      if judge.setting.data?.examples == 1 { conventions.append([.costOfOneExample]) }
      return conventions.map { conventions -> Increment in
        (rate, nil, LinkJudge.Reading(left: change, right: step, guards: [], conventions: conventions))
      }
    }
  }

  /// The same under each optimizer that remembers something, which is brought up to date before the parameter moves.
  private func remembering(_ sides: LinkJudge.Sides, _ change: Expression) -> [Increment] {
    // What is remembered one step later is nothing that this step has.
    let isLater = change.contains { part in
      part.step == .after && part.meaning.flatMap { isAhead[$0] } == false
    }
    guard !isLater else { return [] }
    return scales.flatMap { scale in
      judge.setting.rememberingMethods.filter { $0.suits(scale) }.flatMap { method in
        candidates(change).flatMap { rate -> [Increment] in
          let moved = change.mapped { part in
            guard case .quantity(var use) = part.kind, case .accumulator(let kind, _) = use.meaning.quantity else {
              return part
            }
            let step = use.step
            use.step = nil
            // `w_{t+1} = w_t - \eta (\beta v_t + g_t)`: that of the step before.
            if step == .before, isAhead[use.meaning] == true { return Expression(.quantity(use), part.range) }
            return expected(
              .accumulated(kind, by: method.name, scale), of: method, use.operands[0], sides.right, rate: rate)
          }
          let step = expected(.increment(by: method.name, scale), of: method, sides.left, sides.right, rate: rate)
          return Self.entrywise.map {
            (rate, scale, LinkJudge.Reading(left: moved, right: step, guards: [], conventions: $0))
          }
        }
      }
    }
  }

  /// As it stands, and with the quotients and powers that an optimizer takes entry by entry.
  private static let entrywise: [ConventionSet] = [[], [.entrywiseQuotient]]

  /// Judges `v := \beta v + \nabla C`: what the optimizer remembers after the step.
  ///
  /// - Returns: nil where the left side is nothing that an optimizer remembers
  private func accumulation(_ sides: LinkJudge.Sides, _ learn: (Lesson) -> Void) -> LinkVerdict? {
    guard case .quantity(let use) = sides.left.kind, case .accumulator(let kind, _) = use.meaning.quantity else {
      return nil
    }
    var failure: LinkVerdict?
    var open: LinkVerdict?
    typealias Attempt = (scale: SymbolMeaning.VelocityScale, method: OptimizationMethod, rate: Expression?)
    let attempts = (kind == .velocity ? scales : [.one]).flatMap { scale in
      judge.setting.rememberingMethods.filter { $0.suits(scale) }.flatMap { method -> [Attempt] in
        // Gradients are remembered without the rate.
        let rates: [Expression?] = scale == .one ? [nil] : candidates(sides.right)
        return rates.map { (scale, method, $0) }
      }
    }
    for (scale, method, rate) in attempts {
      let expected = expected(
        .accumulated(kind, by: method.name, scale), of: method, use.operands[0], sides.right, rate: rate)
      for conventions in Self.entrywise {
        let reading = LinkJudge.Reading(left: sides.right, right: expected, guards: [], conventions: conventions)
        for cost in judge.stepCosts(in: [sides.left, sides.right]) {
          switch judge.outcome(reading, stepCost: cost) {
          case .decided(var verdict) where verdict.kind == .holds:
            verdict.kind = conventions.isEmpty ? .updates : .convention
            verdict.conventions = conventions.map(\.name)
            verdict.reason = "\(method.name) remembers this of \(cost.words)"
            verdict.work = nil
            var lesson = Lesson()
            if let isAhead = sides.isVelocityAhead { lesson.isAhead[use.meaning] = isAhead }
            if kind == .velocity { (lesson.rate, lesson.scale) = (rate, scale) }
            learn(lesson)
            return verdict
          case .decided(var verdict):
            verdict.work = nil
            failure = failure ?? verdict
          case .undecided(let verdict) where verdict.open == .otherOptimizer: break
          case .undecided(let verdict): open = open ?? verdict
          }
        }
      }
    }
    return open ?? failure ?? LinkVerdict(open: .otherOptimizer)
  }

  /// A quantity of the optimizer. Its constants are the letters of `let` that have their values in `place`, so
  /// that both vary together.
  private func expected(
    _ quantity: SymbolMeaning.Quantity, of method: OptimizationMethod, _ parameter: Expression, _ place: Expression,
    rate: Expression? = nil
  ) -> Expression {
    let letters = place.lettersOfLet
    var use = QuantityUse(meaning: SymbolMeaning(quantity), tex: "")
    use.operands = [parameter, rate ?? Expression(.number("1"), place.range)]
    for entry in method.constants.all {
      let letter = letters.first { letter in
        guard case .variable(let variable) = letter.kind, let value = variable.value else { return false }
        // `10^{-8}` is calculated.
        return (value - entry.value).magnitude <= 1e-12 * entry.value.magnitude
      }
      use.operands.append(letter ?? Expression(.number("\(entry.value)"), place.range))
    }
    return Expression(.quantity(use), place.range)
  }

  /// Whether the notation says which symbol is the learning rate.
  private var isBound: Bool {
    judge.scope.entries.contains { entry in
      if case .meaning(let meaning) = entry.value { meaning.quantity == .learningRate } else { false }
    }
  }

  private static func terms(of expression: Expression) -> [Expression.Term] {
    switch expression.kind {
    case .sum(let terms): terms
    case .negative(let inner): [Expression.Term(isNegative: true, value: inner)]
    default: [Expression.Term(isNegative: false, value: expression)]
    }
  }

  /// What may be the rate: the symbol bound as learning rate, a letter of `let`, that of another update.
  private func candidates(_ change: Expression) -> [Expression] {
    var bound: [Expression] = []
    var letters: [Expression] = []
    func visit(_ expression: Expression) {
      switch expression.kind {
      case .quantity(let use) where use.meaning.quantity == .learningRate:
        if !bound.contains(where: { $0.isSame(as: expression) }) { bound.append(expression) }
      case .variable(let variable) where variable.value != nil:
        if !letters.contains(where: { $0.isSame(as: expression) }) { letters.append(expression) }
      default: break
      }
      for child in expression.children { visit(child) }
    }
    visit(change)
    if !bound.isEmpty { return bound }
    if isBound {
      return [Expression(.quantity(QuantityUse(meaning: SymbolMeaning(.learningRate), tex: "")), change.range)]
    }
    if !letters.isEmpty { return letters }
    if let latest = rates.last { return [latest] }
    // Else a number that is written as a factor.
    var numbers: [Expression] = []
    for term in Self.terms(of: change) {
      guard case .product(let factors) = term.value.kind else { continue }
      numbers += factors.map(\.value).filter { if case .number = $0.kind { true } else { false } }
    }
    return Array(numbers.prefix(1)) + [Expression(.number("1"), change.range)]
  }
}

extension OptimizationMethod {
  /// Whether it has a velocity of this kind: the means of Adam are of gradients only.
  fileprivate func suits(_ scale: SymbolMeaning.VelocityScale) -> Bool {
    scale == .one || ["momentum", "nesterov"].contains(name)
  }
}

extension Expression {
  /// Whether it is a parameter, or a part of one: an entry, a row or a column.
  fileprivate var isParameter: Bool {
    switch kind {
    case .negative(let inner): return inner.isThreshold
    case .entry(let inner, _), .transposed(let inner): return inner.isParameter
    default: break
    }
    guard case .quantity(let use) = kind else { return false }
    switch use.meaning.quantity {
    case .row, .column: return use.operands.first?.isParameter ?? false
    default: return use.meaning.isParameter
    }
  }

  /// Whether it is `parameter` times a number made of constants: the `(1 - \eta\lambda) w`.
  fileprivate func scales(_ parameter: Expression) -> Bool {
    guard case .product(let factors) = kind, factors.count > 1,
      let place = factors.firstIndex(where: { $0.value.isSame(as: parameter) })
    else { return false }
    return factors.indices.allSatisfy { $0 == place || !factors[$0].value.contains(where: \.isNoConstant) }
  }

  /// Whether it is a quantity of the network that is no rate and no count.
  private var isNoConstant: Bool {
    guard case .quantity(let use) = kind else { return false }
    switch use.meaning.quantity {
    case .learningRate, .regularization, .exampleCount: return false
    default: return true
    }
  }

  private var isThreshold: Bool {
    if case .quantity(let use) = kind { use.meaning.isThreshold } else { false }
  }

  fileprivate var meaning: SymbolMeaning? { if case .quantity(let use) = kind { use.meaning } else { nil } }
  fileprivate var step: IndexExpression? { if case .quantity(let use) = kind { use.step } else { nil } }

  var isAccumulator: Bool {
    guard case .quantity(let use) = kind, case .accumulator = use.meaning.quantity else { return false }
    return true
  }

  /// Whether both say the same, wherever they stand.
  func isSame(as other: Expression) -> Bool { withoutPlaces == other.withoutPlaces }

  private var withoutPlaces: Expression {
    var copy = self
    copy.range = 0..<0
    switch kind {
    case .quantity(var use):
      use.tex = ""
      use.operands = use.operands.map(\.withoutPlaces)
      copy.kind = .quantity(use)
    case .entry(let inner, let indices): copy.kind = .entry(inner.withoutPlaces, indices)
    case .transposed(let inner): copy.kind = .transposed(inner.withoutPlaces)
    case .negative(let inner): copy.kind = .negative(inner.withoutPlaces)
    default: break
    }
    return copy
  }
}
