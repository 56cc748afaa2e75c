import TeXMath

/// Turns down changes of a link that do not make it hold, before the statement is put together and judged: most are
/// refuted by one component on one random network. What passes is judged in full; what does not would have failed there.
///
/// A change leaves most of a link as it was: each form of a member is read once, however many changes lead to it.
final class RepairSieve {
  /// What a member says in one of its forms.
  final class Form {
    let reading: MemberReader.Reading
    var expression: Expression { reading.expression }

    init(_ reading: MemberReader.Reading) { self.reading = reading }
  }
  /// What becomes of both members by a change.
  enum Outcome {
    case readable(Form, Form)
    case unreadable
    /// The change reaches beyond the members.
    case unknown

    var isUnreadable: Bool { if case .unreadable = self { true } else { false } }
  }
  private struct Key: Hashable {
    var text: String
    /// Letters that members before it take for real variables.
    var letters: [String: Bool]
  }
  /// A member as the author wrote it, or one that the link takes from the display before it.
  private struct Member {
    var range: Range<Int>?
    var text: [UInt8]
    var nodes: [Node]
  }

  private let judge: LinkJudge
  private let updates: UpdateClaims?
  private let isAssignment: Bool
  private let left: Member
  private let right: Member
  private let guards: [Expression.Condition]
  /// One of the numbers that the letter of a family stands for, for which alone changes are tried.
  private let one: (letter: String, number: Int)?
  /// Letters that the chain has as arguments of functions before the link.
  private let variables: [String: Bool]
  private let merging: MergedChanges
  /// Whether what symbols say does not depend on what stands behind them: on the step in `W(t)`.
  private lazy var readsByParts = isReadableByParts
  private var forms: [Key: Form?] = [:]

  /// - Parameters:
  ///   - text: of the display, in which the ranges of the statement are
  ///   - place: of the link in the statement
  /// - Returns: nil where the members do not stand for themselves or are no equation, so that every change has to be
  ///   judged as a whole
  init?(
    _ statement: Statement, _ place: Int, text: [UInt8], _ statementJudge: StatementJudge, chain: StatementJudge.Chain?
  ) {
    let sign = statement.relations[place].sign
    guard StatementJudge.isEquation(sign), statementJudge.laboratory.omitted == nil else { return nil }
    func member(_ number: Int) -> Member? {
      let nodes = statement.members[number]
      guard !nodes.isEmpty else {
        return number == 0 ? chain.map { Member(range: nil, text: [], nodes: $0.left(under: statement.guards)) } : nil
      }
      let trimmed = StatementJudge.trimmed(nodes)
      // Changes are made of all that stands between two signs: a colour around the first symbol is none of its nodes.
      for range in [statement.range(ofMember: number), nodes.range] {
        let part = Array(text[range])
        guard let alone = Self.nodes(of: String(decoding: part, as: UTF8.self)),
          PlainNodes.plain(alone).key == PlainNodes.plain(trimmed).key
        else { continue }
        return Member(range: range, text: part, nodes: trimmed)
      }
      return nil
    }
    guard let left = member(place), let right = member(place + 1) else { return nil }
    if let family = NameFamily(in: [left.nodes, right.nodes], statementJudge.scope) {
      let number = family.numbers[family.numbers.count / 2]
      let single = [left.nodes, right.nodes].map { $0.map { $0.putting(number, for: family.letter) } }
      // A condition may leave this one out; what a second letter stands for is found out by a whole statement.
      guard statementJudge.guards.isEmpty, NameFamily(in: single, statementJudge.scope) == nil else { return nil }
      one = (family.letter, number)
    } else {
      one = nil
    }
    (self.left, self.right) = (left, right)
    judge = statementJudge.linkJudge
    variables = statementJudge.variables(before: place, of: statement, after: chain)
    merging = MergedChanges(numbers: judge.laboratory.numbers)
    guards = statementJudge.conditions()
    isAssignment = StatementJudge.isAssignment(sign)
    updates = place == 0 && left.range != nil ? statementJudge.updateClaims : nil
  }

