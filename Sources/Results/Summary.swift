import Diagnostics

/// The counts of one notebook that decide its exit status.
package struct Summary: Sendable, Equatable {
  package var equations: [EquationResult.Verdict: Int]
  /// Those that the author does not want checked, which are among the unchecked.
  package var skipped: Int
  package var passed: Int
  package var failed: Int
  package var errors: Int
  package var warnings: Int
  /// Equations and expectations that did not come out as expected, and a coverage below what the notebook asks for.
  package var unexpected: Int

  /// Displays that are to have a verdict, and those among them about which it says more than that they were not checked.
  package var displays: Int { equations.values.reduce(-skipped, +) }
  package var checked: Int { displays - (equations[.notChecked] ?? 0) + skipped }
}

extension NotebookResult {
  package var expectations: [ExpectationResult] {
    cells.flatMap(\.outputs).compactMap { if case .expectation(let result) = $0 { result } else { nil } }
  }

  package var summary: Summary {
    let expectations = expectations
    let failed = expectations.count { !$0.passed }
    let wrong = equations.count(where: \.isUnexpected)
    let lacking = diagnostics.count {
      $0.diagnostic.code == Diagnostic.coverageCode && $0.diagnostic.severity == .error
    }
    return Summary(
      equations: Dictionary(grouping: equations, by: \.verdict).mapValues(\.count),
      skipped: equations.count(where: \.isSkipped), passed: expectations.count - failed, failed: failed,
      errors: diagnostics.count { $0.diagnostic.severity == .error && !$0.diagnostic.isVerdict },
      warnings: diagnostics.count { $0.diagnostic.severity == .warning },
      unexpected: failed + wrong + lacking)
  }
}

extension EquationResult.Verdict {
  /// What no author wants to read without having said so.
  package static let refuting: Set<Self> = [.fails, .conflicts]
}

extension EquationResult {
  /// Whether the verdict is another than the author expects; without a word from the author, no equation should fail.
  package var isUnexpected: Bool {
    !isSkipped && !isPassedOver && (expected.map { $0 != verdict } ?? Verdict.refuting.contains(verdict))
  }

  /// Whether the verdict leaves something open that the author did not say would be open: what `--strict` minds.
  package var isDoubtful: Bool { !isSkipped && expected == nil && (verdict == .convention || verdict == .notChecked) }
}
