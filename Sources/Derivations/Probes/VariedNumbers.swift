/// Whole numbers of `let` that an equation is about whatever they are.
///
/// A whole number may be a count, and is as a rule what it is on every network: the n of `\frac{1}{n} \sum_i x_i`. A
/// coefficient that both sides have, as in `\eta^2 x = \eta x` with `let $\eta = 1$`, is none, and must not make an equation
/// true by its value.
struct VariedNumbers {
  /// The names of those that vary.
  let names: Set<String>

  /// - Parameter counts: how many there are of something in the document
  init(_ left: Expression, _ right: Expression, counts: Set<Int>) {
    var (first, second) = (Places(), Places())
    first.visit(left, isCount: false)
    second.visit(right, isCount: false)
    let shapes = first.sizes.union(second.sizes).union(counts)
    let counted = first.counts.union(second.counts)
    names = Set(
      first.coefficients.filter { name, value in
        second.coefficients[name] != nil && !counted.contains(name)
          && (Self.isCustomaryCoefficient(name) || !shapes.contains(value))
      }.keys)
  }

  /// Greek letters are rates, strengths and other coefficients, and never count anything.
  private static func isCustomaryCoefficient(_ name: String) -> Bool {
    letters.contains { name.hasPrefix($0) && !(name.dropFirst($0.count).first?.isLetter ?? false) }
  }
  private static let letters = [
    "\\alpha", "\\beta", "\\gamma", "\\delta", "\\epsilon", "\\varepsilon", "\\zeta", "\\eta", "\\theta", "\\kappa",
    "\\lambda", "\\mu", "\\nu", "\\xi", "\\rho", "\\sigma", "\\tau", "\\phi", "\\varphi", "\\psi", "\\omega",
  ]

  /// Where the whole numbers of `let` stand in a side.
  private struct Places {
    var coefficients: [String: Int] = [:]
    /// Those of which something depends that is counted: bounds of sums, exponents, sizes, conditions.
    var counts: Set<String> = []
    var sizes: Set<Int> = []

    mutating func visit(_ expression: Expression, isCount: Bool) {
      switch expression.kind {
      case .variable(let variable):
        if variable.shape.isEmpty, let whole = variable.value.flatMap({ Int(exactly: $0) }) {
          if isCount { counts.insert(variable.name) } else { coefficients[variable.name] = whole }
        }
        sizes.formUnion(variable.shape.compactMap(\.wholeNumber))
        for extent in variable.shape { visit(extent, isCount: true) }
      case .power(let base, let exponent):
        visit(base, isCount: isCount)
        visit(exponent, isCount: true)
      case .big(let operation):
        if let last = operation.upper?.wholeNumber { sizes.insert(last) }
        for bound in [operation.lower, operation.upper].compactMap(\.self) { visit(bound, isCount: true) }
        for side in operation.conditions.flatMap(\.sides) { visit(side, isCount: true) }
        visit(operation.body, isCount: isCount)
      case .matrix(let rows, _):
        sizes.formUnion([rows.count, rows[0].count])
        for entry in rows.joined() { visit(entry, isCount: isCount) }
      case .cases(let cases):
        for one in cases {
          visit(one.value, isCount: isCount)
          for side in one.condition?.sides ?? [] { visit(side, isCount: true) }
        }
      case .identity, .ones, .indicator, .member:
        for child in expression.children { visit(child, isCount: true) }
      case .quantity(let use):
        for operand in use.operands { visit(operand, isCount: isCount) }
        for number in use.numbersInIndices { visit(number, isCount: true) }
      case .entry(let whole, let indices):
        visit(whole, isCount: isCount)
        for number in indices.flatMap(\.numbers) { visit(number, isCount: true) }
      default:
        for child in expression.children { visit(child, isCount: isCount) }
      }
    }
  }
}
