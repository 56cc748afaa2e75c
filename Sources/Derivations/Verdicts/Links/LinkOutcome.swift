/// What trying one reading of a link on all networks comes to.
extension LinkJudge {
  func outcome(
    _ reading: Reading, stepCost: StepCost = .network, isConvention: Bool = false, log: ConventionLog? = nil
  ) -> Outcome {
    guard !isForecast else { return .decided(LinkVerdict(.holds)) }
    var tallies: [(probe: Probe, tally: Tally)] = []
    var nothing: OpenReason?
    let speaksOfStep = reading.left.speaksOfStep || reading.right.speaksOfStep
    let rate = speaksOfStep ? rate(in: [reading.left, reading.right]) : nil
    let isByDefined = reading.left.differentiatesByDefined || reading.right.differentiatesByDefined
    let definitions = isByDefined ? scope.definedValues : []
    let exampleLetters = reader.exampleLetters
    var failure: LinkVerdict?
    // What can be said of the differences on every network where there are any.
    var common: [String]?
    for (place, probe) in probes(reading).enumerated() {
      var comparer = Comparer(
        probe: probe, constants: constants(on: probe), left: reading.left, right: reading.right, relation: relation,
        guards: reading.guards, conventions: reading.conventions, stepCost: stepCost, rate: rate,
        definitions: definitions, exampleLetters: exampleLetters, allowsRowGradients: !reader.hasErrorsAsColumns,
        log: log,
        stopsEarly: isTrial || isConvention, shown: probe.isOwn ? shown : [:])
      if place > 0, probe.isOneOfMany { (comparer.limit, comparer.first) = (Comparer.furtherLimit, place) }
      switch comparer.run() {
      case .agrees(let tally):
        if isConvention,
          !reading.conventions.allSatisfy({ tally.used.contains($0) || $0.isOfReading || $0 == .binaryTargets }),
          tallies.isEmpty, !probe.isOwn
        {
          return .undecided(LinkVerdict(open: .nothingLeft))
        }
        tallies.append((probe, tally))
      case .nothing(let message): nothing = message
      case .problem(let problem): return .undecided(.notChecked(problem))
      case .refuted(let message, let left, let right):
        var verdict = LinkVerdict(.fails, reason: message)
        (verdict.leftShape, verdict.rightShape) = (left, right)
        // The author's own network is the one whose shapes are known to the reader.
        if failure == nil || probe.isOwn && probe.sampledFrom == nil { failure = verdict }
        if isConvention || isTrial { return .decided(verdict) }
      case .differs(let difference, let tally):
        var verdict = LinkVerdict(.fails)
        verdict.left = difference.left
        verdict.right = difference.right
        (verdict.at, verdict.entry) = (difference.letters, difference.entry)
        verdict.maxError = tally.largest
        verdict.compared = tally.compared + tally.differing + tally.zeros + tally.vanishing
        (verdict.probes, verdict.includesOwn) = probe.isOwn ? (0, true) : (1, false)
        let words = tally.pattern.words(sizes(of: probe))
        common = common.map { known in known.filter(words.contains) } ?? words
        if probe.isOwn, probe.sampledFrom == nil {
          verdict.work = work(reading, stepCost, rate, tally.chosen ?? difference)
        }
        // The author's own numbers are the ones to look at.
        if failure == nil || probe.isOwn && probe.sampledFrom == nil && failure?.leftShape == nil { failure = verdict }
        if isConvention || isTrial { return .decided(verdict) }
      }
    }
    if var failure {
      if failure.reason == nil, let words = common, !words.isEmpty {
        failure.reason = DifferencePattern.mostTelling(words).joined(separator: "; ")
      }
      if let own = tallies.first(where: { $0.probe.isOwn }), own.tally.compared > 0 {
        failure.isTrueOfOwn = true
        failure.reason =
          [failure.reason, "true with the notebook's own numbers, but not with random ones"].compactMap(\.self)
          .joined(separator: "; ")
      }
      (failure.isOfPoints, failure.hasOwnNumbers) = (reading.isOfPoints, reading.hasOwnNumbers)
      if failure.work == nil, let own = tallies.first(where: { $0.probe.isOwn && $0.probe.sampledFrom == nil }) {
        failure.work = (own.tally.chosen ?? own.tally.first).map { work(reading, stepCost, rate, $0) }
      }
      return .decided(failure)
    }
    // What the author's network has not can be refuted on others, and no more.
    if let number = needs(reading, also: []).beyond { return .undecided(LinkVerdict(open: .absent(.unit(number)))) }
    let result = conclusion(
      tallies, nothing, isOfData: reading.isOfData(of: setting), guards: reading.guards)
    guard case .decided(var verdict) = result else { return result }
    (verdict.isOfPoints, verdict.hasOwnNumbers) = (reading.isOfPoints, reading.hasOwnNumbers)
    guard let own = tallies.last(where: { $0.probe.isOwn && $0.probe.sampledFrom == nil }) else {
      return .decided(verdict)
    }
    verdict.work = (own.tally.chosen ?? own.tally.first).map { work(reading, stepCost, rate, $0) }
    if own.tally.chosen == nil { verdict.work?.alternatives = own.tally.ofLayers }
    return .decided(verdict)
  }

