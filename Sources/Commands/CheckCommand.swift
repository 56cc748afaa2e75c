import ArgumentParser
import Diagnostics
import Execution
import Reports
import Results

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Run notebooks and say what went wrong; writes no files.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, junit }

  @OptionGroup var options: RunOptions

  @Option(help: "How to say it: text, json, or github for annotations in a pull request.")
  var format: Format = .text

  func validate() throws {
    if format == .junit { throw ValidationError("--format junit is not in this version yet.") }
  }

  func run() async throws {
    let runs = try await NotebookRuns(options).carriedOut(isEnough: { _ in false })
    switch format {
    case .text, .junit:
      for run in runs { StandardStreams.writeOutput(text(run.result)) }
    case .github:
      for run in runs {
        let printer = AnnotationPrinter(name: run.result.notebook)
        StandardStreams.writeOutput(run.result.diagnostics.map(printer.print).joined())
      }
    case .json:
      StandardStreams.writeOutput(JSONReport.render(runs.map(\.result)))
    }
    let status = runs.map { ExitStatus.of($0.result, isStrict: options.strict) }.max() ?? 0
    if status != 0 { throw ExitCode(status) }
  }

  private func text(_ result: NotebookResult) -> String {
    let printer = TerminalPrinter(name: result.notebook)
    let doubts = (options.strict ? result.doubts : result.unexplained).map { $0 + "\n" }.joined()
    return result.diagnostics.map { printer.print($0) + "\n" }.joined() + doubts
      + "\(result.notebook): \(result.summaryLine)\n"
  }
}
