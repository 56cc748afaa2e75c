import TeXMath
import Tensors

/// Judges links with a side that is written in numbers: on the author's network, to the digits that are written.
struct NumericClaims {
  let probe: Probe
  let constants: [String: Int]
  /// Numbers of the author's cells, which are exact wherever they are written.
  let exact: Set<Double>
  var rate: Expression?
  var stepCost = StepCost.network
  /// See `Evaluator`.
  var definitions: [Expression] = []
  /// Letters with their values at the component that the author asks to see.
  var shown: [String: Int] = [:]

  /// - Parameters:
  ///   - head: the first member of the chain, whose true value the last number is also compared with
  func judge(_ left: Expression, _ right: Expression, head: Expression?, isLast: Bool) -> LinkVerdict {
    var verdict = verdict(left, right)
    if isLast, let head, head != left, let whole = whole(head, right), verdict.isWeaker(than: whole) { verdict = whole }
    if verdict.work == nil, verdict.kind != .notChecked, verdict.leftShape == nil {
      var component = Difference(letters: [], entry: [], left: verdict.left ?? .nan, right: verdict.right ?? .nan)
      component.context.example = verdict.example
      component.hasUnlabelledExample = verdict.isOfExample
      verdict.work = LinkWork(
        left: left, right: right, relation: .equal, conventions: [], stepCost: stepCost, rate: rate,
        component: component)
    }
    return verdict
  }

  /// Whether the last number is the value of the chain's first member, which intervals on the way may hide; nil where there
  /// is none, or where it is.
  private func whole(_ head: Expression, _ last: Expression) -> LinkVerdict? {
    if let final = Self.literal(last), var verdict = try? judge(head, final: final), verdict.kind != .holds {
      if verdict.kind == .fails { verdict.reason = "the last number is not the value of the chain's first member" }
      return verdict
    }
    guard !head.isNumeric, let finals = Self.literals(last) else { return nil }
    do throws(EvaluationProblem) {
      guard var verdict = try judge(head, finals: finals), verdict.kind != .holds else { return nil }
      if verdict.kind == .fails { verdict.reason = "the last numbers are not the value of the chain's first member" }
      return verdict
    } catch {
      guard case .refuted(let message, let left, let right) = error else { return nil }
      var verdict = LinkVerdict(.fails, reason: message)
      (verdict.leftShape, verdict.rightShape) = (left, right)
      return verdict
    }
  }

  private func verdict(_ left: Expression, _ right: Expression) -> LinkVerdict {
    do throws(EvaluationProblem) {
      if let final = Self.literal(right), let verdict = try judge(left, final: final) { return verdict }
      if let final = Self.literal(left), let verdict = try judge(right, final: final) {
        var turned = verdict
        (turned.left, turned.right) = (verdict.right, verdict.left)
        return turned
      }
      if let finals = Self.literals(right), let verdict = try judge(left, finals: finals) { return verdict }
      if let finals = Self.literals(left), var verdict = try judge(right, finals: finals) {
        swap(&verdict.left, &verdict.right)
        return verdict
      }
      return try compare(left, right)
    } catch {
      switch error {
      case .refuted(let message, let left, let right):
        var verdict = LinkVerdict(.fails, reason: message)
        (verdict.leftShape, verdict.rightShape) = (left, right)
        return verdict
      case .noLayer: return LinkVerdict(open: .noLayer)
      case .noUnit(let what): return LinkVerdict(open: .absent(what))
      case .reading(let problem): return .notChecked(problem)
      }
    }
  }

