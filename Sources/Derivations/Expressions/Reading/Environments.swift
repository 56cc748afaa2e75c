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
      throw .unsupported(.written(name, .insideExpression), range)
    }
    let rows = Self.undecorated(rows)
    if let dotted = try dottedMatrix(rows, range) { return dotted }
    var entries: [[Expression]] = []
    for row in rows {
      var line: [Expression] = []
      for cell in row.cells where !cell.isEmpty { line.append(try inner(cell[...])) }
      entries.append(line)
    }
    guard let width = entries.first?.count, width > 0, entries.allSatisfy({ $0.count == width }) else {
      throw .unsupported(.fact(.raggedMatrix), range)
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
    // Zeros beside a vector in another row have no length here.
    if let zeros = valueNodes.first(where: \.isBoldZero) { throw .unbound(zeros.base.key, zeros.range) }
    let result = try inner(valueNodes)
    condition = condition.filter { node in
      if case .text = node.kind { return false }
      if case .name(let name) = node.kind, Words.isCondition(name) { return false }
      return true
    }
    // What parts several conditions stays.
    while let sign = condition.first?.bareSign, punctuation.contains(sign) { condition.removeFirst() }
    while let sign = condition.last?.bareSign, punctuation.contains(sign) { condition.removeLast() }
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
    let parts = Self.joinedConditions(nodes)
    if parts.count > 1 {
      var first = try condition(parts[0])
      for part in parts.dropFirst() { first.others += try condition(part).each }
      return first
    }
    let signs = Self.comparisons(in: nodes)
    if signs.count > 1, signs[0] > 0, zip(signs, signs.dropFirst()).allSatisfy({ Self.end(of: $0, in: nodes) < $1 }) {
      // `0 < x < 6` says the same as two.
      let starts = [0] + signs.dropLast().map { Self.end(of: $0, in: nodes) }
      let ends = Array(signs.dropFirst()) + [nodes.count]
      var first = try condition(Array(nodes[..<ends[0]]))
      for (start, end) in zip(starts, ends).dropFirst() {
        first.others += try condition(Array(nodes[start..<end])).each
      }
      return first
    }
    if let place = signs.first, let sign = nodes[place].bareSign, var relation = Expression.Comparison(tex: sign) {
      // `>=` and `==` are two signs.
      let end = Self.end(of: place, in: nodes)
      if end > place + 1 {
        switch relation {
        case .greater: relation = .atLeast
        case .less: relation = .atMost
        default: break
        }
      }
      return Expression.Condition(left: try inner(nodes[..<place]), relation: relation, right: try inner(nodes[end...]))
    }
    throw .unsupported(.written(nodes.key, .asCondition), nodes.range)
  }
}

extension ExpressionParser {
  /// The places of the signs of comparison that stand in no brackets; of `>=` that of its first part.
  fileprivate static func comparisons(in nodes: [Node]) -> [Int] {
    var level = 0
    var places: [Int] = []
    for (place, node) in nodes.enumerated() {
      level += node.bracketNesting
      guard level == 0, let sign = node.bareSign, Expression.Comparison(tex: sign) != nil else { continue }
      if let last = places.last, end(of: last, in: nodes) > place { continue }
      places.append(place)
    }
    return places
  }

  /// Where what stands behind a sign of comparison begins.
  fileprivate static func end(of sign: Int, in nodes: [Node]) -> Int {
    sign + 1 < nodes.count && nodes[sign + 1].bareSign == "=" ? sign + 2 : sign + 1
  }

  /// The conditions between `and`, commas or `\land`, where each part is one.
  fileprivate static func joinedConditions(_ nodes: [Node]) -> [[Node]] {
    var parts: [[Node]] = [[]]
    var level = 0
    for node in nodes {
      level += node.bracketNesting
      let isJoint =
        switch node.kind {
        case .name("and"), .name("und"), .name("et"), .name("y"): true
        case .sign(let sign): [",", "\\land", "\\wedge", "\\&", "∧"].contains(sign)
        default: false
        }
      if level == 0, isJoint { parts.append([]) } else { parts[parts.count - 1].append(node) }
    }
    let areConditions = parts.allSatisfy { part in
      part.contains { node in node.bareSign.flatMap { Expression.Comparison(tex: $0) } != nil }
    }
    return areConditions ? parts : [nodes]
  }
}

extension Node {
  /// `\vec 0`, `\mathbf 0`
  fileprivate var isBoldZero: Bool { if case .dressed(_, let inner) = base.kind { inner.key == "0" } else { false } }
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
