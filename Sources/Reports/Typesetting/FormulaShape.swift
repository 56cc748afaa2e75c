/// What matters for numbering in a formula: its labels, tags and references, and the rows they stand in.
struct FormulaShape {
  struct Row {
    var labels: [(name: String, range: Range<Int>)] = []
    /// The text of `\tag{…}`, with the parentheses it is shown in; none for `\tag*`.
    var tag: String?
    var isNumbered: Bool { tag != nil || !labels.isEmpty }
  }
  /// More than one only where the rows of one environment fill the formula.
  var rows: [Row] = [Row()]
  /// Whether the rows are those of an environment that fills the formula.
  var hasRowEnvironment: Bool { environments.first.map { Self.rowEnvironments.contains($0.name) } ?? false }
  /// `\eqref{…}` and `\ref{…}`
  var references: [(name: String, isParenthesized: Bool, range: Range<Int>)] = []
  /// Names in `\begin{…}` and `\end{…}`.
  var environments: [(name: String, range: Range<Int>)] = []
  /// `\nonumber`, `\notag`
  var unnumbered: [Range<Int>] = []

  /// Environments whose rows KaTeX can give tags of their own.
  static let rowEnvironments: Set = [
    "align", "align*", "alignat", "alignat*", "gather", "gather*", "flalign", "flalign*",
  ]

  init(_ tokens: TeXTokens) {
    var depth = 0
    var nesting: [String] = []
    var i = 0
    while i < tokens.count {
      let token = tokens[i]
      i += 1
      switch (token.kind, token.text) {
      case (.open, _): depth += 1
      case (.close, _): depth -= 1
      case (.control, "\\begin"), (.control, "\\end"):
        let start = i
        guard let environment = tokens.name(at: &i) else { continue }
        let inside =
          tokens[start..<i].first(where: { $0.kind == .open })?.range.upperBound ?? tokens[start].range.lowerBound
        environments.append((environment, inside..<inside + environment.utf8.count))
        if token.text == "\\begin" { nesting.append(environment) } else { _ = nesting.popLast() }
      case (.control, "\\\\"):
        if depth == 0, nesting.count == 1, Self.rowEnvironments.contains(nesting[0]) { rows.append(Row()) }
      case (.control, "\\label"):
        guard let label = tokens.name(at: &i) else { continue }
        rows[rows.count - 1].labels.append((label, token.range.lowerBound..<tokens[i - 1].range.upperBound))
      case (.control, "\\tag"):
        let isStarred = i < tokens.count && tokens[i].text == "*"
        if isStarred { i += 1 }
        guard let tag = tokens.name(at: &i) else { continue }
        rows[rows.count - 1].tag = isStarred ? tag : "(\(tag))"
      case (.control, "\\eqref"), (.control, "\\ref"):
        guard let label = tokens.name(at: &i) else { continue }
        references.append((label, token.text == "\\eqref", token.range.lowerBound..<tokens[i - 1].range.upperBound))
      case (.control, "\\nonumber"), (.control, "\\notag"): unnumbered.append(token.range)
      default: break
      }
    }
  }
}