  private func judge(_ side: Expression, finals: Literals) throws(EvaluationProblem) -> LinkVerdict? {
    if side.isNumeric, try table(side) == nil { return nil }
    var verdict = LinkVerdict(.holds)
    verdict.includesOwn = true
    for table in try tables(of: side) {
      let rows = finals.entries.count / finals.columns
      let isOfTuple =
        finals.isTuple && (table.columns == table.entries.count || table.columns == 1 && rows == 1)
      guard table.columns == finals.columns || isOfTuple, table.entries.count == finals.entries.count else {
        throw .refuted(
          "\(table.description) and \(rows) × \(finals.columns) can't be equal", left: table.description,
          right: "\(rows) × \(finals.columns)")
      }
      for (offset, (known, final)) in zip(table.entries, finals.entries).enumerated() {
        let entry = table.place(of: offset)
        let number = known.real
        let apart = (number - final.value).magnitude
        verdict.compared += 1
        if verdict.left == nil || apart > verdict.maxError ?? 0 {
          (verdict.left, verdict.right, verdict.maxError) = (number, final.value, apart)
          verdict.entry = entry
        }
        let slack = 1e-12 * max(1, final.value.magnitude)
        if final.isRounded(fromOneIn: known, slack: slack) { continue }
        guard final.isCut(from: number) else {
          (verdict.left, verdict.right, verdict.maxError) = (number, final.value, apart)
          verdict.entry = entry
          verdict.kind = .fails
          return verdict
        }
        verdict.kind = .convention
        verdict.conventions = [Convention.truncated.name]
      }
    }
    return verdict
  }

  /// What a side comes to, for every example that it may speak of.
  private func tables(of side: Expression) throws(EvaluationProblem) -> [Table] {
    if side.isNumeric {
      guard let table = try table(side) else { throw .unsupported(.fact(.vectorsOfNumbers)) }
      return [table]
    }
    guard let values = try own(side) else {
      throw .reading(ReadingProblem(.severalComponents))
    }
    return try values.map { (value) throws(EvaluationProblem) in
      guard value.form != .tensor else { throw .unsupported(.fact(.threeIndices)) }
      return Table(columns: value.columns, entries: value.ids.map(known))
    }
  }

  /// The value of a node with a bound on its rounding.
  private func known(_ id: ScalarID) -> Interval {
    let number = probe.graph.value(id)
    let slack = 4 * probe.graph.errorBound(id) + 1e-14 * max(1e-3, number.magnitude)
    // What is no number is none that anybody prints.
    guard number.isFinite, slack.isFinite else { return Interval(.infinity) }
    return Interval(number - slack, number + slack)
  }

  private func judge(_ side: Expression, final: Literal) throws(EvaluationProblem) -> LinkVerdict? {
    var verdict = LinkVerdict(.holds)
    verdict.includesOwn = true
    verdict.compared = 1
    verdict.right = final.value
    if side.isNumeric {
      var known = try interval(side)
      if known == nil, let table = try table(side), table.isSingle { known = table.entries[0] }
      guard let interval = known else { return nil }
      verdict.left = interval.real
      let slack = 1e-12 * max(1, final.value.magnitude)
      verdict.maxError = (interval.real - final.value).magnitude
      if final.isRounded(fromOneIn: interval, slack: slack) { return verdict }
      verdict.kind = final.isCut(from: interval.real) ? .convention : .fails
      if verdict.kind == .convention { verdict.conventions = [Convention.truncated.name] }
      return verdict
    }
    let values = try own(side)
    guard let values else { return nil }
    verdict.isOfExample = values.count > 1
    for (example, value) in values.enumerated() {
      guard value.isSingle else {
        throw .refuted("\(value.description) is no number", left: value.description, right: "a number")
      }
      let number = probe.graph.value(value.ids[0])
      let rounding = 4 * probe.graph.errorBound(value.ids[0]) + 1e-14 * max(1e-3, number.magnitude)
      let apart = (number - final.value).magnitude
      verdict.left = number
      verdict.maxError = apart
      if number.isFinite, final.isRounded(fromOneIn: Interval(number), slack: rounding) { continue }
      if final.isCut(from: number) {
        verdict.kind = .convention
        verdict.conventions = [Convention.truncated.name]
        continue
      }
      verdict.kind = .fails
      verdict.example = example
      return verdict
    }
    return verdict
  }

