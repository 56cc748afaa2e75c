import Diagnostics
import Execution
import Foundation
import SpecCases
import Testing

@Suite struct BrokenSpecTests {
  @Test(arguments: try SpecCase.all(in: "broken"))
  func `says what is broken as the specification shows`(example: SpecCase) async throws {
    let block = try #require(example.blocks.first { $0.info.hasPrefix("broken ") })
    let name = String(block.info.dropFirst("broken ".count))
    func lines(_ mark: String) -> String {
      block.text.split(separator: "\n").filter { $0.hasPrefix(mark) }.map { $0.dropFirst(2) + "\n" }.joined()
    }
    let whole = try Notebooks.source(name).text
    let range = try #require(whole.range(of: lines("- ")), "the notebook has no such lines any more")
    let source = SourceText(whole.replacingCharacters(in: range, with: lines("+ ")), name: "notebooks/\(name).md")
    // What a broken cell says, not what becomes of the equations.
    var settings = RunSettings { _ in .failure(.missing) }
    settings.judgesEquations = false
    let difference = example.difference("terminal", from: await NotebookOutcome(source, settings: settings).terminal)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
