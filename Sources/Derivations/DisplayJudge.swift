package import TeXMath

/// A display as it is to be judged.
package struct Display: Sendable {
  /// As the author wrote it.
  var tex: String
  /// Those in force.
  var macros: MacroTable
  /// Conditions that the author gives the whole display.
  var guards: [[Node]]
  /// Letters with their values at the component that is to be worked with numbers.
  var shown: [String: Int]
  /// The place in the document, for what displays further down define; nil where there are none.
  var place: Int?
  /// Whether it is left out: the next one cannot go on with what stood before it.
  package var isPassedOver = false
  /// Whether the author shows it as a mistake: what it says of a symbol is not in force below it.
  package var isKnownMistake = false

  package init(
    _ tex: String, macros: MacroTable, guards: [[Node]] = [], shown: [String: Int] = [:], place: Int? = nil
  ) {
    (self.tex, self.macros, self.guards, self.shown, self.place) = (tex, macros, guards, shown, place)
  }
}

/// What is in force at a place between two statements.
struct DocumentState: Equatable, Sendable {
  var scope = Scope()
  /// The chain that a statement may go on with.
  var chain: StatementJudge.Chain?
  /// Symbols of rates, found in updates so far.
  var rates: [Expression] = []
  /// See `UpdateClaims`.
  var isAhead: [SymbolMeaning: Bool] = [:]
}

/// Judges displays in the state that all before them has led to.
struct DisplayJudge {
  let laboratory: Laboratory
  let setting: AuthorSetting
  /// What the displays of the document define.
  let later: LaterDefinitions?
  /// Numbers that stand in the author's cells.
  let exact: Set<Double>
  /// Whether every link is taken to be true, to find out quickly which state the display leads to if it is.
  var isForecast = false
  /// For what a repair puts in.
  var spelling: DocumentSpelling?
  private let readers = LatestReader()

  init(laboratory: Laboratory, setting: AuthorSetting, later: LaterDefinitions?, exact: Set<Double>) {
    (self.laboratory, self.setting, self.later, self.exact) = (laboratory, setting, later, exact)
  }

  /// What a statement comes to.
  struct StatementOutcome: Sendable {
    var verdicts: [LinkVerdict] = []
    var before: DocumentState
    /// nil where it only explains a symbol, and everything goes on as if it were not there.
    var after: DocumentState?
  }

  struct Outcome: Sendable {
    /// For each statement those of its links.
    var verdicts: [[LinkVerdict]] = []
    /// Before each statement.
    var states: [DocumentState] = []
    var after: DocumentState

    /// Whether something fails, or lacks what a repair may add.
    var isWanting: Bool {
      verdicts.contains { $0.contains { $0.mayWantRepair } }
    }
  }

  /// - Parameter foreseen: of its statements in order, as far as it is known; those that stand in another state are judged
  ///   again
  func judge(_ display: DisplayStatements, in state: DocumentState, foreseen: [StatementOutcome] = []) -> Outcome {
    var outcome = Outcome(after: state)
    var course = DisplayCourse(state)
    for (number, statement) in display.statements.enumerated() {
      let before = course.enter(statement)
      let isForeseen = foreseen.indices.contains(number) && foreseen[number].before == before
      let found = isForeseen ? foreseen[number] : judge(number, of: display, in: before)
      outcome.states.append(before)
      outcome.verdicts.append(found.verdicts)
      if let after = found.after { course.leave(statement, after) }
    }
    outcome.after = course.end
    return outcome
  }