  /// The values of a side, one for every example that it may speak of; nil where letters are free in it.
  func own(_ side: Expression) throws(EvaluationProblem) -> [Value]? {
    let evaluator = Evaluator(probe, constants: constants)
    evaluator.rate = rate
    evaluator.definitions = definitions
    evaluator.stepCost = stepCost
    var demands = LetterDemands()
    try evaluator.collect(side, .init(), hasLayers: false, into: &demands)
    guard demands.layers.isEmpty else { return nil }
    try evaluator.collect(side, .init(), hasLayers: true, into: &demands)
    guard demands.all.isEmpty else { return nil }
    let examples = demands.hasUnlabelledExample ? max(1, probe.examples) : 1
    var values: [Value] = []
    for example in 0..<examples {
      var context = Evaluator.Context()
      context.example = example
      values.append(try evaluator.value(side, context))
    }
    if evaluator.overlaps { throw .reading(ReadingProblem(.overlappingCases)) }
    return values
  }

  private func compare(_ left: Expression, _ right: Expression) throws(EvaluationProblem) -> LinkVerdict {
    // Whole numbers are exact, also in vectors.
    func isExact(_ expression: Expression) -> Bool {
      !expression.contains { part in
        if case .number(let digits) = part.kind { digits.contains(".") && !isOfCells(digits) } else { false }
      }
    }
    if isExact(left), isExact(right) {
      var comparer = Comparer(probe: probe, constants: constants, left: left, right: right, shown: shown)
      comparer.definitions = definitions
      func work(_ component: Difference) -> LinkWork {
        LinkWork(
          left: left, right: right, relation: .equal, conventions: [], stepCost: stepCost, rate: rate,
          component: component)
      }
      switch comparer.run() {
      case .agrees(let tally):
        var verdict = LinkVerdict(.holds)
        verdict.compared = tally.compared + tally.zeros + tally.vanishing
        verdict.includesOwn = true
        verdict.left = tally.first?.left
        verdict.right = tally.first?.right
        verdict.entry = tally.first?.entry ?? []
        verdict.maxError = tally.largest
        verdict.work = (tally.chosen ?? tally.first).map(work)
        return verdict
      case .differs(let difference, let tally):
        var verdict = LinkVerdict(.fails, reason: tally.pattern.words(.none).first)
        verdict.left = difference.left
        verdict.right = difference.right
        (verdict.at, verdict.entry) = (difference.letters, difference.entry)
        verdict.maxError = tally.largest
        verdict.compared = tally.compared + tally.differing + tally.zeros + tally.vanishing
        verdict.includesOwn = true
        verdict.work = work(tally.chosen ?? difference)
        return verdict
      case .refuted(let message, let left, let right): throw .refuted(message, left: left, right: right)
      case .nothing(let reason): return LinkVerdict(open: reason)
      case .problem(let problem): throw .reading(problem)
      }
    }
    let (a, b) = (try tables(of: left), try tables(of: right))
    var verdict = LinkVerdict(.holds)
    verdict.includesOwn = true
    for one in a {
      for other in b {
        guard one.columns == other.columns, one.entries.count == other.entries.count else {
          throw .refuted(
            "\(one.description) and \(other.description) can't be equal", left: one.description,
            right: other.description)
        }
        for (offset, (x, y)) in zip(one.entries, other.entries).enumerated() {
          verdict.compared += 1
          let apart = (x.real - y.real).magnitude
          let isRefuted = x.upper < y.lower || y.upper < x.lower
          if isRefuted || verdict.left == nil || apart > verdict.maxError ?? 0 {
            (verdict.left, verdict.right, verdict.maxError) = (x.real, y.real, apart)
            verdict.entry = one.place(of: offset)
          }
          guard isRefuted else { continue }
          verdict.kind = .fails
          return verdict
        }
      }
    }
    return verdict
  }
}

extension LinkVerdict {
  /// Whether it passes what another verdict about the same number does not, or only by a convention.
  fileprivate func isWeaker(than other: LinkVerdict) -> Bool {
    switch kind {
    case .holds: other.kind != .holds
    case .convention: other.kind == .fails
    default: false
    }
  }
}
