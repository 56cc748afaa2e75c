import Diagnostics
import Results

extension NotebookResult {
  /// Takes in what making a report found, at its place among the rest, and once.
  mutating func add(_ found: [Diagnostic], in source: SourceText) {
    for diagnostic in found where !diagnostics.contains(where: { $0.diagnostic == diagnostic }) {
      let place = diagnostics.firstIndex { $0.diagnostic.span.lower > diagnostic.span.lower } ?? diagnostics.endIndex
      diagnostics.insert(PlacedDiagnostic(diagnostic, in: source), at: place)
    }
  }
}
