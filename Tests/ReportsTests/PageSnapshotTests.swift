import Diagnostics
import Documents
import FoundationEssentials
import Reports
import Results
import Testing

/// The layout of whole reports, kept as files.
@Suite struct PageSnapshotTests {
  private let document: Document
  private let result: NotebookResult

  init() throws {
    let text = try Data(contentsOf: fixture("reports/chain.md"))
    document = Document.parsing(SourceText(utf8: Array(text), name: "notebooks/chain.md")).value
    let cell = try #require(document.cells.first)
    let place = cell.text.text.utf8.distance(
      from: cell.text.text.startIndex, to: try #require(cell.text.text.firstRange(of: "epoch")).lowerBound)
    let diagnostic = PlacedDiagnostic(
      Diagnostic(
        .error, "directive.unknown-option", "`train` has no option `epoch`", at: cell.text.span(of: place..<place + 5),
        label: "not an option of `train`", help: "did you mean `train 1 epoch`?"), in: document.source)
    result = NotebookResult(
      notebook: "notebooks/chain.md", title: "A chain of two neurons",
      cells: [
        CellResult(
          index: 0, line: 21, label: "tbl-weights",
          outputs: [
            .array(
              NamedArray(
                title: "weights of layer hidden", symbol: "W^1", rowHeading: "to unit", rows: ["1", "2"],
                columnHeading: "from unit", columns: ["1", "bias"], values: [[0.15, -12.5], [2e-9, nil]])),
            .array(
              NamedArray(
                title: "error of layer output", symbol: #"\delta^2"#, layout: .matrix, rows: ["1", "2"], columns: [""],
                values: [[0.1385], [-0.038]])),
            .number(NamedNumber(title: "loss", symbol: "E", value: 0.298371109)),
            .message("trained 0 epochs"),
            .expectation(
              ExpectationResult(statement: "expect loss < 0.02", line: 25, passed: false, found: "loss is 0.298371109")),
          ], diagnostics: [diagnostic])
      ],
      values: [InlineResult(index: 0, line: 11, value: 0.298371109)],
      equations: [EquationResult(line: 13, tex: "E", label: "eq-error", verdict: .notChecked)],
      diagnostics: [diagnostic])
  }

  @Test func `the page`() throws {
    let page = HTMLReport.render(document, result, typesetter: EchoTypesetter())
    #expect(page.diagnostics.isEmpty)
    let body = try #require(page.value.firstRange(of: "<body>"))
    try expectSame(String(page.value[body.lowerBound...]), as: "reports/chain.html")
  }

  @Test func `the Markdown report`() throws {
    try expectSame(MarkdownReport.render(document, result).value.text, as: "reports/chain.out.md")
  }

  @Test func `the JSON report`() throws { try expectSame(JSONReport.render(result), as: "reports/chain.json") }

  @Test func `verdicts of every kind`() throws {
    let text = try Data(contentsOf: fixture("reports/verdicts.md"))
    let document = Document.parsing(SourceText(utf8: Array(text), name: "notebooks/verdicts.md")).value
    let result = HandmadeVerdicts.result(for: document)
    let page = HTMLReport.render(document, result, typesetter: EchoTypesetter())
    #expect(page.diagnostics.isEmpty)
    let body = try #require(page.value.firstRange(of: "<body>"))
    try expectSame(String(page.value[body.lowerBound...]), as: "reports/verdicts.html")
    try expectSame(MarkdownReport.render(document, result).value.text, as: "reports/verdicts.out.md")
    try expectSame(JSONReport.render(result), as: "reports/verdicts.json")
  }

  @Test func `the index`() throws {
    let page = IndexPage.render([
      IndexPage.Entry(result: result, links: [("HTML", "chain.html"), ("Markdown", "chain.md")]),
      IndexPage.Entry(
        result: NotebookResult(notebook: "notebooks/b & c.md", title: "B & C"), links: [("HTML", "b & c.html")]),
    ])
    let body = try #require(page.firstRange(of: "<body>"))
    try expectSame(String(page[body.lowerBound...]), as: "reports/index.html")
  }
}
