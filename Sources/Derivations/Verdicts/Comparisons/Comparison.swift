import Tensors

/// Compares two expressions component by component on one probe.
struct Comparer {
  var probe: Probe
  var constants: [String: Int]
  let left: Expression
  let right: Expression
  var relation = LinkRelation.equal
  var guards: [Expression.Condition] = []
  var conventions: ConventionSet = []
  var stepCost = StepCost.network
  var rate: Expression?
  var definitions: [Expression] = []
  var exampleLetters: Set<String> = []
  /// See `Evaluator`.
  var allowsRowGradients = false
  /// Takes down the conventions that are or would have been of use.
  var log: ConventionLog?
  /// Whether one difference is enough.
  var stopsEarly = false
  /// So many comparisons that agree are enough.
  var enough = Int.max
  /// And so many of those at one choice of layers.
  var enoughOfLayers = Int.max
  /// Letters with their values at the component that the author asks to see.
  var shown: [String: Int] = [:]
  /// At most so many assignments of letters are tried on one probe, fewer on a network too large for all its examples.
  var limit = Self.fullLimit
  /// The first of a sample of them, so that those of several probes are not the same.
  var first = 0
  private static let fullLimit = 48
  static let sampledLimit = 12
  /// At least so many for each choice of layers.
  static let layerLimit = 12
  /// On a probe that tells no more apart than another one does.
  static let furtherLimit = 20
  /// Components with higher numbers are not looked at.
  static let largest = 1 << 60

  private func evaluator() -> Evaluator {
    let evaluator = Evaluator(
      probe, constants: constants, conventions, exampleLetters: exampleLetters, sides: [left, right])
    evaluator.stepCost = stepCost
    evaluator.rate = rate
    evaluator.allowsRowGradients = allowsRowGradients
    evaluator.definitions = definitions
    return evaluator
  }

  /// Whether what the sides come to at one component is told apart, by its shape or an entry.
  func tellsApart(_ left: Value, _ right: Value, _ context: Evaluator.Context) -> Bool {
    let evaluator = evaluator()
    defer { log?.asked.formUnion(evaluator.notes.asked) }
    var tally = Tally()
    var worst: (difference: Difference, excess: Double)?
    do throws(EvaluationProblem) {
      try compare(left, right, context, LetterDemands(), [], nil, evaluator, &tally, &worst)
      return worst != nil
    } catch {
      if case .refuted = error { return true }
      return false
    }
  }

  func run() -> ProbeOutcome {
    let evaluator = evaluator()
    defer { log?.asked.formUnion(evaluator.notes.asked) }
    do throws(EvaluationProblem) {
      return try compare(evaluator)
    } catch {
      switch error {
      case .refuted(let message, let left, let right): return .refuted(message, left: left, right: right)
      case .noLayer: return .nothing(.noLayer)
      case .noUnit(let what): return .nothing(.absent(what))
      case .reading(let problem): return .problem(problem)
      }
    }
  }

  private func compare(_ evaluator: Evaluator) throws(EvaluationProblem) -> ProbeOutcome {
    var tally = Tally()
    var worst: (difference: Difference, excess: Double)?
    var missing: OpenReason?
    var hasLayers = false
    for context in try layerContexts(evaluator)
    where guards.allSatisfy({ evaluator.decided($0, context) ?? true }) {
      var demands = LetterDemands()
      do throws(EvaluationProblem) {
        try evaluator.collect(left, context, hasLayers: true, into: &demands)
        try evaluator.collect(right, context, hasLayers: true, into: &demands)
        for condition in guards {
          try? evaluator.collect(condition.left, context, hasLayers: true, into: &demands)
        }
      } catch {
        switch error {
        case .noLayer: continue
        case .noUnit(let what):
          (missing, hasLayers) = (.absent(what), true)
          continue
        default: throw error
        }
      }
      hasLayers = true
      for (cases, row) in evaluator.rowsOfLayers(context) { tally.rowsOfLayers[cases, default: []].insert(row) }
      demands.settleTies()
      let order = order(of: demands)
      let components = try components(demands, context)
      let before = tally.compared
      for number in components.numbers where tally.compared - before < enoughOfLayers {
        let inner = components.context(number)
        do throws(EvaluationProblem) {
          var isMeant = true
          for condition in guards where isMeant { isMeant = try isTrue(condition, inner, evaluator) }
          guard isMeant else { continue }
          let a = try evaluator.value(ofSide: left, inner, comesAgain: stopsEarly)
          let b = try evaluator.value(ofSide: right, inner, comesAgain: stopsEarly)
          try compare(
            a, b, inner, demands, order, DecidedKinks(guards, inner, evaluator), evaluator, &tally, &worst)
          if stopsEarly, let worst { return .differs(worst.difference, tally) }
          if tally.compared >= enough {
            tally.overlaps = evaluator.overlaps
            return .agrees(tally)
          }
        } catch {
          if case .noUnit(let what) = error {
            missing = .absent(what)
            continue
          }
          if case .refuted = error { log?.misfit = inner }
          throw error
        }
      }
    }
    guard hasLayers else { return .nothing(.noCommonLayer) }
    tally.derivatives = evaluator.notes.derivatives.map { probe.derivativeKeys[$0] }
    tally.used = evaluator.used
    tally.branches = evaluator.branches
    tally.overlaps = evaluator.overlaps
    if let worst { return .differs(worst.difference, tally) }
    guard tally.compared + tally.skipped + tally.zeros + tally.vanishing > 0 else {
      return .nothing(missing ?? .nothingLeft)
    }
    return .agrees(tally)
  }

