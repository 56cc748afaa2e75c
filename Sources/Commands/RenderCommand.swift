import ArgumentParser
import Diagnostics
import Documents
import Reports
import Results

struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Run notebooks and write their reports.")

  @OptionGroup var options: RunOptions

  @Option(help: ArgumentHelp("The reports to write: html, markdown, json.", valueName: "formats"))
  var to: String = "html,markdown"

  @Option(help: ArgumentHelp("Where the reports go.", valueName: "folder"))
  var outputDir: String = "output"

  @Option(
    help: ArgumentHelp(
      "A Markdown file to take the table of all verdicts, between `\(MarkedRegion.start)` and `\(MarkedRegion.end)`.",
      valueName: "file"))
  var summaryIn: String?

  @Option(help: "What to do with the solutions of exercises: show, fold or hide.")
  var solutions: SolutionDisplay = .fold

  @Flag(inversion: .prefixedNo, help: "Whether to run the cells.")
  var execute = true

  @Flag(help: "Begin no further notebook after the first that goes wrong.")
  var failFast = false

  @Flag(help: "Let raw HTML and all links of the notebooks work; only for notebooks that you trust.")
  var unsafeHtml = false

  func validate() throws { _ = try formats() }

  private func formats() throws -> [ReportFormat] {
    try to.split(separator: ",").map { name in
      if name == "ipynb" { throw ValidationError("--to ipynb is not in this version yet.") }
      guard let format = ReportFormat(rawValue: String(name)) else {
        throw ValidationError("--to takes html, markdown and json, not `\(name)`.")
      }
      return format
    }
  }

  func run() async throws {
    let formats = try formats()
    let isStrict = options.strict
    let press = formats.contains(.html) ? ReportWriter.press : nil
    let runs = try await NotebookRuns(options, executes: execute, press: press).carriedOut { run in
      failFast && ExitStatus.of(run.result, isStrict: isStrict) != ExitStatus.asExpected
    }
    let writer = ReportWriter(
      formats: formats, folder: outputDir, allowsUnsafeHTML: unsafeHtml, solutions: solutions)
    let neighbours = ReportWriter.neighbours(of: runs)
    let reports = await inParallel(Array(zip(runs, neighbours)), limit: options.jobs) { run, neighbours in
      await run.preparation?.value
      return writer.report(on: run, neighbours: neighbours)
    }
    let progress = Progress(isAskedFor: options.progress)
    var status = ExitStatus.asExpected
    for report in reports {
      let printer = TerminalPrinter(name: report.result.notebook)
      StandardStreams.writeError(report.result.diagnostics.map { printer.print($0) + "\n" }.joined())
      if isStrict { StandardStreams.writeError(report.result.doubts.map { $0 + "\n" }.joined()) }
      status = max(status, ExitStatus.of(report.result, isStrict: isStrict))
      do throws(AtomicFile.Failure) {
        for file in report.files { try AtomicFile.write(file.bytes, to: file.path) }
        progress.say(
          "\(report.result.notebook) → \(report.files.first?.path ?? "nothing"): \(report.result.summaryLine)")
      } catch {
        StandardStreams.writeError("error: \(error)\n")
        status = max(status, ExitStatus.unreadable)
      }
    }
    do throws(AtomicFile.Failure) {
      try AtomicFile.write(Array(writer.index(of: reports).utf8), to: outputDir + "/index.html")
    } catch {
      StandardStreams.writeError("error: \(error)\n")
      status = max(status, ExitStatus.unreadable)
    }
    if let summaryIn {
      let region = MarkedRegion(path: summaryIn)
      let table = writer.coverage(of: reports, folder: region.way(to: outputDir))
      do throws(AtomicFile.Failure) {
        guard let text = region.replaced(by: table) else { throw Self.lacksRegion(summaryIn) }
        try AtomicFile.write(Array(text.utf8), to: summaryIn)
      } catch {
        StandardStreams.writeError("error: \(error)\n")
        status = max(status, ExitStatus.unreadable)
      }
    }
    if status != 0 { throw ExitCode(status) }
  }

  private static func lacksRegion(_ path: String) -> AtomicFile.Failure {
    AtomicFile.Failure(path: path, reason: "it has no `\(MarkedRegion.start)` with `\(MarkedRegion.end)` below it")
  }
}

extension SolutionDisplay: ExpressibleByArgument {}

enum ReportFormat: String, CaseIterable { case html, markdown, json }
