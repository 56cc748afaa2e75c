import Diagnostics
import Results

/// The place of a diagnostic as the reports show it.
enum DiagnosticText {
  /// Neighbours that say the same of several places stand together, so that it need be said once.
  static func groups(of diagnostics: [PlacedDiagnostic]) -> [ArraySlice<PlacedDiagnostic>] {
    var groups: [ArraySlice<PlacedDiagnostic>] = []
    var start = diagnostics.startIndex
    for end in diagnostics.indices.dropFirst() + [diagnostics.endIndex] where start < end {
      if end < diagnostics.endIndex, diagnostics[end].saysTheSame(as: diagnostics[start]) { continue }
      groups.append(diagnostics[start..<end])
      start = end
    }
    return groups
  }

  /// The line and what it marks in it, where a diagnostic is one of several that say the same.
  static func line(of placed: PlacedDiagnostic) -> String {
    let column = max(0, placed.start.column - 1)
    let end = placed.end.line == placed.start.line ? placed.end.column - 1 : placed.excerpt.unicodeScalars.count
    let marked = placed.excerpt.unicodeScalars.dropFirst(column).prefix(max(1, end - column))
    return "\(placed.start.line) | "
      + String(String.UnicodeScalarView(marked)).split(separator: " ").joined(separator: " ")
  }

  /// What is said of that line alone.
  static func remarks(on placed: PlacedDiagnostic) -> String {
    [placed.diagnostic.label, placed.diagnostic.help].compactMap { $0 }.joined(separator: "; ")
  }

  /// The line, a caret below it, and what is said beside the caret.
  static func lines(of placed: PlacedDiagnostic, notebook: String) -> [String] {
    let number = String(placed.start.line)
    let margin = String(repeating: " ", count: number.count)
    let excerpt = placed.excerpt.map { $0 == "\t" ? " " : $0 }
    let length = excerpt.reduce(0) { $0 + $1.unicodeScalars.count }
    let end = placed.end.line == placed.start.line ? placed.end.column : length + 1
    let carets = max(1, min(end, length + 1) - placed.start.column)
    var caret = String(repeating: " ", count: max(0, placed.start.column - 1)) + String(repeating: "^", count: carets)
    if let label = placed.diagnostic.label { caret += " " + label }
    return [
      "\(margin)--> \(notebook):\(placed.start.line):\(placed.start.column)", "\(margin) |",
      "\(number) | \(String(excerpt))", "\(margin) | \(caret)",
    ]
  }
}

extension PlacedDiagnostic {
  fileprivate func saysTheSame(as other: Self) -> Bool {
    diagnostic.severity == other.diagnostic.severity && diagnostic.code == other.diagnostic.code
      && diagnostic.message == other.diagnostic.message
  }
}
