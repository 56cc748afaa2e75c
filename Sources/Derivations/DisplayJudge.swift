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
}

/// Judges a display in the state that all before it has led to.
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

  func judge(_ display: Display, in state: DocumentState) -> Outcome {
    var outcome = Outcome(after: state)
    guard !display.isPassedOver else {
      outcome.after.chain = nil
      return outcome
    }
    laboratory.enter(setting, scope: state.scope)
    var table = display.macros
    let list = TeXFormula.reading(display.tex, macros: &table).statements
    var judge = StatementJudge(
      laboratory: laboratory, setting: setting, reader: MemberReader(state.scope), exact: exact, rates: state.rates)
    (judge.shown, judge.text, judge.isForecast) = (display.shown, display.tex, isForecast)
    if let later, let place = display.place { judge.later = (later, place) }
    var chain = state.chain
    // A row goes on with what stands above it in its own column: a remark beside an equation is not in between.
    var chains: [Int: StatementJudge.Chain] = [:]
    var row: Int?
    for statement in list.statements {
      // `a &= b &\in \mathbb{R}^n`: of what stands in the same row, whose chain it leaves as it is.
      let goesOnInRow = statement.isOnlyMembership && row == statement.row
      if statement.members[0].isEmpty, !goesOnInRow, let above = chains[statement.column] { chain = above }
      row = statement.row
      outcome.states.append(DocumentState(scope: judge.scope, chain: chain, rates: judge.rates))
      if list.statements.count > 1, judge.scope.isExplanation(statement) {
        outcome.verdicts.append([])
        continue
      }
      judge.guards = statement.guards + display.guards
      var (found, next) = judge.judge(statement, after: chain)
      for place in found.indices {
        if !isForecast { found[place].substitution = judge.linkJudge.substitution(of: found[place]) }
        found[place].work = nil
      }
      outcome.verdicts.append(found)
      if goesOnInRow { continue }
      chain = next
      chains[statement.column] = next
    }
    if let first = chains[0] { chain = first }
    if list.statements.isEmpty { chain = nil }
    outcome.after = DocumentState(scope: judge.scope, chain: chain, rates: judge.rates)
    return outcome
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
