/// An expression with numbers in place of its symbols, in the author's structure.
indirect enum Working {
  /// A value, printed to the digits of the line.
  case number(Double)
  /// A number as the author writes it.
  case written(String)
  case constant(NamedConstant)
  /// The entries of a vector or matrix, row by row.
  case array([[Double]])
  case negative(Working)
  case sum(Sum)
  case product([Factor])
  case quotient(Working, Working)
  case power(Working, Working)
  case transposed(Working)
  case norm(Working)
  case absolute(Working)
  case matrix([[Working]])
  case function(Function, [Working])

  struct Sum {
    var terms: [(isNegative: Bool, value: Working)]
    /// Whether it was a sum sign that has been written out, which needs no brackets among other terms.
    var isWrittenOut = false
  }
  struct Factor {
    var binding: Expression.Binding
    var value: Working
    /// Whether it was a product sign that has been written out.
    var isWrittenOut = false
  }
  struct Function {
    var use: FunctionUse
    /// What stands before its argument: `\sigma'`, `e^`.
    var head: String
    /// The letters with which the body of a document's own function is evaluated.
    var context: Evaluator.Context
  }

  /// At most so many terms are written out; of more, the first two and the last are shown.
  static let termLimit = 4
  /// Larger vectors and matrices are not written out.
  static let extentLimit = 4

  /// A value as numbers; nil where it is too large to be read.
  init?(_ value: Value, _ graph: ScalarGraph) {
    guard value.form != .tensor, !value.isSizeless else { return nil }
    let numbers = value.ids.map(graph.value)
    guard numbers.allSatisfy(\.isFinite) else { return nil }
    if value.isSingle {
      self = .number(numbers[0])
      return
    }
    guard value.rows <= Self.extentLimit, value.columns <= Self.extentLimit, !numbers.isEmpty else { return nil }
    let width = value.columns
    self = .array((0..<value.rows).map { Array(numbers[($0 * width)..<(($0 + 1) * width)]) })
  }

  /// Whether there is nothing left to calculate.
  var isPlain: Bool {
    switch self {
    case .number, .written, .array: true
    case .negative(.written): true
    case .matrix(let rows): rows.allSatisfy { $0.allSatisfy(\.isPlain) }
    default: false
    }
  }

  /// The significant digits of a number that the author has written.
  var writtenDigits: Int? {
    switch self {
    case .written(let digits): Numeral.significantDigits(of: digits)
    case .negative(let inner): inner.writtenDigits
    default: nil
    }
  }

  // MARK: Calculating with what is printed

  /// The same with the printed numbers, to be evaluated as a reader would.
  func printed(_ digits: Int) -> Expression? {
    func expression(_ kind: Expression.Kind) -> Expression { Expression(kind, 0..<0) }
    func number(_ value: Double) -> Expression? {
      guard let numeral = Numeral(value, digits: digits) else { return nil }
      let magnitude = expression(.number("\(numeral.value.magnitude)"))
      return numeral.isNegative ? expression(.negative(magnitude)) : magnitude
    }
    switch self {
    case .number(let value): return number(value)
    case .written(let digits): return expression(.number(digits))
    case .constant(let constant): return expression(.constant(constant))
    case .array(let rows):
      let entries = rows.map { $0.compactMap(number) }
      return zip(rows, entries).allSatisfy { $0.count == $1.count } ? expression(.matrix(entries)) : nil
    case .negative(let inner): return inner.printed(digits).map { expression(.negative($0)) }
    case .sum(let sum):
      let terms = sum.terms.compactMap { term in
        term.value.printed(digits).map { Expression.Term(isNegative: term.isNegative, value: $0) }
      }
      return terms.count == sum.terms.count ? expression(.sum(terms)) : nil
    case .product(let factors):
      let values = factors.compactMap { factor in
        factor.value.printed(digits).map { Expression.Factor(binding: factor.binding, value: $0) }
      }
      return values.count == factors.count ? expression(.product(values)) : nil
    case .quotient(let above, let below):
      guard let above = above.printed(digits), let below = below.printed(digits) else { return nil }
      return expression(.quotient(above, below))
    case .power(let base, let exponent):
      guard let base = base.printed(digits), let exponent = exponent.printed(digits) else { return nil }
      return expression(.power(base, exponent))
    case .transposed(let inner): return inner.printed(digits).map { expression(.transposed($0)) }
    case .norm(let inner): return inner.printed(digits).map { expression(.norm($0)) }
    case .absolute(let inner): return inner.printed(digits).map { expression(.absolute($0)) }
    case .matrix(let rows):
      let entries = rows.map { $0.compactMap { $0.printed(digits) } }
      return zip(rows, entries).allSatisfy { $0.count == $1.count } ? expression(.matrix(entries)) : nil
    case .function(let function, let arguments):
      let values = arguments.compactMap { $0.printed(digits) }
      return values.count == arguments.count ? expression(.function(function.use, values)) : nil
    }
  }
}
