package import TeXMath

/// What a formula comes to on the author's network.
package struct FormulaValue: Sendable {
  /// The extent of every axis, the examples' first where it belongs to one that it does not name.
  package var shape: [Int]
  package var isPerExample: Bool
  /// In row-major order.
  package var values: [Double]
}

extension Derivation {
  /// The value of a formula in the notation in force, as equations read it: definitions of the document, symbols with
  /// the numbers of their units, steps.
  ///
  /// - Parameter formula: without a relation
  /// - Returns: nil where it has none on this network
  package func value(of formula: [Node], _ setting: AuthorSetting) -> FormulaValue? {
    laboratory.enter(setting, scope: scope)
    var parser = ExpressionParser(formula, scope: scope)
    guard let expression = try? parser.parse(), !parser.realVariables.contains(where: { !$0.value }),
      !expression.contains(where: \.isRandom), let own = laboratory.numberProbe()
    else { return nil }
    let judge = LinkJudge(laboratory: laboratory, setting: setting, reader: MemberReader(scope), rates: rates)
    let rate = judge.rate(in: [expression])
    guard !expression.needsRate(of: setting, rate) else { return nil }
    let claims = NumericClaims(probe: own, constants: judge.constants(on: own), exact: exact, rate: rate)
    guard let values = try? claims.own(expression), let first = values.first,
      values.allSatisfy({ $0.shape == first.shape })
    else { return nil }
    let isPerExample = values.count > 1
    let shape = (isPerExample ? [values.count] : []) + (first.isSingle ? [] : Array(first.shape))
    guard shape.count <= 2 else { return nil }
    return FormulaValue(
      shape: shape, isPerExample: isPerExample, values: values.flatMap { $0.ids.map(own.graph.value) })
  }
}

extension Expression {
  /// Whether it is drawn for every network: a variable, what an optimizer remembers.
  fileprivate var isRandom: Bool {
    switch kind {
    case .variable(let variable): return variable.value == nil
    case .quantity(let use):
      switch use.meaning.quantity {
      case .accumulator, .stepNumber: return true
      default: return false
      }
    default: return false
    }
  }
}
