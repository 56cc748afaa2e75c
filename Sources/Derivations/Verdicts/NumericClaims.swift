import TeXMath
import Tensors

/// Judges links with a side that is written in numbers: on the author's network, to the digits that are written.
struct NumericClaims {
  let probe: Probe
  let constants: [String: Int]
  /// Numbers of the author's cells, which are exact wherever they are written.
  let exact: Set<Double>
  var rate: Expression?
  var stepCost = StepCost.network
  /// Letters with their values at the component that the author asks to see.
  var shown: [String: Int] = [:]

  /// A value known to some digits, or exactly.
  enum Known {
    case quantity(Value)
    case interval(Interval)
  }

  /// - Parameters:
  ///   - head: the first member of the chain, whose true value the last number is also compared with
  func judge(_ left: Expression, _ right: Expression, head: Expression?, isLast: Bool) -> LinkVerdict {
    var verdict = verdict(left, right, head: head, isLast: isLast)
    if verdict.work == nil, verdict.kind != .notChecked, verdict.leftShape == nil {
      var component = Difference(letters: [], entry: [], left: verdict.left ?? .nan, right: verdict.right ?? .nan)
      component.context.example = verdict.example
      component.hasUnlabelledExample = verdict.isOfExample
      verdict.work = LinkWork(
        left: left, right: right, relation: .equal, conventions: [], stepCost: stepCost, rate: rate,
        component: component)
    }
    return verdict
  }

  private func verdict(_ left: Expression, _ right: Expression, head: Expression?, isLast: Bool) -> LinkVerdict {
    do throws(EvaluationProblem) {
      if let final = Self.literal(right), let verdict = try judge(left, final: final) {
        if verdict.kind == .holds || verdict.kind == .convention, isLast, let head, head != left, !head.isNumeric,
          let whole = try judge(head, final: final), whole.kind == .fails
        {
          var failed = whole
          failed.reason = "the last number is not the value of the chain's first member"
          return failed
        }
        return verdict
      }
      if let final = Self.literal(left), let verdict = try judge(right, final: final) {
        var turned = verdict
        (turned.left, turned.right) = (verdict.right, verdict.left)
        return turned
      }
      if let finals = Self.literals(right), let verdict = try judge(left, finals: finals) {
        if verdict.kind != .fails, isLast, let head, head != left, !head.isNumeric {
          if var whole = try judge(head, finals: finals), whole.kind == .fails {
            whole.reason = "the last numbers are not the value of the chain's first member"
            return whole
          }
        }
        return verdict
      }
      if let finals = Self.literals(left), var verdict = try judge(right, finals: finals) {
        swap(&verdict.left, &verdict.right)
        return verdict
      }
      return try compare(left, right)
    } catch {
      switch error {
      case .refuted(let message, let left, let right):
        var verdict = LinkVerdict(.fails, reason: message)
        (verdict.leftShape, verdict.rightShape) = (left, right)
        return verdict
      case .noLayer: return LinkVerdict(.notChecked, reason: "the layers that it speaks of do not exist")
      case .noUnit(let message): return LinkVerdict(.notChecked, reason: message)
      case .reading(let problem): return .notChecked(problem)
      }
    }
  }

  /// A number as printed, at the end of a chain.
  struct Literal {
    var value: Double
    /// Half a unit of the last digit; 0 for a whole number.
    var half: Double
  }

  static func literal(_ expression: Expression) -> Literal? {
    switch expression.kind {
    case .number(let digits):
      guard let value = Double(digits) else { return nil }
      return Literal(value: value, half: half(digits))
    case .negative(let inner):
      return literal(inner).map { Literal(value: -$0.value, half: $0.half) }
    default: return nil
    }
  }

  /// Printed numbers in rows and columns.
  struct Literals {
    var columns: Int
    var entries: [Literal]
  }

  static func literals(_ expression: Expression) -> Literals? {
    guard case .matrix(let rows) = expression.kind, let width = rows.first?.count else { return nil }
    let entries = rows.joined().compactMap(literal)
    return entries.count == rows.count * width ? Literals(columns: width, entries: entries) : nil
  }