  private func compare(
    _ left: Value, _ right: Value, _ context: Evaluator.Context, _ demands: LetterDemands, _ order: [String],
    _ decided: DecidedKinks?, _ evaluator: Evaluator, _ tally: inout Tally,
    _ worst: inout (difference: Difference, excess: Double)?
  ) throws(EvaluationProblem) {
    var (a, b) = (left, right)
    if a.isSingle, b.isSingle,
      self.left.isOnesAlone && self.right.isNumeric || self.right.isOnesAlone && self.left.isNumeric
    {
      throw .unsupported(.fact(.onesWithoutNumber))
    }
    if !(a.isSingle && b.isSingle) {
      if case .compared = relation, a.isSingle || b.isSingle {
        // A bound holds for every component.
        if a.isSingle { a = b.mapped { _ in a.ids[0] } } else { b = a.mapped { _ in b.ids[0] } }
      } else {
        if a.isSingle, let lay = self.left.layOfOnes { a = a.repeated(as: lay, like: b) }
        if b.isSingle, let lay = self.right.layOfOnes { b = b.repeated(as: lay, like: a) }
        // `\nabla f = 0` says it of every entry.
        if relation == .equal, b.isSingle, self.right.isZero { b = a.mapped { _ in b.ids[0] } }
        if relation == .equal, a.isSingle, self.left.isZero { a = b.mapped { _ in a.ids[0] } }
        do throws(EvaluationProblem) {
          (a, b) = try evaluator.fitted(a, b, "equal")
        } catch {
          guard case .refuted(let message, let left, let right) = error, isTransposed(a, b) else { throw error }
          throw .refuted("\(message); \(DifferencePattern.transposed)", left: left, right: right)
        }
      }
    }
    guard a.ids.count == b.ids.count else {
      throw .refuted("the sides differ in shape", left: left.description, right: right.description)
    }
    let graph = probe.graph
    // A vector or matrix is another where one entry is.
    if case .compared(.unequal) = relation, a.ids.count > 1, let place = firstDifferent(a, b) {
      (a, b) = (.scalar(a.ids[place]), .scalar(b.ids[place]))
    }
    var differs = false
    for place in a.ids.indices {
      let (one, other) = (a.ids[place], b.ids[place])
      let (x, y) = (graph.value(one), graph.value(other))
      for id in [one, other] { tally.kinks.formUnion(decided?.open(in: id) ?? graph.kinks(id)) }
      func difference() -> Difference {
        Difference(
          letters: letters(context, order), entry: a.shape.isEmpty ? [] : a.indices(at: place), left: x, right: y,
          context: context, hasUnlabelledExample: demands.hasUnlabelledExample,
          exampleLetters: demands.all.filter { $0.kind == .examples }.map(\.letter))
      }
      if !shown.isEmpty, tally.chosen == nil, isShown(context) { tally.chosen = difference() }
      guard x.isFinite, y.isFinite else {
        // Where nothing overflows, what is infinite is no number: `-\log 0`.
        let isRefuted =
          relation == .equal && !probe.isOwn && probe.points == nil
          && (x.isInfinite && y.isFinite || x.isFinite && y.isInfinite)
        if isRefuted {
          tally.differing += 1
          worst = worst ?? (difference(), 1)
        } else {
          tally.skipped += 1
        }
        continue
      }
      let bound = graph.rounding(of: one, other)
      if case .compared(let comparison) = relation {
        // Numbers that are the same where nothing is saturated are the same number.
        let isFlat = x == 0 && y == 0 && (graph.isCutOff(one) || graph.isCutOff(other))
        if comparison.isStrict, one != other, (x - y).magnitude <= bound, !isFlat,
          x != y || probe.isOwn && bound > .leastNormalMagnitude || probe.spread == .wide
        {
          tally.skipped += 1
          continue
        }
        tally.compared += 1
        if tally.first == nil { tally.first = difference() }
        if !comparison.holds(x, y, slack: comparison.isStrict ? 0 : bound) {
          (tally.compared, tally.differing) = (tally.compared - 1, tally.differing + 1)
          worst = worst ?? (difference(), 1)
        }
        continue
      }
      let apart = (x - y).magnitude
      if apart > bound {
        let scale = max(x.magnitude, y.magnitude)
        guard graph.surelyDiffer(one, other) else {
          tally.skipped += 1
          continue
        }
        let relative = apart / max(scale, .leastNormalMagnitude)
        if worst.map({ relative > $0.excess * 1.000001 }) ?? true { worst = (difference(), relative) }
        tally.largest = max(tally.largest, apart)
        tally.differing += 1
        if !stopsEarly {
          tally.pattern.differ(x, y, letters(context, order), layers: demands.layers)
          differs = true
        }
        continue
      }
      if !stopsEarly { tally.pattern.agree(x, letters(context, order), layers: demands.layers) }
      if graph.isStructuralZero(one), graph.isStructuralZero(other) {
        tally.zeros += 1
      } else if graph.isStructuralZero(one) && graph.cancels(other, within: bound)
        || graph.isStructuralZero(other) && graph.cancels(one, within: bound)
      {
        // `\sum_k \partial L / \partial z_k = 0`: a change of one of the terms would show.
        tally.compared += 1
        tally.largest = max(tally.largest, apart)
        if tally.first == nil { tally.first = difference() }
      } else if x == 0, y == 0, graph.errorBound(one) == 0, graph.errorBound(other) == 0 {
        tally.vanishing += 1
      } else if one != other, bound > 1e-7 * max(x.magnitude, y.magnitude) {
        tally.skipped += 1
      } else {
        tally.compared += 1
        tally.largest = max(tally.largest, apart)
        if tally.first == nil || tally.first?.left == 0 && x != 0 { tally.first = difference() }
        if !demands.layers.isEmpty, tally.ofLayers.count < 6,
          !(tally.ofLayers.last.map { last in
            demands.layers.allSatisfy { last.context.letters[$0] == context.letters[$0] }
          } ?? false)
        {
          tally.ofLayers.append(difference())
        }
      }
    }
    if differs { tally.pattern.turn(isTransposed(a, b)) }
  }

