import Diagnostics
import SpecCases
import Testing

@Suite struct DirectiveSpecTests {
  @Test(arguments: try ["directives", "cells", "notation"].flatMap(SpecCase.all))
  func `reads statements as the specification shows`(example: SpecCase) async throws {
    let source = SourceText(utf8: try #require(example.notebook), name: "notebook.md")
    let difference = example.difference("terminal", from: await NotebookOutcome(source).terminal)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