  private func judge(_ side: Expression, finals: Literals) throws(EvaluationProblem) -> LinkVerdict? {
    if side.isNumeric, try table(side) == nil { return nil }
    var verdict = LinkVerdict(.holds)
    verdict.includesOwn = true
    for table in try tables(of: side) {
      let rows = finals.entries.count / finals.columns
      guard table.columns == finals.columns, table.entries.count == finals.entries.count else {
        throw .refuted(
          "\(table.description) and \(rows) × \(finals.columns) can't be equal", left: table.description,
          right: "\(rows) × \(finals.columns)")
      }
      for (known, final) in zip(table.entries, finals.entries) {
        let number = known.real
        let apart = (number - final.value).magnitude
        verdict.compared += 1
        if verdict.left == nil || apart > verdict.maxError ?? 0 {
          (verdict.left, verdict.right, verdict.maxError) = (number, final.value, apart)
        }
        let slack = final.half + 1e-12 * max(1, final.value.magnitude)
        if known.upper >= final.value - slack, known.lower <= final.value + slack { continue }
        let isCut = (number - final.value) * (number < 0 ? -1 : 1) >= 0 && apart < 2 * final.half
        guard isCut, !side.isNumeric else {
          (verdict.left, verdict.right, verdict.maxError) = (number, final.value, apart)
          verdict.kind = .fails
          return verdict
        }
        verdict.kind = .convention
        verdict.conventions = ["truncated"]
      }
    }
    return verdict
  }

  /// Numbers in rows and columns, each known to some digits.
  struct Table {
    var columns: Int
    var entries: [Interval]

    var rows: Int { entries.count / max(1, columns) }
    var description: String { "\(rows) × \(columns)" }
    var isSingle: Bool { entries.count == 1 }
    func mapped(_ transform: (Interval) -> Interval) -> Table {
      Table(columns: columns, entries: entries.map(transform))
    }
  }

  /// What a side comes to, for every example that it may speak of.
  private func tables(of side: Expression) throws(EvaluationProblem) -> [Table] {
    if side.isNumeric {
      guard let table = try table(side) else { throw .unsupported("this calculation with vectors of numbers") }
      return [table]
    }
    guard let values = try own(side) else {
      throw .reading(.undecided("numbers are compared with one component only"))
    }
    return try values.map { (value) throws(EvaluationProblem) in
      guard value.form != .tensor else { throw .unsupported("a comparison of numbers with three indices") }
      return Table(columns: value.columns, entries: value.ids.map(known))
    }
  }

  /// The value of a node with a bound on its rounding.
  private func known(_ id: ScalarID) -> Interval {
    let number = probe.graph.value(id)
    let slack = 4 * probe.graph.errorBound(id) + 1e-14 * max(1e-3, number.magnitude)
    return Interval(number - slack, number + slack)
  }

  /// A calculation with vectors and matrices of numbers; nil where it is of another kind.
  private func table(_ expression: Expression) throws(EvaluationProblem) -> Table? {
    switch expression.kind {
    case .matrix(let rows):
      var entries: [Interval] = []
      for entry in rows.joined() {
        guard let value = try interval(entry) else { return nil }
        entries.append(value)
      }
      return Table(columns: rows.first?.count ?? 0, entries: entries)
    case .negative(let inner): return try table(inner)?.mapped { -$0 }
    case .transposed(let inner):
      guard let value = try table(inner) else { return nil }
      let (rows, columns) = (value.rows, value.columns)
      return Table(
        columns: rows, entries: (0..<value.entries.count).map { value.entries[$0 % rows * columns + $0 / rows] })
    case .quotient(let above, let below):
      guard let value = try table(above), let divisor = try interval(below) else { return nil }
      return value.mapped { $0 / divisor }
    case .sum(let terms):
      var total: Table?
      for term in terms {
        guard let value = try table(term.value) else { return nil }
        let signed = term.isNegative ? value.mapped { -$0 } : value
        guard let sum = total else {
          total = signed
          continue
        }
        guard sum.columns == signed.columns, sum.entries.count == signed.entries.count else {
          throw .refuted("terms of different shapes are added", left: sum.description, right: signed.description)
        }
        total?.entries = zip(sum.entries, signed.entries).map { $0 + $1 }
      }
      return total
    case .product(let factors):
      // The matrix product binds tighter than the one entry by entry.
      var result: Table?
      var group: Table?
      for factor in factors {
        guard let value = try table(factor.value) else { return nil }
        if factor.binding == .elementwise, let finished = group {
          result = try result.map { (all) throws(EvaluationProblem) in try entrywise(all, finished) } ?? finished
          group = value
        } else {
          guard factor.binding != .outer else { return nil }
          group = try group.map { (all) throws(EvaluationProblem) in try multiplied(all, value) } ?? value
        }
      }
      guard let last = group else { return nil }
      return try result.map { (all) throws(EvaluationProblem) in try entrywise(all, last) } ?? last
    default:
      return try interval(expression).map { Table(columns: 1, entries: [$0]) }
    }
  }

  private func entrywise(_ left: Table, _ right: Table) throws(EvaluationProblem) -> Table {
    guard left.columns == right.columns, left.entries.count == right.entries.count else {
      throw .refuted("factors of different shapes", left: left.description, right: right.description)
    }
    return Table(columns: left.columns, entries: zip(left.entries, right.entries).map { $0 * $1 })
  }

