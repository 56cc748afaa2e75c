import Diagnostics
import Execution
import Results
import SpecCases

/// What the statements of one cell show, and what is wrong with them.
func run(_ statements: String, settings: RunSettings? = nil) async -> NotebookResult {
  await NotebookOutcome(SourceText("```{nabla}\n\(statements)\n```\n", name: "notebook.md"), settings: settings).result
}

extension NotebookResult {
  /// The numbers of each number or array shown, row by row.
  var numbers: [[Double]] {
    cells.flatMap(\.outputs).compactMap { output in
      switch output {
      case .number(let number): [number.value]
      case .array(let array): array.values.flatMap { $0.map { $0 ?? .nan } }
      case .message, .picture, .expectation, .working, .verdicts: nil
      }
    }
  }

  var messages: [String] { diagnostics.map(\.diagnostic.message) }
  var codes: [String] { diagnostics.map(\.diagnostic.code) }
}

/// Three examples through a layer of two and one of one, small enough for paper.
///
///     x1 x2 | y      z = Wx + b       a = z (linear)      output
///      1  0 | 1      ( 1, -1) + b  →  ( 2, -1)            2·2 + 3·(-1) + 1 = 2
///      0  1 | 0      ( 2,  1) + b  →  ( 3,  1)            2·3 + 3·1 + 1 = 10
///      1  2 | 4      ( 5,  1) + b  →  ( 6,  1)            2·6 + 3·1 + 1 = 16
enum PaperNetwork {
  static let statements = """
    define network paper: 2 -> hidden 2 linear -> output 1 linear
    set weights of hidden to [[1, 2], [-1, 1]]
    set biases of hidden to [1, 0]
    set weights of output to [[2, 3]]
    set biases of output to 1
    define data
      x1 x2 | y
      1  0  | 1
      0  1  | 0
      1  2  | 4
    define loss squared error, half sum

    """
  static let single = statements.split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !["  0  1  | 0", "  1  2  | 4"].contains($0) }.joined(separator: "\n")
}
