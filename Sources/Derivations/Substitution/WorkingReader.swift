import Networks

/// Puts the numbers of one component in place of the symbols of an expression.
struct WorkingReader {
  let evaluator: Evaluator
  /// The formula that places in the expression are places of.
  let text: [UInt8]

  typealias Context = Evaluator.Context

  /// - Returns: nil where it can't be written in numbers: a large matrix, a variable without a value
  func working(_ expression: Expression, _ context: Context) throws(EvaluationProblem) -> Working? {
    // A symbol that the document defines is one number, whatever it says.
    if expression.isNamed { return try value(of: expression, context) }
    func inner(_ part: Expression) throws(EvaluationProblem) -> Working? { try working(part, context) }
    switch expression.kind {
    case .number(let digits): return .written(digits)
    case .constant(let constant): return .constant(constant)
    case .unnamedConstant, .ones, .identity: return nil
    case .quantity, .variable, .parameter, .derivative, .gradient, .entry, .indicator, .index, .member:
      return try value(of: expression, context)
    case .negative(let part): return try inner(part).map(Working.negative)
    case .sum(let terms):
      var sum = Working.Sum(terms: [])
      for term in terms {
        guard let value = try inner(term.value) else { return nil }
        sum.terms.append((term.isNegative, value))
      }
      return .sum(sum)
    case .product(let factors):
      var product: [Working.Factor] = []
      for factor in factors {
        guard let value = try inner(factor.value) else { return nil }
        product.append(Working.Factor(binding: factor.binding, value: value))
      }
      return .product(product)
    case .quotient(let above, let below):
      guard let above = try inner(above), let below = try inner(below) else { return nil }
      return .quotient(above, below)
    case .power(let base, let exponent):
      guard let base = try inner(base), let exponent = try inner(exponent) else { return nil }
      return .power(base, exponent)
    case .transposed(let part):
      guard let working = try inner(part) else { return nil }
      return working.isPlain ? try value(of: expression, context) : .transposed(working)
    case .norm(let part, let norm): return norm == .euclidean ? try inner(part).map(Working.norm) : nil
    case .absolute(let part): return try inner(part).map(Working.absolute)
    case .matrix(let rows, _):
      guard rows.count <= Working.extentLimit, rows.allSatisfy({ $0.count <= Working.extentLimit }) else { return nil }
      var entries: [[Working]] = []
      for row in rows {
        var line: [Working] = []
        for entry in row {
          guard let value = try inner(entry) else { return nil }
          line.append(value)
        }
        entries.append(line)
      }
      return .matrix(entries)
    case .cases(let cases):
      for item in cases {
        guard let condition = item.condition else { return try inner(item.value) }
        if try evaluator.isTrue(condition, context) { return try inner(item.value) }
      }
      return nil
    case .big(let operation): return try working(operation, expression, context)
    case .function(let use, let arguments): return try working(use, arguments, expression, context)
    }
  }

  /// The number, or the numbers, that an expression comes to.
  private func value(of expression: Expression, _ context: Context) throws(EvaluationProblem) -> Working? {
    let isOpen = expression.contains { part in
      if case .variable(let variable) = part.kind {
        variable.value == nil && context.letters[variable.name] == nil
      } else {
        false
      }
    }
    if isOpen { return nil }
    if case .variable(let variable) = expression.kind, variable.value == nil,
      let number = context.letters[variable.name]
    {
      return .number(Double(number))
    }
    return Working(try evaluator.value(expression, context), evaluator.graph)
  }

  // MARK: Sums

