/// What restricts the letters of an equation: conditions beside it, and what stands for their opposite.
extension StatementReader {
  /// What "otherwise" means below a condition of one relation.
  func opposite(of conditions: [[Node]]) -> [Node]? {
    let opposites = ["=": "\\ne", "\\ne": "=", "\\neq": "=", "<": "\\ge", ">": "\\le", "\\le": ">", "\\ge": "<"]
    guard conditions.count == 1, let place = conditions[0].firstIndex(where: { $0.relation != nil }),
      let sign = conditions[0][place].relation, let other = opposites[sign]
    else { return nil }
    var nodes = conditions[0]
    nodes[place] = Node(.sign(other), nodes[place].range)
    return nodes
  }

  /// `(\text{if } A = B)` behind an equation without its brackets.
  static func withoutBracketsOfConditions(_ nodes: [Node]) -> [Node] {
    guard nodes.count > 2,
      let opening = nodes.indices.dropLast().first(where: { nodes[$0].nesting == 1 && nodes[$0 + 1].saysCondition })
    else { return nodes }
    var level = 0
    for index in nodes.indices[opening...] {
      level += nodes[index].nesting
      guard level == 0 else { continue }
      guard case .sign = nodes[index].kind else { return nodes }
      var nodes = nodes
      nodes.remove(at: index)
      nodes.remove(at: opening)
      return nodes
    }
    return nodes
  }

  /// `(i = 1, \ldots, n)` behind an equation: what stands there says what a letter runs over, as it does without brackets.
  static func withoutRangesInBrackets(_ nodes: [Node]) -> [Node] {
    var end = nodes.count
    while end > 0, nodes[end - 1].endsSentence { end -= 1 }
    guard end > 0 else { return nodes }
    var (open, content) = (end - 1, [Node]())
    if case .fenced("(", let inner, ")") = nodes[open].kind {
      content = inner
    } else {
      guard case .sign(")") = nodes[open].kind else { return nodes }
      var level = -1
      while level < 0, open > 0 {
        open -= 1
        level += nodes[open].nesting
      }
      guard level == 0 else { return nodes }
      content = Array(nodes[(open + 1)..<(end - 1)])
    }
    guard nodes[..<open].contains(where: { $0.relation != nil }), content.count > 2, content[0].isLetter,
      content[1].relation == "=", content.contains(where: \.areDots)
    else { return nodes }
    return Array(nodes[..<open])
  }

  /// Whether it says something of an index of the statement before it in its row: `i \ne j` behind an equation.
  func isIndexCondition(_ statement: Statement, row: Int) -> Bool {
    guard let last = statements.last, last.row == row else { return false }
    if statement.relations.count == 2, Self.isBound(statement.relations.map { Node(.sign($0.sign), $0.range) }),
      statement.members[1].count == 1, case .letter(let letter) = statement.members[1][0].kind
    {
      // `1 \le j \le n`
      return last.members.contains { $0.usesAsIndex(letter) }
    }
    guard statement.relations.count == 1 else { return false }
    if ["\\in", "∈"].contains(statement.relations[0].sign), statement.members[0].count == 1,
      case .letter(let letter) = statement.members[0][0].kind,
      Self.bounds(of: statement.members[0] + [Node(.sign("\\in"), 0..<0)] + statement.members[1]).count == 2
    {
      return last.members.contains { $0.usesAsIndex(letter) }
    }
    guard statement.members.allSatisfy({ $0.count == 1 }), let first = statement.members[0].first,
      let second = statement.members[1].first
    else { return false }
    func isIndex(_ node: Node) -> Bool {
      if case .letter(let letter) = node.kind { last.members.contains { $0.usesAsIndex(letter) } } else { false }
    }
    if second.isLetter || second.isNumber { return isIndex(first) }
    // `j \ne y_i`: another than the class. With a sign of equality it would be an equation.
    guard ["\\ne", "\\neq", "≠"].contains(statement.relations[0].sign) else { return false }
    return isIndex(first) && second.hasIndex || isIndex(second) && first.hasIndex
  }

  /// The condition that brackets around all of a piece hold, `(j \ne k)` beside an equation; nil for anything else.
  func conditionInBrackets(_ nodes: [Node], row: Int) -> [Node]? {
    guard let last = statements.last, last.row == row, !last.relations.isEmpty, let inner = nodes.insideBrackets,
      case let statement = statement(inner, row: row), statement.isComparison || isIndexCondition(statement, row: row)
    else { return nil }
    return inner
  }

  /// What brackets around all of a piece say of a shape, `(W \in \mathbb{R}^{n \times m})` beside an equation; nil for
  /// anything else.
  func membershipInBrackets(_ nodes: [Node]) -> [Node]? {
    guard let inner = nodes.insideBrackets, case let statement = statement(inner, row: 0),
      statement.relations.count == 1, ["\\in", "∈"].contains(statement.relations[0].sign),
      let set = statement.members[1].first, case .scripted(let base?, _, _, 0) = set.kind,
      case .dressed("\\mathbb", _) = base.kind
    else { return nil }
    return inner
  }

