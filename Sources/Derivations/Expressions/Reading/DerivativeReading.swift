import TeXMath

extension ExpressionParser {
  /// `\frac{\partial E}{\partial w}`, `\frac{d}{dx} …`; nil where the fraction is a quotient.
  mutating func derivative(
    _ above: [Node], _ below: [Node], _ range: Range<Int>
  ) throws(ReadingProblem) -> Expression? {
    // `\frac{-\partial E}{\partial w}`
    if above.first?.bareSign == "-", let mark = below.first?.differential,
      above.dropFirst().first?.differential == mark,
      let positive = try derivative(Array(above.dropFirst()), below, range)
    {
      return Expression(.negative(positive), range)
    }
    if let scaled = try scaledDerivative(above, below, range) { return scaled }
    guard let sign = above.first, let mark = sign.differential, below.first?.differential == mark else { return nil }
    if mark == "d", above.count == 1, below.count == 1 { return nil }
    let order = try self.order(sign)
    let denominators = try self.denominators(below, mark: mark, order: order, range)
    let numeratorNodes = above.dropFirst()
    if numeratorNodes.isEmpty {
      // What follows is differentiated: the factors written next to it.
      let start = position
      if options.hasWideDerivatives, next != nil {
        let numerator = try sum()
        return Expression(
          .derivative(Derivative(numerator: numerator, denominators: denominators, isOrdinary: mark == "d")),
          range.lowerBound..<max(range.upperBound, numerator.range.upperBound))
      }
      // In `\frac{\partial}{\partial b} (Wh + b) \frac{\partial C}{\partial z}` the brackets say how far it reaches.
      let isBracketed = next?.bracketNesting ?? 0 > 0
      var factors: [Expression.Factor] = []
      while let node = next, node.bareSign.map({ ["(", "[", "\\{", "|", "\\|"].contains($0) }) ?? true,
        node.bracketNesting >= 0, factors.isEmpty || !isBracketed || !node.isDerivative
      {
        factors.append(Expression.Factor(binding: .juxtaposition, value: try factor()))
      }
      guard !factors.isEmpty else { throw .unsupported(.fact(.derivativeOfNothing), range) }
      let numerator = Self.run(factors, self.range(from: start))
      return Expression(
        .derivative(Derivative(numerator: numerator, denominators: denominators, isOrdinary: mark == "d")),
        range.lowerBound..<max(range.upperBound, numerator.range.upperBound))
    }
    let numerator = try inner(numeratorNodes, isDifferentiated: true)
    return Expression(
      .derivative(Derivative(numerator: numerator, denominators: denominators, isOrdinary: mark == "d")), range)
  }

  /// `\frac{\partial E}{n \, \partial w}`: factors before one of the signs; nil where there are none.
  private mutating func scaledDerivative(
    _ above: [Node], _ below: [Node], _ range: Range<Int>
  ) throws(ReadingProblem) -> Expression? {
    guard let top = above.splitAtDifferential, let bottom = below.splitAtDifferential,
      !top.factors.isEmpty || !bottom.factors.isEmpty, top.rest.count > 1,
      var value = try derivative(top.rest, bottom.rest, range)
    else { return nil }
    if !top.factors.isEmpty {
      let factor = Expression.Factor(binding: .juxtaposition, value: try inner(top.factors[...]))
      value = Expression(.product([factor, Expression.Factor(binding: .juxtaposition, value: value)]), range)
    }
    guard !bottom.factors.isEmpty else { return value }
    return Expression(.quotient(value, try inner(bottom.factors[...])), range)
  }

  /// `\partial C / \partial a`
  mutating func slashDerivative() throws(ReadingProblem) -> Expression? {
    guard let sign = next, sign.differential == "\\partial" || sign.differential == "d" else { return nil }
    let mark = sign.differential
    var index = position + 1
    var level = 0
    while index < nodes.count {
      level += nodes[index].bracketNesting
      if level < 0 { return nil }
      if level == 0, nodes[index].bareSign == "/" { break }
      if level == 0, let sign = nodes[index].bareSign, ["+", "-", ",", "\\cdot", "\\odot"].contains(sign) {
        return nil
      }
      index += 1
    }
    guard index + 2 < nodes.count, index > position + 1, nodes[index + 1].differential == mark else { return nil }
    let start = position
    let order = try order(sign)
    let numerator = try inner(nodes[(position + 1)..<index])
    position = index + 2
    let denominator = try factor()
    guard order == 1 else { throw .unsupported(.fact(.derivativeForm), sign.range) }
    return Expression(
      .derivative(Derivative(numerator: numerator, denominators: [denominator], isOrdinary: mark == "d")),
      range(from: start))
  }

