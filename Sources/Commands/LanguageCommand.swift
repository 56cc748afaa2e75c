import ArgumentParser
import Directives

struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Print every word of the notebook language, as Markdown.")

  func run() { StandardStreams.writeOutput(Language.reference) }
}
