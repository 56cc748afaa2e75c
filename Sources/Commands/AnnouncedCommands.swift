import ArgumentParser

/// Verbs of the contract that this version does not have yet: they say so, and exit 64.
private func notYet(_ verb: String) -> any Error {
  ValidationError("`nabla \(verb)` is not in this version yet.")
}

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show a notebook in the browser and follow its changes. (Not in this version yet.)")

  @Argument(help: "A notebook or folder.") var path: String = "notebooks"
  @Option(help: "The port to listen on.") var port: Int?
  @Flag(help: "Open no browser.") var noBrowser = false

  func run() throws { throw notYet("preview") }
}

struct CreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Start a new notebook. (Not in this version yet.)")

  @Argument(help: "The name of the notebook.") var name: String

  func run() throws { throw notYet("create") }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say more about a diagnostic. (Not in this version yet.)")

  @Argument(help: "The code of a diagnostic: directive.unknown-option.") var code: String

  func run() throws { throw notYet("explain") }
}
