import Directives
import FoundationEssentials
import Testing

@Suite struct LanguageReferenceTests {
  @Test func `has committed what the entries say now`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/language.md")
    let committed = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(committed == Language.reference, "`make report` writes the page anew")
  }
}
