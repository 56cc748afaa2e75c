import Diagnostics
import Documents
import Testing

/// What is said about a damaged notebook, word by word, and the text that it is said about.
@Suite struct DiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var markdown: String
    var code: String
    var severity: Diagnostic.Severity
    var message: String
    var place: String
    var testDescription: String { "\(code) \(markdown.debugDescription)" }

    init(_ markdown: String, _ severity: Diagnostic.Severity, _ code: String, _ message: String, at place: String) {
      self.markdown = markdown
      self.severity = severity
      self.code = code
      self.message = message
      self.place = place
    }
  }

  static let cases = [
    Case(
      "ä\n\n```{nabla}\nx\n", .error, "document.unterminated-fence",
      "a cell ends with a fence as long as the one that opens it", at: "```{nabla}"),
    Case(
      "> ```{nabla}\n> x\n\n```\ny\n```\n", .error, "document.unterminated-fence",
      "a cell ends with a fence as long as the one that opens it", at: "```{nabla}"),
    Case(
      "~~~~ x\ny\n~~~", .warning, "document.unterminated-fence",
      "a code block ends with a fence as long as the one that opens it", at: "~~~~ x"),
    Case(
      "```math\nx", .warning, "document.unterminated-fence",
      "a code block ends with a fence as long as the one that opens it", at: "```math"),
    Case(
      "a\n\n$$\nx\n\nb", .warning, "document.unterminated-maths", "a formula that opens with `$$` is closed", at: "$$"),
    Case("\\[\nx", .warning, "document.unterminated-maths", "a formula that opens with `\\[` is closed", at: "\\["),
    Case(
      "::: {.note}\na", .warning, "document.unterminated-division", "a division ends with a line `:::`",
      at: "::: {.note}"),
    Case(
      "---\na: &b c\n---\n", .error, "document.yaml-alias", "front matter has no anchors and no aliases", at: "&b"),
    Case(
      "---\na: [x, *b]\n---\n", .error, "document.yaml-alias", "front matter has no anchors and no aliases", at: "*b"),
    Case(
      "---\nü: ä\ntitle: \"a\nb: c\n---\n", .error, "document.yaml",
      "front matter is YAML: found unexpected end of stream", at: "---"),
    Case(
      "---\na: b: c\n---\n", .error, "document.yaml",
      "front matter is YAML: mapping values are not allowed in this context", at: ": c"),
    Case(
      "---\na: 1\na: 2\n---\n", .error, "document.yaml", "front matter is YAML: the key `a` stands there twice",
      at: "a: 1"),
    Case(
      "---\n[a: b]\n---\n", .error, "document.front-matter", "front matter is a mapping of keys to values",
      at: "[a: b]"),
    Case(
      "---\nmacros: { 'RR': 'x' }\n---\n", .error, "document.macro",
      "`macros` maps names that start with a backslash to LaTeX", at: "'RR'"),
  ]

  @Test(arguments: cases)
  func `names the rule and the place`(example: Case) {
    let source = SourceText(example.markdown, name: "test.md")
    let diagnostics = Document.parsing(source).diagnostics
    #expect(
      diagnostics.map { [$0.code, $0.severity.rawValue, $0.message, source[$0.span]] } == [
        [example.code, example.severity.rawValue, example.message, example.place]
      ])
  }

  @Test(arguments: [
    "```\na\n```", "> ```\n> a\n\nb", "- ```\n  a\n\nb", "\\[x\\]", "\\[not a link", "costs $$ 5", "~~~\n```\n~~~",
    "---\n\na: b\n\n---", "---\ntitle: a\ntags: [b, c]\ncustom_key: {d: e}\n---\n# f", "---\nx: 'a *b*'\ny: 2 * 3\n---",
    "---\na: |\n  *b\n  &c\nd: e\n---", "---", "---\n---", "$5 and $10",
  ])
  func `says nothing about sound notebooks`(markdown: String) {
    #expect(Document.parsing(SourceText(markdown, name: "test.md")).diagnostics == [])
  }

  @Test func `points at the first byte that is not UTF-8, and reads on`() {
    let source = SourceText(utf8: Array("ä $x".utf8) + [0xC3, 0x28, 0xFF] + Array("$ b".utf8), name: "test.md")
    let result = Document.parsing(source)
    #expect(result.diagnostics.map(\.code) == ["document.invalid-utf8"])
    #expect(result.diagnostics.map(\.span) == [SourceSpan(5, 6)])
    #expect(result.diagnostics.first?.label == "the byte 0xC3 starts no character of UTF-8")
    #expect(result.value.blocks.outline == "p[ä $[x?(?] b]")
  }

  @Test func `refuses a file over the limit`() {
    let source = SourceText(utf8: [UInt8](repeating: 0x61, count: 17 << 20), name: "test.md")
    let result = Document.parsing(source)
    #expect(result.diagnostics.map(\.code) == ["document.too-large"])
    #expect(result.diagnostics.map(\.message) == ["a notebook has at most 16 MiB, and this one has 17"])
    #expect(result.value.blocks.isEmpty)
  }
}
