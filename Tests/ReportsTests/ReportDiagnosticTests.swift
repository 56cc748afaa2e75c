import Diagnostics
import Documents
import Reports
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
}