  private func firstDifferent(_ left: Value, _ right: Value) -> Int? {
    left.ids.indices.first { probe.graph.surelyDiffer(left.ids[$0], right.ids[$0]) }
  }

  /// Whether one side is the transpose of the other.
  private func isTransposed(_ left: Value, _ right: Value) -> Bool {
    guard left.form == .matrix, right.form == .matrix, case let turned = right.transposed, turned.shape == left.shape
    else { return false }
    return zip(left.ids, turned.ids).allSatisfy { one, other in
      let bound = 4 * (probe.graph.errorBound(one) + probe.graph.errorBound(other))
      return (probe.graph.value(one) - probe.graph.value(other)).magnitude <= bound
    }
  }

  /// The letters of a component as they are shown, those of layers first.
  private func order(of demands: LetterDemands) -> [String] {
    var order: [String] = []
    for letter in demands.layers.filter({ !LayerLetter.isEvery($0) }) + demands.all.map(\.letter)
    where !order.contains(letter) && LayerLetter.name(letter) == nil {
      order.append(letter)
    }
    return order
  }

  private func letters(_ context: Evaluator.Context, _ order: [String]) -> [(letter: String, value: Int)] {
    order.compactMap { letter in context.letters[letter].map { (letter, $0) } }
  }
}

extension ScalarGraph {
  /// How far rounding may have moved two numbers apart.
  func rounding(of one: ScalarID, _ other: ScalarID) -> Double {
    4 * (errorBound(one) + errorBound(other)) + .leastNormalMagnitude
  }

  /// Whether it is a ReLU on the side where that is 0, exactly.
  fileprivate func isCutOff(_ id: ScalarID) -> Bool { keepsSign(id) && ownKink(id) == .notPositive }

  /// Whether two numbers differ by more than rounding. Without digits to tell, nothing is refuted.
  func surelyDiffer(_ one: ScalarID, _ other: ScalarID) -> Bool {
    let (x, y) = (value(one), value(other))
    guard x.isFinite, y.isFinite else { return false }
    let (apart, bound) = ((x - y).magnitude, rounding(of: one, other))
    return apart > bound && (bound <= 1e-7 * max(x.magnitude, y.magnitude) || apart >= 100 * bound)
  }
}

extension Expression.Comparison {
  /// Whether equal sides refute it: what rounding hides is left out then.
  var isStrict: Bool {
    switch self {
    case .less, .greater, .unequal: true
    default: false
    }
  }

  func holds(_ left: Double, _ right: Double, slack: Double) -> Bool {
    switch self {
    case .equal: left == right || (left - right).magnitude <= slack
    case .unequal: !(left == right || (left - right).magnitude <= slack)
    case .less: left < right
    case .atMost: left <= right + slack
    case .greater: left > right
    case .atLeast: left >= right - slack
    }
  }
}

extension Expression {
  /// Whether it is a 0 that is written.
  fileprivate var isZero: Bool { if case .number("0") = kind { true } else { false } }
}
