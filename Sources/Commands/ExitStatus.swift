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
    let doubtful = result.equations.count(where: \.isDoubtful) + summary.warnings
    return summary.unexpected > 0 || isStrict && doubtful > 0 ? unexpected : asExpected
  }
}

extension NotebookResult {
  /// What became of the notebook, in a line: `17 equations: 14 hold, 1 fails, 2 not checked; 5 expectations met`.
  var summaryLine: String {
    let summary = summary
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    var parts: [String] = []
    if let equationLine { parts.append(equationLine) }
    if summary.passed > 0 { parts.append("\(counted(summary.passed, "expectation")) met") }
    if summary.failed > 0 { parts.append("\(counted(summary.failed, "expectation")) not met") }
    if summary.errors > 0 { parts.append(counted(summary.errors, "error")) }
    if summary.warnings > 0 { parts.append(counted(summary.warnings, "warning")) }
    return parts.isEmpty ? "nothing to check" : parts.joined(separator: "; ")
  }

  /// The equations that make a strict run end with 1, a line each.
  var doubts: [String] { lines(of: equations.filter(\.isDoubtful)) }

  /// Those that are not checked for a reason that no note gives: notes are about symbols that nothing binds. What is no
  /// equation lacks nothing.
  var unexplained: [String] {
    lines(
      of: equations.filter { equation in
        equation.isDoubtful && equation.verdict == .notChecked && equation.reason != "not an equation"
          && !(equation.reason?.contains("nothing says what `") ?? true && equation.reason?.contains("` means") ?? true)
      })
  }

  private func lines(of equations: [EquationResult]) -> [String] {
    equations.map { equation in
      let words = equation.verdict == .convention ? "holds under a convention only" : "not checked"
      let why = (equation.verdict == .convention ? equation.convention : nil) ?? equation.reason
      return "\(notebook):\(equation.line): \(words)" + (why.map { ": \($0)" } ?? "")
    }
  }
}
