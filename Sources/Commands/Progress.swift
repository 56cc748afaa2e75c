/// Says on standard error what happens to each notebook: to a terminal, or where it is asked for.
struct Progress: Sendable {
  private let isWanted: Bool

  init(isAskedFor: Bool) { isWanted = isAskedFor || StandardStreams.errorIsTerminal }

  func say(_ line: String) {
    if isWanted { StandardStreams.writeError(line + "\n") }
  }
}