  /// Judges one statement of a display.
  func judge(_ number: Int, of display: DisplayStatements, in state: DocumentState) -> StatementOutcome {
    let statement = display.statements[number]
    var outcome = StatementOutcome(before: state)
    if display.statements.count > 1, state.scope.isExplanation(statement) { return outcome }
    laboratory.enter(setting, scope: state.scope)
    var judge = StatementJudge(
      laboratory: laboratory, setting: setting, reader: readers.reader(in: state.scope), exact: exact,
      rates: state.rates)
    judge.isAhead = state.isAhead
    (judge.shown, judge.text, judge.isForecast) = (display.display.shown, display.display.tex, isForecast)
    if let later, let place = display.display.place { judge.later = (later, place) }
    judge.guards = statement.guards + display.display.guards
    var (verdicts, chain) = judge.judge(statement, after: state.chain)
    for place in verdicts.indices {
      if !isForecast { verdicts[place].substitution = judge.linkJudge.substitution(of: verdicts[place]) }
      verdicts[place].work = nil
    }
    readers.latest = judge.reader
    outcome.verdicts = verdicts
    let isMistaken = display.display.isKnownMistake && verdicts.contains { $0.kind == .conflicts }
    outcome.after = DocumentState(
      scope: isMistaken ? state.scope : judge.scope, chain: chain, rates: isMistaken ? state.rates : judge.rates,
      isAhead: isMistaken ? state.isAhead : judge.isAhead)
    return outcome
  }
}

/// What was read last in one scope, which mostly is that of the next statement, too.
private final class LatestReader {
  var latest: MemberReader?

  func reader(in scope: Scope) -> MemberReader {
    if let latest, latest.scope == scope { return latest }
    let reader = MemberReader(scope)
    latest = reader
    return reader
  }
}

/// A display with what it says; one that is passed over says nothing.
struct DisplayStatements: Sendable {
  let display: Display
  let statements: [Statement]

  init(_ display: Display) {
    self.display = display
    var table = display.macros
    statements =
      display.isPassedOver ? [] : TeXFormula.reading(display.tex, macros: &table).statements.statements
  }
}

/// The state of the document while the statements of a display are gone through.
private struct DisplayCourse {
  private var state: DocumentState
  /// A row goes on with what stands above it in its own column: a remark beside an equation is not in between.
  private var chains: [Int: StatementJudge.Chain] = [:]
  private var row: Int?
  private var goesOnInRow = false
  private var isEmpty = true

  init(_ state: DocumentState) { self.state = state }

  /// The state in which a statement stands.
  mutating func enter(_ statement: Statement) -> DocumentState {
    // `a &= b &\in \mathbb{R}^n`: of what stands in the same row, whose chain it leaves as it is.
    goesOnInRow = statement.isOnlyMembership && row == statement.row
    if statement.members[0].isEmpty, !goesOnInRow, let above = chains[statement.column] { state.chain = above }
    row = statement.row
    isEmpty = false
    return state
  }

  /// - Parameter after: what the statement has led to
  mutating func leave(_ statement: Statement, _ after: DocumentState) {
    (state.scope, state.rates) = (after.scope, after.rates)
    state.isAhead = after.isAhead
    guard !goesOnInRow else { return }
    state.chain = after.chain
    chains[statement.column] = after.chain
  }

  var end: DocumentState {
    var state = state
    if let first = chains[0] { state.chain = first }
    if isEmpty { state.chain = nil }
    return state
  }
}

extension Statement {
  /// `\in \mathbb{R}^n` in a cell of its own.
  fileprivate var isOnlyMembership: Bool {
    members[0].isEmpty && ["\\in", "∈"].contains(relations.first?.sign ?? "")
  }
}

extension Scope {
  /// Whether a row of a display only says in words what a symbol is that the notation has: `x &= \text{input}`.
  fileprivate func isExplanation(_ statement: Statement) -> Bool {
    guard statement.members.count == 2, statement.relations[0].sign == "=",
      case let (left, right) = (PlainNodes.plain(statement.members[0]), PlainNodes.plain(statement.members[1])),
      !right.isEmpty, right.allSatisfy(\.isWord), case .none = lookup(right[...]),
      case .found(_, let match) = lookup(left[...])
    else { return false }
    return match.length == left.count
  }
}

extension Node {
  /// Whether it is text, or one word of several letters.
  fileprivate var isWord: Bool {
    switch kind {
    case .text: true
    case .name(let name): name.count > 2
    default: false
    }
  }
}

extension LinkVerdict {
  /// Whether it fails, or lacks what a repair may add.
  fileprivate var mayWantRepair: Bool {
    if case .letterWithoutRange? = open { return true }
    return kind == .fails || kind == .conflicts || !unbound.isEmpty
  }
}