  /// `\text{where } z_j > 0` restricts what stands before it, and so does `\text{where } y_i = 1` behind a sum over i.
  func isMeantWhere(_ statement: Statement, row: Int) -> Bool {
    if let last = statements.last, last.row == row, statement.isComparison { return true }
    return isValueCondition(statement, row: row)
  }

  private func isValueCondition(_ statement: Statement, row: Int) -> Bool {
    guard let last = statements.last, last.row == row, statement.relations.count == 1,
      statement.relations[0].sign == "=", statement.members[0].count == 1, statement.members[1].count == 1,
      statement.members[1][0].isNumber, case .scripted(_, let sub?, nil, 0) = statement.members[0][0].kind,
      case .letter(let letter)? = sub.last?.kind
    else { return false }
    return last.members.contains { $0.usesAsIndex(letter) }
  }

  /// Whether dots stand for numbers between others, as in `1, …, n` and `1 … n`; in `x_1 + … + x_n` they stand for terms.
  private static func listsWithDots(_ nodes: [Node]) -> Bool {
    var level = 0
    for (place, node) in nodes.enumerated() {
      level += node.nesting
      guard level == 0, node.areDots else { continue }
      let beside = [place - 1, place + 1].filter(nodes.indices.contains).map { nodes[$0].kind }
      if !beside.contains(where: { [.sign("+"), .sign("-"), .sign("\\cdot"), .sign("\\times")].contains($0) }) {
        return true
      }
    }
    return false
  }

  /// `i = 1, …, n`: what a letter runs over.
  func isGuard(_ statement: Statement) -> Bool {
    guard statement.relations.count == 1, statement.relations[0].sign == "=", statement.members[0].count == 1,
      case .letter = statement.members[0][0].kind, statement.members[1].first.map({ $0.nesting != 1 }) ?? true
    else { return false }
    let hasDots = Self.listsWithDots(statement.members[1])
    // `l = 1, 2` behind an equation with that index.
    guard !hasDots, case .letter(let letter) = statement.members[0][0].kind, let last = statements.last else {
      return hasDots
    }
    return Self.ends(ofList: statement.members[1]) != nil && last.members.contains { $0.usesAsIndex(letter) }
  }
}

extension StatementReader {
  /// What a condition comes to as bounds that each have one relation: `1 \le j \le n` is two, `k \in \{1, \dots, K\}` and
  /// `l = 1, 2` as well. Anything else stays as it is.
  static func bounds(of condition: [Node]) -> [[Node]] {
    var level = 0
    var relations: [Int] = []
    for (place, node) in condition.enumerated() {
      level += node.nesting
      if level <= 0, node.relation != nil { relations.append(place) }
    }
    guard let first = relations.first else { return [condition] }
    let rest = Array(condition[(first + 1)...])
    if relations.count == 1, let sign = condition[first].relation,
      let ends = ["\\in", "∈"].contains(sign) ? ends(ofSet: rest) : sign == "=" ? ends(ofList: rest) : nil
    {
      let letter = Array(condition[..<first])
      func bound(_ sign: String, _ end: [Node]) -> [Node] { letter + [Node(.sign(sign), condition[first].range)] + end }
      return [bound("\\ge", ends.least), bound("\\le", ends.greatest)]
    }
    guard relations.count == 2, !condition.contains(where: { if case .sign(",") = $0.kind { true } else { false } })
    else { return [condition] }
    return [Array(condition[..<relations[1]]), Array(condition[(first + 1)...])]
  }

  /// Whether its relations can only restrict: `2 \le l \le L`.
  static func isBound(_ condition: [Node]) -> Bool {
    let signs = condition.compactMap(\.relation)
    return !signs.isEmpty
      && signs.allSatisfy(["\\le", "\\leq", "<", "\\ge", "\\geq", ">", "\\in", "\\ne", "\\neq"].contains)
  }

  /// The ends of `\{1, \dots, K\}` and of `\{K, K - 1, \dots, 1\}`; nil for any other set.
  private static func ends(ofSet nodes: [Node]) -> (least: [Node], greatest: [Node])? {
    var nodes = nodes
    while let last = nodes.last, last.endsSentence { nodes.removeLast() }
    var inner: [Node]
    if nodes.count == 1, case .fenced(let open, let content, _) = nodes[0].kind, open == "\\{" {
      inner = content
    } else {
      guard case .sign("\\{")? = nodes.first?.kind, case .sign("\\}")? = nodes.last?.kind else { return nil }
      inner = Array(nodes.dropFirst().dropLast())
    }
    return ends(ofList: inner)
  }

