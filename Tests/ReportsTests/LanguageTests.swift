import Diagnostics
import Documents
import Reports
import Results
import Testing

@Suite struct LanguageTests {
  private static func places(_ sentence: String) -> Set<Character> {
    Set(sentence.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap(\.first))
  }

  @Test(arguments: Language.all)
  func `has every word, with the same places to fill in as in English`(language: Language) throws {
    let english = try #require(Language.all.first { $0.tag == "en" })
    #expect(language.sentences.count > 80)
    for (own, model) in zip(language.sentences, english.sentences) {
      let text = try #require(own.text, "\(language.tag) lacks \(own.word)")
      #expect(
        !text.isEmpty && text.split(separator: "|", omittingEmptySubsequences: false).count <= 2,
        "\(language.tag): \(own.word)")
      let forms = text.split(separator: "|").map { Self.places(String($0)) }
      let wanted = Self.places(String(model.text?.split(separator: "|").last ?? ""))
      #expect(forms.last == wanted && forms.allSatisfy(wanted.isSuperset), "\(language.tag): \(own.word)")
    }
  }

  @Test(arguments: [
    ("en", "en", "."), ("de-AT", "de", ","), ("FR", "fr", ","), ("es_MX", "es", ","), ("it", "it", ","),
    ("pt-BR", "pt", ","), ("zh-Hans", "zh", "."), ("tlh", "en", "."), (nil, "en", "."),
  ])
  func `is that of the tag, or English`(tag: String?, expected: String, sign: String) {
    let language = Language.named(tag)
    #expect(language.tag == expected)
    #expect(language.decimalSign.plain == sign)
  }

  @Test(arguments: [
    ("loss is 0.25, twice 0.125.", "loss is 0,25, twice 0,125."), ("version 1.2.3 of a.5", "version 1.2.3 of a.5"),
    ("in 10. Then .5", "in 10. Then .5"), ("−0.5×10⁻³", "−0,5×10⁻³"),
  ])
  func `has its sign in the numbers of a sentence`(text: String, expected: String) {
    #expect(Language.named("de").localized(text) == expected)
    #expect(Language.named("en").localized(text) == text)
  }

  @Test(arguments: [
    (#"2 \cdot 0.5 = 1.0"#, #"2 \cdot 0{,}5 = 1{,}0"#), (#"a \\[0.5em] b \kern1.5pt"#, #"a \\[0.5em] b \kern1.5pt"#),
  ])
  func `has its sign in the numbers of a formula, not in its lengths`(tex: String, expected: String) {
    #expect(Language.named("fr").localized(tex: tex) == expected)
  }

  @Test func `speaks on the whole page`() {
    let markdown = """
      ---
      lang: de
      ---

      ## Eins

      Wert: `{nabla} loss`, siehe @tbl-w und @exr-a.[^n]

      [^n]: Fußnote.

      ## Zwei

      ```{nabla}
      #| label: tbl-w
      #| code-fold: true
      print weights
      expect loss < 1
      ```

      ## Drei

      > [!WARNING]
      > Text.

      ::: {#exr-a}
      Frage
      :::

      ::: {.solution}
      Antwort
      :::
      """
    let result = NotebookResult(
      notebook: "x.md", title: "",
      cells: [
        CellResult(
          index: 0, line: 1,
          outputs: [
            .array(NamedArray(title: "weights", rows: ["1"], columns: ["1"], values: [[0.25]])),
            .expectation(ExpectationResult(statement: "expect loss < 1", line: 2, passed: true, found: "loss is 0.5")),
          ])
      ], values: [InlineResult(index: 0, line: 1, value: 0.5)])
    let page = HTMLReport.render(document(reading: markdown), result, typesetter: EchoTypesetter()).value
    for words in [
      "<html lang=\"de\">", "Zum Text springen", "<summary>Inhalt</summary>", ">0,5</span>", ">Tabelle\u{A0}1</a>",
      ">Aufgabe 1</a>", "<summary>Code</summary>", "<td>0,25</td>", "wie erwartet", "Verlust: 0,5", ">Warnung</p>",
      "Lösung zu Aufgabe 1", "aria-label=\"Fußnoten\"", "1 Erwartung, erfüllt", "Jede Zahl hat Nabla berechnet",
    ] { #expect(page.contains(words), "\(words)") }
    let text = MarkdownReport.render(document(reading: markdown), result).value.text
    for words in [
      "Wert: 0,5, siehe [Tabelle 1](#tbl-w)", "0,25", "✓ wie erwartet · Verlust: 0,5", "**Aufgabe 1**",
      "Lösung zu Aufgabe 1",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `calls a table of several kinds by the names of all`() {
    var table = NamedArray(title: "predictions and targets", rows: ["1"], columns: ["y", "y"], values: [[0.5, 1]])
    table.columnGroups = [.init("predictions", count: 1), .init("targets", count: 1)]
    let german = table.translated(Language.named("de"))
    #expect(german.title == "Vorhersagen und Zielwerte")
    #expect(german.columnGroups.map(\.name) == ["Vorhersagen", "Zielwerte"])
  }
}
