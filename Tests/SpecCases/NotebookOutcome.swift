package import Diagnostics
import Directives
import Documents
package import Execution
package import Results

/// What the pipeline makes of a notebook, in process.
package struct NotebookOutcome: Sendable {
  package var result: NotebookResult

  /// - Parameter files: what the notebook finds beside it
  package init(_ source: SourceText, files: [(name: String, text: String)] = [], settings: RunSettings? = nil) async {
    let beside = Dictionary(files.map { ($0.name, Array($0.text.utf8)) }) { $1 }
    let document = Document.parsing(source)
    let program = Program.reading(document.value)
    let runner = Runner(settings ?? RunSettings { path in beside[path].map { .success($0) } ?? .failure(.missing) })
    result = await runner.run(program.value, of: document.value, findings: document.diagnostics + program.diagnostics)
  }

  /// The diagnostics as the terminal shows them, a blank line between two.
  package var terminal: String {
    let printer = TerminalPrinter(name: result.notebook)
    return result.diagnostics.map(printer.print).joined(separator: "\n")
  }

  /// A line for each output of a cell, and for each value in a sentence.
  package var outputs: String {
    let outputs = result.cells.flatMap(\.outputs).map(Self.line)
    let values = result.values.map { value in
      "in line \(value.line): " + (value.value.map { value.style.text(for: $0).plain } ?? "nothing")
    }
    return (outputs + values).map { $0 + "\n" }.joined()
  }

  private static func line(_ output: Output) -> String {
    switch output {
    case .message(let text): return text
    case .number(let number):
      let name = number.title.isEmpty ? "$\(number.symbol ?? "")$" : number.title
      return "\(name) = \(number.style.text(for: number.value).plain)"
    case .expectation(let expectation):
      return "\(expectation.passed ? "met" : "not met"): \(expectation.statement) (\(expectation.found))"
    case .working(let working):
      return "\(working.title) [\(working.symbol)]\n"
        + working.steps.map { "  \($0.words): \($0.tex.split(separator: "\n").joined(separator: " "))" }
        .joined(separator: "\n")
    case .verdicts(let table):
      return "verdicts: "
        + table.rows.map { "\($0.label ?? "–") line \($0.line) \($0.verdict.rawValue)" }.joined(separator: "; ")
    case .picture(let picture): return "picture: \(picture.title). \(picture.description)"
    case .array(let array):
      let rows = zip(array.rows, array.texts).map { name, row in
        (name.isEmpty ? "" : name + ": ") + row.map { $0?.plain ?? "–" }.joined(separator: " ")
      }
      let groups = array.columnGroups.map { "\($0.name) ×\($0.count) " }.joined()
      let title = array.title.isEmpty ? array.symbol.map { "$\($0)$" } ?? "table" : array.title
      return "\(title) \(groups)[\(array.columns.joined(separator: ", "))] \(rows.joined(separator: "; "))"
    }
  }
}
