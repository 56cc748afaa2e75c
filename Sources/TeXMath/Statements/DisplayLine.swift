/// A line of a display: what stands between two line breaks, or in a row of an environment that lays out rows.
struct DisplayLine {
  /// Pieces that stand side by side.
  var pieces: [[Node]]

  /// Environments that lay out rows, and are no value.
  private static let layouts: Set<String> = [
    "align", "align*", "aligned", "alignat", "alignat*", "alignedat", "equation", "equation*", "eqnarray", "eqnarray*",
    "gather", "gather*", "gathered", "split", "multline", "multline*", "flalign", "flalign*", "displaymath", "math",
    "array", "darray",
  ]
  /// Of these, the ones in which every second `&` parts equations that stand side by side.
  private static let paired: Set<String> = [
    "align", "align*", "aligned", "alignat", "alignat*", "alignedat", "flalign", "flalign*",
  ]

  /// The lines of a display, one that ends with a relation together with the next.
  static func lines(of nodes: [Node]) -> [DisplayLine] { joined(separate(nodes)) }

  private static func separate(_ nodes: [Node]) -> [DisplayLine] {
    var lines: [DisplayLine] = []
    var rest: [Node] = []
    func endLine() {
      if !rest.isEmpty { lines.append(DisplayLine(pieces: [rest])) }
      rest = []
    }
    for outer in opened(nodes) {
      let node = rest.isEmpty || saysForAll(rest) ? system(outer) : outer
      switch node.kind {
      case .lineBreak: endLine()
      case .alignment: break
      case .environment(let name, let rows) where layouts.contains(name) && isLayout(rest):
        let before = rest
        rest = []
        for (index, row) in rows.enumerated() {
          var pieces = pieces(of: row, isPaired: paired.contains(name))
          if index == 0, let first = pieces.first { pieces[0] = before + first }
          let inner = pieces.count == 1 ? separate(pieces[0]) : [DisplayLine(pieces: pieces)]
          lines += inner.isEmpty ? [DisplayLine(pieces: pieces)] : inner
        }
      default: rest.append(node)
      }
    }
    endLine()
    return lines
  }

  /// A line that ends with a relation goes on in the next: `a = \\ b`. Where that begins with the same, it counts once.
  /// So does one that ends with an operator, or within brackets, where the next begins with no relation.
  private static func joined(_ lines: [DisplayLine]) -> [DisplayLine] {
    var result: [DisplayLine] = []
    for line in lines {
      guard var last = result.popLast() else {
        result.append(line)
        continue
      }
      var end = last.pieces[last.pieces.count - 1]
      while end.last.map({ $0.isSpace || $0.isLabel }) ?? false { end.removeLast() }
      let isRelated = end.count > 1 && end.last?.relation != nil && !Words.arrows.contains(end.last?.relation ?? "")
      guard isRelated || end.isUnfinished,
        let next = line.pieces.first(where: { $0.contains { isRelated || !$0.isSpace } }), let first = next.first,
        isRelated || next.allSatisfy({ $0.relation == nil })
      else {
        result += [last, line]
        continue
      }
      let removed = last.pieces[last.pieces.count - 1].filter(\.isLabel)
      if isRelated, first.relation != nil { end.removeLast() }
      last.pieces[last.pieces.count - 1] = end + removed + (isRelated ? next : Array(next.drop(while: \.isSpace)))
      last.pieces += line.pieces.drop { $0 != next }.dropFirst()
      result.append(last)
    }
    return result
  }

  /// A group around everything is no bracket: `{\boxed{…}}`.
  private static func opened(_ nodes: [Node]) -> [Node] {
    var nodes = nodes
    while nodes.count == 1, case .group(let inner) = nodes[0].kind { nodes = inner }
    return nodes
  }

  /// Equations one below the other behind a brace, as the rows that they are.
  private static func system(_ node: Node) -> Node {
    switch node.kind {
    case .fenced(let left, let inner, ".") where ["\\{", "\\lbrace"].contains(left) && inner.count == 1:
      if case .environment(let name, _) = inner[0].kind, layouts.contains(name) { return inner[0] }
      return node
    case .environment(let name, let rows)
    where ["cases", "dcases", "rcases", "numcases"].contains(name)
      && rows.allSatisfy({ $0.cells.flatMap { $0 }.contains { $0.relation != nil } }):
      return Node(.environment("aligned", rows), node.range)
    default: return node
    }
  }

  /// `\forall l, \quad` before equations behind a brace.
  private static func saysForAll(_ nodes: [Node]) -> Bool {
    guard let first = nodes.first(where: { !$0.isSpace }), first.isForAll, let last = nodes.last(where: { !$0.isSpace })
    else { return false }
    if case .sign(",") = last.kind { return true }
    return nodes.last?.isSpace ?? false
  }

  /// Whether an environment that follows `nodes` lays out rows: behind an opening bracket it is a matrix.
  private static func isLayout(_ nodes: [Node]) -> Bool {
    guard case .sign(let sign)? = nodes.last?.kind else { return true }
    return Commands.brackets[sign] == nil && sign != "|"
  }

  private static func pieces(of row: Node.Row, isPaired: Bool) -> [[Node]] {
    // Braces around a whole cell are no brackets: `{a = b} & {\text{by the chain rule}}`.
    let row = Node.Row(cells: row.cells.map(opened), range: row.range)
    guard isPaired else { return [row.cells.flatMap { $0 }] }
    // Words in a cell of their own announce the equation beside them; before a relation they are its left side.
    if row.cells.count > 1, isWords(row.cells[0]), let first = row.cells[1].first, first.relation == nil {
      return pieces(of: Node.Row(cells: Array(row.cells.dropFirst()), range: row.range), isPaired: true)
    }
    return stride(from: 0, to: row.cells.count, by: 2).map { start in
      row.cells[start..<min(start + 2, row.cells.count)].flatMap { $0 }
    }
  }

  /// Whether it is nothing but text that states no condition.
  private static func isWords(_ nodes: [Node]) -> Bool {
    !nodes.isEmpty
      && nodes.allSatisfy { node in
        switch node.kind {
        case .text(let text): !Words.isCondition(text)
        case .wideSpace: true
        case .sign(let sign): [":", ".", ","].contains(sign)
        default: false
        }
      }
  }
}

extension [Node] {
  /// Whether something has to follow: behind an operator, or before a round or square bracket is closed.
  fileprivate var isUnfinished: Bool {
    guard contains(where: { $0.relation != nil }) else { return false }
    if case .sign(let sign)? = last?.kind, ["+", "-", "\\times", "\\cdot", "\\odot"].contains(sign) { return true }
    return openBrackets > 0
  }

  private var openBrackets: Int {
    reduce(0) { count, node in
      switch node.kind {
      case .fenced(let left, let inner, "."): count + (["(", "["].contains(left) ? 1 : 0) + inner.openBrackets
      case .fenced(".", let inner, let right): count - ([")", "]"].contains(right) ? 1 : 0) + inner.openBrackets
      case .sign("("), .sign("["): count + 1
      case .sign(")"), .sign("]"): count - 1
      default: count
      }
    }
  }
}

extension Node {
  fileprivate var isSpace: Bool {
    if case .wideSpace = kind { true } else { false }
  }
  fileprivate var isLabel: Bool {
    switch kind {
    case .label, .tag: true
    default: false
    }
  }
}
