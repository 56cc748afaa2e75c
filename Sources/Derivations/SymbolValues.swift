import Networks
package import TeXMath

/// What a symbol comes to on the author's own network.
package struct SymbolValue: Sendable {
  /// The extent of every axis, the examples' first where it belongs to one that it does not name.
  package var shape: [Int]
  package var isPerExample: Bool
  /// In row-major order.
  package var numbers: [Double]
}

extension Derivation {
  /// The numbers of a symbol that the notation or a display above gives a meaning, as equations read it.
  ///
  /// - Returns: nil where it has none, or one for every value of a letter
  package func value(of tex: String, macros: MacroTable, _ setting: AuthorSetting) -> SymbolValue? {
    laboratory.enter(setting, scope: scope)
    var table = macros
    var parser = ExpressionParser(TeXFormula.reading(tex, macros: &table).nodes, scope: scope)
    guard let own = laboratory.ownProbe(), let expression = try? parser.parse(), parser.realVariables.isEmpty,
      !expression.contains(where: \.isDrawn)
    else { return nil }
    let judge = LinkJudge(laboratory: laboratory, setting: setting, reader: MemberReader(scope))
    let claims = NumericClaims(probe: own, constants: judge.constants(on: own), exact: exact)
    guard let values = try? claims.own(expression), let first = values.first,
      values.allSatisfy({ $0.shape == first.shape })
    else { return nil }
    let isPerExample = values.count > 1
    return SymbolValue(
      shape: (isPerExample ? [values.count] : []) + first.shape, isPerExample: isPerExample,
      numbers: values.flatMap { $0.ids.map(own.graph.value) })
  }
}

extension Expression {
  /// Whether it has any value on a probe: a variable, what an optimizer remembers.
  fileprivate var isDrawn: Bool {
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
