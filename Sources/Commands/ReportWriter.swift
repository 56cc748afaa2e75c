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
    var files: [File]
    /// For the index: `("HTML", "xor.html")`.
    var links: [(name: String, path: String)]
  }

  let formats: [ReportFormat]
  let folder: String
  let allowsUnsafeHTML: Bool

  func report(on run: NotebookRun) -> Report {
    var report = Report(result: run.result, files: [], links: [])
    guard run.isReadable else { return report }
    let source = run.document.source
    let name = run.file.reportName
    let assets = NotebookFolder(path: run.file.folder)
    func add(_ format: ReportFormat, _ text: String) {
      report.files.append(File(path: "\(folder)/\(name).\(format.ending)", bytes: Array(text.utf8)))
      report.links.append((format.title, "\(name).\(format.ending)"))
    }
    if formats.contains(.html) {
      let page = HTMLReport.render(
        run.document, run.result, options: HTMLOptions(allowsUnsafeHTML: allowsUnsafeHTML),
        typesetter: TypesettingFiles.locate(executable: Self.executable).map(KaTeX.init), assets: assets)
      add(.html, page.value)
      report.result.add(page.diagnostics, in: source)
    }
    if formats.contains(.markdown) {
      let page = MarkdownReport.render(
        run.document, run.result, name: String(name.split(separator: "/").last ?? "notebook"))
      add(.markdown, page.value.text)
      let prefix = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
      for image in page.value.images {
        guard case .success(let bytes) = assets.bytes(at: image) else { continue }
        report.files.append(File(path: "\(folder)/\(prefix)\(image)", bytes: bytes))
      }
      for picture in page.value.pictures {
        report.files.append(File(path: "\(folder)/\(prefix)\(picture.name)", bytes: Array(picture.svg.utf8)))
      }
    }
    if formats.contains(.json) { add(.json, JSONReport.render(report.result)) }
    return report
  }

  func index(of reports: [Report]) -> String {
    IndexPage.render(reports.map { IndexPage.Entry(result: $0.result, links: $0.links) })
  }

  /// The running program, links followed.
  private static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}

extension ReportFormat {
  var ending: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .json: "json"
    }
  }

  var title: String {
    switch self {
    case .html: "HTML"
    case .markdown: "Markdown"
    case .json: "JSON"
    }
  }
}
