import ArgumentParser
import Diagnostics
import Results

/// The exit status of the contract.
enum ExitStatus {
  static let asExpected: Int32 = 0
  static let unexpected: Int32 = 1
  static let unreadable: Int32 = 2

  static func of(_ result: NotebookResult, isStrict: Bool) -> Int32 {
    let summary = result.summary
    if summary.errors > 0 { return unreadable }
    let doubtful = [.convention, .notChecked].reduce(0) { $0 + (summary.equations[$1] ?? 0) } + summary.warnings
    return summary.unexpected > 0 || isStrict && doubtful > 0 ? unexpected : asExpected
  }
}

extension NotebookResult {
  /// What became of the notebook, in a line: `17 equations: 14 hold, 1 fails, 2 not checked; 5 expectations met`.
  var summaryLine: String {
    let summary = summary
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    var parts: [String] = []
    if !equations.isEmpty {
      let verdicts = EquationResult.Verdict.allCases.compactMap { verdict in
        summary.equations[verdict].map {
          "\($0) \(verdict.rawValue == "not-checked" ? "not checked" : verdict.rawValue)"
        }
      }
      parts.append("\(counted(equations.count, "equation")): \(verdicts.joined(separator: ", "))")
    }
    if summary.passed > 0 { parts.append("\(counted(summary.passed, "expectation")) met") }
    if summary.failed > 0 { parts.append("\(counted(summary.failed, "expectation")) not met") }
    if summary.errors > 0 { parts.append(counted(summary.errors, "error")) }
    if summary.warnings > 0 { parts.append(counted(summary.warnings, "warning")) }
    return parts.isEmpty ? "nothing to run" : parts.joined(separator: "; ")
  }
}
