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
    /// What it comes to where others were refuted; nil where that can't be told.
    var findings: [(place: RepairWitnesses.Place, finding: RepairWitnesses.Finding?)] = []

    init(_ reading: MemberReader.Reading) { self.reading = reading }

    convenience init(_ expression: Expression) {
      self.init(MemberReader.Reading(expression: expression, notes: [], wholes: [], realVariables: [:]))
    }
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
  /// Two sides by their numbers: see `ExpressionNumbers`.
  private struct Sides: Hashable {
    let left: Int
    let right: Int

    init(_ left: Expression, _ right: Expression, _ numbers: ExpressionNumbers) {
      func number(_ side: Expression) -> Int { numbers.number(of: side.content) << 1 + (side.isNamed ? 1 : 0) }
      (self.left, self.right) = (number(left), number(right))
    }
  }

  private let judge: LinkJudge
  private let updates: UpdateClaims?
  private let isAssignment: Bool
  private let left: LinkMembers.Member
  private let right: LinkMembers.Member
  private let guards: [Expression.Condition]
  /// One of the numbers that the letter of a family stands for, for which alone changes are tried.
  private let one: (letter: String, number: Int)?
  /// Letters that the chain has as arguments of functions before the link.
  private let variables: [String: Bool]
  private let merging: MergedChanges
  /// Whether what symbols say does not depend on what stands behind them: on the step in `W(t)`.
  private lazy var readsByParts = isReadableByParts
  /// At which revision of what is known the members could be read by their parts.
  private var readableAt: Int?
  private var forms: [Key: Form?] = [:]
  /// Whether sides that were compared may be equal: different changes often come to the same.
  private var verdicts: [Sides: Bool] = [:]
  private let witnesses: RepairWitnesses
  /// The network that the latest change was compared on, and what that asked for.
  private var latest: (needs: Needs, probe: Probe)?

  /// - Returns: nil where the link is no equation, so that every change has to be judged as a whole
  init?(_ link: Link, _ members: LinkMembers, _ statementJudge: StatementJudge) {
    guard StatementJudge.isEquation(link.sign), statementJudge.laboratory.omitted == nil else { return nil }
    (left, right) = (members.left, members.right)
    if let family = NameFamily(in: [left.nodes, right.nodes], statementJudge.scope) {
      let number = family.numbers[family.numbers.count / 2]
      let single = [left.nodes, right.nodes].map { $0.map { $0.putting(number, for: family.letter) } }
      // A condition may leave this one out; what a second letter stands for is found out by a whole statement.
      guard statementJudge.guards.isEmpty, NameFamily(in: single, statementJudge.scope) == nil else { return nil }
      one = (family.letter, number)
    } else {
      one = nil
    }
    judge = statementJudge.linkJudge
    variables = link.variables
    merging = MergedChanges(numbers: judge.laboratory.numbers)
    witnesses = RepairWitnesses(judge)
    guards = statementJudge.conditions()
    isAssignment = StatementJudge.isAssignment(link.sign)
    updates = link.mayBeUpdate ? statementJudge.updateClaims : nil
  }

  /// Whether the link may hold after a change that comes to this.
  func mayHold(_ outcome: Outcome) -> Bool {
    switch outcome {
    case .unknown: true
    case .unreadable: false
    case .readable(let left, let right): mayBeEqual(left, right)
    }
  }

  /// What two changes come to together, if each of them comes to this; nil where their text has to be read.
  func merged(_ one: Outcome, _ other: Outcome) -> Outcome? {
    guard case .readable(let a, let b) = unchanged, case .readable(let a1, let b1) = one,
      case .readable(let a2, let b2) = other, let left = merged(a, a1, a2), let right = merged(b, b1, b2)
    else { return nil }
    return .readable(left, right)
  }

  private lazy var unchanged = outcome(of: LinkMembers.Change(kind: .sign))

  private func merged(_ base: Form, _ one: Form, _ other: Form) -> Form? {
    if one === base { return other }
    if other === base { return one }
    let readings = [base.reading, one.reading, other.reading]
    guard readings.allSatisfy({ $0.notes.isEmpty && $0.realVariables == base.reading.realVariables }),
      let expression = merging.merged(base.expression, one.expression, other.expression)
    else { return nil }
    return Form(
      MemberReader.Reading(expression: expression, notes: [], wholes: [], realVariables: base.reading.realVariables))
  }

  /// - Parameter change: nil where it reaches beyond the members
  func outcome(of change: LinkMembers.Change?) -> Outcome {
    guard let change else { return .unknown }
    guard let a = form(of: left, change.left, change.kind, after: variables),
      let b = form(of: right, change.right, change.kind, after: a.reading.realVariables),
      b.reading.realVariables.allSatisfy(\.value)
    else { return .unreadable }
    return .readable(a, b)
  }

  private func mayBeEqual(_ a: Form, _ b: Form) -> Bool {
    let sides = Sides(a.expression, b.expression, judge.laboratory.numbers)
    if let known = verdicts[sides] { return known }
    let found = mayBeEqualAnew(a, b)
    verdicts[sides] = found
    return found
  }

  private func mayBeEqualAnew(_ a: Form, _ b: Form) -> Bool {
    // Numbers are judged on the author's network, to the digits that are written.
    let isOfNumbers = a.expression.isNumeric || b.expression.isNumeric
    if isOfNumbers, !a.expression.hasFreeVariable, !b.expression.hasFreeVariable { return true }
    let written = LinkJudge.Sides(left: a.expression, right: b.expression)
    guard let sides = try? written.settlingSteps() else { return false }
    if let updates, let increments = updates.increments(sides, isAssignment: isAssignment) {
      return increments.contains { increment in
        let (left, right) = (Form(increment.reading.left), Form(increment.reading.right))
        return judge.stepCosts(in: [sides.left, sides.right]).contains { mayHold(increment.reading, left, right, $0) }
      }
    }
    if sides.left.speaksOfStep || sides.right.speaksOfStep || updates != nil && sides.left.isAccumulator { return true }
    let reading = LinkJudge.Reading(left: sides.left, right: sides.right, guards: guards, conventions: [])
    // What says a step in other words is another side.
    let left = sides.left.content === a.expression.content ? a : Form(sides.left)
    let right = sides.right.content === b.expression.content ? b : Form(sides.right)
    if mayHold(reading, left, right, .network) { return true }
    // A letter of a vector may stand for any number.
    guard isOfAnyNumber, let numbers = sides.ofAnyNumber else { return false }
    return mayHold(
      LinkJudge.Reading(left: numbers.left, right: numbers.right, guards: guards, conventions: []), Form(numbers.left),
      Form(numbers.right), .network)
  }

  /// Whether the link as it stands has one letter of a vector and functions of it alone.
  private lazy var isOfAnyNumber: Bool = {
    guard case .readable(let left, let right) = unchanged else { return false }
    return LinkJudge.Sides(left: left.expression, right: right.expression).ofAnyNumber != nil
  }()

  /// None first.
  private static let conventions: [ConventionSet] = [[]] + LinkJudge.conventionsOfTrials

  /// How many components are compared on each network, and how many of these at one choice of layers.
  private static let components = 12
  private static let componentsOfLayers = 4

  /// Compares some components on one network, and where these agree, on the others.
  private func mayHold(_ reading: LinkJudge.Reading, _ left: Form, _ right: Form, _ cost: StepCost) -> Bool {
    let needs = judge.needs(reading)
    let probe = shallowProbe(needs)
    let log = ConventionLog()
    for conventions in Self.conventions {
      guard conventions.isSubset(of: log.asked), judge.suits(conventions, reading.left, reading.right) else { continue }
      var tried = reading
      tried.conventions = conventions
      if witnesses.refute(tried, left, right, on: probe, cost, log) { continue }
      log.misfit = nil
      switch compare(tried, cost, on: probe, log) {
      case .agrees: break
      case .nothing:
        // Layers that a network of the author's depth has not may be there in a deeper one.
        guard needs.isDeep, judge.setting.network != nil,
          case let deep = judge.laboratory.randomProbe(needs, seed: Laboratory.deepSeed),
          case .agrees = compare(tried, cost, on: deep, log)
        else { continue }
      // What can't be told literally is not tried by any convention, but for products and quotients entry by entry.
      case .problem where conventions.isEmpty:
        guard log.asked.contains(.elementwiseDot) || log.asked.contains(.entrywiseQuotient) else { return false }
      case .differs(let difference, _):
        witnesses.add(difference.context, of: tried, on: probe, cost)
        continue
      case .refuted:
        if let misfit = log.misfit { witnesses.add(misfit, isOfMisfit: true, of: tried, on: probe, cost) }
        continue
      case .problem: continue
      }
      if mayHoldElsewhere(tried, cost, than: probe) { return true }
    }
    return false
  }

  private func shallowProbe(_ needs: Needs) -> Probe {
    var shallow = needs
    shallow.isDeep = false
    if let latest, latest.needs == shallow { return latest.probe }
    let probe = judge.laboratory.randomProbe(shallow, seed: Laboratory.seeds[0])
    latest = (shallow, probe)
    return probe
  }

  /// Whether nothing refutes a reading on the networks that it is to be judged on.
  private func mayHoldElsewhere(_ reading: LinkJudge.Reading, _ cost: StepCost, than known: Probe) -> Bool {
    // What these differentiate by is found by the judge.
    if reading.left.differentiatesByDefined || reading.right.differentiatesByDefined { return true }
    return judge.probes(reading).enumerated().allSatisfy { place, probe in
      guard probe !== known else { return true }
      switch compare(reading, cost, on: probe, nil, first: probe.isOneOfMany ? place : 0) {
      case .refuted, .differs: return false
      case .agrees, .nothing, .problem: return true
      }
    }
  }

  private func compare(
    _ reading: LinkJudge.Reading, _ cost: StepCost, on probe: Probe, _ log: ConventionLog?, first: Int = 0
  ) -> ProbeOutcome {
    var comparer = judge.comparerOfTrials(reading, cost, on: probe, log)
    (comparer.enough, comparer.enoughOfLayers) = (Self.components, Self.componentsOfLayers)
    if first > 0 { (comparer.limit, comparer.first) = (Comparer.furtherLimit, first) }
    return comparer.run()
  }

  /// A member after a change; nil where it can't be read.
  private func form(
    of member: LinkMembers.Member, _ splices: [Edit.Splice], _ kind: Edit.Kind, after letters: [String: Bool]
  ) -> Form? {
    let text = splices.isEmpty ? nil : Edit(kind, splices).applied(to: member.text)
    let key = Key(
      text: text ?? (member.range == nil ? "" : String(decoding: member.text, as: UTF8.self)), letters: letters)
    if let known = forms[key] { return known }
    let nodes = (text.map(LinkMembers.nodes) ?? member.nodes).map { settling($0) }
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
    let revision = judge.reader.revisions
    if readableAt == revision { return true }
    guard let left = try? judge.reader.readByParts(settling(left.nodes), after: variables),
      let right = try? judge.reader.readByParts(settling(right.nodes), after: left.realVariables)
    else { return false }
    let isReadable = right.realVariables.allSatisfy(\.value)
    // What became known on the way may read them otherwise.
    if isReadable { readableAt = revision }
    return isReadable
  }
}

extension LinkJudge {
  /// Compares both sides of a changed link on one network up to the first difference.
  func comparerOfTrials(_ reading: Reading, _ cost: StepCost, on probe: Probe, _ log: ConventionLog?) -> Comparer {
    Comparer(
      probe: probe, constants: constants(on: probe), left: reading.left, right: reading.right,
      guards: reading.guards, conventions: reading.conventions, stepCost: cost, exampleLetters: reader.exampleLetters,
      allowsRowGradients: !reader.hasErrorsAsColumns, log: log, stopsEarly: true)
  }
}
