import Diagnostics
import Documents
import FoundationEssentials
import Reports
import Results

/// Makes the reports of a notebook: everything of them, before anything is written.
struct ReportWriter: Sendable {
  struct File: Sendable {
    var path: String
    var bytes: [UInt8]
  }
  struct Report: Sendable {
    /// With what making the reports found.
    var result: NotebookResult
    var name: String
    var files: [File]
  }

  let formats: [ReportFormat]
  let folder: String
  let allowsUnsafeHTML: Bool

  func report(on run: NotebookRun) -> Report {
    var result = run.result
    var files: [File] = []
    func add(_ ending: String, _ text: String) {
      files.append(File(path: "\(folder)/\(run.file.reportName).\(ending)", bytes: Array(text.utf8)))
    }
    let assets = NotebookFolder(path: run.file.folder)
    if formats.contains(.html) {
      let page = HTMLReport.render(
        run.document, run.result, options: HTMLOptions(allowsUnsafeHTML: allowsUnsafeHTML),
        typesetter: TypesettingFiles.locate(executable: Self.executable).map(KaTeX.init), assets: assets)
      add("html", page.value)
      result.diagnostics += page.diagnostics.map { PlacedDiagnostic($0, in: run.document.source) }
    }
    return Report(result: result, name: run.file.reportName, files: files)
  }

  func index(of reports: [Report]) -> String { "" }

  /// The running program, links followed.
  private static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
