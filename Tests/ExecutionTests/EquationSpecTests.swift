import Diagnostics
import Directives
import Documents
import Execution
import Results
import SpecCases
import Testing

@Suite struct EquationSpecTests {
  static let documents = [
    "symbols", "indices", "products", "derivatives", "probes", "numbers", "updates", "statements", "conventions",
    "spellings", "repairs", "definitions", "matrices", "classes", "drafts", "lectures", "textbooks", "exercises",
    "books", "authors", "conjectures", "holds", "examiners", "corrections", "neighbours", "layers", "chances",
  ]

  @Test(arguments: try documents.flatMap { try EquationCase.all(in: "equations-" + $0) })
  func `gives equations the verdicts of the specification`(example: EquationCase) async throws {
    #expect(example.unread.isEmpty)
    let source = SourceText(utf8: Array(example.notebook.utf8), name: "notebook.md")
    let outcome = await NotebookOutcome(source)
    let broken = outcome.result.diagnostics.map(\.diagnostic).filter {
      $0.severity == .error && $0.code != Diagnostic.expectationCode
    }
    #expect(broken.isEmpty, "\(outcome.terminal)")
    for equation in example.equations {
      let found = outcome.result.equations.first { $0.label == equation.label }
      let difference = equation.difference(from: found)
      if equation.isKnown {
        // What is mended loses its mark.
        withKnownIssue("\(equation.tex)") { #expect(difference == nil, "\(difference ?? "")") }
      } else {
        #expect(difference == nil, "\(difference ?? "")")
      }
    }
  }

  @Test func `covers the rules with more than a handful of equations`() throws {
    let counts = try Self.documents.map {
      try EquationCase.all(in: "equations-" + $0).map(\.equations.count).reduce(0, +)
    }
    #expect(counts.allSatisfy { $0 >= 12 } && counts.reduce(0, +) >= 300, "\(counts)")
  }
}
