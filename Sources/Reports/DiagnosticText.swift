import Diagnostics
import Results

/// The place of a diagnostic as the reports show it: the line, a caret below it, and what is said beside the caret.
enum DiagnosticText {
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