  private func working(
    _ operation: BigOperator, _ expression: Expression, _ context: Context
  ) throws(EvaluationProblem) -> Working? {
    if operation.letters.isEmpty {
      // Over all entries of a value.
      let entries = try evaluator.value(operation.body, context)
      let values = entries.ids.map(evaluator.graph.value)
      guard values.allSatisfy(\.isFinite), case .number? = try value(of: expression, context) else { return nil }
      return .sum(Working.Sum(terms: values.map { (false, .number($0)) }, isWrittenOut: true))
    }
    let contexts = try evaluator.terms(of: operation, context)
    guard contexts.count <= 10_000, !contexts.isEmpty else { return try value(of: expression, context) }
    var terms: [Working] = []
    for inner in contexts {
      guard let term = try working(operation.body, inner) else { return nil }
      terms.append(term)
    }
    switch operation.kind {
    case .sum: return .sum(Working.Sum(terms: terms.map { (false, $0) }, isWrittenOut: true))
    case .rows, .columns, .largestPlace, .smallestPlace: return try value(of: expression, context)
    case .product:
      guard terms.count <= Working.termLimit else { return try value(of: expression, context) }
      return .product(terms.map { Working.Factor(binding: .dot, value: $0) })
    case .maximum, .minimum:
      guard terms.count <= Working.termLimit else { return try value(of: expression, context) }
      let isMaximum = operation.kind == .maximum
      return .function(
        Working.Function(
          use: isMaximum ? .maximum : .minimum, head: isMaximum ? "\\max" : "\\min", context: context), terms)
    }
  }

  // MARK: Functions

  private func working(
    _ use: FunctionUse, _ arguments: [Expression], _ expression: Expression, _ context: Context
  ) throws(EvaluationProblem) -> Working? {
    var use = use
    switch use {
    case .loss, .network, .trace, .determinant, .columnsStacked, .diagonal, .differential:
      return try value(of: expression, context)
    case .activation(let layer, let primes):
      guard arguments.count == 1 else { return nil }
      let argument = try evaluator.value(arguments[0], context)
      use = .named(try evaluator.activation(layer, of: argument, context).name, primes: primes)
    default: break
    }
    var workings: [Working] = []
    for argument in arguments {
      guard let working = try working(argument, context) else { return nil }
      workings.append(working)
    }
    return .function(
      Working.Function(use: use, head: writtenHead(of: expression.range) ?? use.plainHead, context: context), workings)
  }

  private static let openings = ["(", "[", "\\left", "\\big", "\\Big", "\\{", "\\mathopen"]

  /// What the author has before the bracket of a function; nil where that can't be told.
  private func writtenHead(of range: Range<Int>) -> String? {
    guard range.upperBound <= text.count, range.lowerBound < range.upperBound else { return nil }
    let written = String(decoding: text[range], as: UTF8.self)
    if written.hasPrefix("e^") { return "e^" }
    if written.hasPrefix("\\sqrt") { return "\\sqrt" }
    var depth = 0
    var head = ""
    var rest = written[...]
    while let next = rest.first {
      if depth == 0, Self.openings.contains(where: { rest.hasPrefix($0) }) { break }
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      guard depth >= 0, next != "&", next != "$", next != "%" else { return nil }
      head.append(next.isNewline ? " " : next)
      rest = rest.dropFirst()
    }
    if rest.isEmpty {
      // `\log y`: a word of its own.
      guard head.hasPrefix("\\") else { return nil }
      let word = "\\" + head.dropFirst().prefix { $0.isLetter }
      return ["\\log", "\\ln", "\\exp", "\\sin", "\\cos", "\\tanh"].contains(word) ? word : nil
    }
    while head.last == " " || head.hasSuffix("\\") { head.removeLast() }
    guard depth == 0, !head.isEmpty, head.count <= 40, !head.contains("\\\\") else { return nil }
    return head
  }
}

extension FunctionUse {
  /// How a function is written where the author's own way can't be told.
  fileprivate var plainHead: String {
    func primes(_ count: Int) -> String { String(repeating: "'", count: count) }
    switch self {
    case .elementary(let name, let count):
      return name == "sqrt" ? "\\sqrt" : name == "exp" && count == 0 ? "\\exp" : "\\\(name)" + primes(count)
    case .named(let name, let count):
      return (name == "sigmoid" ? "\\sigma" : name == "tanh" ? "\\tanh" : "\\operatorname{\(name)}") + primes(count)
    case .activation(_, let count): return "\\sigma" + primes(count)
    case .maximum: return "\\max"
    case .minimum: return "\\min"
    case .defined(_, _, let count): return "f" + primes(count)
    case .loss, .network, .trace, .determinant, .columnsStacked, .diagonal, .differential: return "f"
    }
  }
}
