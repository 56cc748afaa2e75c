import Diagnostics
import Directives
import Documents
import Execution
import Reports
import Results
import TeXMath

/// A notebook from its text to its results: the way that everything takes, and the place to start reading.
struct NotebookRun: Sendable {
  let file: NotebookFile
  let document: Document
  let result: NotebookResult
  /// Whether the file could be read: otherwise an old report is better than a new one.
  let isReadable: Bool
  /// What `let` of the notebook gives a value.
  let letters: [Symbol]
  /// Where the report finds its formulas; nil where nothing sets them.
  var shelf: FormulaShelf?
  /// Where it stands among others; those that say nothing come last.
  var order: Double { document.frontMatter.order ?? .infinity }
  /// The work of setting formulas ahead of the report.
  var preparation: Task<Void, Never>?

  /// Text → document → program → results. The last step, results → report, is `ReportWriter`'s.
  ///
  /// - Parameter press: sets the formulas, side by side with the run; nil for a run without a report
  init(_ source: SourceText, from file: NotebookFile, settings: RunSettings, press: FormulaPress? = nil) async {
    let document = Document.parsing(source)
    var settings = settings
    var verdicts: AsyncStream<EquationResult>.Continuation?
    if let press {
      let shelf = press.shelf(for: file.absolutePath)
      let preparation = FormulaPreparation(document.value, shelf)
      let (stream, continuation) = AsyncStream.makeStream(of: EquationResult.self)
      settings.onVerdict = { continuation.yield($0) }
      verdicts = continuation
      self.shelf = shelf
      self.preparation = Task.detached { await preparation.carryOut(stream) }
    }
    let program = Program.reading(document.value)
    let findings = document.diagnostics + program.diagnostics
    self.file = file
    self.document = document.value
    isReadable = true
    letters = program.value.letters
    var result = await Runner(settings).run(program.value, of: document.value, findings: findings)
    verdicts?.finish()
    // What only a page shows: references, links and pictures that lead nowhere.
    let folder = NotebookFolder(path: file.folder)
    result.add(HTMLReport.findings(in: document.value, result, assets: folder), in: source)
    // Without running the cells, there is nothing that equations could have been compared with.
    if settings.executes, let finding = result.coverageFinding(document.value.frontMatter) {
      result.add([finding], in: source)
    }
    self.result = result
  }

  /// A file that cannot be read is an empty notebook with an error.
  init(_ file: NotebookFile, settings: RunSettings, press: FormulaPress? = nil) async {
    if let source = file.read() {
      await self.init(source, from: file, settings: settings, press: press)
    } else {
      await self.init(SourceText("", name: file.path), from: file, settings: settings, failure: .unreadable(file))
    }
  }

  private init(_ source: SourceText, from file: NotebookFile, settings: RunSettings, failure: Diagnostic) async {
    self.file = file
    document = Document(source: source, frontMatter: FrontMatter(), blocks: [])
    isReadable = false
    letters = []
    result = await Runner(settings).run(Program(items: []), of: document, findings: [failure])
  }
}

extension Diagnostic {
  fileprivate static func unreadable(_ file: NotebookFile) -> Diagnostic {
    Diagnostic(.error, "notebook.unreadable", "`\(file.path)` cannot be read", at: SourceSpan(0, 0))
  }
}
