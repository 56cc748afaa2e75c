/// Components at which changes of a link were refuted. Most other changes are refuted at the same one, and to look at one
/// that is known takes much less than to find out which there are.
///
/// What is turned down here is an instance of the changed equation that does not hold. What can't be told is left to the
/// comparison of all components.
final class RepairWitnesses {
  /// Which equations have a component: those that have the same letters, on one network.
  private struct Kind: Equatable {
    let probe: ObjectIdentifier
    let cost: StepCost
    /// In order.
    let letters: [String]
    /// See `Evaluator`.
    let arrangementOfExamples: SymbolMeaning.Examples?
  }
  private final class Witness {
    let kind: Kind
    let context: Evaluator.Context
    /// Whether parts did not fit each other there.
    let isOfMisfit: Bool
    /// Those of sides under conventions.
    var evaluators: [(conventions: ConventionSet, evaluator: Evaluator)] = []

    init(_ kind: Kind, _ context: Evaluator.Context, isOfMisfit: Bool) {
      (self.kind, self.context, self.isOfMisfit) = (kind, context, isOfMisfit)
    }
  }
  private var witnesses: [Witness] = []
  /// Of one kind so many, and of misfits.
  private static let most = 2

  private let judge: LinkJudge

  init(_ judge: LinkJudge) { self.judge = judge }

  /// What one side comes to at a witness.
  final class Finding {
    /// nil where its parts do not fit each other.
    let value: Value?
    let asked: ConventionSet
    /// Letters that name examples there, and whether something belongs to one that is not named.
    let exampleLetters: [String]
    let hasUnlabelledExample: Bool

    init(value: Value?, asked: ConventionSet, demands: LetterDemands) {
      (self.value, self.asked) = (value, asked)
      exampleLetters = demands.all.filter { $0.kind == .examples }.map(\.letter)
      hasUnlabelledExample = demands.hasUnlabelledExample
    }
  }
  /// What is remembered of a side: a witness by its number, under conventions.
  struct Place: Equatable {
    let witness: Int
    let conventions: ConventionSet
  }

  /// Whether a reading does not hold at a component that is known; takes down the conventions that would be of use.
  func refute(
    _ reading: LinkJudge.Reading, _ left: RepairSieve.Form, _ right: RepairSieve.Form, on probe: Probe,
    _ cost: StepCost, _ log: ConventionLog
  ) -> Bool {
    let (a, b) = (left.expression.content, right.expression.content)
    guard !witnesses.isEmpty, !a.dependsOnLink, !b.dependsOnLink else { return false }
    let kind = kind(left.expression, right.expression, probe, cost)
    for number in witnesses.indices.reversed() where witnesses[number].kind == kind {
      let place = Place(witness: number, conventions: reading.conventions)
      // Where one side does not exist, the equation says nothing.
      guard let one = finding(left, place, probe), let other = finding(right, place, probe) else { continue }
      if let a = one.value, let b = other.value {
        let context = witnesses[number].context
        guard isInstance(one, other, context), differ(a, b, reading, probe, cost, context, log) else { continue }
      }
      log.asked.formUnion(one.asked)
      log.asked.formUnion(other.asked)
      return true
    }
    return false
  }

  /// Whether two values surely differ, in shape or in an entry.
  private func differ(
    _ left: Value, _ right: Value, _ reading: LinkJudge.Reading, _ probe: Probe, _ cost: StepCost,
    _ context: Evaluator.Context, _ log: ConventionLog
  ) -> Bool {
    if left.isSingle && right.isSingle || left.form == right.form && left.shape == right.shape {
      return zip(left.ids, right.ids).contains { probe.graph.surelyDiffer($0, $1) }
    }
    return judge.comparerOfTrials(reading, cost, on: probe, log).tellsApart(left, right, context)
  }

  /// Takes down the component at which a reading was refuted.
  func add(
    _ component: Evaluator.Context, isOfMisfit: Bool = false, of reading: LinkJudge.Reading, on probe: Probe,
    _ cost: StepCost
  ) {
    let kind = kind(reading.left, reading.right, probe, cost)
    guard witnesses.count(where: { $0.kind == kind && $0.isOfMisfit == isOfMisfit }) < Self.most else { return }
    witnesses.append(Witness(kind, component, isOfMisfit: isOfMisfit))
  }

  private func kind(_ left: Expression, _ right: Expression, _ probe: Probe, _ cost: StepCost) -> Kind {
    let (a, b) = (left.content.freeLetters, right.content.freeLetters)
    var letters = a
    for letter in b where !a.contains(letter) { letters.append(letter) }
    if letters.count > a.count { letters.sort() }
    return Kind(
      probe: ObjectIdentifier(probe), cost: cost, letters: letters,
      arrangementOfExamples: Evaluator.arrangementOfExamples(in: [left, right]))
  }

  /// Whether what names no example belongs to the one that the equation names, as it has to.
  private func isInstance(_ left: Finding, _ right: Finding, _ context: Evaluator.Context) -> Bool {
    guard left.hasUnlabelledExample || right.hasUnlabelledExample else { return true }
    let letters = Set(left.exampleLetters + right.exampleLetters)
    guard letters.count == 1, let letter = letters.first else { return true }
    return context.letters[letter] == context.example + 1
  }

  private func finding(_ side: RepairSieve.Form, _ place: Place, _ probe: Probe) -> Finding? {
    if let known = side.findings.first(where: { $0.place == place }) { return known.finding }
    let found = findingAnew(side.expression, witnesses[place.witness], place.conventions, probe)
    side.findings.append((place, found))
    return found
  }

  private func findingAnew(
    _ side: Expression, _ witness: Witness, _ conventions: ConventionSet, _ probe: Probe
  ) -> Finding? {
    let evaluator = evaluator(witness, conventions, probe)
    var demands = LetterDemands()
    var found: Value?
    var isEvaluated = false
    do throws(EvaluationProblem) {
      found = try evaluator.value(ofSide: side, witness.context, comesAgain: true)
      isEvaluated = true
      try evaluator.collect(side, witness.context, hasLayers: true, into: &demands)
    } catch {
      guard case .refuted = error, !isEvaluated else { return nil }
    }
    guard !evaluator.notes.looksElsewhere else { return nil }
    return Finding(value: found, asked: evaluator.notes.asked, demands: demands)
  }

  /// One for all sides, none of which depends on the other: what parts of them come to is remembered.
  private func evaluator(_ witness: Witness, _ conventions: ConventionSet, _ probe: Probe) -> Evaluator {
    if let known = witness.evaluators.first(where: { $0.conventions == conventions })?.evaluator {
      known.beginAnew()
      return known
    }
    let evaluator = Evaluator(
      probe, constants: judge.constants(on: probe), conventions, exampleLetters: judge.reader.exampleLetters,
      arrangementOfExamples: witness.kind.arrangementOfExamples)
    evaluator.stepCost = witness.kind.cost
    evaluator.allowsRowGradients = !judge.reader.hasErrorsAsColumns
    witness.evaluators.append((conventions, evaluator))
    return evaluator
  }
}
