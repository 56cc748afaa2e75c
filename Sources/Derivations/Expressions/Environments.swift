import TeXMath

/// Matrices, cases, and the conditions that these and sums have.
extension ExpressionParser {
  mutating func environment(
    _ name: String, _ rows: [Node.Row], _ range: Range<Int>
  ) throws(ReadingProblem) -> Expression {
    if ["cases", "dcases", "rcases"].contains(name) {
      var cases: [Expression.Case] = []
      for row in rows { cases.append(try caseRow(row)) }
      return Expression(.cases(cases), range)
    }
    guard name.hasSuffix("matrix") || ["array", "smallmatrix", "darray"].contains(name) else {
      throw .unsupported("`\(name)` inside an expression", range)
    }
    // Rules above and below say that columns stand there.
    let rows = rows.filter { row in
      !row.cells.allSatisfy { $0.isEmpty || $0.count == 1 && $0[0].isRule }
        || !row.cells.joined().contains { $0.sign == "|" }
    }
    if let dotted = try dottedMatrix(rows, range) { return dotted }
    var entries: [[Expression]] = []
    for row in rows {
      var line: [Expression] = []
      for cell in row.cells where !cell.isEmpty { line.append(try inner(cell[...])) }
      entries.append(line)
    }
    guard let width = entries.first?.count, width > 0, entries.allSatisfy({ $0.count == width }) else {
      throw .unsupported("a matrix whose rows differ in length", range)
    }
    return Expression(.matrix(entries), range)
  }

  private mutating func caseRow(_ row: Node.Row) throws(ReadingProblem) -> Expression.Case {
    let cells = row.cells.filter { !$0.isEmpty }
    guard let value = cells.first else { throw .damaged("a case is empty", row.range) }
    // Words may stand in the first cell where there is no `&`.
    var valueNodes = value[...]
    var condition = cells.dropFirst().flatMap { $0 }
    if cells.count == 1, let words = value.firstIndex(where: \.isWords) {
      valueNodes = value[..<words]
      condition = Array(value[words...])
    }
    let punctuation: Set<String> = [",", ".", ";"]
    while let sign = valueNodes.last?.bareSign, punctuation.contains(sign) { valueNodes.removeLast() }
    let result = try inner(valueNodes)
    condition = condition.filter { node in
      if case .text = node.kind { return false }
      if case .name(let name) = node.kind, ["if", "for", "when", "otherwise", "else"].contains(name) { return false }
      return !(node.bareSign.map(punctuation.contains) ?? false)
    }
    guard !condition.isEmpty else { return Expression.Case(value: result, condition: nil) }
    return Expression.Case(value: result, condition: try self.condition(condition))
  }

  /// Reads `x > 0`.
  mutating func condition(_ nodes: [Node]) throws(ReadingProblem) -> Expression.Condition {
    // Letters of a condition are indices, or stand elsewhere, too.
    let known = realVariables
    defer { realVariables = known }
    // Braces or brackets around all of it.
    if nodes.first?.bracketNesting == 1, ScriptItem.closing(of: 0, in: nodes) == nodes.count - 1 {
      return try condition(Array(nodes.dropFirst().dropLast()))
    }
    var level = 0
    for (place, node) in nodes.enumerated() {
      level += node.bracketNesting
      guard level == 0, let sign = node.bareSign, var relation = Expression.Comparison(tex: sign) else { continue }
      // `>=` and `==` are two signs.
      var right = nodes[(place + 1)...]
      if right.first?.bareSign == "=" {
        switch relation {
        case .greater: relation = .atLeast
        case .less: relation = .atMost
        default: break
        }
        right = right.dropFirst()
      }
      return Expression.Condition(left: try inner(nodes[..<place]), relation: relation, right: try inner(right))
    }
    throw .unsupported("the condition `\(nodes.key)`", nodes.range)
  }
}

extension Node {
  /// `\vert`, and what stands for more of them.
  fileprivate var isRule: Bool { bareSign.map { $0 == "|" || Words.dots.contains($0) } ?? false }
}

extension Expression.Comparison {
  init?(tex: String) {
    switch tex {
    case "=", "==": self = .equal
    case "\\ne": self = .unequal
    case "<": self = .less
    case "\\le": self = .atMost
    case ">": self = .greater
    case "\\ge": self = .atLeast
    default: return nil
    }
  }
}