  /// - Returns: also numbers that `let` gives, unless they are so small that they say nothing by themselves
  private func sizes(of probe: Probe) -> DifferencePattern.Sizes {
    let values = constants(on: probe)
    let counts = scope.countsThatAreNoIndices.sorted() + scope.indexNumbers.filter { $0.value > 2 }.keys.sorted()
    return DifferencePattern.Sizes(
      counts: counts.compactMap { letter in values[letter].map { (letter.filter { $0 != " " }, $0) } },
      examples: probe.examples,
      firstLayer: 1 + probe.layerBase, lastLayer: probe.layers + probe.layerBase)
  }

  private func work(
    _ reading: Reading, _ stepCost: StepCost, _ rate: Expression?, _ difference: Difference
  ) -> LinkWork {
    LinkWork(
      left: reading.left, right: reading.right, relation: relation, conventions: reading.conventions,
      stepCost: stepCost, rate: rate, component: difference)
  }

  private func laboratoryCount(_ tallies: [(probe: Probe, tally: Tally)]) -> Int {
    tallies.count { !$0.probe.isOwn }
  }

  /// - Parameters:
  ///   - isOfData: whether the author's network alone is meant
  ///   - guards: conditions, which may say which side of a kink is meant
  private func conclusion(
    _ tallies: [(probe: Probe, tally: Tally)], _ nothing: OpenReason?, isOfData: Bool, guards: [Expression.Condition]
  ) -> Outcome {
    guard !tallies.isEmpty else {
      return .undecided(LinkVerdict(open: nothing ?? .nothingLeft))
    }
    var verdict = LinkVerdict(.holds)
    var kinks: Kinks = []
    var vanishing = 0
    for (_, tally) in tallies {
      verdict.compared += tally.compared + tally.zeros
      verdict.skipped += tally.skipped
      vanishing += tally.vanishing
      verdict.maxError = max(verdict.maxError ?? 0, tally.largest)
      kinks.formUnion(tally.kinks)
    }
    verdict.probes = laboratoryCount(tallies)
    verdict.includesOwn = tallies.contains { $0.probe.isOwn }
    verdict.ownExamples = tallies.last.flatMap { $0.probe.sampledFrom == nil ? nil : $0.probe.examples }
    let zeros = tallies.reduce(0) { $0 + $1.tally.zeros }
    guard verdict.compared > 0 else {
      return .undecided(LinkVerdict(open: .rounding))
    }
    guard kinks.isEmpty || kinks == [.positive, .notPositive] else {
      return .undecided(LinkVerdict(open: .oneSide))
    }
    var branches: [Branching: Set<Int>] = [:]
    for (_, tally) in tallies { branches.merge(tally.branches) { $0.union($1) } }
    let isBounded = guards.contains { $0.each.contains(where: \.boundsValue) }
    let areSeen = branches.allSatisfy { branching, ways in
      ways.count >= branching.ways || branching.isDecided(by: guards)
        || isBounded && kinks.isEmpty && branching.isOfNumbers
    }
    guard areSeen else { return .undecided(LinkVerdict(open: .oneSide)) }
    guard !tallies.contains(where: \.tally.overlaps) else {
      return .undecided(LinkVerdict(open: .overlappingCases))
    }
    var rows: [Branching: Set<Int>] = [:]
    for (_, tally) in tallies { rows.merge(tally.rowsOfLayers) { $0.union($1) } }
    // What stands in a row that exists for no layer was looked at nowhere.
    guard rows.allSatisfy({ $0.value.count == $0.key.ways }) else {
      return .undecided(LinkVerdict(open: .noCommonLayer))
    }
    guard verdict.probes > 0 || isOfData else {
      return .undecided(LinkVerdict(open: nothing ?? .onlyOwnNetwork))
    }
    if verdict.compared == zeros {
      verdict.reason = "both sides are 0 by their structure: 0 = 0"
      verdict.isOfZeros = true
    }
    let shown = tallies.last { $0.probe.isOwn && $0.probe.sampledFrom == nil } ?? tallies[0]
    if let first = shown.tally.chosen ?? shown.tally.first {
      verdict.left = first.left
      verdict.right = first.right
      (verdict.at, verdict.entry) = (first.letters, first.entry)
    }
    if !isTrial, !isConfirmed(tallies) { return .undecided(LinkVerdict(open: .routes)) }
    // That both are 0 confirms nothing by itself, but is no matter of rounding.
    verdict.compared += vanishing
    return .decided(verdict)
  }

