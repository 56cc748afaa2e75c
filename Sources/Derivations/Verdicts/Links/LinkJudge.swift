import Networks
import TeXMath

/// Judges a link: on the author's network and on random ones, first as it stands, then under one convention or two.
struct LinkJudge {
  /// A way to read both sides.
  struct Reading {
    var left: Expression
    var right: Expression
    var guards: [Expression.Condition]
    var conventions: ConventionSet

    /// Whether it calculates with the author's inputs or targets, written out in numbers.
    func isOfData(of setting: AuthorSetting) -> Bool {
      !left.isNumeric && !right.isNumeric && (left.hasData(of: setting) || right.hasData(of: setting))
    }
  }

  let laboratory: Laboratory
  let setting: AuthorSetting
  let reader: MemberReader
  var scope: Scope { reader.scope }
  var relation = LinkRelation.equal
  /// Whether it only tries a repair: as it stands, up to the first difference, and without the second route.
  var isTrial = false
  /// Whether everything is taken to be true: see `DisplayJudge`.
  var isForecast = false
  /// Rates of the updates above, the latest last.
  var rates: [Expression] = []
  /// Letters with their values at the component that the author asks to see.
  var shown: [String: Int] = [:]

  /// Expressions of the two sides of a link.
  struct Sides: Equatable {
    var left: Expression
    var right: Expression
    /// What had to be mended to read them.
    var notes: [String] = []
    /// See `ExpressionParser`.
    var wholes: [String] = []
    /// Whether the left side is the right side's parameter one step later.
    var isStep = false
    /// See `UpdateClaims`; nil where the sides don't show it.
    var isVelocityAhead: Bool?
  }

  /// The conventions by which a repaired link may be true.
  static let conventionsOfTrials: [ConventionSet] = [
    [.biasBroadcast], [.rowGradient], [.exampleUnderstood], [.costOfOneExample], [.elementwiseDot],
    [.entrywiseQuotient],
    [.elementwiseDot, .entrywiseQuotient], [.biasRowDropped], [.biasRowDropped, .elementwiseDot],
  ]

  /// Whether conventions are meant for what two sides speak of.
  func suits(_ conventions: ConventionSet, _ left: Expression, _ right: Expression) -> Bool {
    conventions.allSatisfy { convention in
      convention.suits(left, right) || convention == .costOfOneExample && isOfTheOneExample(left, right)
    }
  }

  /// Whether the author has one example alone, whose loss is the cost.
  private func isOfTheOneExample(_ left: Expression, _ right: Expression) -> Bool {
    setting.data?.examples == 1 && !left.contains(where: \.carriesExample) && !right.contains(where: \.carriesExample)
  }

  /// The conventions that may be tried, one by one and in pairs.
  private static let candidates: [ConventionSet] = {
    let all = Convention.allCases.filter { ![.binaryTargets, .truncated, .constantNotNamed].contains($0) }
    var sets = all.map { ConventionSet([$0]) }
    for (place, one) in all.enumerated() { for other in all[(place + 1)...] { sets.append([one, other]) } }
    return sets
  }()

