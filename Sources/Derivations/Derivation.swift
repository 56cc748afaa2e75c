/// The equations of a document in order: what its symbols mean at each place, and a verdict for every link.
///
///     var derivation = Derivation()
///     derivation.scope.bind("a^l_j", …)
///     derivation.judge(Display("a^l_j = \sigma(z^l_j)", macros: macros), setting)
package struct Derivation {
  private(set) var state = DocumentState()
  /// Of displays that are judged side by side each takes one: always as many, so that the same numbers come out on every
  /// machine.
  private let laboratories: [Laboratory]
  private let numbers = ExpressionNumbers()
  private let drawn = DrawnProbes()
  /// Those of searches for repairs, which go on while further displays are judged; none before the first search.
  private var searchers: [Searcher] = []
  /// What the displays of the document define.
  package var later: LaterDefinitions?
  /// How the document is spelled, for what a repair puts in.
  package var spelling: DocumentSpelling?
  /// Numbers that stand in the author's cells.
  package var exact: Set<Double> = []

  package var scope: Scope {
    get { state.scope }
    _modify { yield &state.scope }
  }
  var rates: [Expression] { state.rates }
  var laboratory: Laboratory { laboratories[0] }

  /// A random network that is left out, or the author's own (-1): to show that no verdict rests on one of them.
  package var omittedProbe: Int? {
    get { laboratory.omitted }
    set { for laboratory in laboratories + searchers.map(\.laboratory) { laboratory.omitted = newValue } }
  }

  package init() {
    let (numbers, drawn) = (numbers, drawn)
    laboratories = (0..<2).map { _ in Laboratory(numbers, drawn) }
  }

  /// More than are carried out at once: how long a search takes is not known beforehand, and whoever is through with the
  /// short ones takes up what waits.
  private static let searcherCount = 3

  private struct Searcher {
    let laboratory: Laboratory
    let memory = SearchMemory()
    /// How much it has been given, and which links as text.
    var load = 0
    var links: Set<String> = []

    mutating func take(_ efforts: [(link: String, effort: Int)]) {
      for (link, effort) in efforts where links.insert(link).inserted { load += effort }
    }
  }

  /// The verdicts about a display, and a search for what would make it true.
  package struct Judgement {
    /// For each statement those of its links.
    package var verdicts: [[LinkVerdict]]
    /// nil where there is nothing to repair. Those with one number are to be carried out one after the other.
    package var search: (number: Int, search: RepairSearch)?
  }

  /// Judges a display, takes in what it defines, and repairs what fails.
  ///
  /// - Returns: for each statement the verdicts of its links, and corrected displays, the most plausible first
  package mutating func judge(
    _ display: Display, _ setting: AuthorSetting, isRepaired: Bool = true
  ) -> (verdicts: [[LinkVerdict]], repairs: [Repair]) {
    var judge = judge(setting, 0)
    judge.spelling = spelling
    let outcome = judge.judge(DisplayStatements(display), in: state)
    state = outcome.after
    let repairs = isRepaired && outcome.isWanting ? RepairSearch(display, outcome, judge, SearchMemory()).repairs() : []
    return (outcome.verdicts, repairs)
  }

  /// Judges displays that follow each other, with the same network and notation, statement by statement side by side.
  ///
  /// The state in which a statement stands is what all before it have led to, which is as a rule not a matter of their
  /// numbers: it is told beforehand as if they were all true, and what stands in another state then is judged again.
  ///
  /// - Parameter isRepaired: whether repairs are searched for what fails
  package mutating func judge(
    _ displays: [Display], _ setting: AuthorSetting, isRepaired: Bool = true
  ) async -> [Judgement] {
    let read = displays.map { DisplayStatements($0) }
    let foreseen = await foreseen(read, setting)
    var judgements: [Judgement] = []
    for (place, display) in read.enumerated() {
      let outcome = judge(setting, 0).judge(display, in: state, foreseen: foreseen[place])
      state = outcome.after
      var judgement = Judgement(verdicts: outcome.verdicts)
      if isRepaired, outcome.isWanting { judgement.search = search(display.display, outcome, setting) }
      judgements.append(judgement)
    }
    return judgements
  }

  /// What the statements of displays come to if all before each of them are true.
  private func foreseen(
    _ displays: [DisplayStatements], _ setting: AuthorSetting
  ) async -> [[DisplayJudge.StatementOutcome]] {
    /// A judge that one task alone works with, since its laboratory is.
    struct Lane: @unchecked Sendable {
      var judge: DisplayJudge
    }
    struct Job: Sendable {
      var display: Int
      var statement: Int
      var state: DocumentState
    }
    guard displays.reduce(0, { $0 + $1.statements.count }) > 1 else { return displays.map { _ in [] } }
    var forecast = judge(setting, 0)
    forecast.isForecast = true
    var jobs: [Job] = []
    var state = state
    for (place, display) in displays.enumerated() {
      let outcome = forecast.judge(display, in: state)
      for (number, before) in outcome.states.enumerated() {
        jobs.append(Job(display: place, statement: number, state: before))
      }
      state = outcome.after
    }
    let ordered = jobs
    return await withTaskGroup(of: [(job: Job, outcome: DisplayJudge.StatementOutcome)].self) { group in
      for number in laboratories.indices {
        let lane = Lane(judge: judge(setting, number))
        let share = stride(from: number, to: ordered.count, by: laboratories.count).map { ordered[$0] }
        group.addTask { share.map { ($0, lane.judge.judge($0.statement, of: displays[$0.display], in: $0.state)) } }
      }
      var found: [(job: Job, outcome: DisplayJudge.StatementOutcome)] = []
      for await outcomes in group { found += outcomes }
      found.sort { ($0.job.display, $0.job.statement) < ($1.job.display, $1.job.statement) }
      return displays.indices.map { place in found.filter { $0.job.display == place }.map(\.outcome) }
    }
  }

  func judge(_ setting: AuthorSetting, _ number: Int) -> DisplayJudge {
    DisplayJudge(laboratory: laboratories[number], setting: setting, later: later, exact: exact)
  }

  /// A search in the laboratory in which changes of the same link have been tried, or that has been given the least.
  private mutating func search(
    _ display: Display, _ outcome: DisplayJudge.Outcome, _ setting: AuthorSetting
  ) -> (number: Int, search: RepairSearch) {
    if searchers.isEmpty {
      searchers = (0..<Self.searcherCount).map { _ in Searcher(laboratory: Laboratory(numbers, drawn)) }
      omittedProbe = laboratory.omitted
    }
    func judge(_ searcher: Searcher) -> DisplayJudge {
      var judge = DisplayJudge(laboratory: searcher.laboratory, setting: setting, later: nil, exact: exact)
      judge.spelling = spelling
      return judge
    }
    var search = RepairSearch(display, outcome, judge(searchers[0]), searchers[0].memory)
    let efforts = search.efforts
    let number =
      searchers.firstIndex { searcher in efforts.contains { searcher.links.contains($0.link) } }
      ?? searchers.indices.min { searchers[$0].load < searchers[$1].load } ?? 0
    (search.judge, search.memory) = (judge(searchers[number]), searchers[number].memory)
    searchers[number].take(efforts)
    return (number, search)
  }
}
