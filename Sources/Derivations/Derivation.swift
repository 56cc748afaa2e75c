import Networks
package import TeXMath

/// The equations of a document in order: what its symbols mean at each place, and a verdict for every link.
///
///     var derivation = Derivation()
///     derivation.scope.bind("a^l_j", …)
///     derivation.judge(Display("a^l_j = \sigma(z^l_j)", macros: macros), setting)
package struct Derivation {
  private var state = DocumentState()
  /// Of displays that are judged side by side each takes one: always as many, so that the same numbers come out on every
  /// machine.
  private var laboratories = [Laboratory(), Laboratory()]
  /// What the displays of the document define.
  package var later: LaterDefinitions?
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
    nonmutating set { for laboratory in laboratories { laboratory.omitted = newValue } }
  }

  package init() {}

  /// The verdicts about a display, and a search for what would make it true.
  package struct Judgement {
    /// For each statement those of its links.
    package var verdicts: [[LinkVerdict]]
    /// nil where there is nothing to repair.
    package var search: RepairSearch?
  }

  /// Judges a display and takes in what it defines.
  ///
  /// - Parameter isRepaired: whether repairs are searched for what fails
  package mutating func judge(
    _ display: Display, _ setting: AuthorSetting, isRepaired: Bool = true
  ) -> Judgement {
    let outcome = judge(setting, 0).judge(display, in: state)
    state = outcome.after
    return judgement(display, outcome, setting, 0, isRepaired: isRepaired)
  }

  /// Judges displays that follow each other, with the same network and notation, side by side.
  ///
  /// The state in which a display stands is what all before it have led to, which is as a rule not a matter of their
  /// numbers: it is told beforehand as if they were all true, and what stands in another state then is judged again.
  package mutating func judge(
    _ displays: [Display], _ setting: AuthorSetting, isRepaired: Bool = true
  ) async -> [Judgement] {
    guard displays.count > 1 else { return displays.map { judge($0, setting, isRepaired: isRepaired) } }
    var forecast = judge(setting, 0)
    forecast.isForecast = true
    var states = [state]
    for display in displays { states.append(forecast.judge(display, in: states[states.count - 1]).after) }
    let outcomes = await outcomes(displays, in: states, setting)
    var judgements: [Judgement] = []
    for (place, display) in displays.enumerated() {
      let number = place % laboratories.count
      let isForeseen = state == states[place]
      let outcome = isForeseen ? outcomes[place] : judge(setting, number).judge(display, in: state)
      state = outcome.after
      judgements.append(judgement(display, outcome, setting, number, isRepaired: isRepaired))
    }
    return judgements
  }

  private func outcomes(
    _ displays: [Display], in states: [DocumentState], _ setting: AuthorSetting
  ) async -> [DisplayJudge.Outcome] {
    /// A judge that one task alone works with, since its laboratory is.
    struct Lane: @unchecked Sendable {
      var judge: DisplayJudge
    }
    return await withTaskGroup(of: [(place: Int, outcome: DisplayJudge.Outcome)].self) { group in
      for number in laboratories.indices {
        let lane = Lane(judge: judge(setting, number))
        let places = stride(from: number, to: displays.count, by: laboratories.count)
        group.addTask { places.map { ($0, lane.judge.judge(displays[$0], in: states[$0])) } }
      }
      var found: [(place: Int, outcome: DisplayJudge.Outcome)] = []
      for await outcomes in group { found += outcomes }
      return found.sorted { $0.place < $1.place }.map(\.outcome)
    }
  }

  private func judge(_ setting: AuthorSetting, _ number: Int) -> DisplayJudge {
    DisplayJudge(laboratory: laboratories[number], setting: setting, later: later, exact: exact)
  }

  private func judgement(
    _ display: Display, _ outcome: DisplayJudge.Outcome, _ setting: AuthorSetting, _ number: Int, isRepaired: Bool
  ) -> Judgement {
    let isWanting = outcome.verdicts.contains { $0.contains { $0.kind == .fails || !$0.unbound.isEmpty } }
    guard isRepaired, isWanting else { return Judgement(verdicts: outcome.verdicts) }
    return Judgement(
      verdicts: outcome.verdicts, search: RepairSearch(display, outcome, judge(setting, number)))
  }
}

extension Scope {
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
    guard let name = SymbolName(left, definedAs: right, in: self) else {
      throw .unsupported(.fact(.leftSide), left.range)
    }
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
    guard plain.count == 1, case .dressed("\\mathbb", let letter) = plain[0].base.kind, letter.key == "R" else {
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
