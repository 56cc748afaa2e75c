import TeXMath

/// Judges the links of one statement, in order, and takes in what it defines.
struct StatementJudge {
  let laboratory: Laboratory
  let setting: AuthorSetting
  var scope: Scope { didSet { reader = MemberReader(scope) } }
  /// Reads in this scope.
  private(set) var reader: MemberReader
  /// Numbers of the author's cells.
  /// The parameter after the step that the statement calculates in numbers, whose value those further on have to have.
  var stepped: Expression?
  var exact: Set<Double>
  /// Symbols of rates, found in updates so far.
  var rates: [Expression]
  /// See `UpdateClaims`.
  var isAhead: [SymbolMeaning: Bool] = [:]
  /// Conditions under which the statement is meant.
  var guards: [[Node]] = []
  /// Whether it only tries a repair: as it stands, and up to the first difference.
  var isTrial = false
  /// See `DisplayJudge`.
  var isForecast = false

  /// What the document defines, and the place of this display.
  var later: (definitions: LaterDefinitions, place: Int)?
  /// Letters with their values at the component that the author asks to see.
  var shown: [String: Int] = [:]
  /// The formula that the statements stand in.
  var text = ""
  /// In a chain whose last link was true by summing a repeated index: letters that the left side of the next is not summed
  /// over. A member is read the same on both sides of it.
  var unsummed: Set<String>?
  /// Letters that nothing binds, and that an earlier member of the chain has as the argument of a function: the x of
  /// `f'(x) = 2x - 2 = 2(x - 1)`.
  var variables: [String: Bool] = [:]

  /// - Parameter reader: one that has read in this scope before
  init(
    laboratory: Laboratory, setting: AuthorSetting, reader: MemberReader, exact: Set<Double>, rates: [Expression],
    isTrial: Bool = false
  ) {
    (self.laboratory, self.setting, self.reader) = (laboratory, setting, reader)
    scope = reader.scope
    (self.exact, self.rates, self.isTrial) = (exact, rates, isTrial)
  }

  /// What the judge knows of a chain that goes on.
  struct Chain: Equatable, Sendable {
    var head: [Node]
    var last: [Node]
    /// The formula that the last member stands in.
    var text: String
    /// See `StatementJudge`.
    var unsummed: Set<String>?
    /// The conditions of the statement that the last member stands in.
    var guards: [[Node]] = []
    /// See `StatementJudge`.
    var variables: [String: Bool] = [:]
  }

