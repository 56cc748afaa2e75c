import Diagnostics
import Documents
import FoundationEssentials
import Reports
import Testing

/// Whatever the notebook, there is a report.
@Suite struct BrokenInputTests {
  /// Knuth's linear congruential generator (MMIX), so that every run breaks the same places.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  @Test func `survives a notebook broken anywhere`() throws {
    let original = Array(try Data(contentsOf: fixture("reports/chain.md")))
    let shards = [
      "$", "$$", "`", "```{nabla}\n", ":::", "> ", "- ", "{", "}", "\\", "|", "\n", "\n\n", "---\n", "[^1]", "{#eq-x}",
      "é", "\\begin{align}", "\\label{",
    ]
    var dice = Dice(state: 7)
    for _ in 0..<400 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        if Bool.random(using: &dice) {
          bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...12, using: &dice)))
        } else {
          bytes.insert(contentsOf: Array(shards.randomElement(using: &dice)?.utf8 ?? "".utf8), at: place)
        }
      }
      let document = Document.parsing(SourceText(utf8: bytes, name: "x.md")).value
      #expect(HTMLReport.render(document, nil, typesetter: EchoTypesetter()).value.hasSuffix("</html>\n"))
      _ = MarkdownReport.render(document, nil)
    }
  }

  @Test(arguments: [
    ("nested quotations", String(repeating: "> ", count: 10_000) + "x"),
    ("nested lists", String(repeating: "- ", count: 10_000) + "x"),
    ("nested emphasis", String(repeating: "*a ", count: 10_000) + String(repeating: "b*", count: 10_000)),
    ("braces", "$" + String(repeating: "{", count: 10_000) + "$"),
    ("unclosed macros", "---\nmacros: { '\\f': '#1#1' }\n---\n\n$" + String(repeating: "\\f{", count: 10_000) + "$"),
    ("growing macros", "---\nmacros: { '\\f': '\\f\\f' }\n---\n\n$" + String(repeating: "\\f ", count: 10_000) + "$"),
    ("labels", "$$" + String(repeating: "\\label{a", count: 10_000) + "$$"),
    ("many displays on a line", String(repeating: "a $$x$$ ", count: 10_000)),
    ("many references", String(repeating: "@eq-a ", count: 2_000)),
    ("many footnotes", (0..<5_000).map { "[^\($0)]" }.joined() + "\n\n" + (0..<5_000).map { "[^\($0)]: x\n" }.joined()),
    ("many callouts", String(repeating: "::: {.callout-note}\n$$x$$\n:::\n\n", count: 3_000)),
  ])
  func `takes long and deep notebooks`(name: String, markdown: String) {
    let document = document(reading: markdown)
    #expect(HTMLReport.render(document, nil, typesetter: EchoTypesetter()).value.hasSuffix("</html>\n"), "\(name)")
    #expect(!MarkdownReport.render(document, nil).value.text.isEmpty)
  }
}
