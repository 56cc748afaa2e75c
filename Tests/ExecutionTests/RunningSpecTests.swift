import Diagnostics
import SpecCases
import Testing

@Suite struct RunningSpecTests {
  @Test(
    arguments: try ["running", "training", "documents", "pictures", "sweeping", "explaining"].flatMap(SpecCase.all))
  func `runs notebooks as the specification shows`(example: SpecCase) async throws {
    let source = SourceText(utf8: try #require(example.notebook), name: "notebook.md")
    let outcome = await NotebookOutcome(source, files: example.files)
    let difference = example.difference("terminal", from: outcome.terminal)
    #expect(difference == nil, "\(difference ?? "")")
    guard example.text("outputs") != nil else { return }
    let outputs = example.difference("outputs", from: outcome.outputs)
    #expect(outputs == nil, "\(outputs ?? "")")
  }
}
