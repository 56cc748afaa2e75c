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
    /// All of it, with what making the reports found: what decides the exit status.
    var result: NotebookResult
    /// What the reports show of it.
    var published: NotebookResult
    var files: [File]
    /// For the index: `("HTML", "xor.html")`.
    var links: [(name: String, path: String)]
    var subtitle: String?
    /// Where it stands among the others; those without one come last.
    var order = Double.infinity
    /// The language of the text, as a tag.
    var language: String?
  }

  let formats: [ReportFormat]
  let folder: String
  let allowsUnsafeHTML: Bool
  let solutions: SolutionDisplay

  /// - Parameter neighbours: what a reader may go on to
  func report(on run: NotebookRun, neighbours: PageNeighbours = PageNeighbours()) -> Report {
    let frontMatter = run.document.frontMatter
    var report = Report(
      result: run.result, published: run.result, files: [], links: [], subtitle: frontMatter.subtitle,
      order: run.order, language: frontMatter.language)
    guard run.isReadable else { return report }
    let source = run.document.source
    let document = solutions == .hide ? run.document.withoutSolutions : run.document
    report.published = run.result.published(with: document, of: run.document)
    let name = run.file.reportName
    let assets = NotebookFolder(path: run.file.folder)
    func add(_ format: ReportFormat, _ text: String) {
      report.files.append(File(path: "\(folder)/\(name).\(format.ending)", bytes: Array(text.utf8)))
      report.links.append((format.title, "\(name).\(format.ending)"))
    }
    if formats.contains(.html) {
      let typesetter = run.shelf.map { KaTeX($0) }
      let page = HTMLReport.render(
        document, report.published,
        options: HTMLOptions(allowsUnsafeHTML: allowsUnsafeHTML, solutions: solutions, neighbours: neighbours),
        typesetter: typesetter, assets: assets)
      typesetter?.keep()
      add(.html, page.value)
      report.result.add(page.diagnostics, in: source)
      report.published.add(page.diagnostics, in: source)
    }
    if formats.contains(.markdown) {
      let page = MarkdownReport.render(
        document, report.published, name: String(name.split(separator: "/").last ?? "notebook"), solutions: solutions)
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
    if formats.contains(.json) { add(.json, JSONReport.render(report.published)) }
    return report
  }

  /// For each run the reports before and after it, in the order of the index.
  static func neighbours(of runs: [NotebookRun]) -> [PageNeighbours] {
    let order = runs.indices.filter { runs[$0].isReadable }.sorted {
      (runs[$0].order, $0) < (runs[$1].order, $1)
    }
    var result = runs.map { _ in PageNeighbours() }
    for (place, run) in order.enumerated() {
      let depth = runs[run].file.reportName.split(separator: "/").count - 1
      func page(_ other: Int) -> PageNeighbours.Page? {
        guard order.indices.contains(other) else { return nil }
        let (file, result) = (runs[order[other]].file, runs[order[other]].result)
        return PageNeighbours.Page(
          title: result.title.isEmpty ? result.notebook : result.title,
          path: String(repeating: "../", count: depth) + file.reportName + ".html")
      }
      result[run] = PageNeighbours(previous: page(place - 1), next: page(place + 1))
    }
    return result
  }

  func index(of reports: [Report]) -> String {
    let languages = Set(reports.map(\.language))
    return IndexPage.render(entries(of: reports), language: languages.count == 1 ? languages.first ?? nil : nil)
  }

  /// The table of all verdicts as Markdown, with links to the reports that GitHub shows.
  func coverage(of reports: [Report], folder: String) -> String {
    let entries = entries(of: reports).map { entry in
      var entry = entry
      entry.links = entry.links.filter { $0.name == ReportFormat.markdown.title }
      return entry
    }
    return CoverageTable(entries, folder: folder).markdown
  }

  private func entries(of reports: [Report]) -> [IndexPage.Entry] {
    let ordered = reports.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
    return ordered.map(\.element).map { IndexPage.Entry(result: $0.published, subtitle: $0.subtitle, links: $0.links) }
  }

  /// What sets formulas; nil where KaTeX is not installed.
  static var press: FormulaPress? {
    TypesettingFiles.locate(executable: executable).map { FormulaPress(files: $0, cacheDirectory: cacheDirectory) }
  }

  /// Where formulas that were set are kept; `XDG_CACHE_HOME` moves it, as the XDG Base Directory Specification has it.
  private static var cacheDirectory: String? {
    let environment = ProcessInfo.processInfo.environment
    let folder =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.cache" : nil }
    return folder.map { $0 + "/nabla/formulas" }
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
