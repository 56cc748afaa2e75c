/// The signs between members, by what they say of them.
extension StatementJudge {
  static let comparisons: Set<String> = [
    "\\le", "\\leq", "\\leqslant", "≤", "<", "\\lt", ">", "\\gt", "\\ge", "\\geq", "\\geqslant", "≥", "\\ne", "\\neq",
    "≠",
  ]

  /// Whether it is one that most changes of a side would make true.
  static func isComparison(_ sign: String) -> Bool { comparisons.contains(sign) }

  static func isEquation(_ sign: String) -> Bool { equalities.contains(sign) || arrows.contains(sign) }

  static func isAssignment(_ sign: String) -> Bool { assignments.contains(sign) }

  static let namings: Set<String> = ["=:", "\\eqqcolon", "\\eqcolon"]
  static let equalities: Set<String> = [
    "=", "=:", "\\eqqcolon", "\\eqcolon", "\\equiv", "\\triangleq", ":=", "\\coloneqq", "\\coloneq", "\\doteq", "≡",
  ]
  static let assignments: Set<String> = [
    ":=", "\\coloneqq", "\\leftarrow", "\\gets", "\\rightarrow", "\\to", "←", "→", "\\longrightarrow",
    "\\longleftarrow", "\\Leftarrow", "⇐",
  ]
  static let arrows: Set<String> = [
    "\\leftarrow", "\\gets", "\\rightarrow", "\\to", "←", "→", "\\longrightarrow", "\\longleftarrow", "\\Leftarrow",
    "⇐",
  ]
}
