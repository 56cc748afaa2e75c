import TeXMath

/// Links in which the author's own numbers stand for what has them.
extension StatementJudge {
  /// A sum in which everything is a number that is printed, given by the cells, or the parameter that it changes, as in
  /// `w \leftarrow w - \eta \cdot (-0.0584)`: with the author's numbers for the symbols, which are exact.
  ///
  /// - Returns: nil where it is another calculation
  func numbers(in change: Expression, of parameter: Expression) -> (expression: Expression, exact: Set<Double>)? {
    guard case .sum(let terms) = change.kind else { return nil }
    if change.isNumeric { return (change, []) }
    func isRate(_ expression: Expression) -> Bool {
      switch expression.kind {
      case .quantity(let use): use.meaning.quantity == .learningRate && setting.learningRate != nil
      case .variable(let variable): variable.value != nil && variable.shape.isEmpty
      default: false
      }
    }
    let others = terms.filter { !$0.value.isSame(as: parameter) }
    guard others.count == terms.count - 1, let own = laboratory.numberProbe(),
      others.allSatisfy({ term in
        term.value.contains { if case .number(let digits) = $0.kind { digits.contains(".") } else { false } }
          && term.value.mapped { isRate($0) ? Expression(.number("1"), $0.range) : $0 }.isNumeric
      })
    else { return nil }
    let claims = NumericClaims(probe: own, constants: linkJudge.constants(on: own), exact: exact)
    var numbers: Set<Double> = []
    let written = change.mapped { part in
      guard part.isSame(as: parameter) || isRate(part), let values = try? claims.own(part), values.count == 1,
        values[0].isSingle
      else { return part }
      let number = own.graph.value(values[0].ids[0])
      numbers.insert(number.magnitude)
      let digits = Expression(.number("\(number.magnitude)"), part.range)
      return number < 0 ? Expression(.negative(digits), part.range) : digits
    }
    return written.isNumeric ? (written, numbers) : nil
  }

  /// What a bound of one symbol by a printed number comes to, as `\hat y > 0.53`: true of the author's network alone, it may
  /// be meant so.
  func ofOwnNumbers(_ left: [Node], _ right: [Node], _ verdict: LinkVerdict) -> LinkVerdict {
    guard verdict.kind == .fails, verdict.isTrueOfOwn, let sides = try? sides(left, right)(.init()) else {
      return verdict
    }
    let isMeant = [(sides.left, sides.right), (sides.right, sides.left)].contains { symbol, number in
      symbol.isSymbolOrEntry && symbol.freeLetters.allSatisfy({ LayerLetter.name($0) != nil })
        && NumericClaims.literal(number).map { $0.half > 0 } ?? false
    }
    return isMeant ? LinkVerdict(open: .onlyOwnNetwork) : verdict
  }
}
