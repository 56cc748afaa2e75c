import ArgumentParser
import Execution

/// The options that `render` and `check` share.
struct RunOptions: ParsableArguments {
  @Argument(help: "Notebooks or folders of notebooks; - reads standard input.")
  var paths: [String] = ["notebooks"]

  @Option(
    name: .customShort("P"),
    help: ArgumentHelp("Give a letter of `let` another value, as in -P eta:0.1.", valueName: "key:value"))
  var parameters: [String] = []

  @Option(help: "How many notebooks run at the same time; default: as many as there are processors.")
  var jobs: Int?

  @Option(help: "The most multiplications that one training run may take.")
  var workLimit: Double = 1e11

  @Flag(
    help: """
      Exit 1 on warnings, too, and on equations that hold only under a convention or were not checked, unless the \
      notebook expects it.
      """)
  var strict = false

  @Flag(help: "Say on standard error what happens to each notebook, also where that is no terminal.")
  var progress = false

  func validate() throws {
    for parameter in parameters where Self.pair(parameter) == nil {
      throw ValidationError("-P takes a letter and a number, as in -P eta:0.1, not `\(parameter)`.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on.") }
    guard workLimit > 0 else { throw ValidationError("--work-limit takes a number greater than 0.") }
  }

  var replacements: [Replacement] { parameters.compactMap(Self.pair) }

  private static func pair(_ text: String) -> Replacement? {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
      let value = Double(text[text.index(after: colon)...]),
      value.isFinite
    else { return nil }
    return Replacement(key: String(text[..<colon]), value: value)
  }
}