  /// The second route: derivatives by differences of values, entry by entry on random networks, along a direction on the
  /// author's, whose parameters may be many.
  private func isConfirmed(_ tallies: [(probe: Probe, tally: Tally)]) -> Bool {
    for (probe, tally) in tallies.prefix(2) + tallies.dropFirst(2).filter(\.probe.isOwn) {
      for key in tally.derivatives {
        if let known = probe.confirmed[key] {
          if !known { return false }
          continue
        }
        guard !probe.isOwn || probe.operationsLeft > 0 else { break }
        let agrees = probe.isOwn ? probe.agreesAlongDirection(key) : probe.agreesByEntry(key)
        probe.confirmed[key] = agrees
        if !agrees { return false }
      }
    }
    return true
  }
}

extension LinkJudge.Reading {
  /// Whether numbers of the author take part.
  fileprivate var hasOwnNumbers: Bool { left.hasOwnNumbers || right.hasOwnNumbers }

  /// Whether nothing of a network takes part, but variables do.
  fileprivate var isOfPoints: Bool {
    let sides = [left, right]
    return sides.contains { $0.hasRealVariable || $0.hasDeclaredVariable } && !sides.contains(where: \.speaksOfNetwork)
  }
}

extension Expression {
  /// Whether a variable of `let` takes part.
  fileprivate var hasDeclaredVariable: Bool {
    contains { part in
      if case .variable(let variable) = part.kind { variable.isDeclared || variable.value != nil } else { false }
    }
  }

  fileprivate var hasOwnNumbers: Bool {
    contains { part in if case .variable(let variable) = part.kind { variable.value != nil } else { false } }
  }

  fileprivate var speaksOfNetwork: Bool {
    contains { part in
      switch part.kind {
      case .quantity: true
      case .variable(let variable): variable.shape.contains(where: \.speaksOfNetwork)
      case .function(let function, _):
        switch function {
        case .loss, .network, .activation(layer: .some, _): true
        default: false
        }
      default: false
      }
    }
  }
}
