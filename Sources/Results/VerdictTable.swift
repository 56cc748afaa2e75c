/// The equations above a place with their verdicts.
package struct VerdictTable: Sendable, Codable, Equatable {
  package struct Row: Sendable, Codable, Equatable {
    package var label: String?
    package var line: Int
    package var verdict: EquationResult.Verdict
    package var isUnexpected: Bool
    package init(label: String?, line: Int, verdict: EquationResult.Verdict, isUnexpected: Bool) {
      self.label = label
      self.line = line
      self.verdict = verdict
      self.isUnexpected = isUnexpected
    }
  }
  package var rows: [Row]
  package init(rows: [Row]) { self.rows = rows }
}
