package import Diagnostics

/// What running one notebook produced: values only, so that a report can be made, and tested, without running.
package struct NotebookResult: Sendable, Codable, Equatable {
  /// The path as the user gave it.
  package var notebook: String
  package var title: String
  /// One for each cell of the document, by its index.
  package var cells: [CellResult]
  /// One for each inline value of the document, by its index.
  package var values: [InlineResult]
  /// One for each display of the document, in order.
  package var equations: [EquationResult]
  package var diagnostics: [PlacedDiagnostic]

  package init(
    notebook: String, title: String, cells: [CellResult] = [], values: [InlineResult] = [],
    equations: [EquationResult] = [], diagnostics: [PlacedDiagnostic] = []
  ) {
    self.notebook = notebook
    self.title = title
    self.cells = cells
    self.values = values
    self.equations = equations
    self.diagnostics = diagnostics
  }
}

package struct CellResult: Sendable, Codable, Equatable {
  package var index: Int
  package var line: Int
  package var label: String?
  package var outputs: [Output]
  /// What went wrong in this cell; also among the diagnostics of the notebook.
  package var diagnostics: [PlacedDiagnostic]

  package init(
    index: Int, line: Int, label: String? = nil, outputs: [Output] = [], diagnostics: [PlacedDiagnostic] = []
  ) {
    self.index = index
    self.line = line
    self.label = label
    self.outputs = outputs
    self.diagnostics = diagnostics
  }
}

package struct InlineResult: Sendable, Codable, Equatable {
  package var index: Int
  package var line: Int
  /// nil where it could not be computed.
  package var value: Double?
  package var style: NumberStyle
  package init(index: Int, line: Int, value: Double?, style: NumberStyle = NumberStyle()) {
    self.index = index
    self.line = line
    self.value = value
    self.style = style
  }
}

/// One display equation. Contract: the names of the verdicts.
package struct EquationResult: Sendable, Codable, Equatable {
  package enum Verdict: String, Sendable, Codable, CaseIterable {
    case holds, convention, fails, defines, conflicts, updates
    case notChecked = "not-checked"
  }
  package var line: Int
  package var tex: String
  package var label: String?
  package var verdict: Verdict
  package var expected: Verdict?
  package var reason: String?
  /// One for each relation that the display states, in order.
  package var links: [Link]

  /// One relation with its two sides.
  package struct Link: Sendable, Codable, Equatable {
    package var verdict: Verdict
    package var line: Int
    /// Of the row that it stands in.
    package var label: String?
    package var tex: String
    package init(verdict: Verdict, line: Int, label: String?, tex: String) {
      self.verdict = verdict
      self.line = line
      self.label = label
      self.tex = tex
    }
  }

  package init(
    line: Int, tex: String, label: String?, verdict: Verdict, expected: Verdict? = nil, reason: String? = nil,
    links: [Link] = []
  ) {
    self.line = line
    self.tex = tex
    self.label = label
    self.verdict = verdict
    self.expected = expected
    self.reason = reason
    self.links = links
  }
}
