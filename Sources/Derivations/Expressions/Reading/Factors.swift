import TeXMath

extension ExpressionParser {
  /// Reads one factor with what is written at its corners.
  mutating func factor() throws(ReadingProblem) -> Expression {
    guard let node = next else { throw .damaged("a factor is missing", nodes.range) }
    let start = position
    if let derivative = try slashDerivative() { return derivative }
    if let derivative = try subscriptDerivative() { return derivative }
    if let indicator = try indicator() { return indicator }
    switch node.base.kind {
    case .number("1") where indicatorEnd != nil: return try indicator(node)
    case .dressed(let dress, let inner)
    where ["\\mathbb", "\\mathbf"].contains(dress) && inner.key == "1" && indicatorEnd != nil:
      return try indicator(node)
    // `1_m`, where `let` says what it is.
    case .number where node.scripts.sub != nil && isSymbol(node): return try symbol()
    case .number("1") where node.scripts.sub.map(isCount) ?? false:
      // `1_N`: as many ones.
      position += 1
      let ones = Expression(.ones(try inner((node.scripts.sub ?? [])[...], asWholeNumber: true)), node.range)
      return try node.scripts.sup.map { (sup) throws(ReadingProblem) in try raised(ones, to: sup, node.range) } ?? ones
    case .number(let digits):
      position += 1
      if next?.bareSign == "!", let number = Int(digits), (0...20).contains(number) {
        position += 1
        return Expression(.number(String((1...max(1, number)).reduce(1, *))), range(from: start))
      }
      return try scripted(Expression(.number(digits), node.base.range), node, start)
    case .sign(let sign):
      switch sign {
      case "(", "[", "\\{", "\\langle":
        if takePrimedFunction() { return try symbol() }
        if takeComposition() { return try factor() }
        return try bracket()
      case "|", "\\|":
        // `\|w\|^2` may itself be a symbol of the notation.
        if case .found(_, let match) = scope.lookup(nodes[position...]), match.length > 1 { return try symbol() }
        return try bars(sign)
      default: throw problem(at: node)
      }
    case .fraction(let above, let below):
      position += 1
      if let derivative = try derivative(above, below, node.range) {
        if options.hasArgumentsOfDerivatives, next?.bareSign == "(", let close = closing(from: position),
          nodes[close].bareSign == ")"
        {
          skipArguments()
        }
        return try scripted(derivative, node, start)
      }
      let quotient = Expression(.quotient(try inner(above[...]), try inner(below[...])), node.range)
      return try scripted(quotient, node, start)
    case .root(let radicand, let index):
      guard index == nil else { throw .unsupported(.fact(.root), node.range) }
      position += 1
      let root = Expression(
        .function(.elementary("sqrt", primes: 0), [try inner(radicand[...])]), node.range)
      return try scripted(root, node, start)
    case .large(let name): return try large(name, node)
    case .environment(let name, let rows):
      position += 1
      return try scripted(try environment(name, rows, node.range), node, start)
    case .letter("\\nabla"):
      // What an equation has named so.
      if case .found = scope.lookup(nodes[position...]) { return try symbol() }
      return try gradient(node)
    case .name("max"), .name("min"): return try extremum(node)
    case .name("argmax"), .name("argmin"), .name("arg"): return try extremumPlace(node)
    case .dressed(let dress, let inner)
    where inner.key == "1" && ["\\mathbb", "\\mathbf", "\\boldsymbol", "\\bm", "\\vec"].contains(dress)
      && !isBound(node):
      position += 1
      let count = try node.scripts.sub.map { (sub) throws(ReadingProblem) in
        try self.inner(sub[...], asWholeNumber: true)
      }
      let value = Expression(.ones(count), node.base.range)
      // Its length stands where others have an index.
      guard count != nil, let sup = node.scripts.sup else {
        return count == nil ? try scripted(value, node, start) : value
      }
      return try raised(value, to: sup, node.range)
    case .dressed(let dress, let inner)
    where inner.key == "0" && ["\\mathbf", "\\boldsymbol", "\\bm", "\\vec"].contains(dress) && !isBound(node):
      return try zeros(node, start)
    default: return try symbol()
    }
  }

