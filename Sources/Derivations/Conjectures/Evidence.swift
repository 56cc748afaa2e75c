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
  /// other, and not many more fail than that.
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
    while court.withdraw() {}
    return court.settled
  }
}

private struct ConjectureCourt {
  let conjectures: [Conjecture]
  let displays: [DisplayStatements]
  let judge: DisplayJudge
  let start: DocumentState
  /// With what has been settled.
  var state: DocumentState
  var settled: [Derivation.BorneOut] = []
  private let keys: [String: Int]

  init(conjectures: [Conjecture], displays: [DisplayStatements], judge: DisplayJudge, start: DocumentState) {
    (self.conjectures, self.displays, self.judge) = (conjectures, displays, judge)
    (self.start, state) = (start, start)
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
    /// Of those that hold the ones that do so as they stand, without a convention.
    var exact: [Set<Place>]

    init(_ conjecture: Conjecture) {
      held = conjecture.readings.map { _ in [] }
      (failed, exact) = (held, held)
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
      bind(conjecture, best, in: &state)
    }
    return settled.count > count && settled.count < conjectures.count
  }

  /// Takes back the reading that most speaks against, once all that could be settled is: whether there was one.
  mutating func withdraw() -> Bool {
    var held: [Int: Int] = [:]
    var failed: [Int: Int] = [:]
    var before = start
    let keys = keys.filter { key in settled.contains { $0.conjecture == key.value } }
    guard !keys.isEmpty else { return false }
    let unread = before.scope
    for found in settled { bind(found.conjecture, found.reading, in: &before) }
    var forecast = judge
    forecast.isForecast = true
    for display in displays {
      let outcome = forecast.judge(display, in: before)
      before = outcome.after
      for (number, state) in outcome.states.enumerated() where !display.display.isKnownMistake {
        let statement = display.statements[number]
        let used = statement.links.map { link in
          Set(unread.unreadSymbols(in: link.left + link.right).keys.compactMap { keys[$0] })
        }
        guard used.contains(where: { !$0.isEmpty }) else { continue }
        for (verdict, symbols) in zip(judge.judge(number, of: display, in: state).verdicts, used) {
          for symbol in symbols {
            if verdict.bearsOut { held[symbol, default: 0] += 1 }
            if verdict.kind == .fails || verdict.kind == .conflicts { failed[symbol, default: 0] += 1 }
          }
        }
      }
    }
    func excess(_ conjecture: Int) -> Int { failed[conjecture, default: 0] - held[conjecture, default: 0] }
    guard let worst = settled.indices.max(by: { excess(settled[$0].conjecture) < excess(settled[$1].conjecture) }),
      case let conjecture = settled[worst].conjecture,
      Self.isRefuted(held: held[conjecture, default: 0], failed: failed[conjecture, default: 0])
    else { return false }
    settled.remove(at: worst)
    return true
  }

  /// Whether more speaks against a reading than an author's mistakes do: an equation holds for a wrong one by no accident, but
  /// fails for the right one where it is wrong itself.
  private static func isRefuted(held: Int, failed: Int) -> Bool { failed > 2 * held + 1 }

  private func bind(_ conjecture: Int, _ reading: Int, in state: inout DocumentState) {
    let reading = conjectures[conjecture].readings[reading]
    state.scope.bind(reading.symbol, letters: reading.letters, to: reading.meaning)
  }

  /// Judges a statement with all readings of the symbols in it.
  private func take(_ place: Place, _ before: DocumentState, into tallies: inout [Tally]) {
    let links = displays[place.display].statements[place.statement].links
    let open = links.map { link in
      Set(before.scope.unreadSymbols(in: link.left + link.right).keys.compactMap { keys[$0] })
    }
    let shown = links.map { link in
      let (left, right) = (before.scope.unreadSymbols(in: link.left), before.scope.unreadSymbols(in: link.right))
      return Set(keys.filter { left[$0.key] != right[$0.key] || left[$0.key]?.contains("") ?? false }.values)
    }
    let all = open.reduce(into: Set()) { $0.formUnion($1) }.sorted()
    guard !all.isEmpty else { return }
    forEachCombination(of: all) { choice in
      var state = before
      for (conjecture, number) in zip(all, choice) { bind(conjecture, number, in: &state) }
      let verdicts = judge.judge(place.statement, of: displays[place.display], in: state).verdicts
      for (number, verdict) in verdicts.enumerated() where links.indices.contains(number) {
        let symbols = open[number]
        for (conjecture, reading) in zip(all, choice) where symbols.contains(conjecture) {
          if verdict.bearsOut {
            // `s(Wh) = s(Ws(Vx))` is true whatever W is.
            guard shown[number].contains(conjecture) else { continue }
            tallies[conjecture].held[reading].insert(place)
            if verdict.kind == .holds { tallies[conjecture].exact[reading].insert(place) }
          } else if verdict.kind == .fails || verdict.kind == .conflicts, symbols.count == 1 {
            tallies[conjecture].failed[reading].insert(place)
          }
        }
      }
    }
  }

  /// The reading that more displays hold with than with others; of equals the first where they are of one quantity.
  private func best(_ tally: Tally, of conjecture: Int) -> Int? {
    let counts = tally.held.indices.map { tally.held[$0].count + tally.exact[$0].count }
    guard let most = counts.max(), most > 0 else { return nil }
    let best = counts.indices.filter { counts[$0] == most }
    let readings = conjectures[conjecture].readings
    guard best.allSatisfy({ readings[$0].meaning.isAlike(readings[best[0]].meaning) }),
      !Self.isRefuted(held: tally.held[best[0]].count, failed: tally.failed[best[0]].count)
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
  /// Whether it shows that what its symbols are taken for is what they mean: any parameter has an update that is true.
  fileprivate var bearsOut: Bool {
    [.holds, .convention].contains(kind) && compared > 0 && !isOfZeros
  }
}

extension SymbolMeaning {
  /// Whether two readings are the same numbers as far as the notation says: a prediction is an activation.
  fileprivate func isAlike(_ other: SymbolMeaning) -> Bool {
    func kind(_ meaning: SymbolMeaning) -> Quantity { meaning.quantity == .prediction ? .activation : meaning.quantity }
    return kind(self) == kind(other)
  }
}
