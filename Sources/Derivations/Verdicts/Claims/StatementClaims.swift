import TeXMath

/// Claims about quantities, and about the numbers that the author's network has.
extension StatementJudge {
  func isNumber(_ nodes: [Node]) -> Bool {
    var parser = ExpressionParser(nodes, scope: scope)
    guard let expression = try? parser.parse() else { return false }
    return NumericClaims.literal(expression) != nil || NumericClaims.literals(expression) != nil
  }

  /// Whether nothing but numbers is in it.
  func isCalculation(_ nodes: [Node]) -> Bool { (try? reader.read(nodes))?.expression.isNumeric ?? false }

  func claim(_ left: [Node], _ right: [Node], head: [Node], isLast: Bool) -> LinkVerdict {
    let read = sides(left, right)
    return claim(try? read(.init()), head: head, isLast: isLast, read: read)
  }

  /// - Parameter sides: what is written, if it can be read
  func claim(_ sides: LinkJudge.Sides?, head: [Node], isLast: Bool, read: Reading) -> LinkVerdict {
    guard let sides else { return linkJudge.judge(read: read) }
    let numeric = [sides.left.isNumeric, sides.right.isNumeric]
    guard numeric.contains(true), !sides.left.hasFreeVariable, !sides.right.hasFreeVariable else {
      return linkJudge.judge(guards: conditions(), read: read)
    }
    guard !isForecast else { return LinkVerdict(.holds) }
    var literal: LinkVerdict?
    let rate = linkJudge.rate(in: [sides.left, sides.right])
    let isOfUnknownRate = [sides.left, sides.right].contains { $0.needsRate(of: setting, rate) }
    if isOfUnknownRate { return LinkVerdict(open: .unknownRate) }
    if numeric != [true, true], sides.left.isWholeNumbered, sides.right.isWholeNumbered {
      // A whole number may be a claim about every network.
      let verdict = linkJudge.judge(guards: conditions(), read: read)
      if verdict.kind != .fails { return verdict }
      literal = verdict
    }
    guard let own = laboratory.numberProbe() else {
      return literal
        ?? LinkVerdict(open: .noOwnNetwork)
    }
    var parser = ExpressionParser(head, scope: scope)
    var first = stepped ?? (try? parser.parse())?.afterNextStep
    // What has a letter that nothing binds has no value to compare with.
    if parser.realVariables.contains(where: { !$0.value }) { first = nil }
    // Nor has what takes a step whose rate nothing says.
    let rateOfHead = linkJudge.rate(in: [first, sides.left, sides.right].compactMap(\.self))
    if first?.needsRate(of: setting, rateOfHead) ?? false { first = nil }
    var claims = NumericClaims(
      probe: own, constants: linkJudge.constants(on: own), exact: exact,
      rate: linkJudge.rate(in: [first, sides.left, sides.right].compactMap(\.self)), shown: shown)
    if sides.left.differentiatesByDefined || sides.right.differentiatesByDefined {
      claims.definitions = scope.definedValues
    }
    let verdict = claims.judge(sides.left, sides.right, head: first, isLast: isLast)
    guard verdict.kind == .fails, let literal else { return verdict }
    // Two numbers say more than two shapes of a random network.
    return literal.leftShape != nil && verdict.left != nil && verdict.right != nil ? verdict : literal
  }
}

extension Expression {

  /// Whether it has a variable that no cell gives a value.
  var hasFreeVariable: Bool {
    contains { if case .variable(let variable) = $0.kind { variable.value == nil } else { false } }
  }

  /// Whether its value is known only with a learning rate, and the document gives none.
  func needsRate(of setting: AuthorSetting, _ rate: Expression?) -> Bool {
    guard setting.learningRate == nil else { return false }
    if rate == nil, speaksOfStep { return true }
    return contains { if case .quantity(let use) = $0.kind { use.meaning.quantity == .learningRate } else { false } }
  }

  /// Whether it has a number among its variables that no cell gives a value.
  var hasRealVariable: Bool {
    contains {
      if case .variable(let variable) = $0.kind { variable.value == nil && variable.shape.isEmpty } else { false }
    }
  }

  /// The letters that `let` gives a number, in the order written.
  var lettersOfLet: [Expression] {
    var found: [Expression] = []
    if case .variable(let variable) = kind, variable.value != nil { found.append(self) }
    for child in children { found += child.lettersOfLet }
    return found
  }

  /// Whether every number in it is whole.
  var isWholeNumbered: Bool {
    !contains { if case .number(let digits) = $0.kind { digits.contains(".") } else { false } }
  }
}
