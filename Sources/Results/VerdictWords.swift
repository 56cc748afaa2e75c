extension EquationResult.Verdict {
  /// The order in which verdicts are counted out: what is confirmed, what is refuted, what is open.
  package static let inReadingOrder: [Self] = [
    .holds, .convention, .updates, .defines, .fails, .conflicts, .notChecked,
  ]

  /// What so many equations do: `holds`, `hold`.
  fileprivate func predicate(count: Int) -> String {
    switch self {
    case .holds: count == 1 ? "holds" : "hold"
    case .convention: count == 1 ? "holds under a convention" : "hold under a convention"
    case .updates: count == 1 ? "is an update" : "are updates"
    case .defines: count == 1 ? "defines a symbol" : "define symbols"
    case .fails: count == 1 ? "fails" : "fail"
    case .conflicts: count == 1 ? "conflicts" : "conflict"
    case .notChecked: "not checked"
    }
  }
}

extension NotebookResult {
  /// The equations of one verdict.
  package struct EquationCount: Sendable, Hashable {
    package var verdict: EquationResult.Verdict
    package var count: Int
    /// How many of them came out otherwise than the verdict alone says.
    package var noted: Int
    /// What they do, and what came out otherwise than the verdict alone says: `fails (as expected)`.
    package var words: String
    /// Whether one of them is not as expected.
    package var isBad: Bool
  }

  /// The equations by their verdicts, in the order of reading.
  package var equationCounts: [EquationCount] {
    EquationResult.Verdict.inReadingOrder.compactMap { verdict in
      let those = equations.filter { $0.verdict == verdict }
      guard !those.isEmpty else { return nil }
      let isRefuting = EquationResult.Verdict.refuting.contains(verdict)
      let noted = those.count { $0.isUnexpected != isRefuting }
      let remark = isRefuting ? "as expected" : "unexpectedly"
      let number = noted == those.count ? "" : "\(noted) "
      return EquationCount(
        verdict: verdict, count: those.count, noted: noted,
        words: verdict.predicate(count: those.count) + (noted == 0 ? "" : " (\(number)\(remark))"),
        isBad: those.contains(where: \.isUnexpected))
    }
  }

  /// What became of the equations; nil where there are none.
  ///
  ///     17 equations: 14 hold, 1 fails, 2 not checked
  package var equationLine: String? {
    let counts = equationCounts
    guard !counts.isEmpty else { return nil }
    return equationLead
      + counts.map { counts.count == 1 ? $0.words : "\($0.count) \($0.words)" }.joined(separator: ", ")
  }

  /// How the line begins: `17 equations: `, or without the colon where all have one verdict.
  package var equationLead: String {
    "\(equations.count) equation\(equations.count == 1 ? "" : "s")\(equationCounts.count == 1 ? "" : ":") "
  }
}
