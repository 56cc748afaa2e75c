import Diagnostics
import Directives
import Documents
import Results

extension Session {
  /// Compares what the network has with what the author expects.
  func run(_ expectation: Expectation, statement: String, at span: SourceSpan) throws(RunProblem) -> ExpectationResult {
    let found = try one(expectation.quantity)
    let expected = try expectedValues(expectation, for: found)
    let differences = zip(found.values, expected).enumerated().compactMap { place, pair -> Difference? in
      let (value, (wanted, tolerance)) = pair
      guard !expectation.relation.holds(value, wanted, tolerance: tolerance) else { return nil }
      return (place, value, wanted)
    }
    let holds = differences.isEmpty
    return ExpectationResult(
      statement: statement, line: document.source.line(at: span.lower), passed: holds != expectation.expectsFailure,
      found: words(found, differences),
      number: found.single.map { value in
        NamedNumber(title: found.title, symbol: found.symbol, value: value, style: .significant(10))
      })
  }

  private typealias Difference = (place: Int, value: Double, wanted: Double)

  private func words(_ found: LabelledArray, _ differences: [Difference]) -> String {
    func shown(_ value: Double) -> String { NumberStyle.significant(10).text(for: value).plain }
    if found.values.count == 1 {
      return (found.title.isEmpty ? "it" : found.title) + " is " + shown(found.values[0])
    }
    guard let worst = differences.max(by: { abs($0.value - $0.wanted) < abs($1.value - $1.wanted) }) else {
      return "all \(found.values.count) entries agree"
    }
    let place = zip(found.axes, indices(of: worst.place, in: found)).map { axis, index in
      (axis.shownHeading.map { $0 + " " } ?? "") + axis.names[index]
    }
    return "\(differences.count) of \(found.values.count) entries differ, most at \(place.joined(separator: ", ")): "
      + "\(shown(worst.value)), not \(shown(worst.wanted))"
  }

  private func indices(of place: Int, in array: LabelledArray) -> [Int] {
    guard array.axes.count == 2 else { return [place] }
    return [place / array.axes[1].names.count, place % array.axes[1].names.count]
  }

  private func one(_ quantity: Quantity) throws(RunProblem) -> LabelledArray {
    let arrays = try arrays(of: quantity)
    guard arrays.count == 1, let array = arrays.first else {
      throw .severalValues("`\(document.source[quantity.span])`", quantity.span, help: "say of which layer")
    }
    return array
  }

  /// For each number found, the number expected and how far the two may be apart.
  private func expectedValues(
    _ expectation: Expectation, for found: LabelledArray
  ) throws(RunProblem) -> [(Double, Double)] {
    let shape = found.axes.map(\.names.count)
    /// Two computed numbers are the same to ten digits.
    func computed(_ value: Double) -> (Double, Double) { (value, expectation.within ?? abs(value) * 1e-10) }
    switch expectation.value {
    case .formula(let formula, let span):
      guard shape.isEmpty else {
        throw .differentShapes(
          left: found.title.isEmpty ? "an array" : "the array `\(found.title)`", right: "one number", expectation.span)
      }
      return [computed(try evaluate(formula, isShown: true, at: span))]
    case .quantity(let quantity):
      let other = try one(quantity)
      guard other.axes.map(\.names.count) == shape else {
        throw .differentShapes(left: describe(shape), right: describe(other.axes.map(\.names.count)), expectation.span)
      }
      return other.values.map(computed)
    case .array(let literal):
      let written: [Int]
      switch literal.rank {
      case .number: written = []
      case .vector: written = [literal.rows[0].count]
      case .matrix: written = [literal.rows.count, literal.rows[0].count]
      }
      // A vector may stand for a matrix of one row or column, and the other way round.
      guard written.filter({ $0 != 1 }) == shape.filter({ $0 != 1 }) else {
        throw .differentShapes(left: describe(shape), right: describe(written), literal.span)
      }
      return literal.rows.flatMap { $0 }.map { number in
        (number.value, expectation.within ?? max(number.tolerance, abs(number.value) * 1e-12))
      }
    }
  }

  private func describe(_ shape: [Int]) -> String {
    switch shape.count {
    case 0: "a number"
    case 1: "a vector of \(shape[0])"
    default: "a matrix of \(shape[0]) × \(shape[1])"
    }
  }
}

extension Expectation.Relation {
  /// The tolerance, a decimal fraction, is itself rounded: a hair more is granted.
  fileprivate func holds(_ value: Double, _ expected: Double, tolerance: Double) -> Bool {
    switch self {
    case .equal: abs(value - expected) <= tolerance * (1 + 1e-9)
    case .less: value < expected
    case .greater: value > expected
    case .lessOrEqual: value <= expected
    case .greaterOrEqual: value >= expected
    }
  }
}
