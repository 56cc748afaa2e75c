import Glibc

/// A command carried out by the shell in the project's folder.
enum ShellCommand {
  static let projectFolder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// What the command writes, and whether it succeeded.
  static func run(_ command: String) -> (output: [UInt8], succeeded: Bool) {
    guard let stream = popen("cd '\(projectFolder)' && \(command)", "r") else { return ([], false) }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { output += buffer[..<count] }
    return (output, pclose(stream) == 0)
  }

  static func succeeds(_ command: String) -> Bool { run(command + " >/dev/null 2>&1").succeeded }

  static func text(_ command: String) -> String { String(decoding: run(command).output, as: UTF8.self) }
}
