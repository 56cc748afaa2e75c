import TeXMath

/// Matrices of which dots leave rows or columns out.
extension ExpressionParser {
  /// A matrix with `\vdots` or `\cdots`; nil where it has none.
  mutating func dottedMatrix(_ rows: [Node.Row], _ range: Range<Int>) throws(ReadingProblem) -> Expression? {
    func isDots(_ cell: [Node]) -> Bool { cell.isDots }
    if let diagonal = try dottedDiagonal(rows.map(\.cells), range) { return diagonal }
    let lines = rows.map { $0.cells.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
    guard lines.contains(where: { $0.contains(where: isDots) }) else { return nil }
    let problem = ReadingProblem(.dots, range)
    // First the rows, then what is in one.
    var pattern = lines[0]
    var down: Progression?
    // Between dots may stand an entry that shows how all are made.
    func isLeftOut(_ line: [[Node]]) -> Bool {
      line.contains(where: isDots) && line.count { !isDots($0) } < (line.count > 2 ? 2 : 1)
    }
    if let place = lines.indices.dropFirst().dropLast().first(where: { isLeftOut(lines[$0]) }) {
      guard place > 0, place + 2 == lines.count, lines[place - 1].count == lines[place + 1].count else { throw problem }
      guard var found = Progression(groups: lines[place - 1], lines[place + 1], depth: options.depth + 500) else {
        throw problem
      }
      for line in lines[..<(place - 1)].reversed() {
        guard line.map(\.normalKey) == found.cells(at: found.first - 1).map(\.normalKey) else { throw problem }
        found.first -= 1
      }
      pattern = found.cellPattern
      down = found
    } else if lines.count > 1 {
      throw problem
    }
    var row: Expression
    if let place = pattern.firstIndex(where: isDots) {
      guard place > 0, place + 2 == pattern.count,
        var across = Progression(from: pattern[place - 1], to: pattern[place + 1], depth: options.depth + 900)
      else { throw problem }
      for cell in pattern[..<(place - 1)].reversed() {
        guard cell.normalKey == across.term(at: across.first - 1).normalKey else { throw problem }
        across.first -= 1
      }
      row = try value(of: across, .columns)
    } else {
      var cells: [Expression] = []
      for cell in pattern { cells.append(try inner(cell[...])) }
      row = cells.count == 1 ? cells[0] : Expression(.matrix([cells]), range)
    }
    if let down {
      row = listed(row, down, .rows, upper: try inner(down.last[...], asArgument: true, asWholeNumber: true))
    }
    row.range = range
    return row
  }

  /// A matrix with something on its diagonal, from a first entry to a last one, and zeros or nothing beside it; nil for
  /// any other.
  private mutating func dottedDiagonal(
    _ cells: [[[Node]]], _ range: Range<Int>
  ) throws(ReadingProblem) -> Expression? {
    let size = cells.count
    let hidden = size - 2
    guard size > 2, cells.allSatisfy({ $0.count == size }), cells[hidden][hidden].isDots else { return nil }
    var diagonal: [[Node]] = []
    for row in 0..<size {
      for column in 0..<size {
        let cell = cells[row][column]
        let isEmpty = cell.isEmpty || cell.key == "0"
        if row == hidden || column == hidden {
          guard isEmpty || cell.isDots else { return nil }
        } else if row == column {
          diagonal.append(cell)
        } else {
          guard isEmpty else { return nil }
        }
      }
    }
    guard diagonal.count > 1, diagonal.allSatisfy({ !$0.isEmpty }),
      var entries = Progression(
        from: diagonal[diagonal.count - 2], to: diagonal[diagonal.count - 1], depth: options.depth + 700)
    else { return nil }
    for entry in diagonal.dropLast(2).reversed() {
      guard entry.normalKey == entries.term(at: entries.first - 1).normalKey else { return nil }
      entries.first -= 1
    }
    return Expression(.function(.diagonal, [try value(of: entries, .rows)]), range)
  }

  /// Rows without what only shows which way vectors lie: rows of bars above and below columns, dashes beside rows.
  static func undecorated(_ rows: [Node.Row]) -> [Node.Row] {
    let plain = rows.filter { !$0.isOfBars }
    guard !plain.isEmpty else { return rows }
    return plain.map { row in
      var cells = row.cells
      if cells.count > 2, cells[0].isDash, cells[cells.count - 1].isDash { cells = Array(cells[1..<(cells.count - 1)]) }
      return Node.Row(cells: cells.map(\.withoutDashes), range: row.range)
    }
  }
}

extension Node.Row {
  /// Whether there is nothing but bars in it, with room or dots between them.
  fileprivate var isOfBars: Bool {
    let bars: Set<String> = ["|", "\\mid"]
    func isBar(_ cell: [Node]) -> Bool { cell.count == 1 && cell[0].bareSign.map(bars.contains) ?? false }
    return cells.contains(where: isBar) && cells.allSatisfy { $0.isEmpty || isBar($0) || $0.isDots }
  }
}

extension [Node] {
  fileprivate var isDots: Bool {
    count == 1 && self[0].bareSign.map { ["\\ldots", "\\vdots", "\\ddots"].contains($0) } ?? false
  }

  /// Dashes, as many as there may be.
  fileprivate var isDash: Bool {
    !isEmpty
      && allSatisfy { node in
        if case .text(let text) = node.kind { return text.allSatisfy { "-—– ".contains($0) } }
        return ["-", "—", "–", "\\text{—}", "\\text{–}"].contains(node.key)
      }
  }

  /// `— x^T —` without the dashes, of which the last can't be a minus.
  fileprivate var withoutDashes: [Node] {
    var nodes = self
    guard nodes.count > 2, [nodes[0]].isDash, [nodes[nodes.count - 1]].isDash else { return self }
    while let last = nodes.last, [last].isDash { nodes.removeLast() }
    while let first = nodes.first, [first].isDash { nodes.removeFirst() }
    return nodes.isEmpty ? self : nodes
  }

  /// As text, with a comma between the two indices of `w_{12}`.
  fileprivate var normalKey: String {
    map { node in
      guard case .scripted(let base, let sub?, let sup, let primes) = node.kind else { return node.key }
      let count = sub.count == 1 && sub[0].isNumber ? 2 : 1
      let items = ScriptItem.splitDigits(ScriptItem.items(of: sub), into: count)
      guard items.allSatisfy({ $0.bracket == nil }) else { return node.key }
      let bare = Node(.scripted(base, sub: nil, sup: sup, primes: primes), node.range)
      return bare.key + "_{" + items.map(\.key).joined(separator: ",") + "}"
    }.joined(separator: " ")
  }
}

extension Progression {
  /// Two rows cell by cell.
  fileprivate init?(groups first: [[Node]], _ last: [[Node]], depth: Int) {
    let bar = Node(.sign("&"), 0..<0)
    self.init(
      from: Array(first.joined(separator: [bar])), to: Array(last.joined(separator: [bar])), depth: depth)
  }

  fileprivate var cellPattern: [[Node]] { pattern.split { $0.bareSign == "&" }.map(Array.init) }
  fileprivate func cells(at value: Int) -> [[Node]] { term(at: value).split { $0.bareSign == "&" }.map(Array.init) }
}
