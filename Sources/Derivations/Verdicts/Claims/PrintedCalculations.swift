import Networks
import Tensors

/// Calculations with printed numbers, each known to the digits that are written.
extension NumericClaims {
  /// Numbers in rows and columns, each known to some digits.
  struct Table {
    var columns: Int
    var entries: [Interval]

    var rows: Int { entries.count / max(1, columns) }
    var description: String { "\(rows) × \(columns)" }
    var isSingle: Bool { entries.count == 1 }
    /// The place of an entry, counted from 1: its row, in several columns its column, too; nothing where it is alone.
    func place(of offset: Int) -> [Int] {
      if isSingle { return [] }
      return columns == 1 || rows == 1 ? [offset + 1] : [offset / columns + 1, offset % columns + 1]
    }
    func mapped(_ transform: (Interval) -> Interval) -> Table {
      Table(columns: columns, entries: entries.map(transform))
    }
  }

  /// A calculation with vectors and matrices of numbers; nil where it is of another kind.
  func table(_ expression: Expression) throws(EvaluationProblem) -> Table? {
    switch expression.kind {
    case .matrix(let rows, _):
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

  func isOfCells(_ digits: String) -> Bool { Double(digits).map(exact.contains) ?? false }

  /// A numeric expression with every number known to the digits written.
  func interval(_ expression: Expression) throws(EvaluationProblem) -> Interval? {
    func inner(_ part: Expression) throws(EvaluationProblem) -> Interval? { try interval(part) }
    switch expression.kind {
    case .number(let digits):
      guard let value = Double(digits) else { return nil }
      // Nobody rounds to a single digit what is calculated with, `0.1 + 0.2 = 0.4` is wrong, if it is not for the place
      // of that: `0.006` beside numbers with as many decimals.
      let isExact = isOfCells(digits) || digits.hasOneSignificantDigit
      let half = isExact ? 0 : Self.half(digits)
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
    case .absolute(let part), .norm(let part, .euclidean):
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
    case .function(.named(let name, 0), let arguments):
      guard arguments.count == 1, let value = try inner(arguments[0]) else { return nil }
      return activated(value, by: name)
    case .function(.activation(let layer, 0), let arguments):
      guard arguments.count == 1, let value = try inner(arguments[0]) else { return nil }
      let evaluator = Evaluator(probe, constants: constants)
      let number = Value.scalar(probe.graph.constant(value.real))
      return activated(value, by: try evaluator.activation(layer, of: number, Evaluator.Context()).name)
    case .function(.defined(let body, let parameters, primes: 0), let arguments):
      guard parameters.count == arguments.count else { return nil }
      return try inner(
        body.mapped { part in
          guard case .parameter(let number) = part.kind, let place = parameters.firstIndex(of: number) else {
            return part
          }
          return arguments[place].exactly
        })
    default: return nil
    }
  }

  private func activated(_ value: Interval, by name: String) -> Interval? {
    switch name {
    case "sigmoid": Interval.sigmoid(value)
    case "tanh": Interval.tanh(value)
    case "softplus": Interval.softplus(value)
    case "relu": Interval(max(value.lower, 0), max(value.upper, 0))
    case "linear": value
    default: nil
    }
  }

  private func squared(_ x: Interval) -> Interval {
    let (a, b) = (x.lower * x.lower, x.upper * x.upper)
    return x.contains(0) ? Interval(0, max(a, b).nextUp) : Interval(min(a, b).nextDown, max(a, b).nextUp)
  }
}

extension Expression {
  /// A number as an argument is a place, and no result: 3.0 is 3 in `f(3.0)`.
  fileprivate var exactly: Expression {
    guard case .number(let digits) = kind, let point = digits.firstIndex(of: ".") else { return self }
    let places = digits.distance(from: point, to: digits.endIndex) - 1
    func number(_ digits: String) -> Expression { Expression(.number(digits), range) }
    return Expression(
      .quotient(number(digits.filter { $0 != "." }), number("1" + String(repeating: "0", count: places))), range)
  }
}

extension String {
  /// Whether of the digits of a number one alone is not 0, and the last, within two decimals: `0.2`, `0.05`, but neither
  /// `1.0` nor `0.006`.
  fileprivate var hasOneSignificantDigit: Bool {
    let decimals = firstIndex(of: ".").map { distance(from: $0, to: endIndex) - 1 } ?? 0
    return last != "0" && decimals <= 2 && count { $0.isNumber && $0 != "0" } == 1
  }
}
