/// Cuts a display into its statements.
///
/// Rows, `\quad`, semicolons, words like "and", and a comma between two relations part statements; brackets hold together
/// what is in them. A row that begins with a relation continues the chain above it. A piece without a relation is a remark,
/// and one behind "if" or "for" a condition: neither is a statement. A row that is nothing but a condition holds for the
/// rows below it, or, at the end, for those above.
struct StatementReader {
  private(set) var statements: [Statement] = []
  private(set) var labels: [String?] = []
  /// The conditions of the last row that was nothing else.
  private var standing: [[Node]] = []
  /// A row that may be the left side of what stands below it.
  private var head: [Node]?

  static func reading(_ nodes: [Node]) -> StatementList {
    var reader = StatementReader()
    let lines = DisplayLine.lines(of: nodes)
    for (number, line) in lines.enumerated() { reader.read(line, isLast: number == lines.count - 1) }
    return StatementList(statements: reader.statements, labels: reader.labels)
  }

  private mutating func read(_ line: DisplayLine, isLast: Bool) {
    let row = labels.count
    let before = statements.count
    var conditions: [[Node]] = []
    var premise: Statement?
    /// What stands before `\iff`, and whether it is among the statements already.
    var equivalent: (statement: Statement, isRead: Bool)?
    labels.append(nil)
    var above = head
    head = nil
    for (index, piece) in line.pieces.enumerated() {
      for part in parts(of: piece, row: row) {
        if part.isCondition, !part.isFurther || Self.isBound(part.nodes) {
          let meant = part.isNegated ? opposite(of: [part.nodes]) : part.nodes
          if statements.count > before {
            if part.isStrict, meant.map({ !hasRelation($0) }) ?? true {
              statements[statements.count - 1].isConditional = true
            } else if let meant {
              statements[statements.count - 1].guards += Self.bounds(of: meant)
            }
          } else if let meant, hasRelation(meant) {
            conditions += Self.bounds(of: meant)
          }
          continue
        }
        if part.isAlternative, part.nodes.isEmpty {
          if let opposite = opposite(of: standing) { conditions.append(opposite) }
          continue
        }
        if let condition = conditionInBrackets(part.nodes, row: row) {
          statements[statements.count - 1].guards.append(condition)
          continue
        }
        let gloss = statements.count > before ? membershipInBrackets(part.nodes) : nil
        var statement = statement(gloss ?? part.nodes, row: row)
        statement.column = index
        if let left = above, !statement.relations.isEmpty {
          if statement.members[0].isEmpty { statement.members[0] = left }
          above = nil
        }
        // `i = j \rightarrow …`: what stands before the arrow says when the rest is meant.
        if let condition = premise {
          premise = nil
          if condition.isComparison && !statement.relations.isEmpty || condition.isPremise(of: statement) {
            statement.guards.append(condition.wholeLink)
          } else {
            statements.append(condition)
          }
        }
        // `z_j > 0 \iff h_j > \frac12`: each says when the other is meant.
        if let (other, isRead) = equivalent {
          equivalent = nil
          let isMeantBelow = statement.isComparison || other.isOfTwoIndices && other.isPremise(of: statement)
          if !isRead, !isMeantBelow || statement.isComparison {
            statements.append(other)
            if isMeantBelow { statements[statements.count - 1].guards.append(statement.wholeLink) }
          }
          if isMeantBelow { statement.guards.append(other.wholeLink) }
        }
        if part.isEquivalent, statement.isComparison, !isIndexCondition(statement, row: row) {
          let isRead = !statement.guards.isEmpty
          if isRead { statements.append(statement) }
          statement.guards = []
          equivalent = (statement, isRead)
          continue
        }
        // `z_j > 0 \implies h_j = z_j`, too.
        if part.isPremise, statement.guards.isEmpty,
          statement.isComparison && !part.isEquivalent || statement.isOfTwoIndices,
          !isIndexCondition(statement, row: row)
        {
          premise = statement
          continue
        }
        if statement.relations.isEmpty {
          // A row without a relation goes on with the member above it.
          let isContinuation = index == 0 && row > 0 && startsWithOperator(part.nodes)
          if isContinuation, let last = statements.indices.last {
            statements[last].members[statements[last].members.count - 1] += part.nodes
          } else if index == 0, line.pieces.dropFirst().allSatisfy(\.isEmpty), part.nodes.hasSymbols {
            head = statement.members[0]
          }
        } else if isIndexCondition(statement, row: row) || part.isWhere && isMeantWhere(statement, row: row) {
          statements[statements.count - 1].guards += Self.bounds(of: part.nodes)
        } else if !isGuard(statement) {
          statements.append(statement)
        } else if statements.count > before {
          statements[statements.count - 1].guards += Self.bounds(of: part.nodes)
        }
      }
    }
    if let premise { statements.append(premise) }
    if let (other, isRead) = equivalent, !isRead { statements.append(other) }
    take(conditions, from: before, isLast: isLast)
  }