  /// Whether it is one letter that the notation or `let` says counts something.
  private func isCount(_ nodes: [Node]) -> Bool {
    guard nodes.count == 1, nodes[0].isBareLetter else { return false }
    return scope.indexConstants.contains { $0.letter == nodes[0].key } || scope.wholeNumbers[nodes[0].key] != nil
  }

  /// Puts `f'` in place of `(f)'`, where f is a function and its argument follows: `(f^l)'(z)`.
  private mutating func takePrimedFunction() -> Bool {
    guard position + 3 < nodes.count, let close = closing(from: position), close == position + 2,
      case .scripted(_, nil, nil, let primes) = nodes[close].kind, primes > 0, close + 1 < nodes.count,
      nodes[close + 1].bareSign == "(", case .found(let entry, let match) = scope.lookup([nodes[position + 1]]),
      entry.isFunction, match.leftoverPrimes == 0
    else { return false }
    let (function, scripts) = (nodes[position + 1], nodes[position + 1].scripts)
    let primed = Node(
      .scripted(function.base, sub: scripts.sub, sup: scripts.sup, primes: scripts.primes + primes), function.range)
    replaceNext(by: primed, through: close)
    return true
  }

  /// Puts `f(g(x))` in place of `(f \circ g)(x)`, where f and g are functions.
  private mutating func takeComposition() -> Bool {
    guard let close = closing(from: position), close >= position + 4, nodes[close].sign == ")",
      nodes[close].scripts.primes == 0, nodes[close].scripts.sub == nil, nodes[close].scripts.sup == nil,
      close + 1 < nodes.count, nodes[close + 1].bareSign == "(", let end = closing(from: close + 1),
      nodes[end].sign == ")"
    else { return false }
    let parts = Self.parts(of: nodes[(position + 1)..<close], at: ["\\circ"])
    guard parts.count > 1, parts.allSatisfy({ $0.count == 1 && isFunction($0[$0.startIndex]) }) else { return false }
    let (open, shut) = (nodes[close + 1], nodes[end])
    let called = parts.flatMap { [$0[$0.startIndex], open] } + nodes[(close + 2)..<end]
    replaceNext(by: called + parts.dropFirst().map { _ in shut.base } + [shut], through: end)
    return true
  }

  private func isFunction(_ node: Node) -> Bool {
    if case .found(let entry, _) = scope.lookup([node]) { return entry.isFunction }
    if case .name(let name) = node.base.kind { return KnownFunctions.canonical(name) != nil }
    return false
  }

  /// `\mathbf 0`, `\mathbf 0_n`: zeros in the length that their place asks for, or so many.
  private mutating func zeros(_ node: Node, _ start: Int) throws(ReadingProblem) -> Expression {
    position += 1
    let range = node.base.range
    var count: Expression?
    // `\mathbf 0_{m \times n}` has the size that its place asks for.
    if let sub = node.scripts.sub, !sub.contains(where: { $0.bareSign == "\\times" }) {
      count = try inner(sub[...], asWholeNumber: true)
    }
    let factors = [Expression(.number("0"), range), Expression(.ones(count), range)].map {
      Expression.Factor(binding: .juxtaposition, value: $0)
    }
    let value = Expression(.product(factors), node.range)
    return try node.scripts.sup.map { (sup) throws(ReadingProblem) in try raised(value, to: sup, node.range) } ?? value
  }

  // MARK: Corners

  /// `value` with the scripts of `node`, which belong to a number, a bracket or a fraction.
  func scripted(_ value: Expression, _ node: Node, _ start: Int) throws(ReadingProblem) -> Expression {
    let scripts = node.scripts
    var value = value
    let range = value.range.lowerBound..<max(value.range.upperBound, node.range.upperBound)
    if let sub = scripts.sub, let sup = scripts.sup, scripts.primes == 0, sup.allSatisfy(\.isTransposeMark) {
      // `(W^2)^T_{ij}`: an entry of the transpose.
      return try entry(of: raised(value, to: sup, range), sub, range)
    }
    if let sub = scripts.sub {
      if let all = entries(of: value, sub, range) { value = all } else { value = try entry(of: value, sub, range) }
    }
    for _ in 0..<scripts.primes {
      guard let derived = value.primed else { throw .unsupported(.fact(.prime), node.range) }
      value = derived
    }
    if let sup = scripts.sup { value = try raised(value, to: sup, range) }
    return value
  }