  private func multiplied(_ left: Table, _ right: Table) throws(EvaluationProblem) -> Table {
    if left.isSingle { return right.mapped { left.entries[0] * $0 } }
    if right.isSingle { return left.mapped { $0 * right.entries[0] } }
    guard left.columns == right.rows else {
      throw .refuted(
        "\(left.description) and \(right.description) can't be multiplied", left: left.description,
        right: right.description)
    }
    var entries: [Interval] = []
    for row in 0..<left.rows {
      for column in 0..<right.columns {
        var total = Interval(0)
        for place in 0..<left.columns {
          total = total + left.entries[row * left.columns + place] * right.entries[place * right.columns + column]
        }
        entries.append(total)
      }
    }
    return Table(columns: right.columns, entries: entries)
  }

  /// Half a unit of the last digit written.
  static func half(_ digits: String) -> Double {
    guard let point = digits.firstIndex(of: ".") else { return 0 }
    let places = digits.distance(from: point, to: digits.endIndex) - 1
    var unit = 0.5
    for _ in 0..<places { unit /= 10 }
    return unit
  }

  private func judge(_ side: Expression, final: Literal) throws(EvaluationProblem) -> LinkVerdict? {
    var verdict = LinkVerdict(.holds)
    verdict.includesOwn = true
    verdict.compared = 1
    verdict.right = final.value
    if side.isNumeric {
      guard let interval = try interval(side) else { return nil }
      verdict.left = interval.real
      let slack = final.half + 1e-12 * max(1, final.value.magnitude)
      verdict.kind =
        interval.upper >= final.value - slack && interval.lower <= final.value + slack ? .holds : .fails
      verdict.maxError = (interval.real - final.value).magnitude
      return verdict
    }
    let values = try own(side)
    guard let values else { return nil }
    verdict.isOfExample = values.count > 1
    for (example, value) in values.enumerated() {
      guard value.isSingle else {
        throw .refuted("\(value.description) is no number", left: value.description, right: "a number")
      }
      let number = probe.graph.value(value.ids[0])
      let rounding = 4 * probe.graph.errorBound(value.ids[0]) + 1e-14 * max(1e-3, number.magnitude)
      let apart = (number - final.value).magnitude
      verdict.left = number
      verdict.maxError = apart
      if apart <= final.half + rounding { continue }
      let isCut = (number - final.value) * (number < 0 ? -1 : 1) >= 0 && apart < 2 * final.half
      if isCut {
        verdict.kind = .convention
        verdict.conventions = ["truncated"]
        continue
      }
      verdict.kind = .fails
      verdict.example = example
      return verdict
    }
    return verdict
  }

  /// All values of a side on the author's network; nil where they can't be had one by one.
  private func own(_ side: Expression) throws(EvaluationProblem) -> [Value]? {
    let evaluator = Evaluator(probe, constants: constants)
    evaluator.rate = rate
    evaluator.stepCost = stepCost
    var demands = LetterDemands()
    try evaluator.collect(side, .init(), hasLayers: false, into: &demands)
    guard demands.layers.isEmpty else { return nil }
    try evaluator.collect(side, .init(), hasLayers: true, into: &demands)
    guard demands.all.isEmpty else { return nil }
    let examples = demands.hasUnlabelledExample ? max(1, probe.examples) : 1
    var values: [Value] = []
    for example in 0..<examples {
      var context = Evaluator.Context()
      context.example = example
      values.append(try evaluator.value(side, context))
    }
    return values
  }

