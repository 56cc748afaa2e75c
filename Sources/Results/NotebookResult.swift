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