  /// Gives the statements of a row what stands before them, and remembers what stands in a row of its own.
  private mutating func take(_ conditions: [[Node]], from first: Int, isLast: Bool) {
    if statements.count == first, !conditions.isEmpty {
      if isLast, standing.isEmpty {
        for index in statements.indices where statements[index].guards.isEmpty { statements[index].guards = conditions }
      }
      standing = conditions
    }
    for index in statements.indices[first...] { statements[index].guards += standing + conditions }
  }

  private func startsWithOperator(_ nodes: [Node]) -> Bool {
    guard case .sign(let sign)? = nodes.first?.kind else { return false }
    return ["+", "-", "−", "\\cdot", "\\times", "\\odot", "\\pm"].contains(sign)
  }

  private struct Part {
    var nodes: [Node] = []
    /// Behind "if" or "for".
    var isCondition = false
    /// Behind the "and" of a condition, where another may stand, or another equation.
    var isFurther = false
    /// Behind "where".
    var isWhere = false
    /// Behind "otherwise".
    var isAlternative = false
    /// Before an arrow.
    var isPremise = false
    /// Before an arrow that points both ways.
    var isEquivalent = false
    /// Behind "unless".
    var isNegated = false
    /// Behind "if", and not "for".
    var isStrict = false
  }

  /// Cuts a piece at what parts statements.
  private mutating func parts(of nodes: [Node], row: Int) -> [Part] {
    var parts: [Part] = []
    var part = Part()
    var level = 0
    func end(atArrow arrow: String? = nil) {
      guard !part.nodes.isEmpty else { return }
      part.isPremise = arrow != nil
      part.isEquivalent = arrow.map(Words.equivalences.contains) ?? false
      // `\implies {z = wx + b} \implies …`: braces around a whole statement, or a font for it.
      let solid = part.nodes.filter { !isWide($0) }
      if solid.count == 1 {
        switch solid[0].kind {
        case .group(let inner) where hasRelation(inner), .dressed(_, let inner) where hasRelation(inner):
          part.nodes = inner
        default: break
        }
      }
      parts.append(part)
      part = Part()
    }
    func begin(behind words: String) {
      end()
      // `\text{for } j \le n \text{ and } l \le L`
      let isFurther = Words.joins(words) && parts.last?.isCondition ?? false
      part.isFurther = isFurther
      part.isCondition = (Words.isCondition(words) || isFurther) && !Words.isAlternative(words)
      part.isWhere = Words.restricts(words)
      part.isAlternative = Words.isAlternative(words)
      part.isNegated = Words.isNegated(words)
      part.isStrict = Words.isStrict(words)
    }
    let nodes = Self.withoutRangesInBrackets(Self.withoutBracketsOfConditions(nodes))
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .label(let name), .tag(let name):
        labels[row] = labels[row] ?? name
      case .wideSpace where level == 0: end()
      case .sign(";") where level == 0: end()
      case .letter("\\because") where level == 0, .sign("\\because") where level == 0: begin(behind: "because")
      // `w \Leftarrow w - \eta g` is an assignment.
      case .sign(let sign)
      where level == 0 && Words.implications.contains(sign)
        && !(Words.backwards.contains(sign) && !part.nodes.isEmpty && !hasRelation(part.nodes)
          && !hasRelation(Array(nodes[(index + 1)...]))):
        end(atArrow: sign)
      // An arrow with room around it says what follows from what.
      case .sign(let sign)
      where level == 0 && Words.arrows.contains(sign) && (index == 0 || isWide(nodes[index - 1]))
        && index + 1 < nodes.count && isWide(nodes[index + 1]):
        end(atArrow: sign)
      // `z = wx \to a = \sigma(z)`: so does one between two equations.
      case .sign(let sign)
      where level == 0 && Words.arrows.contains(sign) && hasRelation(part.nodes)
        && hasRelationBeforeComma(nodes[(index + 1)...]):
        end(atArrow: sign)
      // `\text{Element-wise product} = …`: words may be a side; or a function's name, `\text{Leaky ReLU}(x)`.
      case .text(let text)
      where level == 0 && part.nodes.isEmpty && parts.isEmpty && Words.areName(text) && index + 1 < nodes.count
        && (nodes[index + 1].relation != nil || nodes[index + 1].isArgument):
        part.nodes.append(node)
      case .sign(",") where level == 0 && hasRelation(part.nodes) && hasRelationBeforeComma(nodes[(index + 1)...]):
        end()
      case .text(let text) where level == 0 && Words.part(text): begin(behind: text)
      case .name(let name) where level == 0 && Words.isConnecting(name): begin(behind: name)
      // Behind an equation; before one it would belong to that.
      case _
      where level == 0 && node.isForAll && (!parts.isEmpty || hasRelation(part.nodes))
        && !nodes[index...].contains(where: { $0.isColon }):
        begin(behind: "for")
      default:
        level = max(0, level + node.nesting)
        part.nodes.append(node)
      }
    }
    end()
    if part.isAlternative { parts.append(part) }
    return parts
  }

  private func isWide(_ node: Node) -> Bool { if case .wideSpace = node.kind { true } else { false } }

  private func hasRelation(_ nodes: [Node]) -> Bool { nodes.contains { $0.relation != nil } }

  private func hasRelationBeforeComma(_ nodes: ArraySlice<Node>) -> Bool {
    var level = 0
    for node in nodes {
      level += node.nesting
      if case .sign(",") = node.kind, level <= 0 { return false }
      if level <= 0, node.relation != nil { return true }
    }
    return false
  }

  func statement(_ nodes: [Node], row: Int) -> Statement {
    var statement = Statement(members: [[]], relations: [], row: row)
    var level = 0
    for node in nodes {
      level = max(0, level + node.nesting)
      // `=:` gives a name to what stands before it.
      if level == 0, case .sign(":") = node.kind, let last = statement.relations.indices.last,
        statement.relations[last].sign == "=", statement.members[last + 1].isEmpty
      {
        statement.relations[last].sign = "=:"
        statement.relations[last].range = statement.relations[last].range.lowerBound..<node.range.upperBound
        continue
      }
      if level == 0, let sign = node.relation {
        statement.relations.append(Statement.Relation(sign: sign, range: node.range))
        statement.members.append([])
      } else {
        statement.members[statement.members.count - 1].append(node)
      }
    }
    for index in statement.members.indices { statement.members[index] = trimmed(statement.members[index]) }
    return statement
  }

  /// Without the punctuation of the sentence around, and without remarks.
  private func trimmed(_ nodes: [Node]) -> [Node] {
    var nodes = nodes
    while case .sign(let sign)? = nodes.last?.kind, [",", ".", ";", ":"].contains(sign) { nodes.removeLast() }
    while case .sign("\\therefore")? = nodes.first?.kind { nodes.removeFirst() }
    return nodes
  }

}