  private func compare(_ left: Expression, _ right: Expression) throws(EvaluationProblem) -> LinkVerdict {
    // Whole numbers are exact, also in vectors.
    func isExact(_ expression: Expression) -> Bool {
      !expression.contains { part in
        if case .number(let digits) = part.kind { digits.contains(".") && !isOfCells(digits) } else { false }
      }
    }
    if isExact(left), isExact(right) {
      let comparer = Comparer(probe: probe, constants: constants, left: left, right: right, shown: shown)
      func work(_ component: Difference) -> LinkWork {
        LinkWork(
          left: left, right: right, relation: .equal, conventions: [], stepCost: stepCost, rate: rate,
          component: component)
      }
      switch comparer.run() {
      case .agrees(let tally):
        var verdict = LinkVerdict(.holds)
        verdict.compared = tally.compared + tally.zeros
        verdict.includesOwn = true
        verdict.left = tally.first?.left
        verdict.right = tally.first?.right
        verdict.maxError = tally.largest
        verdict.work = (tally.chosen ?? tally.first).map(work)
        return verdict
      case .differs(let difference, let tally):
        var verdict = LinkVerdict(.fails, reason: LinkJudge.ratio(difference))
        verdict.left = difference.left
        verdict.right = difference.right
        verdict.at = difference.letters
        verdict.maxError = tally.largest
        verdict.compared = tally.compared + 1
        verdict.work = work(tally.chosen ?? difference)
        return verdict
      case .refuted(let message, let left, let right): throw .refuted(message, left: left, right: right)
      case .nothing(let message): return LinkVerdict(.notChecked, reason: message)
      case .problem(let problem): throw .reading(problem)
      }
    }
    let (a, b) = (try tables(of: left), try tables(of: right))
    var verdict = LinkVerdict(.holds)
    verdict.includesOwn = true
    for one in a {
      for other in b {
        guard one.columns == other.columns, one.entries.count == other.entries.count else {
          throw .refuted(
            "\(one.description) and \(other.description) can't be equal", left: one.description,
            right: other.description)
        }
        for (x, y) in zip(one.entries, other.entries) {
          verdict.compared += 1
          verdict.left = x.real
          verdict.right = y.real
          verdict.maxError = (x.real - y.real).magnitude
          if x.upper < y.lower || y.upper < x.lower {
            verdict.kind = .fails
            return verdict
          }
        }
      }
    }
    return verdict
  }

  private func isOfCells(_ digits: String) -> Bool { Double(digits).map(exact.contains) ?? false }

  /// A numeric expression with every number known to the digits written.
  func interval(_ expression: Expression) throws(EvaluationProblem) -> Interval? {
    func inner(_ part: Expression) throws(EvaluationProblem) -> Interval? { try interval(part) }
    switch expression.kind {
    case .number(let digits):
      guard let value = Double(digits) else { return nil }
      let half = isOfCells(digits) ? 0 : Self.half(digits)
      return half == 0 ? Interval(value) : Interval(value - half, value + half)
    case .constant(.pi): return Interval(.pi)
    case .constant(.e): return Interval(Elementary.exp(1))
    case .negative(let part): return try inner(part).map { -$0 }
    case .sum(let terms):
      var total = Interval(0)
      for term in terms {
        guard let value = try inner(term.value) else { return nil }
        total = term.isNegative ? total - value : total + value
      }
      return total
    case .product(let factors):
      var total = Interval(1)
      for factor in factors {
        guard let value = try inner(factor.value) else { return nil }
        total = total * value
      }
      return total
    case .quotient(let above, let below):
      guard let a = try inner(above), let b = try inner(below) else { return nil }
      return a / b
    case .power(let base, let exponent):
      guard let a = try inner(base), let b = try inner(exponent) else { return nil }
      guard let whole = Int(exactly: b.real), b.lower == b.upper, whole.magnitude <= 64 else {
        return Interval.exp(b * Interval.log(a))
      }
      if whole == 2 { return squared(a) }
      var result = Interval(1)
      for _ in 0..<whole.magnitude { result = result * a }
      return whole < 0 ? Interval(1) / result : result
    case .absolute(let part), .norm(let part):
      guard let value = try inner(part) else { return nil }
      if value.lower >= 0 { return value }
      if value.upper <= 0 { return -value }
      return Interval(0, max(-value.lower, value.upper))
    case .function(.elementary(let name, 0), let arguments):
      guard arguments.count == 1, let value = try inner(arguments[0]) else { return nil }
      switch name {
      case "exp": return Interval.exp(value)
      case "log", "ln": return Interval.log(value)
      case "sqrt": return Interval.squareRoot(value)
      case "tanh": return Interval.tanh(value)
      case "sin": return Interval.sin(value)
      case "cos": return Interval.cos(value)
      default: return nil
      }
    case .function(.maximum, let arguments), .function(.minimum, let arguments):
      var values: [Interval] = []
      for argument in arguments {
        guard let value = try inner(argument) else { return nil }
        values.append(value)
      }
      guard let first = values.first else { return nil }
      let isLargest = if case .function(.maximum, _) = expression.kind { true } else { false }
      return values.dropFirst().reduce(first) { a, b in
        isLargest
          ? Interval(max(a.lower, b.lower), max(a.upper, b.upper))
          : Interval(min(a.lower, b.lower), min(a.upper, b.upper))
      }
    case .function(.named("sigmoid", 0), let arguments):
      guard arguments.count == 1, let value = try inner(arguments[0]) else { return nil }
      return Interval.sigmoid(value)
    default: return nil
    }
  }

  private func squared(_ x: Interval) -> Interval {
    let (a, b) = (x.lower * x.lower, x.upper * x.upper)
    return x.contains(0) ? Interval(0, max(a, b).nextUp) : Interval(min(a, b).nextDown, max(a, b).nextUp)
  }
}
