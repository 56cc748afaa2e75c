package import TeXMath

/// What a formula comes to on the author's network.
package struct FormulaValue: Sendable {
  /// None for a number, one extent for a vector, two for a matrix.
  package var shape: [Int]
  /// In row-major order.
  package var values: [Double]
}

extension Derivation {
  /// The value of a formula in the notation in force, as equations read it: definitions of the document, symbols with
  /// the numbers of their units, steps. Where it speaks of an example without saying which, there must be one only.
  ///
  /// - Parameter formula: without a relation
  /// - Returns: nil where it has none on this network
  package func value(of formula: [Node], _ setting: AuthorSetting) -> FormulaValue? {
    laboratory.enter(setting, scope: scope)
    var parser = ExpressionParser(formula, scope: scope)
    guard let expression = try? parser.parse(), !parser.realVariables.contains(where: { !$0.value }),
      !expression.contains(where: \.isRandom), let own = laboratory.ownProbe()
    else { return nil }
    let judge = LinkJudge(laboratory: laboratory, setting: setting, reader: MemberReader(scope), rates: rates)
    let rate = judge.rate(in: [expression])
    guard !expression.speaksOfStep || setting.learningRate != nil || rate != nil else { return nil }
    let claims = NumericClaims(probe: own, constants: judge.constants(on: own), exact: exact, rate: rate)
    guard let values = try? claims.own(expression), values.count == 1, let value = values.first, value.form != .tensor
    else { return nil }
    return FormulaValue(shape: value.isSingle ? [] : value.shape, values: value.ids.map(own.graph.value))
  }
}

extension Expression {
  /// Whether it is a variable that has another value on every network.
  fileprivate var isRandom: Bool {
    if case .variable(let variable) = kind { variable.value == nil } else { false }
  }
}