  /// `\partial_{w} E`
  mutating func subscriptDerivative() throws(ReadingProblem) -> Expression? {
    guard let sign = next, case .letter("\\partial") = sign.base.kind, let sub = sign.scripts.sub,
      sign.scripts.sup == nil, sign.scripts.primes == 0
    else { return nil }
    let start = position
    position += 1
    guard next != nil else { throw .unsupported(.fact(.derivativeOfNothing), sign.range) }
    let variable = try inner(sub[...])
    let numerator = try differentiated()
    return Expression(
      .derivative(Derivative(numerator: numerator, denominators: [variable], isOrdinary: false)), range(from: start))
  }

  private func order(_ sign: Node) throws(ReadingProblem) -> Int {
    guard let sup = sign.scripts.sup else { return 1 }
    guard sup.count == 1, case .number(let digits) = sup[0].kind, let order = Int(digits), (1...4).contains(order)
    else {
      throw .unsupported(.fact(.derivativeForm), sign.range)
    }
    return order
  }

  private mutating func denominators(
    _ below: [Node], mark: String?, order: Int, _ range: Range<Int>
  ) throws(ReadingProblem) -> [Expression] {
    var parts: [ArraySlice<Node>] = []
    var start = 1
    for index in below.indices.dropFirst() where below[index].differential == mark && index > start {
      parts.append(below[start..<index])
      start = index + 1
    }
    parts.append(below[start...])
    var denominators: [Expression] = []
    for part in parts {
      guard !part.isEmpty else { throw .damaged("a derivative by nothing", range) }
      if order > 1, parts.count == 1, let last = part.last, last.scripts.sup?.key == String(order) {
        let scripts = last.scripts
        let plain =
          scripts.sub == nil && scripts.primes == 0
          ? last.base : Node(.scripted(last.base, sub: scripts.sub, sup: nil, primes: scripts.primes), last.range)
        let variable = try inner(part.dropLast() + [plain])
        return Array(repeating: variable, count: order)
      }
      denominators.append(try inner(part, isDifferentiated: true))
    }
    guard denominators.count == order else { throw .unsupported(.fact(.derivativeForm), range) }
    return denominators
  }

  /// `\nabla_{a} C`, `\nabla f`
  mutating func gradient(_ node: Node) throws(ReadingProblem) -> Expression {
    let start = position
    position += 1
    if node.scripts.sup?.key == "2", node.scripts.primes == 0 { return try hessian(node, start) }
    if node.scripts.sup != nil || node.scripts.primes > 0 { throw .unsupported(.written(node.key), node.range) }
    var by: [Expression] = []
    if let sub = node.scripts.sub {
      if let outputs = outputs(sub) { by = [outputs] } else { by = [try inner(sub[...])] }
    }
    guard next != nil else { throw .unsupported(.fact(.derivativeOfNothing), node.range) }
    if by.isEmpty, let parameters = functionParameters() {
      by = parameters.by
      position += 1
      return Expression(.gradient(of: parameters.value, by: by), range(from: start))
    }
    if by.isEmpty, let argument = onlyArgument() { by = [try inner(argument)] }
    if by.isEmpty {
      for argument in argumentsOfFunction() { by.append(try inner(argument, asArgument: true)) }
    }
    let operand = try differentiated()
    // `\nabla f(z)` of an activation function is its derivative, entry by entry.
    if node.scripts.sub == nil, case .function(let use, let arguments) = operand.kind, arguments.count == 1,
      arguments == by, use.isPointwise, let primed = use.primed
    {
      return Expression(.function(primed, arguments), range(from: start))
    }
    guard !by.isEmpty else { throw .unsupported(.fact(.gradientByNothing), node.range) }
    return Expression(.gradient(of: operand, by: by), range(from: start))
  }
}

extension ExpressionParser {
  /// The a of `\nabla_a C`, where activations have the letter of a layer that is not written: those of the output layer,
  /// which a cost is a function of.
  private func outputs(_ sub: [Node]) -> Expression? {
    // Beside the last layer only: in a formula for any layer they are those of that one.
    let last = scope.indexConstants.filter { $0.meaning.quantity == .layerCount }.map(\.letter)
    guard !nodes.scriptLetters.isDisjoint(with: last) else { return nil }
    guard sub.count == 1, sub[0].isBareLetter, case .none = scope.lookup(sub[...]),
      case .found(let entry, _)? = next.map({ scope.lookup([$0.base]) }),
      case .meaning(let cost) = entry.value, cost.isCost
    else { return nil }
    let meanings = scope.meanings(ofLetter: sub[0].key)
    guard let first = meanings.first, meanings.allSatisfy({ $0.quantity == .activation }), case .letter? = first.layer
    else {
      return nil
    }
    var use = QuantityUse(meaning: SymbolMeaning(.prediction), tex: sub[0].key)
    use.meaning.orientation = first.orientation
    use.layer = nil
    return Expression(.quantity(use), sub[0].range)
  }

