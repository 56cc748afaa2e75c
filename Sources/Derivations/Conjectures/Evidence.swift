import TeXMath

extension Derivation {
  /// A reading of a conjecture that displays bear out.
  package struct BorneOut {
    package var conjecture: Int
    package var reading: Int
    /// Those that hold with it, in order.
    package var displays: [Int]
  }

  /// The readings that are to be taken for the meaning of their symbols: with which more of the displays hold than with any
  /// other, and more hold than fail.
  ///
  /// An equation that holds on random networks does so for one meaning of its symbols only, apart from meanings that are
  /// mistaken for each other, which no sentence has among its readings. What no display decides stays open.
  package func borneOut(
    _ conjectures: [Conjecture], by displays: [Display], _ setting: AuthorSetting
  ) -> [BorneOut] {
    let displays = displays.map { DisplayStatements($0) }
    var court = ConjectureCourt(
      conjectures: conjectures, displays: displays, judge: judge(setting, 0), start: state)
    // What one symbol means shows what others do in the equations that they share.
    while court.settle() {}
    return court.settled
  }
}

private struct ConjectureCourt {
  let conjectures: [Conjecture]
  let displays: [DisplayStatements]
  let judge: DisplayJudge
  /// With what has been settled.
  var state: DocumentState
  var settled: [Derivation.BorneOut] = []
  private let keys: [String: Int]

  init(conjectures: [Conjecture], displays: [DisplayStatements], judge: DisplayJudge, start: DocumentState) {
    (self.conjectures, self.displays, self.judge, state) = (conjectures, displays, judge, start)
    keys = Dictionary(
      conjectures.enumerated().map { (PlainNodes.plain($0.element.symbol).key, $0.offset) }, uniquingKeysWith: { $1 })
  }

  private struct Place: Hashable {
    var display: Int
    var statement: Int
  }
  /// The statements that hold and fail with each reading of one conjecture.
  private struct Tally {
    var held: [Set<Place>]
    var failed: [Set<Place>]

    init(_ conjecture: Conjecture) {
      held = conjecture.readings.map { _ in [] }
      failed = held
    }
  }

  /// Whether one more round may settle more.
  mutating func settle() -> Bool {
    var tallies = conjectures.map(Tally.init)
    for (display, states) in statesBefore.enumerated() where !displays[display].display.isKnownMistake {
      for (statement, before) in states.enumerated() {
        take(Place(display: display, statement: statement), before, into: &tallies)
      }
    }
    let count = settled.count
    for (conjecture, tally) in tallies.enumerated() {
      guard let best = best(tally, of: conjecture) else { continue }
      settled.append(
        Derivation.BorneOut(
          conjecture: conjecture, reading: best, displays: Set(tally.held[best].map(\.display)).sorted()))
      let reading = conjectures[conjecture].readings[best]
      state.scope.bind(reading.symbol, letters: reading.letters, to: reading.meaning)
    }
    return settled.count > count && settled.count < conjectures.count
  }

  /// Judges a statement with all readings of the symbols in it.
  private func take(_ place: Place, _ before: DocumentState, into tallies: inout [Tally]) {
    let links = displays[place.display].statements[place.statement].links
    let open = links.map { link in
      Set(before.scope.unreadSymbols(in: link.left + link.right).compactMap { keys[$0] })
    }
    let all = open.reduce(into: Set()) { $0.formUnion($1) }.sorted()
    guard !all.isEmpty else { return }
    forEachCombination(of: all) { choice in
      var state = before
      for (conjecture, number) in zip(all, choice) {
        let reading = conjectures[conjecture].readings[number]
        state.scope.bind(reading.symbol, letters: reading.letters, to: reading.meaning)
      }
      let verdicts = judge.judge(place.statement, of: displays[place.display], in: state).verdicts
      for (verdict, symbols) in zip(verdicts, open) {
        for (conjecture, reading) in zip(all, choice) where symbols.contains(conjecture) {
          if verdict.bearsOut {
            tallies[conjecture].held[reading].insert(place)
          } else if verdict.kind == .fails || verdict.kind == .conflicts, symbols.count == 1 {
            tallies[conjecture].failed[reading].insert(place)
          }
        }
      }
    }
  }

  /// The reading that more displays hold with than with others; of equals the first where they are of one quantity.
  private func best(_ tally: Tally, of conjecture: Int) -> Int? {
    guard let most = tally.held.map(\.count).max(), most > 0 else { return nil }
    let best = tally.held.indices.filter { tally.held[$0].count == most }
    let readings = conjectures[conjecture].readings
    guard best.allSatisfy({ readings[$0].meaning.quantity == readings[best[0]].meaning.quantity }),
      tally.failed[best[0]].count <= most
    else { return nil }
    return best[0]
  }

  /// The state before each statement of each display, as if all were true.
  private var statesBefore: [[DocumentState]] {
    var forecast = judge
    forecast.isForecast = true
    var state = state
    return displays.map { display in
      let outcome = forecast.judge(display, in: state)
      state = outcome.after
      return outcome.states
    }
  }

  /// Gives a body the readings of some conjectures, the likeliest first.
  private func forEachCombination(of open: [Int], _ body: ([Int]) -> Void) {
    var choices = [open.map { _ in 0 }]
    var known = Set(choices)
    var next = 0
    while next < choices.count, next < Self.mostCombinations {
      let choice = choices[next]
      body(choice)
      next += 1
      for place in choice.indices where choice[place] + 1 < conjectures[open[place]].readings.count {
        var other = choice
        other[place] += 1
        if known.insert(other).inserted { choices.append(other) }
      }
    }
  }

  private static let mostCombinations = 96
}

extension LinkVerdict {
  /// Whether it shows that what its symbols are taken for is what they mean.
  fileprivate var bearsOut: Bool {
    [.holds, .convention, .updates].contains(kind) && compared > 0 && !isOfZeros
  }
}