  /// - Parameter read: reads both sides, with wide sums or without
  func judge(
    guards: [Expression.Condition] = [], read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict {
    let literal: Sides
    do throws(ReadingProblem) {
      literal = try read(ExpressionParser.Options())
    } catch {
      return withKroneckerDeltas(guards, error, read) ?? .notChecked(error)
    }
    if let letter = literal.capturedLayer {
      return LinkVerdict(.fails, reason: "`\(letter)` is summed over, and free on the other side")
    }
    if let letter = literal.left.letterOfTwoMinds ?? literal.right.letterOfTwoMinds {
      return LinkVerdict(open: .twofoldLetter(letter))
    }
    var verdict = judge(literal, guards, read)
    if verdict.kind == .fails, !isTrial, let other = readOtherwise(literal, guards, read) { verdict = other }
    if verdict.kind != .holds, let numbers = literal.ofAnyNumber {
      let found = judge(numbers, guards) { (options) throws(ReadingProblem) in
        try read(options).ofAnyNumber ?? numbers
      }
      if found.kind == .holds || verdict.kind == .notChecked && found.kind != .notChecked { verdict = found }
    }
    if verdict.kind == .fails, literal.left.hasDifferential || literal.right.hasDifferential,
      !literal.left.isSurelyDifferential, !literal.right.isSurelyDifferential
    {
      // `dW = dZ\, x^T` may speak of gradients, where nothing says so.
      return LinkVerdict(open: .unbound("d"))
    }
    if verdict.kind != .holds, !literal.wholes.isEmpty, !isTrial, let other = withLettersApart(guards, read) {
      return other
    }
    if verdict.kind == .fails, let letter = literal.wholes.first,
      verdict.leftShape != verdict.rightShape || verdict.left == nil
    {
      // As the vector of its entries it does not fit, and nothing says that it is that.
      return LinkVerdict(open: .unbound(letter))
    }
    if !literal.notes.isEmpty {
      verdict.reason = (literal.notes + [verdict.reason].compactMap(\.self)).joined(separator: "; ")
    }
    return verdict
  }

  /// What an equation comes to whose `\delta_{ij}` nothing explains, if with Kronecker's delta it is true: where it is
  /// not, the symbol may be anything.
  private func withKroneckerDeltas(
    _ guards: [Expression.Condition], _ problem: ReadingProblem,
    _ read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict? {
    guard !isTrial, case .unbound(let symbol) = problem.reason, symbol.hasPrefix("\\delta_") else { return nil }
    func reading(_ options: ExpressionParser.Options) throws(ReadingProblem) -> Sides {
      var options = options
      options.hasKroneckerDeltas = true
      return try read(options)
    }
    guard let sides = try? reading(.init()) else { return nil }
    var verdict = judge(sides, guards, reading)
    // Where both letters are those of a derivative, there is nothing else that it could be.
    let isSurely = !scope.binds("\\delta") && (sides.left.isDerivativeOfDelta || sides.right.isDerivativeOfDelta)
    guard verdict.kind == .holds || verdict.kind == .convention || verdict.kind == .fails && isSurely else {
      return nil
    }
    verdict.showsKroneckerDelta = verdict.kind != .fails
    verdict.reason = [verdict.reason, "`\(symbol)` read as the Kronecker delta"].compactMap(\.self).joined(
      separator: "; ")
    return verdict
  }

  /// What an equation comes to that speaks of any number, `\sigma'(u) = \sigma(u) (1 - \sigma(u))`, with a letter that the
  /// document has for entries, too; nil where it does not hold so.
  private func withLettersApart(
    _ guards: [Expression.Condition], _ read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict? {
    func reading(_ options: ExpressionParser.Options) throws(ReadingProblem) -> Sides {
      var options = options
      options.keepsLettersApart = true
      return try read(options)
    }
    guard let sides = try? reading(.init()) else { return nil }
    let verdict = judge(sides, guards, reading)
    return verdict.kind == .holds ? verdict : nil
  }

  /// Ways in which brackets may be meant otherwise than they are read, with words for the report.
  private static let otherReadings: [(words: String, choose: @Sendable (inout ExpressionParser.Options) -> Void)] = [
    ("read as it is printed, without the braces behind the sum", { $0.hasOpenBraces = true }),
    ("read with the brackets behind a derivative as its arguments", { $0.hasArgumentsOfDerivatives = true }),
  ]

  /// What an equation comes to whose brackets or sums are meant otherwise, if so it is true.
  private func readOtherwise(
    _ literal: Sides, _ guards: [Expression.Condition],
    _ read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict? {
    for (words, choose) in Self.otherReadings {
      func reading(_ options: ExpressionParser.Options) throws(ReadingProblem) -> Sides {
        var options = options
        choose(&options)
        return try read(options)
      }
      guard let sides = try? reading(.init()), sides.left != literal.left || sides.right != literal.right else {
        continue
      }
      var verdict = judge(sides, guards, reading)
      guard verdict.kind == .holds else { continue }
      verdict.reason = [verdict.reason, words].compactMap(\.self).joined(separator: "; ")
      return verdict
    }
    return readOverPairs(literal, guards, read)
  }

  /// What an equation comes to in which `\sum_{i < j} a_i a_j` is meant over both letters, if so it is true: nothing outside
  /// of such sums has the second.
  private func readOverPairs(
    _ literal: Sides, _ guards: [Expression.Condition],
    _ read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict? {
    guard relation == .equal, let (sides, letters) = literal.summedOverPairs else { return nil }
    var verdict = judge(sides, guards) { (options) throws(ReadingProblem) in
      let sides = try read(options)
      return sides.summedOverPairs?.sides ?? sides
    }
    guard verdict.kind == .holds else { return nil }
    let words = letters.map { "summed over both `\($0.first)` and `\($0.second)`" }
    verdict.reason = ([verdict.reason].compactMap(\.self) + words).joined(separator: "; ")
    return verdict
  }

  private func judge(
    _ literal: Sides, _ guards: [Expression.Condition],
    _ read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict {
    let log = ConventionLog()
    let first = firstOutcome(Reading(left: literal.left, right: literal.right, guards: guards, conventions: []), log)
    if isTrial {
      if case .decided(let verdict) = first, verdict.kind == .fails {
        // What is right by one of the most usual conventions is a repair, too.
        for conventions in Self.conventionsOfTrials
        where conventions.isSubset(of: log.asked) && suits(conventions, literal.left, literal.right) {
          let reading = Reading(left: literal.left, right: literal.right, guards: guards, conventions: conventions)
          if case .decided(var found) = outcome(reading, isConvention: true, log: log), found.kind == .holds {
            found.conventions = conventions.map(\.name)
            return found
          }
        }
      }
      switch first {
      case .decided(let verdict), .undecided(let verdict): return verdict
      }
    }
    switch first {
    case .decided(let verdict)
    where verdict.kind == .holds
      && (literal.left.sumsSomeExample(reader.exampleLetters) || literal.right.sumsSomeExample(reader.exampleLetters)):
      // `C = \frac{1}{2n} \sum_x \|y - a\|^2` is true of one example, added up n times, and means something else.
      let other = underConventions(literal, guards, verdict, log, read)
      return other.conventions.contains(Convention.exampleUnderstood.name) ? other : verdict
    case .decided(let verdict) where verdict.kind != .fails: return verdict
    case .decided(let verdict): return underConventions(literal, guards, verdict, log, read)
    case .undecided(let verdict) where verdict.open == .unsupported(.shape("softmax", of: "a number")):
      return understanding(\.understandingArguments, literal, guards, read) ?? verdict
    case .undecided(let verdict) where verdict.isFinal: return verdict
    case .undecided(let verdict) where verdict.open == .unnamedConstant:
      return judgeUpToConstant(literal, guards) ?? verdict
    case .undecided(let verdict) where verdict.open == .bareFunction:
      guard let named = Convention.functionForValue.reread(literal) else { return verdict }
      var found = judge(named, guards) { (options) throws(ReadingProblem) in
        Convention.functionForValue.reread(try read(options)) ?? named
      }
      if found.kind == .holds { found.kind = .convention }
      if found.kind == .convention { found.conventions.append(Convention.functionForValue.name) }
      return found.conventions.count > 2 ? verdict : found
    case .undecided(let verdict) where verdict.open == .sumOfNumber:
      return understanding(\.understandingSums, literal, guards, read) ?? verdict
    case .undecided(let verdict):
      // What nothing can be said about literally may be clear by convention.
      let other = underConventions(literal, guards, verdict, log, read)
      return other.kind == .convention ? other : verdict
    }
  }

  /// What an equation comes to with what it leaves out understood; nil where nothing is, or other conventions are needed, too.
  private func understanding(
    _ understood: (Sides) -> Sides?, _ literal: Sides, _ guards: [Expression.Condition],
    _ read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict? {
    guard let sides = understood(literal) else { return nil }
    var found = judge(sides, guards) { (options) throws(ReadingProblem) in
      let sides = try read(options)
      return understood(sides) ?? sides
    }
    if found.kind == .holds { found.kind = .convention }
    if found.kind == .convention { found.conventions.append(Convention.indexUnderstood.name) }
    return found.conventions.count > 2 ? nil : found
  }

  /// The literal reading; where it speaks of a step, of one on any of the costs in force.
  private func firstOutcome(_ reading: Reading, _ log: ConventionLog) -> Outcome {
    guard reading.left.speaksOfStep || reading.right.speaksOfStep else { return outcome(reading, log: log) }
    var first: Outcome?
    for cost in stepCosts(in: [reading.left, reading.right]) {
      let outcome = outcome(reading, stepCost: cost, log: log)
      if case .decided(var verdict) = outcome, verdict.kind == .holds {
        verdict.reason = "the step is one on \(cost.words)"
        return .decided(verdict)
      }
      first = first ?? outcome
    }
    return first ?? outcome(reading)
  }

  enum Outcome {
    case decided(LinkVerdict)
    case undecided(LinkVerdict)
  }

  private func underConventions(
    _ literal: Sides, _ guards: [Expression.Condition], _ verdict: LinkVerdict, _ log: ConventionLog,
    _ read: (ExpressionParser.Options) throws(ReadingProblem) -> Sides
  ) -> LinkVerdict {
    // A bound or an inequality is meant as it stands.
    guard relation == .equal else { return verdict }
    let excluded = ConventionSet(Convention.allCases.filter { !suits([$0], literal.left, literal.right) })
    // Where nothing asks for a convention, what is computed is the same without it, and that did not hold.
    var asked: [Convention: ConventionSet] = [:]
    func isOfUse(_ convention: Convention, besides other: Convention?) -> Bool {
      convention.isOfReading || (other.flatMap { asked[$0] } ?? log.asked).contains(convention)
    }
    for set in Self.candidates where set.isDisjoint(with: excluded) {
      let isNew = set.allSatisfy { convention in
        isOfUse(convention, besides: set.count == 1 ? nil : set.first { $0 != convention })
      }
      guard isNew else { continue }
      let log = ConventionLog()
      defer { if set.count == 1, let single = set.first { asked[single] = log.asked } }
      var sides = literal
      if set.contains(.wideSum) || set.contains(.wideDerivative) {
        var options = ExpressionParser.Options()
        options.hasWideSums = set.contains(.wideSum)
        options.hasWideDerivatives = set.contains(.wideDerivative)
        do throws(ReadingProblem) {
          let wide = try read(options)
          guard wide.left != literal.left || wide.right != literal.right else { continue }
          sides = wide
        } catch {
          continue
        }
      }
      var isRead = true
      for convention in Convention.allCases where set.contains(convention) && convention.isOfRereading {
        guard let other = convention.reread(sides) else {
          isRead = false
          break
        }
        sides = other
      }
      guard isRead else { continue }
      let reading = Reading(left: sides.left, right: sides.right, guards: guards, conventions: set)
      // That both sides vanish by another reading says nothing for it.
      // A step may be one on any of the costs in force.
      let speaksOfStep = sides.left.speaksOfStep || sides.right.speaksOfStep
      for cost in speaksOfStep ? stepCosts(in: [sides.left, sides.right]) : [.network] {
        guard case .decided(var found) = outcome(reading, stepCost: cost, isConvention: true, log: log),
          found.kind == .holds, !found.isOfZeros
        else { continue }
        // An equation that says what a function is acts entry by entry on whatever letter stands for its argument.
        if literal.isOfAnyNumber(by: set) { return found }
        // A step on the one example that there is.
        if speaksOfStep, set == [.costOfOneExample], setting.data?.examples == 1 { return found }
        found.kind = .convention
        found.conventions = Convention.allCases.filter(set.contains).map(\.rawValue)
        return found
      }
    }
    // True where targets are 0 or 1.
    var reading = Reading(left: literal.left, right: literal.right, guards: guards, conventions: [.binaryTargets])
    if setting.objective.map({ $0.loss.targets != .anything }) ?? false,
      case .decided(var found) = outcome(reading, isConvention: true), found.kind == .holds
    {
      found.kind = .convention
      found.conventions = [Convention.binaryTargets.rawValue]
      return found
    }
    reading.conventions = []
    return verdict
  }
}

extension Expression {
  /// Whether it is a derivative with two letters, one above and one below the line or both below it, as that has which
  /// is Kronecker's delta times something: `\partial p_i / \partial z_k`, `\partial^2 E / \partial a_j \partial a_k`.
  fileprivate var isDerivativeOfDelta: Bool {
    guard case .derivative(let derivative) = kind else { return false }
    let below = derivative.denominators.map(\.freeLetters)
    let letters = derivative.denominators.count == 1 ? [derivative.numerator.freeLetters] + below : below
    return letters.count == 2 && letters[0].count == 1 && letters[1].count == 1 && letters[0] != letters[1]
  }
}
