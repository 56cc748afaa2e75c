import ArgumentParser

/// Reads the command line and does what it says; ends the process with the exit status of the contract.
package func runNabla() async { await NablaCommand.main() }

/// `nabla`, and what it says of itself.
struct NablaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nabla",
    abstract: "Runs course notes on neural networks: every number computed, every equation read.",
    discussion: """
      A notebook is Markdown with cells that define and train a network and formulas that derive its gradients.

        nabla render            render notebooks/ to output/
        nabla check notes.md    run a notebook and say what went wrong

      Exit status: 0 all as expected; 1 an equation or expectation went wrong; 2 a notebook could not be read or \
      run; 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [RenderCommand.self, CheckCommand.self, LanguageCommand.self, PreviewCommand.self, CreateCommand.self, ExplainCommand.self])
}
