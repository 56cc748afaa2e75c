import Diagnostics
import Directives
import Documents
import Execution
import Results

/// A notebook from its text to its results: the way that everything takes, and the place to start reading.
struct NotebookRun: Sendable {
  let document: Document
  let result: NotebookResult

  /// Text → document → program → results. What follows, results → report, is in `RenderCommand` and `CheckCommand`.
  init(_ source: SourceText, settings: RunSettings) {
    let document = Document.parsing(source)
    let program = Program.reading(document.value)
    self.document = document.value
    result = Runner(settings)
      .run(program.value, of: document.value, findings: document.diagnostics + program.diagnostics)
  }
}
