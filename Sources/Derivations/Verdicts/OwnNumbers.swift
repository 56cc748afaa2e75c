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

extension LinkJudge {
  /// Whether numbers stand on one side that symbols on the other have, all else being the same: such a link is one of the
  /// author's network alone, as every link with a side in numbers is.
  func putsNumbersIn(_ reading: Reading) -> Bool {
    guard relation == .equal, let pairs = Sides(left: reading.left, right: reading.right).putIn,
      let own = laboratory.ownProbe(), own.sampledFrom == nil
    else { return false }
    let claims = NumericClaims(probe: own, constants: constants(on: own), exact: [])
    return pairs.allSatisfy { symbol, number in
      guard let literal = NumericClaims.literal(number), let values = try? claims.own(symbol) else { return false }
      return values.allSatisfy { value in
        value.isSingle && (own.graph.value(value.ids[0]) - literal.value).magnitude <= 1e-12 * literal.value.magnitude
      }
    }
  }
}

extension LinkJudge.Sides {
  /// What is written as a number on one side where the other has a symbol, and both are the same otherwise: the 1 and the y
  /// of `(y - a)^2 = (1 - a)^2`; nil where they differ in anything else.
  var putIn: [(symbol: Expression, number: Expression)]? {
    guard !left.isNumeric, !right.isNumeric else { return nil }
    var found: [(symbol: Expression, number: Expression)] = []
    return left.differs(from: right, only: &found) && !found.isEmpty ? found : nil
  }
}

extension Expression {
  /// Whether it is made as another is, but for numbers in place of symbols.
  fileprivate func differs(
    from other: Expression, only found: inout [(symbol: Expression, number: Expression)]
  ) -> Bool {
    if isSame(as: other) { return true }
    if case .quantity = kind, NumericClaims.literal(other) != nil {
      found.append((self, other))
      return true
    }
    if case .quantity = other.kind, NumericClaims.literal(self) != nil {
      found.append((other, self))
      return true
    }
    guard hasForm(of: other), children.count == other.children.count else { return false }
    for (one, another) in zip(children, other.children) {
      guard one.differs(from: another, only: &found) else { return false }
    }
    return true
  }

  private func hasForm(of other: Expression) -> Bool {
    switch (kind, other.kind) {
    case (.negative, .negative), (.quotient, .quotient), (.power, .power), (.absolute, .absolute): true
    case (.norm(_, let one), .norm(_, let another)): one == another
    case (.sum(let one), .sum(let another)): one.map(\.isNegative) == another.map(\.isNegative)
    case (.product(let one), .product(let another)): one.map(\.binding) == another.map(\.binding)
    case (.function(let one, _), .function(let another, _)): one == another
    default: false
    }
  }
}
