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
    case .number(let digits):
      position += 1
      return try scripted(Expression(.number(digits), node.base.range), node, start)
    case .sign(let sign):
      switch sign {
      case "(", "[", "\\{", "\\langle": return try bracket()
      case "|", "\\|":
        // `\|w\|^2` may itself be a symbol of the notation.
        if case .found(_, let match) = scope.lookup(nodes[position...]), match.length > 1 { return try symbol() }
        return try bars(sign)
      default: throw problem(at: node)
      }
    case .fraction(let above, let below):
      position += 1
      if let derivative = try derivative(above, below, node.range) {
        return try scripted(derivative, node, start)
      }
      let quotient = Expression(.quotient(try inner(above[...]), try inner(below[...])), node.range)
      return try scripted(quotient, node, start)
    case .root(let radicand, let index):
      guard index == nil else { throw .unsupported("a root of this kind", node.range) }
      position += 1
      let root = Expression(
        .function(.elementary("sqrt", primes: 0), [try inner(radicand[...])]), node.range)
      return try scripted(root, node, start)
    case .large(let name): return try large(name, node)
    case .environment(let name, let rows):
      position += 1
      return try scripted(try environment(name, rows, node.range), node, start)
    case .letter("\\nabla"): return try gradient(node)
    case .name("max"), .name("min"): return try extremum(node)
    case .name("argmax"), .name("argmin"), .name("arg"): return try extremumPlace(node)
    case .dressed(let dress, let inner)
    where inner.key == "1" && ["\\mathbb", "\\mathbf", "\\boldsymbol", "\\bm", "\\vec"].contains(dress)
      && node.scripts.sub == nil && !isBound(node):
      position += 1
      return try scripted(Expression(.ones, node.base.range), node, start)
    default: return try symbol()
    }
  }

  // MARK: Indicators

  /// Where the relation of `1\{i = j\}` or `\mathbb{1}_{i = j}` that stands next ends; nil if none does.
  private var indicatorEnd: Int? {
    guard let node = next else { return nil }
    if let sub = node.scripts.sub { return sub.contains { $0.isRelation } && node.scripts.sup == nil ? position : nil }
    guard node.scripts.sup == nil, position + 1 < nodes.count, nodes[position + 1].bareSign == "\\{",
      let close = closing(from: position + 1), nodes[(position + 2)..<close].contains(where: \.isRelation)
    else { return nil }
    return close
  }

  private mutating func indicator(_ node: Node) throws(ReadingProblem) -> Expression {
    guard let end = indicatorEnd else { throw problem(at: node) }
    let start = position
    let relation = node.scripts.sub ?? Array(nodes[(position + 2)..<end])
    position = end + 1
    return Expression(.indicator(try condition(relation)), range(from: start))
  }

  // MARK: Brackets

  func closing(from start: Int) -> Int? {
    let close = ScriptItem.closing(of: start, in: nodes)
    return close < nodes.count ? close : nil
  }

  private mutating func bracket() throws(ReadingProblem) -> Expression {
    let start = position
    guard let close = closing(from: start) else {
      throw .damaged("`\(nodes[start].key)` is not closed", nodes[start].range)
    }
    let content = nodes[(start + 1)..<close]
    guard !content.isEmpty else { throw .damaged("the brackets are empty", nodes[start].range) }
    position = close + 1
    let parts = nodes[start].bareSign == "\\langle" ? Self.parts(of: content) : []
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
      // `\langle a, b \rangle` is an inner product.
      let factors = [
        Expression.Factor(binding: .juxtaposition, value: try inner(parts[0])),
        Expression.Factor(binding: .dot, value: try inner(parts[1])),
      ]
      return try scripted(Expression(.product(factors), range(from: start)), nodes[close], start)
    }
    if var list = try list(content, isRow: nodes[start].bareSign == "[") {
      list.range = nodes[start].range.lowerBound..<nodes[close].range.upperBound
      if nodes[start].bareSign == "(", case .matrix(let rows, _) = list.kind {
        list.kind = .matrix(rows, isTuple: true)
      }
      // `(x_1, \dots, x_n)^T` is how a column is written in a line.
      if nodes[start].bareSign == "(", case .scripted(_, nil, let sup?, 0) = nodes[close].kind,
        sup.count == 1, sup[0].isTransposeMark
      {
        return list
      }
      return try scripted(list, nodes[close], start)
    }
    let value = try inner(content)
    var grouped = value
    grouped.range = nodes[start].range.lowerBound..<nodes[close].range.upperBound
    return try scripted(grouped, nodes[close], start)
  }

  /// `[a, b]` is a row, as it is printed; `(a, b)` and `\{a, b\}` are columns. nil where no comma parts what is inside.
  private mutating func list(_ content: ArraySlice<Node>, isRow: Bool) throws(ReadingProblem) -> Expression? {
    let parts = Self.parts(of: content, at: [","]).map(Array.init)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let range = Array(content).range
    let cells = isRow ? [parts] : parts.map { [$0] }
    return try environment("matrix", cells.map { Node.Row(cells: $0, range: range) }, range)
  }

  private func isBound(_ node: Node) -> Bool {
    if case .found = scope.lookup([node.base]) { true } else { false }
  }

  private mutating func bars(_ sign: String) throws(ReadingProblem) -> Expression {
    let start = position
    var level = 0
    var index = start + 1
    while index < nodes.count {
      level += nodes[index].bracketNesting
      if level == 0, nodes[index].sign == sign { break }
      index += 1
    }
    guard index < nodes.count, index > start + 1 else {
      throw .damaged("`\(sign)` is not closed", nodes[start].range)
    }
    position = index + 1
    let value = try inner(nodes[(start + 1)..<index])
    let closing = nodes[index]
    let range = nodes[start].range.lowerBound..<closing.base.range.upperBound
    var norm = Expression.Norm.euclidean
    if let sub = closing.scripts.sub {
      guard let named = Expression.Norm(mark: sub.key) else { throw .unsupported("a norm of this kind", closing.range) }
      norm = named
    }
    let measure = Expression(sign == "|" && norm == .euclidean ? .absolute(value) : .norm(value, norm), range)
    guard let sup = closing.scripts.sup else { return measure }
    return Expression(.power(measure, try inner(sup[...])), range.lowerBound..<closing.range.upperBound)
  }

  /// `\mathbb{1}(y = k)`, `\mathbf 1_{y = k}`, `1\{y = k\}`: 1 where the relation is true.
  private mutating func indicator() throws(ReadingProblem) -> Expression? {
    // Iverson's bracket: `[i = j]`.
    if next?.bareSign == "[", let close = closing(from: position), nodes[close].bareSign == "]",
      case let content = Array(nodes[(position + 1)..<close]), content.hasComparison
    {
      let start = position
      position = close + 1
      return Expression(.indicator(try condition(content)), range(from: start))
    }
    guard let node = next else { return nil }
    var isBare = false
    switch node.base.kind {
    case .dressed(let dress, let inner) where inner.count == 1 && ["1", "I"].contains(inner[0].key):
      guard dress == "\\mathbb" || inner[0].key == "1" else { return nil }
    case .number("1"): isBare = true
    default: return nil
    }
    guard case .none = scope.lookup([node.base]) else { return nil }
    let start = position
    if let sub = node.scripts.sub, node.scripts.sup == nil {
      guard !isBare, sub.hasComparison else { return nil }
      let bare =
        sub.first?.bracketNesting == 1 && sub.last?.bracketNesting == -1 ? Array(sub.dropFirst().dropLast()) : sub
      position += 1
      return Expression(.indicator(try condition(bare)), range(from: start))
    }
    guard node.scripts.sub == nil, node.scripts.sup == nil, position + 1 < nodes.count,
      let opening = nodes[position + 1].bareSign, ["(", "[", "\\{"].contains(opening),
      let close = closing(from: position + 1), nodes[close].scripts.sup == nil
    else { return nil }
    let content = Array(nodes[(position + 2)..<close])
    guard content.hasComparison else { return nil }
    position = close + 1
    return Expression(.indicator(try condition(content)), range(from: start))
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
      guard let derived = value.primed else { throw .unsupported("a prime on this expression", node.range) }
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
    for item in ScriptItem.items(of: sub) {
      guard let index = IndexExpression(item.nodes) else { throw .unsupported("the index `\(sub.key)`", sub.range) }
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
    if sup.key == "- \\top" { throw .unsupported("an inverse", sup.range) }
    if sup.count > 1, sup.last?.isTransposeMark ?? false {
      let power = try raised(value, to: Array(sup.dropLast()), range)
      return Expression(.transposed(power), range)
    }
    var copy = self
    let exponent = try copy.inner(sup[...], asArgument: true)
    return Expression(.power(value, exponent), range)
  }
}

