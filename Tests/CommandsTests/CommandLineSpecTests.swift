import Foundation
import SpecCases
import Testing

/// Cases with a block `console`: lines after `$` are typed one after the other into a folder with the case's files.
@Suite struct CommandLineSpecTests {
  @Test(arguments: try ["command-line", "reports"].flatMap(SpecCase.all))
  func `answers the command line as the specification shows`(example: SpecCase) throws {
    let console = try #require(example.text("console"))
    let lines = console.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    try #require(!lines.isEmpty)
    let shown = try Shell.inFolder { folder in
      for file in example.files {
        let path = folder.appending(path: file.name)
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: path)
      }
      return try lines.map { line in
        let outcome = try Shell.run(line, in: folder)
        return "$ \(line)\n\(outcome.output)" + (outcome.status == 0 ? "" : "exit \(outcome.status)\n")
      }
    }
    let difference = example.difference("console", from: shown.joined())
    #expect(difference == nil, "\(difference ?? "")")
  }
}
