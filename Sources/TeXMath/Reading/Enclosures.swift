/// What has a beginning and an end of its own: `\left( … \right)`, `\begin{align} … \end{align}`.
extension TreeParser {
  mutating func fence(openedBy opening: Lexeme) -> Node.Kind {
    let left = rawArgument() ?? "."
    let inner = Self.dividing(nodes { _ in false })
    guard take("\\right") else {
      damage.append(Damage(.missingRight, opening.range))
      return .fenced(left, inner, ".")
    }
    return .fenced(left, inner, rawArgument() ?? ".")
  }

  mutating func environment(openedBy opening: Lexeme) -> Node.Kind {
    let name = rawArgument() ?? ""
    _ = rawOption()
    if ["array", "alignat", "alignat*", "alignedat", "darray", "subarray", "tabular"].contains(name) {
      _ = rawArgument()
    }
    var rows: [Node.Row] = []
    var cells: [[Node]] = []
    var start = position
    while true {
      let cell = nodes { $0.kind == .alignment || $0.text == "\\\\" || $0.text == "\\cr" }
      cells.append(cell)
      guard let end = next else {
        damage.append(Damage(.unclosedEnvironment(name), opening.range))
        break
      }
      if end.kind == .close || end.text == "\\right" {
        damage.append(Damage(.stray(end.text), end.range))
        position += 1
        continue
      }
      if end.kind == .alignment {
        position += 1
        continue
      }
      addRow(cells, from: start, to: &rows)
      cells = []
      position += 1
      if end.text == "\\end" {
        let found = rawArgument() ?? ""
        if found != name { damage.append(Damage(.wrongEnd(of: name, found: found), end.range)) }
        return .environment(name, rows)
      }
      _ = take("*")
      _ = rawOption()
      start = position
    }
    addRow(cells, from: start, to: &rows)
    return .environment(name, rows)
  }

  /// Rows without anything in them come from doubled line breaks.
  private func addRow(_ cells: [[Node]], from start: Int, to rows: inout [Node.Row]) {
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    rows.append(Node.Row(cells: cells, range: range(from: start)))
  }
}
