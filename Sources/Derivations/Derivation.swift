import Networks
package import TeXMath

/// The equations of a document in order: what its symbols mean at each place, and a verdict for every link.
///
///     var derivation = Derivation()
///     derivation.scope.bind("a^l_j", …)
///     derivation.judge(formula.statements, setting)
package struct Derivation {
  package var scope = Scope()
  let laboratory = Laboratory()
  /// The chain that a display may go on with.
  private var chain: StatementJudge.Chain?
  private(set) var rates: [Expression] = []
  /// What the displays of the document define, and the place of the one that is judged.
  package var later: (definitions: LaterDefinitions, place: Int)?
  /// Numbers that stand in the author's cells.
  package var exact: Set<Double> = []

  /// A random network that is left out, or the author's own (-1): to show that no verdict rests on one of them.
  package var omittedProbe: Int? {
    get { laboratory.omitted }
    nonmutating set { laboratory.omitted = newValue }
  }

  package init() {}

  /// What is in force before a statement.
  struct State {
    var reader: MemberReader
    var chain: StatementJudge.Chain?
  }

  /// The verdicts about a display, and what would make it true.
  package struct Judgement {
    /// For each statement those of its links.
    package var verdicts: [[LinkVerdict]]
    /// Corrected displays in LaTeX, the most plausible first.
    package var repairs: [Repair]
  }

  /// Judges a display and takes in what it defines.
  ///
  /// - Parameters:
  ///   - tex: as the author wrote it
  ///   - macros: those in force
  ///   - guards: conditions that the author gives the whole display
  ///   - shown: letters with their values at the component that is to be worked with numbers
  ///   - isRepaired: whether repairs are searched for what fails
  package mutating func judge(
    _ tex: String, macros: MacroTable, _ setting: AuthorSetting, guards: [[Node]] = [], shown: [String: Int] = [:],
    isRepaired: Bool = true
  ) -> Judgement {
    laboratory.enter(setting, scope: scope)
    var table = macros
    let list = TeXFormula.reading(tex, macros: &table).statements
    var judge = StatementJudge(
      laboratory: laboratory, setting: setting, reader: MemberReader(scope), exact: exact, rates: rates)
    (judge.shown, judge.text, judge.later) = (shown, tex, later)
    var verdicts: [[LinkVerdict]] = []
    var states: [State] = []
    // A row goes on with what stands above it in its own column: a remark beside an equation is not in between.
    var chains: [Int: StatementJudge.Chain] = [:]
    var row: Int?
    for statement in list.statements {
      let isMembership = statement.members[0].isEmpty && statement.relations.first.map { Self.isMembership($0.sign) } ?? false
      // `a &= b &\in \mathbb{R}^n`: of what stands in the same row.
      let goesOnInRow = isMembership && row == statement.row
      if statement.members[0].isEmpty, !goesOnInRow, let above = chains[statement.column] { chain = above }
      row = statement.row
      states.append(State(reader: judge.reader, chain: chain))
      if list.statements.count > 1, scope.isExplanation(statement) {
        verdicts.append([])
        continue
      }
      judge.guards = statement.guards + guards
      var (found, next) = judge.judge(statement, after: chain)
      for place in found.indices {
        found[place].substitution = judge.linkJudge.substitution(of: found[place])
        found[place].work = nil
      }
      verdicts.append(found)
      // A membership leaves the chain as it is.
      if goesOnInRow { continue }
      chain = next
      chains[statement.column] = next
    }
    if let first = chains[0] { chain = first }
    if list.statements.isEmpty { chain = nil }
    scope = judge.scope
    rates = judge.rates
    var repairs: [Repair] = []
    if isRepaired, verdicts.contains(where: { $0.contains { $0.kind == .fails || !$0.unbound.isEmpty } }) {
      // Changes are made in the text, which must not have macros then.
      var table = macros
      let (plain, places) = TeXFormula.expandingWithPlaces(tex, macros: &table)
      var none = MacroTable()
      let search = RepairSearch(
        derivation: self, setting: setting, guards: guards, tex: plain,
        authored: places.map { RepairSearch.Authored(tex: tex, places: $0) },
        list: TeXFormula.reading(plain, macros: &none).statements, states: states,
        layers: (setting.network?.layers.count ?? 0) + (scope.layersCountFromOne ? 1 : 0))
      repairs = search.repairs(of: verdicts)
    }
    return Judgement(verdicts: verdicts, repairs: repairs)
  }

  private static func isMembership(_ sign: String) -> Bool { sign == "\\in" || sign == "∈" }

  /// Leaves a display out: the next one cannot go on with what stood before it.
  package mutating func passOver() { chain = nil }

  /// A statement written otherwise, judged as it stands in the state before it; nothing is taken in.
  func trial(
    _ statement: Statement, _ setting: AuthorSetting, guards: [[Node]], from state: State, only place: Int?
  ) -> [LinkVerdict] {
    var judge = judge(statement, setting, guards: guards, from: state)
    return judge.judge(statement, after: state.chain, only: place).verdicts
  }

  /// A judge of trials in the state before a statement.
  func judge(
    _ statement: Statement, _ setting: AuthorSetting, guards: [[Node]], from state: State
  ) -> StatementJudge {
    var judge = StatementJudge(
      laboratory: laboratory, setting: setting, reader: state.reader, exact: exact, rates: rates, isTrial: true)
    judge.guards = statement.guards + guards
    return judge
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

  /// Binds a symbol to a meaning of the notation.
  ///
  /// - Parameter letters: index letters among those of the symbol
  package mutating func bind(_ symbol: [Node], letters: Set<String>, to meaning: SymbolMeaning) {
    if case .accumulator = meaning.quantity { velocityScale = nil }
    var (symbol, meaning) = (PlainNodes.plain(symbol), meaning)
    if case .row = meaning.quantity, let last = symbol.last,
      case .scripted(let base?, let sub, let sup?, 0) = last.kind,
      sup.count == 1, sup[0].isTransposeMark
    {
      // `$w_j^T$ is row j of $W$`: what lies there is the transpose of the column w_j.
      symbol[symbol.count - 1] = sub == nil ? base : Node(.scripted(base, sub: sub, sup: nil, primes: 0), last.range)
      meaning.orientation = nil
    }
    bind(SymbolPattern(symbol, variables: letters), to: .meaning(meaning), isNotation: true)
  }

  /// Binds `\delta_{ij}`, with any indices, as the Kronecker delta.
  mutating func bindKroneckerDelta() {
    let indices = ["i", "j"].map { Node(.letter($0), 0..<0) }
    var meaning = SymbolMeaning(.kronecker)
    (meaning.unit, meaning.from) = (.letter("i", plus: 0), .letter("j", plus: 0))
    let symbol = Node(.scripted(Node(.letter("\\delta"), 0..<0), sub: indices, sup: nil, primes: 0), 0..<0)
    bind(SymbolPattern([symbol], variables: ["i", "j"]), to: .meaning(meaning), isNotation: true)
  }

  /// Binds the letter of a regularization, as the loss names it.
  package mutating func bindRegularization(_ symbol: [Node]) {
    bind(SymbolPattern(symbol, variables: []), to: .meaning(SymbolMeaning(.regularization)), isNotation: false)
  }

  package mutating func unbind(_ symbol: [Node]) {
    let plain = PlainNodes.plain(symbol)
    let isKnown = entries.contains { $0.pattern.key == plain.key }
    remove(plain.key)
    // All that it names with other indices, and under another dress where it is no symbol of its own.
    let letters = Set(plain.flatMap(\.scriptIndices).flatMap(\.letters))
    let pattern = SymbolPattern(plain, variables: letters)
    let others = entries.map(\.pattern).filter { other in
      guard let match = pattern.match(other.nodes[...], undressing: !isKnown) else { return false }
      return match.length == other.nodes.count && match.leftoverPrimes == 0
        && (plain.allSatisfy { $0.scripts.sub == nil && $0.scripts.sup == nil }
          || match.leftoverSub == nil && match.leftoverSup == nil)
    }
    for other in others { remove(other.key) }
  }

  /// Binds a symbol to a number of `let`.
  package mutating func bind(_ symbol: [Node], toNumber value: Double) {
    let pattern = SymbolPattern(symbol, variables: [])
    let variable = Variable(name: pattern.key + " = \(value)", shape: [], value: value)
    bind(pattern, to: .variable(variable), isNotation: false)
  }

  /// Binds what `let` defines by a formula: a function where the left side has arguments.
  ///
  /// - Throws: why the left side is no symbol, or what of the right side nothing says
  package mutating func bind(_ left: [Node], toFormula right: [Node]) throws(ReadingProblem) {
    guard let name = SymbolName(left) else { throw .unsupported(.fact(.leftSide), left.range) }
    var inside = self
    for (place, parameter) in name.parameters.enumerated() {
      inside.bind(SymbolPattern(parameter, variables: []), to: .parameter(place), isNotation: false)
    }
    var parser = ExpressionParser(right, scope: inside)
    _ = try parser.parse()
    if let letter = parser.realVariables.filter({ !$0.value }).keys.min(), name.parameters.isEmpty {
      throw .unbound(letter, right.range)
    }
    // An index that both sides have stands for any: `\hat x_i = x_i / \sigma`.
    let letters = name.parameters.isEmpty ? name.variables(in: PlainNodes.plain(right)) : []
    let body = name.parameters.isEmpty ? namingNumbers(PlainNodes.plain(right), of: name.symbol) : right
    define(SymbolPattern(name.symbol, variables: letters), parameters: name.parameters, body: body, isLet: true)
  }

  /// A vector or matrix of numbers with a variable for each of them, which is exact on the author's network and is drawn
  /// elsewhere like any number of `let`; anything else as it is.
  private mutating func namingNumbers(_ nodes: [Node], of symbol: [Node]) -> [Node] {
    var parser = ExpressionParser(nodes, scope: self)
    guard let value = try? parser.parse(), NumericClaims.literals(value) != nil else { return nodes }
    var count = 0
    func named(_ nodes: [Node]) -> [Node] {
      nodes.map { node in
        switch node.kind {
        case .number(let digits):
          guard let number = Double(digits) else { return node }
          count += 1
          let name = Node(.letter("\(symbol.key), number \(count)"), node.range)
          bind([name], toNumber: number)
          return name
        case .environment(let environment, let rows):
          let rows = rows.map { Node.Row(cells: $0.cells.map(named), range: $0.range) }
          return Node(.environment(environment, rows), node.range)
        default: return node
        }
      }
    }
    return named(nodes)
  }

  /// Binds a variable that `let` declares: `x \in \mathbb{R}^{3}`.
  package mutating func bind(_ symbol: [Node], toElementOf set: [Node]) throws(ReadingProblem) {
    let plain = PlainNodes.plain(set)
    guard plain.count == 1, plain[0].base.isRealLine(in: self) else {
      throw .unsupported(.fact(.otherSet), set.range)
    }
    var sup = (plain[0].scripts.sup ?? [])[...]
    if sup.first?.bareSign == "(", sup.last?.bareSign == ")" { sup = sup.dropFirst().dropLast() }
    var shape: [Expression] = []
    if !sup.isEmpty {
      for part in ExpressionParser.parts(of: sup, at: [",", "\\times"]) {
        var parser = ExpressionParser(Array(part), scope: self)
        parser.isWholeNumber = true
        shape.append(try parser.parse())
      }
    }
    var isRow = false
    if shape.count == 2 {
      if case .number("1") = shape[1].kind {
        shape.removeLast()
      } else if case .number("1") = shape[0].kind {
        shape.removeFirst()
        isRow = true
      }
    }
    guard shape.count <= 2 else { throw .unsupported(.fact(.threeIndices), set.range) }
    let pattern = SymbolPattern(symbol, variables: [])
    var variable = Variable(name: pattern.key + " \(entries.count)", shape: shape, isRow: isRow)
    variable.isDeclared = true
    bind(pattern, to: .variable(variable), isNotation: false)
  }
}