  /// Whether the link may hold after a change that comes to this.
  func mayHold(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .unknown: true
    case .unreadable: false
    case .readable(let left, let right): mayBeEqual(left, right)
    }
  }

  /// What two changes come to together, if each of them comes to this.
  func outcome(of both: Edit, _ one: Outcome, _ other: Outcome) -> Outcome {
    guard case .readable(let a, let b) = unchanged, case .readable(let a1, let b1) = one,
      case .readable(let a2, let b2) = other, let left = merged(a, a1, a2), let right = merged(b, b1, b2)
    else { return outcome(of: both) }
    return .readable(left, right)
  }

  private lazy var unchanged = outcome(of: Edit(.sign, []))

  private func merged(_ base: Form, _ one: Form, _ other: Form) -> Form? {
    if one === base { return other }
    if other === base { return one }
    let readings = [base.reading, one.reading, other.reading]
    guard readings.allSatisfy({ $0.notes.isEmpty && $0.realVariables == base.reading.realVariables }),
      let expression = merging.merged(base.expression, one.expression, other.expression)
    else { return nil }
    return Form(
      MemberReader.Reading(expression: expression, notes: [], realVariables: base.reading.realVariables))
  }

  func outcome(of edit: Edit) -> Outcome {
    var splices: (left: [Edit.Splice], right: [Edit.Splice]) = ([], [])
    for splice in edit.splices {
      if let range = left.range, range.lowerBound <= splice.range.lowerBound,
        splice.range.upperBound <= range.upperBound
      {
        splices.left.append(splice.shifted(by: -range.lowerBound))
      } else if let range = right.range, range.lowerBound <= splice.range.lowerBound,
        splice.range.upperBound <= range.upperBound
      {
        splices.right.append(splice.shifted(by: -range.lowerBound))
      } else {
        return .unknown
      }
    }
    guard let a = form(of: left, splices.left, edit.kind, after: variables),
      let b = form(of: right, splices.right, edit.kind, after: a.reading.realVariables),
      b.reading.realVariables.allSatisfy(\.value)
    else { return .unreadable }
    return .readable(a, b)
  }

  private func mayBeEqual(_ a: Form, _ b: Form) -> Bool {
    // Numbers are judged on the author's network, to the digits that are written.
    let isOfNumbers = a.expression.isNumeric || b.expression.isNumeric
    if isOfNumbers, !a.expression.hasFreeVariable, !b.expression.hasFreeVariable { return true }
    let written = LinkJudge.Sides(left: a.expression, right: b.expression)
    guard let sides = try? written.settlingSteps() else { return false }
    if let updates, let increments = updates.increments(sides, isAssignment: isAssignment) {
      return increments.contains { increment in
        judge.stepCosts(in: [sides.left, sides.right]).contains { mayHold(increment.reading, $0) }
      }
    }
    if sides.left.speaksOfStep || sides.right.speaksOfStep || updates != nil && sides.left.isAccumulator { return true }
    let reading = LinkJudge.Reading(left: sides.left, right: sides.right, guards: guards, conventions: [])
    return mayHold(reading, .network)
  }

  /// How many components are compared first.
  private static let components = 12

  /// Compares some components on one network, and where these agree, all of them on all.
  private func mayHold(_ reading: LinkJudge.Reading, _ cost: StepCost) -> Bool {
    let needs = judge.needs(reading)
    var shallow = needs
    shallow.isDeep = false
    let probe = judge.laboratory.randomProbe(shallow, seed: Laboratory.seeds[0])
    let isDeep = needs.isDeep && judge.setting.network != nil
    let deep = isDeep ? judge.laboratory.randomProbe(needs, seed: Laboratory.deepSeed) : nil
    let log = ConventionLog()
    for conventions in [[]] + LinkJudge.conventionsOfTrials {
      guard conventions.isSubset(of: log.asked), conventions.allSatisfy({ $0.suits(reading.left, reading.right) })
      else { continue }
      var comparer = Comparer(
        probe: probe, constants: judge.constants(on: probe), left: reading.left, right: reading.right,
        guards: reading.guards, conventions: conventions, stepCost: cost,
        exampleLetters: judge.reader.exampleLetters, log: log)
      comparer.allowsRowGradients = !judge.reader.hasErrorsAsColumns
      comparer.stopsEarly = true
      comparer.enough = Self.components
      switch comparer.run() {
      case .agrees: break
      case .nothing:
        // Layers that a network of the author's depth has not may be there in a deeper one.
        guard let deep else { continue }
        (comparer.probe, comparer.constants) = (deep, judge.constants(on: deep))
        if case .agrees = comparer.run() { break }
        continue
      // What can't be told literally is not tried by any convention, but for products and quotients entry by entry.
      case .problem where conventions.isEmpty:
        guard log.asked.contains(.elementwiseDot) || log.asked.contains(.entrywiseQuotient) else { return false }
      case .problem, .refuted, .differs: continue
      }
      var tried = reading
      tried.conventions = conventions
      switch judge.outcome(tried, stepCost: cost, isConvention: !conventions.isEmpty) {
      case .decided(let verdict) where verdict.kind == .holds: return true
      case .undecided where conventions.isEmpty: return false
      case .decided, .undecided: continue
      }
    }
    return false
  }

  /// A member after a change; nil where it can't be read.
  private func form(
    of member: Member, _ splices: [Edit.Splice], _ kind: Edit.Kind, after letters: [String: Bool]
  ) -> Form? {
    let text = splices.isEmpty ? nil : Edit(kind, splices).applied(to: member.text)
    let key = Key(
      text: text ?? (member.range == nil ? "" : String(decoding: member.text, as: UTF8.self)), letters: letters)
    if let known = forms[key] { return known }
    let nodes = (text.map(Self.nodes) ?? member.nodes).map { settling($0) }
    let found = nodes.flatMap { reading(of: $0, after: letters) }.map(Form.init)
    forms[key] = .some(found)
    return found
  }

  /// With a number in the place of the letter of a family.
  private func settling(_ nodes: [Node]) -> [Node] {
    guard let one else { return nodes }
    return nodes.map { $0.putting(one.number, for: one.letter) }
  }

  private func reading(of nodes: [Node], after letters: [String: Bool]) -> MemberReader.Reading? {
    if readsByParts {
      let reading = try? judge.reader.readByParts(nodes, after: letters)
      if let reading, reading.realVariables.allSatisfy(\.value) { return reading }
      // Another change may have shown that symbols do depend on it.
      if isReadableByParts { return reading }
      readsByParts = false
    }
    return try? judge.reader.read(nodes, after: letters)
  }

  /// Whether the members as they stand can be read by their parts.
  private var isReadableByParts: Bool {
    guard let left = try? judge.reader.readByParts(settling(left.nodes), after: variables),
      let right = try? judge.reader.readByParts(settling(right.nodes), after: left.realVariables)
    else { return false }
    return right.realVariables.allSatisfy(\.value)
  }

  private static func nodes(of text: String) -> [Node]? {
    var macros = MacroTable()
    let formula = TeXFormula.reading(text, macros: &macros)
    return formula.damage.isEmpty ? StatementJudge.trimmed(formula.nodes) : nil
  }
}