extension [Node] {
  /// Whether a relation stands among them.
  fileprivate var hasComparison: Bool {
    contains { $0.bareSign.map { Expression.Comparison(tex: $0) != nil } ?? false }
  }
}

extension Expression.Norm {
  /// The index behind the bars: that of 2, or of Frobenius, is the length.
  fileprivate init?(mark: String) {
    switch mark {
    case "2", "F": self = .euclidean
    case "1": self = .sum
    case "\\infty": self = .maximum
    default: return nil
    }
  }
}

extension Node {
  fileprivate var isRelation: Bool { bareSign.map { Expression.Comparison(tex: $0) != nil } ?? false }

  var isWords: Bool {
    switch kind {
    case .text: true
    case .name(let name): ["if", "for", "when", "otherwise", "else"].contains(name)
    default: false
    }
  }
}

extension Expression {
  /// The derivative of a function's value with a prime behind the bracket: `[g(Z)]'`.
  var primed: Expression? {
    guard case .function(let use, let arguments) = kind, let more = use.primed else { return nil }
    return Expression(.function(more, arguments), range)
  }
}

extension FunctionUse {
  /// Whether it acts on every entry by itself, softmax apart.
  var isPointwise: Bool {
    switch self {
    case .elementary, .activation, .named: true
    default: false
    }
  }

  var primed: FunctionUse? {
    switch self {
    case .elementary(let name, let primes): .elementary(name, primes: primes + 1)
    case .activation(let layer, let primes): .activation(layer: layer, primes: primes + 1)
    case .named(let name, let primes): .named(name, primes: primes + 1)
    case .defined(let body, let parameters, let primes):
      .defined(body: body, parameters: parameters, primes: primes + 1)
    default: nil
    }
  }

  func primed(_ count: Int) -> FunctionUse? {
    var use: FunctionUse? = self
    for _ in 0..<count { use = use?.primed }
    return use
  }
}
