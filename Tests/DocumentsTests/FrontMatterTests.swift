import Diagnostics
import Documents
import Testing

@Suite struct FrontMatterTests {
  static let text = """
    ---
    title: "Größe: ein Titel"
    subtitle: Two words # a comment
    author: [A, {name: B}]
    date: 2024-01-02
    lang: de
    params:
      rate: 0.5
      seeds: [1, 2]
    macros:
      '\\pder': '\\frac{\\partial #1}{\\partial #2}'
      "\\\\RR": \\mathbb{R}
    ---
    # Text
    """

  @Test func `reads settings, macros and every scalar`() {
    let result = Document.parsing(SourceText(Self.text, name: "test.md"))
    let settings = result.value.frontMatter
    #expect(result.diagnostics == [])
    #expect(settings.title == "Größe: ein Titel")
    #expect(settings.subtitle == "Two words")
    #expect(settings.author == ["A", "B"])
    #expect(settings.date == "2024-01-02")
    #expect(settings.language == "de")
    #expect(settings.macros.map(\.name) == ["\\pder", "\\RR"])
    #expect(settings.macros.map(\.body) == ["\\frac{\\partial #1}{\\partial #2}", "\\mathbb{R}"])
    #expect(
      settings.values.map { "\($0.key)=\($0.text)" } == [
        "title=Größe: ein Titel", "subtitle=Two words", "author.0=A", "author.1.name=B", "date=2024-01-02", "lang=de",
        "params.rate=0.5", "params.seeds.0=1", "params.seeds.1=2",
      ])
    #expect(settings["params.rate"]?.text == "0.5")
    #expect(result.value.blocks.outline == "h1[Text]#text")
  }

  @Test func `knows where each value stands`() {
    let source = SourceText(Self.text, name: "test.md")
    let settings = Document.parsing(source).value.frontMatter
    #expect(settings.span.map { source[$0] }?.hasSuffix("\\mathbb{R}\n---") == true)
    #expect(
      settings.values.map { source[$0.span] } == [
        "\"Größe: ein Titel\"", "Two words", "A", "B", "2024-01-02", "de", "0.5", "1", "2",
      ])
    #expect(settings.macros.first.map { source[$0.span] } == "'\\pder'")
  }

  @Test(arguments: [
    ("---\n---\na", "rule rule p[a]"),
    ("---\na\n---\nb", "rule h2[a]#a p[b]"),
    ("---\n\na: b\n---\nc", "rule h2[a: b]#a-b p[c]"),
    ("---\na: b\nc", "rule p[a: b/c]"),
    ("a\n\n---\nb: c\n---", "p[a] rule h2[b: c]#b-c"),
    ("--- x\na: b", "p[--- x/a: b]"),
  ])
  func `is not made of rules`(markdown: String, expected: String) {
    let document = Document.parsing(SourceText(markdown, name: "test.md")).value
    #expect(document.frontMatter.span == nil)
    #expect(document.blocks.outline == expected)
  }

  @Test(arguments: ["---\r\ntitle: a\r\n---\r\nb", "\u{FEFF}---\ntitle: a\n...\nb", "---  \ntitle: a\n--- \nb"])
  func `reads any line ending and either fence`(markdown: String) {
    let document = Document.parsing(SourceText(markdown, name: "test.md")).value
    #expect(document.frontMatter.title == "a")
    #expect(document.blocks.outline == "p[b]")
  }

  @Test func `keeps the document when the settings are damaged`() {
    let result = Document.parsing(SourceText("---\na: [\n---\n# b", name: "test.md"))
    #expect(result.diagnostics.map(\.code) == ["document.yaml"])
    #expect(result.value.blocks.outline == "h1[b]#b")
  }

  @Test(arguments: [
    ("inline", FrontMatter.VerdictPlacement.inline), ("margin", .margin), ("end", .end), ("off", .off),
    ("\"end\"", .end), ("margn", .inline), ("[end]", .inline),
  ])
  func `says where verdicts stand`(word: String, expected: FrontMatter.VerdictPlacement) {
    let result = Document.parsing(SourceText("---\nverdicts: \(word)\n---\n", name: "test.md"))
    #expect(result.value.frontMatter.verdicts == expected)
    let isKnown = FrontMatter.VerdictPlacement.allCases.contains { word.contains($0.rawValue) && !word.contains("[") }
    #expect(result.diagnostics.map(\.code) == (isKnown ? [] : ["document.verdicts"]))
  }

  @Test(
    arguments: [
      ("80%", 80), ("12.5 %", 12.5), ("0%", 0), ("100%", 100), ("\"80%\"", 80), ("101%", nil), ("-1%", nil),
      ("80", nil),
      ("0.8", nil), ("most", nil), ("nan%", nil), ("\"%\"", nil), ("[80%]", nil),
    ] as [(String, Double?)])
  func `says what share of the equations is to be checked`(share: String, expected: Double?) {
    let result = Document.parsing(SourceText("---\nmin-coverage: \(share)\n---\n", name: "test.md"))
    #expect(result.value.frontMatter.minimumCoverage?.percent == expected)
    #expect(result.diagnostics.map(\.code) == (expected == nil ? ["document.min-coverage"] : []))
  }
}