  /// - Parameter only: the one link that is asked for, in a trial
  mutating func judge(
    _ statement: Statement, after chain: Chain?, only: Int? = nil
  ) -> (verdicts: [LinkVerdict], chain: Chain) {
    var members = statement.members.map(Self.trimmed)
    if members[0].isEmpty, let chain {
      // `= a \text{ if } i = j`, and below it `= b \text{ if } i \ne j`: of the head each says something elsewhere.
      members[0] = chain.left(under: statement.guards)
      variables = chain.variables
    }
    if members.count > 1, let letter = scope.stepLetter(from: members[1], to: PlainNodes.plain(members[0])) {
      scope.stepLetter = letter
    }
    defer { if scope.stepLetter != nil { scope.stepLetter = nil } }
    // In `p_c = y_c \quad \forall c` c is any class, and not that of an example.
    let classes = Set(guards.compactMap(rangingClass)).sorted().compactMap { scope.removeClass($0) }
    defer { for entry in classes { scope.bind(entry.pattern, to: entry.value, isNotation: entry.isNotation) } }
    var isAlternative = false
    if members.count == 2, Self.equalities.contains(statement.relations[0].sign),
      let pair = alternatives(members[0], members[1])
    {
      (members, isAlternative) = ([pair.left, pair.right], pair.isNetworks)
    }
    let head = statement.members[0].isEmpty ? chain?.head ?? members[0] : members[0]
    // The member whose value the numbers further on have to have.
    var valued = head
    let family = NameFamily(in: members, scope)
    if statement.members[0].isEmpty { unsummed = chain?.unsummed }
    var verdicts: [LinkVerdict] = []
    var isDefining = family == nil && definedName(members[0]) != nil && !statement.members[0].isEmpty
    var isNamedInPassing = false
    for (place, relation) in statement.relations.enumerated() {
      var (relation, left, right) = (relation, members[place], members[place + 1])
      let isLast = place == statement.relations.count - 1
      if place == 0, namesInPassing(statement, members) {
        isNamedInPassing = true
        verdicts.append(LinkVerdict(.defines))
        continue
      }
      if place == 1, isNamedInPassing { (relation, left) = (statement.relations[0], members[0]) }
      if names(right, left, relation.sign, isLast: isLast, place: place, verdicts) {
        isDefining = false
        verdicts.append(define([right], as: left))
        continue
      }
      if place == 0, !statement.members[0].isEmpty, Self.equalities.contains(relation.sign),
        givesParameter(left, right)
      {
        verdicts.append(define([left], as: right))
        continue
      }
      if isDefining, Self.equalities.contains(relation.sign) || Self.arrows.contains(relation.sign) {
        // In `c = f(a, b) = a + b` both are defined by the third.
        if definedName(right) != nil, !isLast {
          verdicts.append(LinkVerdict(.defines))
          continue
        }
        if place == 0, let claim = differentialClaim(left, right) {
          verdicts.append(claim)
          isDefining = false
          continue
        }
        var verdict = define(Array(members[0...place]), as: right)
        if verdict.kind == .notChecked, place == 0, let found = defineRecursively(left, as: right) { verdict = found }
        verdicts.append(verdict)
        isDefining = false
        if verdict.kind == .notChecked {
          // What could not be read defines nothing; what follows may still be a claim.
          for index in verdicts.indices.dropLast() where verdicts[index].kind == .defines { verdicts[index] = verdict }
        }
        continue
      }
      isDefining = false
      if let letter = restrictedLetter(left, right) {
        verdicts.append(LinkVerdict(open: .summedCondition(letter)))
        continue
      }
      if let only, only != place {
        verdicts.append(LinkVerdict(.notChecked))
        if place == 0, !statement.members[0].isEmpty, takesStep(left, relation.sign, right) { valued = right }
        unsummed = repeating(left, right)
        if Self.equalities.contains(relation.sign) { takeVariables(of: left, right) }
        continue
      }
      var verdict: LinkVerdict
      if let family, Self.equalities.contains(relation.sign) {
        verdict = judge(left, right, family: family, head: valued, isLast: isLast)
      } else {
        let isFirst = (place == 0 || place == 1 && isNamedInPassing) && !statement.members[0].isEmpty
        let first = Self.arrows.contains(relation.sign) ? head : valued
        verdict = judge(left, relation.sign, right, head: first, isFirst: isFirst, isLast: isLast)
        if case .unbound? = verdict.open {
          verdict = explained(left, relation.sign, right, head: first, isFirst: isFirst, isLast: isLast) ?? verdict
        }
      }
      if verdict.kind == .fails, !isTrial, Self.equalities.contains(relation.sign),
        let other = readingFamilies(
          left, relation.sign, right, members, head: valued, isFirst: place == 0 && !statement.members[0].isEmpty,
          isLast: isLast)
      {
        verdict = other
      }
      if ["\\in", "∈"].contains(relation.sign), place > 0 || statement.members[0].isEmpty, verdict.hasUnboundSizes {
        // `= b \quad \in \mathbb{R}^{n}` names a size, and claims nothing of what stands before it.
        verdict = LinkVerdict(.defines, reason: "it gives names to sizes")
      }
      // What follows has the value of the right side: a parameter is another after its step, and what is nearly equal
      // to a difference quotient need not be the derivative to all digits.
      if verdict.isOfStep || verdict.open == .relation("\\approx") { valued = right }
      if isAlternative, verdict.kind == .fails { verdict.kind = .conflicts }
      // What is not true everywhere may be where the words say.
      if statement.isConditional, verdict.kind == .fails { verdict = LinkVerdict(open: .conditionInWords) }
      // What it is in one equation it is in those below, unless sentences have a delta for something else.
      if verdict.showsKroneckerDelta, !isTrial, !scope.binds("\\delta") { scope.bindKroneckerDelta() }
      unsummed = verdict.conventions.contains(Convention.repeatedIndex.name) ? repeating(left, right) : nil
      if Self.equalities.contains(relation.sign) { takeVariables(of: left, right) }
      verdict.work?.texts = (place == 0 && statement.members[0].isEmpty ? chain?.text ?? text : text, text)
      verdict.work?.sign = relation.sign
      verdicts.append(verdict)
    }
    let next = Chain(
      head: valued, last: members[members.count - 1], text: text, unsummed: unsummed, guards: statement.guards,
      variables: variables)
    (unsummed, variables, stepped) = (nil, [:], nil)
    return (verdicts, next)
  }