  /// `( a_i b_j )_{ij}`: what has both letters is the matrix of all such entries; with one letter, a column.
  private func entries(of value: Expression, _ sub: [Node], _ range: Range<Int>) -> Expression? {
    let letters = ScriptItem.items(of: sub).compactMap(\.letter)
    guard letters.count == ScriptItem.items(of: sub).count, (1...2).contains(letters.count),
      Set(letters).count == letters.count, Set(letters).isSubset(of: value.freeLetters)
    else { return nil }
    return collecting(value, over: letters)
  }

  /// All values for the letters: a column for one, a matrix for two, whose rows are the first.
  func collecting(_ value: Expression, over letters: [String]) -> Expression {
    let range = value.range
    return letters.reversed().enumerated().reduce(value) { body, item in
      let isColumns = item.offset == 0 && letters.count == 2
      let operation = BigOperator(
        kind: isColumns ? .columns : .rows, letters: [item.element], lower: nil, upper: nil, conditions: [], body: body)
      return Expression(.big(operation), range)
    }
  }

  func entry(of value: Expression, _ sub: [Node], _ range: Range<Int>) throws(ReadingProblem) -> Expression {
    // `A_{3 \times 2}` says how large it is.
    if sub.count == 3, sub[1].bareSign == "\\times" { return value }
    var indices: [IndexExpression] = []
    // `x_{2i-1}` of a vector has one index.
    if case .variable(let variable) = value.kind, variable.shape.count == 1, let index = try multipliedIndex(sub) {
      return Expression(.entry(value, [index]), range)
    }
    for item in ScriptItem.items(of: sub) {
      guard let index = try index(item.nodes) else { throw .unsupported(.written(sub.key, .asIndex), sub.range) }
      indices.append(index)
    }
    // `12` of a matrix is row 1, column 2.
    if indices.count == 1, sub.count == 1, case .number(let digits) = sub[0].kind, digits.count == 2 {
      indices[0].digits = digits.compactMap(\.wholeNumberValue)
    }
    return Expression(.entry(value, indices), range)
  }

  func raised(_ value: Expression, to sup: [Node], _ range: Range<Int>) throws(ReadingProblem) -> Expression {
    if sup.allSatisfy(\.isTransposeMark) {
      return sup.count == 1 ? Expression(.transposed(value), range) : value
    }
    // `H^{\circ 2}`: entry by entry.
    if sup.count == 2, ["\\circ", "\\odot"].contains(sup[0].bareSign ?? ""), case .number(let digits) = sup[1].kind,
      let power = Int(digits), (2...4).contains(power)
    {
      let factor = Expression.Factor(binding: .elementwise, value: value)
      return Expression(.product(Array(repeating: factor, count: power)), range)
    }
    if sup.count == 2, sup[0].bareSign == "-", sup[1].isTransposeMark, !isBound(sup[1]) {
      let inverse = Expression(
        .power(value, Expression(.negative(Expression(.number("1"), sup.range)), sup.range)), range)
      return Expression(.transposed(inverse), range)
    }
    if sup.count > 1, sup.last?.isTransposeMark ?? false {
      let power = try raised(value, to: Array(sup.dropLast()), range)
      return Expression(.transposed(power), range)
    }
    // A number between brackets counts something, of which nothing says what it is.
    if sup.count == 3, sup[0].bareSign == "(", sup[1].isNumber, sup[2].bareSign == ")" {
      throw .unbound("\(nodes[max(0, position - 1)].key)", range)
    }
    var copy = self
    let exponent = try copy.inner(sup[...], asArgument: true)
    return Expression(.power(value, exponent), range)
  }
}

extension Node {
  var isWords: Bool {
    switch kind {
    case .text: true
    case .name(let name): Words.isCondition(name)
    default: false
    }
  }
}