extension Node {
  /// Whether it is a round bracket that opens, or what stands in some.
  fileprivate var isArgument: Bool {
    switch kind {
    case .sign("("), .fenced("(", _, ")"): true
    default: false
    }
  }

  /// 1 for a bracket that opens, -1 for one that closes, which may have something at its corners: `(z_1)_i`.
  var nesting: Int {
    switch kind {
    case .sign(let sign): Commands.brackets[sign] != nil ? 1 : Commands.closers.contains(sign) ? -1 : 0
    case .scripted(let base?, _, _, _): base.nesting
    default: 0
    }
  }

  /// The relation that the node is, if it is one.
  var relation: String? {
    switch kind {
    case .sign(let sign) where Commands.relations.contains(sign): sign
    case .dressed("\\not", let inner) where inner.count == 1:
      inner[0].relation.map { $0 == "=" ? "\\ne" : $0 == "\\in" ? "\\notin" : "\\not" + $0 }
    case .scripted(let base?, _, _, _): base.relation
    default: nil
    }
  }
}

extension [Node] {
  /// Whether there is more among them than words.
  fileprivate var hasSymbols: Bool {
    contains { node in
      switch node.kind {
      case .text, .wideSpace, .label, .tag, .reference, .alignment, .sign: false
      default: true
      }
    }
  }
}