  /// Whether a link, which is not judged here, says what becomes of a parameter: what follows has the value after it.
  private mutating func takesStep(_ left: [Node], _ sign: String, _ right: [Node]) -> Bool {
    guard let literal = try? sides(left, right)(.init()) else { return false }
    if Self.assignments.contains(sign), literal.left.isOneParameter, numbers(in: literal.right, of: literal.left) != nil
    {
      stepped = literal.left.afterStep
      return false
    }
    return updateClaims.increments(literal, isAssignment: Self.assignments.contains(sign)) != nil
  }

  /// Whether a link gives a name to what stands before it: `\frac{\partial L}{\partial z} =: \delta`, or the last
  /// member of a chain of which nothing else says what it is, `\frac{\partial L}{\partial z} = (a - y) a (1 - a) = g`.
  private func names(
    _ right: [Node], _ left: [Node], _ sign: String, isLast: Bool, place: Int, _ verdicts: [LinkVerdict]
  ) -> Bool {
    guard Self.namings.contains(sign) || sign == "=" && isLast && place > 0, let name = definedName(right),
      name.parameters.isEmpty, let read = try? reader.read(left), !read.realVariables.contains(where: { !$0.value })
    else { return false }
    if Self.namings.contains(sign) { return true }
    // A letter that something else has with other indices may be a slip.
    guard !isTrial, let last = verdicts.last, last.kind == .holds || last.kind == .convention,
      let base = name.symbol.last?.undressed.base.key, !scope.binds(base), name.symbol.count == 1,
      case .letter = name.symbol[0].undressed.base.kind
    else { return false }
    return Set(name.symbol.scriptLetters).isSubset(of: PlainNodes.plain(left).scriptLetters)
  }

  /// Whether a chain begins with `w \rightarrow w' =`, where nothing else says what the `w'` is: what follows says what becomes
  /// of the parameter w.
  private func namesInPassing(_ statement: Statement, _ members: [[Node]]) -> Bool {
    guard statement.relations.count > 1, !statement.members[0].isEmpty,
      Self.arrows.contains(statement.relations[0].sign), Self.equalities.contains(statement.relations[1].sign),
      let name = definedName(members[1]), name.parameters.isEmpty,
      case .quantity(let use)? = (try? reader.read(members[0]))?.expression.kind
    else { return false }
    return use.meaning.isParameter
  }

  /// What `dL = \operatorname{tr}(G^T dW)` comes to as an equation between differentials; nil where the left side is
  /// rather a name, as the `dW` of `dW = dZ\, x^T` is where it means a gradient.
  private func differentialClaim(_ left: [Node], _ right: [Node]) -> LinkVerdict? {
    let name = PlainNodes.plain(left)
    // `df = \operatorname{tr}(\frac{\partial f}{\partial X}^T dX)` is true of every f, and defines nothing.
    if name.count == 2, name[0].key == "d", case .none = scope.lookup(name[1...]),
      PlainNodes.plain(right).differentiate(name[1])
    {
      return LinkVerdict(open: .unbound(name[1].key))
    }
    guard name.count == 2, name[0].key == "d", case .found(let entry, _) = scope.lookup(name[1...]), !entry.isFunction,
      let sides = try? reader.sides(left, right), sides.right.hasDifferential
    else { return nil }
    let verdict = linkJudge.judge(guards: conditions(), read: self.sides(left, right))
    switch verdict.kind {
    case .holds, .convention, .fails: return verdict
    // What would define it has differentials of its own, which nothing else explains.
    case .notChecked where verdict.open == .unbound("d"): return verdict
    // Of what the document has made of others nobody calls a gradient so.
    case .notChecked where !entry.isNotation: return verdict
    default: return nil
    }
  }