  /// The ends of `1, \dots, K`, of `K, K - 1, \dots, 1` and of whole numbers that follow each other; nil for anything else.
  private static func ends(ofList nodes: [Node]) -> (least: [Node], greatest: [Node])? {
    var inner = nodes
    while let last = inner.last, last.endsSentence { inner.removeLast() }
    inner.removeAll { if case .wideSpace = $0.kind { true } else { false } }
    let parts = inner.split(omittingEmptySubsequences: false) {
      if case .sign(",") = $0.kind { true } else { false }
    }.map(Array.init)
    let numbers = parts.compactMap { part -> Int? in
      if part.count == 1, case .number(let digits) = part[0].kind { Int(digits) } else { nil }
    }
    if numbers.count == parts.count, numbers.count > 1, let least = numbers.first,
      numbers == Array(least..<(least + numbers.count))
    {
      return (parts[0], parts[parts.count - 1])
    }
    guard parts.count > 2, parts.allSatisfy({ !$0.isEmpty }), parts[parts.count - 2].count == 1,
      parts[parts.count - 2][0].areDots, let first = parts.first, let last = parts.last
    else { return nil }
    // Which end is the lower one: the number, or the first where the second is more.
    if last.count == 1, last[0].isNumber, !(first.count == 1 && first[0].isNumber) { return (last, first) }
    if first.count == 1, first[0].isNumber { return (first, last) }
    return nil
  }
}

extension Statement {
  /// Whether it relates a single letter to another or to a number, as `i = j` and `i \ne 0` do.
  var isOfTwoIndices: Bool {
    relations.count == 1 && members.allSatisfy { $0.count == 1 && ($0[0].isLetter || $0[0].isNumber) }
      && members[0][0].isLetter
  }

  /// Whether it says only that one thing is larger than another.
  var isComparison: Bool {
    relations.count == 1 && members.allSatisfy { !$0.isEmpty }
      && ["<", ">", "\\lt", "\\gt", "\\le", "\\leq", "\\ge", "\\geq", "\\leqslant", "\\geqslant", "≤", "≥"]
        .contains(relations[0].sign)
  }

  /// Whether `other` has its letter as an index.
  func isPremise(of other: Statement) -> Bool {
    guard case .letter(let letter)? = members[0].first?.kind, !other.relations.isEmpty else { return false }
    return other.members.contains { $0.usesAsIndex(letter) }
  }

  /// Its one relation between its members, as it is written.
  var wholeLink: [Node] { members[0] + [Node(.sign(relations[0].sign), relations[0].range)] + members[1] }
}

extension Node {
  /// Whether it is the word that begins a condition.
  fileprivate var saysCondition: Bool {
    switch kind {
    case .text(let text): Words.isCondition(text)
    case .name(let name): Words.isCondition(name)
    default: isForAll
    }
  }

  /// Whether it is the sign ∀, behind which a condition stands.
  var isForAll: Bool {
    switch kind {
    case .letter(let sign), .sign(let sign): sign == "\\forall" || sign == "∀"
    default: false
    }
  }

  var isColon: Bool {
    if case .sign(let sign) = kind { sign == ":" || sign == "\\colon" } else { false }
  }

  fileprivate var areDots: Bool { if case .sign(let sign) = kind { Words.dots.contains(sign) } else { false } }

  fileprivate var endsSentence: Bool {
    switch kind {
    case .sign(let sign): [",", ".", ";"].contains(sign)
    case .wideSpace, .tag, .label: true
    default: false
    }
  }

  fileprivate var hasIndex: Bool {
    if case .scripted(let base?, let sub, let sup, 0) = kind { base.isLetter && (sub ?? sup) != nil } else { false }
  }

  fileprivate var isLetter: Bool {
    if case .letter = kind { true } else { false }
  }
  fileprivate var isNumber: Bool {
    if case .number = kind { true } else { false }
  }
}

extension [Node] {
  /// What round brackets around everything hold; nil where there are none.
  fileprivate var insideBrackets: [Node]? {
    let solid = filter { if case .wideSpace = $0.kind { false } else { true } }
    if solid.count == 1, case .fenced("(", let inner, ")") = solid[0].kind { return inner }
    guard solid.count > 2, case .sign("(") = solid[0].kind, case .sign(")") = solid[solid.count - 1].kind else {
      return nil
    }
    var level = 0
    for node in solid.dropLast() {
      level += node.nesting
      if level == 0 { return nil }
    }
    return Array(solid[1..<(solid.count - 1)])
  }

  /// Whether a letter stands at a corner of some symbol.
  fileprivate func usesAsIndex(_ letter: String) -> Bool {
    contains { node in
      switch node.kind {
      case .scripted(let base, let sub, let sup, _):
        let corners = (sub ?? []) + (sup ?? [])
        let isThere = corners.contains { if case .letter(letter) = $0.kind { true } else { false } }
        return isThere || corners.usesAsIndex(letter) || base.map { [$0].usesAsIndex(letter) } ?? false
      case .fraction(let above, let below): return above.usesAsIndex(letter) || below.usesAsIndex(letter)
      case .group(let inner), .dressed(_, let inner), .fenced(_, let inner, _), .root(let inner, _):
        return inner.usesAsIndex(letter)
      default: return false
      }
    }
  }
}
