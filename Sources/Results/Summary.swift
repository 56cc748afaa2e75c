import Diagnostics

/// The counts of one notebook that decide its exit status.
package struct Summary: Sendable, Equatable {
  package var equations: [EquationResult.Verdict: Int]
  package var passed: Int
  package var failed: Int
  package var errors: Int
  package var warnings: Int
  /// Equations and expectations that did not come out as expected.
  package var unexpected: Int
}

extension NotebookResult {
  package var expectations: [ExpectationResult] {
    cells.flatMap(\.outputs).compactMap { if case .expectation(let result) = $0 { result } else { nil } }
  }

  package var summary: Summary {
    let expectations = expectations
    let failed = expectations.count { !$0.passed }
    let wrong = equations.count(where: \.isUnexpected)
    return Summary(
      equations: Dictionary(grouping: equations, by: \.verdict).mapValues(\.count),
      passed: expectations.count - failed, failed: failed,
      errors: diagnostics.count { $0.diagnostic.severity == .error },
      warnings: diagnostics.count { $0.diagnostic.severity == .warning },
      unexpected: failed + wrong)
  }
}

extension EquationResult {
  /// Whether the verdict is another than the author expects; without a word from the author, no equation should fail.
  package var isUnexpected: Bool { expected.map { $0 != verdict } ?? [.fails, .conflicts].contains(verdict) }
}
