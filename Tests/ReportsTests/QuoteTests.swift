import Diagnostics
import Documents
import Reports
import Testing

/// Quotation marks of the text, in the forms of its language.
@Suite struct QuoteTests {
  private func text(_ source: String, language: String? = nil) -> String {
    let matter = language.map { "---\nlang: \($0)\n---\n\n" } ?? ""
    return main(of: HTMLReport.render(document(reading: matter + source), nil, typesetter: EchoTypesetter()).value)
  }

  @Test(arguments: [
    (#"He said "no"."#, "<p>He said “no”.</p>"), (#""a" and ("b"), "c"—"d""#, "<p>“a” and (“b”), “c”—“d”</p>"),
    ("the neuron's output isn't one", "<p>the neuron’s output isn’t one</p>"),
    (#"'inner' and "he 'says' so""#, "<p>‘inner’ and “he ‘says’ so”</p>"),
    (#"neurons' outputs, '90s"#, "<p>neurons’ outputs, ’90s</p>"),
    (#""*so*" and *"so"*"#, "<p>“<em>so</em>” and <em>“so”</em></p>"),
    (#"`"x"` and "`x`""#, "<p><code>&quot;x&quot;</code> and “<code>x</code>”</p>"),
    (#"$a$'s "size""#, "⟨a⟩’s “size”"), (#"a\"b\""#, "b”"),
    ("\"one\n\"two\"\"", "<p>“one\n“two””</p>"),
  ])
  func `stand as print has them`(source: String, expected: String) {
    let text = text(source)
    #expect(text.contains(expected), "\(text)")
  }

  @Test(arguments: [
    ("de", "„a ‚b‘ c“, geht’s"), ("fr", "«\u{202F}a “b” c\u{202F}», geht’s"), ("es", "«a “b” c», geht’s"),
    ("it", "«a “b” c», geht’s"), ("pt", "“a ‘b’ c”, geht’s"), ("en", "“a ‘b’ c”, geht’s"),
  ])
  func `follow the language`(language: String, expected: String) {
    #expect(text(#""a 'b' c", geht's"#, language: language).contains(expected))
  }

  @Test func `are set anew in each paragraph and each cell of a table`() {
    let text = text("so\n\n\"a\"\n\n| x | \"y\" |\n|---|---|\n| z | \"w\" |\n")
    #expect(["<p>“a”</p>", ">“y”</th>", ">“w”</td>"].allSatisfy(text.contains), "\(text)")
  }

  @Test func `stay in cells and blocks of code`() {
    let text = text("```\n\"a\"\n```\n\n```{nabla}\n# \"a\"\n```\n")
    #expect(!text.contains("“"))
  }
}
