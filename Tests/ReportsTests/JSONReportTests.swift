import Diagnostics
import FoundationEssentials
import Reports
import Results
import Testing

@Suite struct JSONReportTests {
  @Test(arguments: [
    (JSONValue.null, "null"), (.bool(true), "true"), (.integer(-3), "-3"), (.number(0.1), "0.1"), (.number(-0.0), "0"),
    (.number(2), "2"), (.number(1e-7), "1e-07"), (.number(.leastNonzeroMagnitude), "5e-324"),
    (.number(1.7976931348623157e308), "1.7976931348623157e+308"),
    (.number(.nan), "\"NaN\""), (.number(-.infinity), "\"-Infinity\""),
    (.string("\"\\\n\r\t\u{01}é🙂\u{2028}"), #""\"\\\n\r\t\u0001é🙂\u2028""#),
    (.array([]), "[]"), (.object([]), "{}"), (.array([.integer(1), .null]), "[1, null]"),
    (.object([.init("b", .integer(1)), .init("a", .array([.string("x")]))]), "{\n  \"b\": 1,\n  \"a\": [\"x\"]\n}"),
  ])
  func `writes values`(value: JSONValue, expected: String) { #expect(value.text == expected) }

  @Test func `keeps the contract`() throws {
    let diagnostic = Diagnostic(.error, "a.b", "m", at: SourceSpan(2, 3), help: "h")
    let result = NotebookResult(
      notebook: "notebooks/x.md", title: "X",
      cells: [
        CellResult(
          index: 0, line: 12, label: "tbl-g",
          outputs: [
            .array(NamedArray(title: "gradients", rows: ["1"], columns: ["a", "b"], values: [[0.1, nil]])),
            .expectation(ExpectationResult(statement: "expect loss < 1", line: 13, passed: true, found: "0.5")),
          ])
      ],
      equations: [EquationResult(line: 88, tex: "a = b", label: "eq-x", verdict: .notChecked, reason: "later")],
      diagnostics: [PlacedDiagnostic(diagnostic, in: SourceText("ab\ncd", name: "x"))])
    let data = Data(JSONReport.render([result]).utf8)
    let notebook = try #require(try JSONDecoder().decode([Notebook].self, from: data).first)
    #expect(notebook.notebook == "notebooks/x.md")
    #expect(
      notebook.summary.equations == [
        "holds": 0, "convention": 0, "fails": 0, "defines": 0, "conflicts": 0, "updates": 0, "not-checked": 1,
      ])
    #expect(notebook.summary.expectations == ["passed": 1, "failed": 0])
    #expect(notebook.summary.errors == 1 && notebook.summary.unexpected == 0)
    #expect(notebook.equations.map(\.verdict) == ["not-checked"])
    #expect(notebook.cells.map(\.line) == [12])
    #expect(notebook.cells[0].outputs.map(\.kind) == ["table", "expectation"])
    #expect(notebook.cells[0].outputs[0].values == [[0.1, nil]])
    #expect(
      notebook.diagnostics.map { "\($0.severity) \($0.code) \($0.line):\($0.column) \($0.help ?? "")" } == [
        "error a.b 1:3 h"
      ])
  }

  private struct Notebook: Decodable {
    struct Summary: Decodable {
      var equations: [String: Int]
      var expectations: [String: Int]
      var errors: Int
      var unexpected: Int
    }
    struct Equation: Decodable {
      var line: Int
      var tex, verdict, label, reason: String
    }
    struct Cell: Decodable {
      struct Output: Decodable {
        var kind: String
        var values: [[Double?]]?
      }
      var line: Int
      var outputs: [Output]
    }
    struct Finding: Decodable {
      var severity, code, message: String
      var line, column: Int
      var help: String?
    }
    var notebook: String
    var summary: Summary
    var equations: [Equation]
    var cells: [Cell]
    var diagnostics: [Finding]
  }
}