  /// The letters of the left side, where the right one has others twice that could be summed over.
  private func repeating(_ left: [Node], _ right: [Node]) -> Set<String>? {
    guard let sides = try? reader.sides(left, right), let summed = sides.summingRepeatedIndices,
      summed.right != sides.right
    else { return nil }
    return Set(sides.left.indexLetters)
  }

  /// Without what is left over from a sentence: `, \cdots`.
  static func trimmed(_ nodes: [Node]) -> [Node] {
    var nodes = nodes.filter { node in
      switch node.kind {
      case .label, .tag, .reference, .wideSpace, .alignment: false
      default: true
      }
    }
    while let last = nodes.last, let sign = last.bareSign {
      // `5!` is no exclamation.
      if sign == "!", nodes.dropLast().last?.isNumber ?? false { break }
      if [",", ".", ";", ":", "!"].contains(sign) {
        nodes.removeLast()
      } else if Words.dots.contains(sign), nodes.dropLast().last?.bareSign == "," {
        nodes.removeLast(2)
      } else {
        break
      }
    }
    return nodes
  }

  func sides(_ left: [Node], _ right: [Node]) -> Reading {
    let (reader, unsummed) = (reader, unsummed)
    let variables = variables.isEmpty ? [:] : variables.filter { (left + right).hasLetter($0.key) }
    let read: Reading = { (options) throws(ReadingProblem) in
      var sides = try reader.sides(left, right, after: variables, options)
      if let unsummed { sides.left = sides.left.summingRepeated(except: unsummed) }
      return sides
    }
    let literal = Result { () throws(ReadingProblem) in try read(.init()) }
    return { (options) throws(ReadingProblem) in options == .init() ? try literal.get() : try read(options) }
  }

  /// Letters that members before a link have as arguments of functions.
  func variables(before place: Int, of statement: Statement, after chain: Chain?) -> [String: Bool] {
    var judge = self
    var members = statement.members.map(Self.trimmed)
    if members[0].isEmpty, let chain {
      (members[0], judge.variables) = (chain.left(under: statement.guards), chain.variables)
    }
    for number in 0..<place where Self.equalities.contains(statement.relations[number].sign) {
      judge.takeVariables(of: members[number], members[number + 1])
    }
    return judge.variables
  }

  /// Takes down which letters a link has as arguments of functions.
  private mutating func takeVariables(of left: [Node], _ right: [Node]) {
    for member in [left, right] {
      guard let reading = try? reader.read(member, after: variables) else { continue }
      variables.merge(reading.realVariables.filter(\.value)) { $0 || $1 }
    }
  }
}

extension StatementJudge.Chain {
  /// The left side of what goes on with it: its last member, or its head, where both have conditions and these differ.
  func left(under others: [[Node]]) -> [Node] {
    let isOfOtherCase = !guards.isEmpty && !others.isEmpty && guards.map(\.key) != others.map(\.key)
    return isOfOtherCase ? head : last
  }
}

extension Expression {
  /// Whether it is a parameter of the network.
  var isOneParameter: Bool { if case .quantity(let use) = kind { use.meaning.isParameter } else { false } }

  /// A parameter after a step of training.
  var afterStep: Expression {
    var use = QuantityUse(meaning: SymbolMeaning(.afterStep(of: [])), tex: "")
    use.operands = [self]
    return Expression(.quantity(use), range)
  }
}

extension [Node] {
  /// Whether a derivative of the symbol stands among them: `\frac{\partial f}{\partial x}`.
  fileprivate func differentiate(_ symbol: Node) -> Bool {
    contains { node in
      if case .fraction(let above, _) = node.kind, above.count == 2, ["\\partial", "d"].contains(above[0].key),
        above[1].key == symbol.key
      {
        return true
      }
      return node.parts.contains { $0.differentiate(symbol) }
    }
  }
}
