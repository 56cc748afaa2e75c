import TeXMath

/// What stands between brackets and bars: groups, lists, inner products, norms.
extension ExpressionParser {
  func closing(from start: Int) -> Int? {
    let close = ScriptItem.closing(of: start, in: nodes)
    return close < nodes.count ? close : nil
  }

  mutating func bracket() throws(ReadingProblem) -> Expression {
    let start = position
    guard let close = closing(from: start) else {
      throw .damaged("`\(nodes[start].key)` is not closed", nodes[start].range)
    }
    let content = nodes[(start + 1)..<close]
    guard !content.isEmpty else { throw .damaged("the brackets are empty", nodes[start].range) }
    position = close + 1
    let parts = nodes[start].bareSign == "\\langle" ? Self.parts(of: content) : []
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
      if let sub = nodes[close].scripts.sub, sub.key == "F", nodes[close].scripts.sup == nil {
        // That of Frobenius, of matrices.
        let (a, b) = (try inner(parts[0]), try inner(parts[1]))
        let product = [Expression(.transposed(a), a.range), b].map {
          Expression.Factor(binding: .juxtaposition, value: $0)
        }
        return Expression(
          .function(.trace, [Expression(.product(product), range(from: start))]), range(from: start))
      }
      // `\langle a, b \rangle` is an inner product.
      let factors = [
        Expression.Factor(binding: .juxtaposition, value: try inner(parts[0])),
        Expression.Factor(binding: .dot, value: try inner(parts[1])),
      ]
      return try scripted(Expression(.product(factors), range(from: start)), nodes[close], start)
    }
    // `\langle x \rangle` is a mean of something that only the text around it knows.
    if !parts.isEmpty { throw .unsupported(.written("\\langle \\rangle"), range(from: start)) }
    if var list = try list(content, isRow: nodes[start].bareSign == "[") {
      list.range = nodes[start].range.lowerBound..<nodes[close].range.upperBound
      // Printed numbers between square brackets are no row where a column is meant.
      if nodes[start].bareSign == "(" || NumericClaims.literals(list) != nil, case .matrix(let rows, _) = list.kind {
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
  mutating func list(_ content: ArraySlice<Node>, isRow: Bool) throws(ReadingProblem) -> Expression? {
    let parts = Self.parts(of: content, at: [","]).map(Array.init)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let range = Array(content).range
    let cells = isRow ? [parts] : parts.map { [$0] }
    return try environment("matrix", cells.map { Node.Row(cells: $0, range: range) }, range)
  }

  func isBound(_ node: Node) -> Bool {
    if case .found = scope.lookup([node.base]) { true } else { false }
  }

  /// Whether it is bound with all that stands at its corners.
  func isSymbol(_ node: Node) -> Bool {
    if case .found = scope.lookup([node]) { true } else { false }
  }

  mutating func bars(_ sign: String) throws(ReadingProblem) -> Expression {
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
      guard let named = Expression.Norm(mark: sub.key) else { throw .unsupported(.fact(.norm), closing.range) }
      norm = named
    }
    // `|D|` of a set: what its sentence binds is how many they are.
    if sign == "|", case .quantity(let use) = value.kind, use.meaning.isNumberOfNetwork, closing.scripts.sup == nil,
      closing.scripts.sub == nil
    {
      return value
    }
    let measure = Expression(sign == "|" && norm == .euclidean ? .absolute(value) : .norm(value, norm), range)
    guard let sup = closing.scripts.sup else { return measure }
    return Expression(.power(measure, try inner(sup[...])), range.lowerBound..<closing.range.upperBound)
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
