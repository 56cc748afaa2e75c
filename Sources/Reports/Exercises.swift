import Diagnostics
package import Documents
package import Results

/// What reports do with the solutions of exercises.
package enum SolutionDisplay: String, Sendable, CaseIterable {
  case show, fold
  /// They are carried out and count, and leave no byte in any report.
  case hide
}

extension NotebookResult {
  /// The results as they are published with `document`, from which parts were left out.
  ///
  /// - Parameter whole: the document that was run
  package func published(with document: Document, of whole: Document) -> NotebookResult {
    guard !document.omissions.isEmpty else { return self }
    let source = whole.source
    let spans = document.omissions.map(\.span)
    func isLeftOut(_ offset: Int) -> Bool { spans.contains { $0.range.contains(offset) } }
    let lines = spans.map { source.line(at: $0.lower)...source.line(at: max($0.lower, $0.upper - 1)) }
    let cells = Set(document.cells.map(\.index))
    let values = Set(document.inlineValues.map(\.index))
    var result = self
    result.cells = result.cells.filter { cells.contains($0.index) }
    result.values = result.values.filter { values.contains($0.index) }
    result.equations = zip(whole.displays, equations).filter { !isLeftOut($0.0.span.lower) }.map(\.1)
    result.diagnostics = diagnostics.filter { !isLeftOut($0.diagnostic.span.lower) }
    for i in result.cells.indices {
      for k in result.cells[i].outputs.indices {
        guard case .verdicts(var table) = result.cells[i].outputs[k] else { continue }
        table.rows.removeAll { row in lines.contains { $0.contains(row.line) } }
        result.cells[i].outputs[k] = .verdicts(table)
      }
    }
    return result
  }

  /// Whether something in these lines is not as expected: then they are not folded away.
  func hasUnexpected(in lines: ClosedRange<Int>) -> Bool {
    equations.contains { $0.isUnexpected && lines.contains($0.line) }
      || expectations.contains { !$0.passed && lines.contains($0.line) }
      || diagnostics.contains { $0.diagnostic.severity == .error && lines.contains($0.start.line) }
  }
}
