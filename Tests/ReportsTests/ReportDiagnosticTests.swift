import Diagnostics
import Documents
import Reports
import Results
import Testing

@Suite struct ReportDiagnosticTests {
  @Test(arguments: [
    ("x $a + \\wrong b$", "report.formula", "\\wrong"),
    ("> $$\n> a\n> + \\wrong\n> $$", "report.formula", "\\wrong"),
    ("---\nmacros: { '\\l': '\\l' }\n---\n\n$a \\l$", "report.macro-limit", "\\l"),
    ("see [there](#nothing) and [here](#a-b)\n\n# A b", "report.dangling-link", "[there](#nothing)"),
    ("$a \\ref{x}$", "report.dangling-reference", "\\ref{x}"),
    ("$\\eqref{x}$", "report.dangling-reference", "\\eqref{x}"),
    ("$$a$$ {#eq-a}\n\n$$b$$ {#eq-a}", "report.duplicate-label", "$$b$$ {#eq-a}"),
    ("see @eq-nothing", "report.dangling-reference", "@eq-nothing"),
    ("![x](no.png)", "report.missing-image", "![x](no.png)"),
    ("![x](../no.png)", "report.path-outside", "![x](../no.png)"),
  ])
  func `points at what cannot be shown as it was meant`(markdown: String, code: String, excerpt: String) {
    let document = document(reading: markdown)
    let page = HTMLReport.render(document, nil, typesetter: EchoTypesetter(), assets: HandmadeAssets(files: [:]))
    #expect(page.diagnostics.map(\.code) == [code])
    #expect(page.diagnostics.map { document.source[$0.span] } == [excerpt])
    #expect(page.diagnostics.allSatisfy { $0.severity != .note })
  }

  @Test func `says once what is wrong in several places`() throws {
    let text = "```{nabla}\n$a$   is nice\n$b$ is `so`\n$c$\n```\n"
    let document = document(reading: text)
    func placed(_ excerpt: String, _ message: String, _ help: String?) throws -> PlacedDiagnostic {
      let lower = text.utf8.distance(from: text.startIndex, to: try #require(text.firstRange(of: excerpt)).lowerBound)
      let span = SourceSpan(lower, lower + excerpt.utf8.count)
      return PlacedDiagnostic(
        Diagnostic(.warning, "notation.odd", message, at: span, label: "<there>", help: help), in: document.source)
    }
    let diagnostics = [
      try placed("$a$   is nice", "odd", "say `x`"), try placed("$b$ is `so`", "odd", nil),
      try placed("$c$", "other", nil),
    ]
    let result = NotebookResult(
      notebook: "x.md", title: "", cells: [CellResult(index: 0, line: 1, diagnostics: diagnostics)],
      diagnostics: diagnostics)
    let markdown = MarkdownReport.render(document, result).value.text
    #expect(
      markdown.contains(
        """
        > [!WARNING]
        > **warning** `notation.odd`: odd
        >
        > - `2 | $a$ is nice`: \\<there\\>; say `x`
        > - `` 3 | $b$ is `so` ``: \\<there\\>

        > [!WARNING]
        > **warning** `notation.odd`: other
        >
        > ```text
        """))
    let page = HTMLReport.render(document, result, typesetter: EchoTypesetter(), assets: HandmadeAssets(files: [:]))
      .value
    #expect(page.split(separator: "<div class=\"diagnostic warning\"").count == 3)
    #expect(
      page.contains(
        """
        <dl>
        <dt id="diagnostic-2-1-notation.odd"><code>2 | $a$ is nice</code></dt>
        <dd>&lt;there&gt;; say <code>x</code></dd>
        """))
  }
}