  /// `\nabla_x^2 f`: all second derivatives of a number by a vector.
  private mutating func hessian(_ sign: Node, _ start: Int) throws(ReadingProblem) -> Expression {
    guard let sub = sign.scripts.sub else {
      throw .unsupported(.fact(.secondGradientByNothing), sign.range)
    }
    guard next != nil else { throw .unsupported(.fact(.derivativeOfNothing), sign.range) }
    let variable = try inner(sub[...])
    let numerator = try differentiated()
    return Expression(
      .derivative(Derivative(numerator: numerator, denominators: [variable, variable], isOrdinary: false)),
      range(from: start))
  }

  /// The factor that a sign of differentiation stands before, with the numbers before it: `\nabla_x \frac12 \|x\|^2`.
  private mutating func differentiated() throws(ReadingProblem) -> Expression {
    let start = position
    var factors = [Expression.Factor(binding: .juxtaposition, value: try factor())]
    // So it does before all factors of an inner product: `\nabla_x (x - a)^T (x - a)`, `\nabla_x x^T A x`.
    while let last = factors.last, last.value.isConstantFactor || last.value.isRowOrMatrix, let node = next,
      node.bracketNesting >= 0,
      node.bareSign.map({ ["(", "[", "\\{", "|", "\\|"].contains($0) }) ?? true
    {
      factors.append(Expression.Factor(binding: .juxtaposition, value: try factor()))
    }
    return Self.run(factors, range(from: start))
  }

  /// The x and y of `\nabla f(x, y)`, where f is a function of two variables; none where the arguments are no symbols.
  private func argumentsOfFunction() -> [ArraySlice<Node>] {
    guard case .found(let entry, let match) = scope.lookup(nodes[position...]),
      case .definition(let definition) = entry.value, match.leftoverPrimes == 0,
      case let open = position + match.length, open < nodes.count, nodes[open].bareSign == "(",
      let close = closing(from: open),
      case let parts = Self.parts(of: nodes[(open + 1)..<close]), parts.count == definition.parameters.count,
      parts.allSatisfy({ $0.count == 1 && !$0[$0.startIndex].isNumber })
    else { return [] }
    return parts
  }

  /// What stands between the brackets behind the symbol that is next, where that is all: the w of `\nabla L(w)`.
  private func onlyArgument() -> ArraySlice<Node>? {
    guard position + 1 < nodes.count, nodes[position].bareSign == nil, nodes[position + 1].bareSign == "(",
      let close = closing(from: position + 1), Self.parts(of: nodes[(position + 2)..<close]).count == 1
    else { return nil }
    return nodes[(position + 2)..<close]
  }
}

extension Expression {
  /// Whether it is a transpose or a matrix, which another factor follows.
  fileprivate var isRowOrMatrix: Bool {
    switch kind {
    case .transposed: true
    case .variable(let variable): variable.shape.count == 2
    case .quantity(let use): use.meaning.isMatrix && use.unit == nil && use.from == nil
    default: false
    }
  }

  /// Whether it is made of numbers and counts alone, which nobody differentiates.
  fileprivate var isConstantFactor: Bool {
    !contains { part in
      switch part.kind {
      case .number, .constant, .quotient, .product, .sum, .negative, .power: false
      case .variable(let variable): variable.value == nil
      case .quantity(let use): !use.meaning.isCount
      default: true
      }
    }
  }
}

extension SymbolMeaning {
  fileprivate var isCount: Bool {
    switch quantity {
    case .exampleCount, .layerCount, .hiddenLayerCount, .unitCount, .inputCount, .outputCount, .regularization: true
    default: false
    }
  }
}

extension Node {
  /// Whether it is written as a fraction of differentials, both with something behind the sign.
  fileprivate var isDerivative: Bool {
    guard case .fraction(let above, let below) = kind, let mark = above.first?.differential else { return false }
    return above.count > 1 && below.count > 1 && below.first?.differential == mark
  }

  /// The sign of a differential: `\partial`, or a d.
  var differential: String? {
    switch base.kind {
    case .letter("\\partial"): "\\partial"
    case .letter("d") where scripts.sub == nil: "d"
    default: nil
    }
  }
}

extension [Node] {
  /// What stands before the first ∂ and what begins with it; nil where there is none, or more than factors before it.
  fileprivate var splitAtDifferential: (factors: [Node], rest: [Node])? {
    var level = 0
    for (place, node) in enumerated() {
      if level == 0, node.differential == "\\partial" {
        var factors = Array(self[..<place])
        if let sign = factors.last?.bareSign, ["\\cdot", "\\times", "*"].contains(sign) { factors.removeLast() }
        return (factors, Array(self[place...]))
      }
      level += node.bracketNesting
      if level == 0, let sign = node.bareSign, ["+", "-", ",", "/"].contains(sign) { return nil }
    }
    return nil
  }
}
