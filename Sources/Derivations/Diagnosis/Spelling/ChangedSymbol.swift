import TeXMath

extension [Node] {
  /// The smallest symbol around a change, to be shown for it: a decimal number; a symbol with all its indices, a
  /// function with its argument, a sign that was turned with what it stands before.
  func symbol(around changed: Range<Int>) -> Range<Int>? {
    var smallest: Range<Int>?
    var number: Range<Int>?
    func holds(_ range: Range<Int>) -> Bool {
      range.lowerBound <= changed.lowerBound && range.upperBound >= changed.upperBound
    }
    func note(_ range: Range<Int>) {
      if holds(range), range.count < smallest?.count ?? .max { smallest = range }
    }
    forEachRun { nodes in
      for (place, node) in nodes.enumerated() {
        switch node.kind {
        // A bracket with something at its corner is no symbol.
        case .scripted(let base, _, _, _): if base?.sign == nil { note(node.range) }
        case .number(let digits) where digits.contains("."): if holds(node.range) { number = node.range }
        case .sign("-"), .sign("+"):
          guard node.range == changed, place > 0, place + 1 < nodes.count else { break }
          let close = ScriptItem.closing(of: place + 1, in: nodes)
          if close < nodes.count { note(node.range.lowerBound..<nodes[close].range.upperBound) }
        case .sign("("):
          let close = ScriptItem.closing(of: place, in: nodes)
          guard place > 0, close < nodes.count, node.range.upperBound <= changed.lowerBound,
            changed.upperBound <= nodes[close].range.lowerBound
          else { break }
          switch nodes[place - 1].base.kind {
          case .letter, .name, .dressed:
            note(nodes[place - 1].range.lowerBound..<nodes[close].range.upperBound)
          default: break
          }
        default: break
        }
      }
    }
    return number ?? smallest
  }

  /// Calls `body` for every run of nodes that stand side by side.
  func forEachRun(_ body: ([Node]) -> Void) {
    body(self)
    forEachNode { node in
      switch node.kind {
      case .group(let inner), .dressed(_, let inner), .root(let inner, _), .fenced(_, let inner, _): body(inner)
      case .fraction(let above, let below):
        body(above)
        body(below)
      case .scripted(let base, let sub, let sup, _):
        for run in [base.map { [$0] }, sub, sup] { if let run { body(run) } }
      case .environment(_, let rows): for row in rows { for cell in row.cells { body(cell) } }
      default: break
      }
    }
  }
}

extension String {
  /// Without `\\color{…}`.
  var withoutColors: String {
    var text = self
    while let start = text.firstRange(of: "\\color{"), let end = text[start.upperBound...].firstIndex(of: "}") {
      text.removeSubrange(start.lowerBound...end)
    }
    return text
  }
}
