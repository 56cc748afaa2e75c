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

/// The part of the contract that is about one equation.
@Suite struct JSONEquationTests {
  private func text(_ equation: EquationResult) -> String {
    JSONReport.render(NotebookResult(notebook: "x.md", title: "", equations: [equation]))
  }

  @Test(arguments: [
    ([], "\"repair\": null"), (["a = -b"], "\"repair\": \"a = -b\""), (["a", "b"], "\"repair\": [\"a\", \"b\"]"),
  ])
  func `has one repair as a string and several as an array`(repairs: [String], expected: String) {
    let equation = EquationResult(line: 1, tex: "a", label: nil, verdict: .fails, repairs: repairs)
    #expect(text(equation).contains(expected))
  }

  @Test func `has every key of a link`() throws {
    var link = EquationResult.Link(
      verdict: .fails, line: 2, label: "eq-a", tex: "a", reason: "r", convention: "c",
      evidence: .init(
        left: 0.1, right: -0.1, at: [.init(letter: "l", value: 1), .init(letter: #"\ell"#, value: 2)], maxError: 0.2,
        compared: 24, skipped: 1, probes: 3, includesOwn: true))
    var equation = EquationResult(
      line: 1, tex: "a", label: nil, verdict: .fails, expected: .holds, reason: "why", convention: "what", links: [link]
    )
    let full = try self.link(in: equation)
    #expect(full.left == 0.1 && full.right == -0.1 && full.at == ["l": 1, #"\ell"#: 2] && full.maxError == 0.2)
    #expect(full.compared == 24 && full.skipped == 1 && full.probes == 3)
    #expect(full.reason == "r" && full.convention == "c" && full.label == "eq-a" && full.verdict == "fails")
    #expect(text(equation).contains("\"expected\": \"holds\"") && text(equation).contains("\"convention\": \"what\""))

    link.evidence = nil
    equation.links = [link]
    let empty = try self.link(in: equation)
    #expect(empty.left == nil && empty.at == [:] && empty.compared == nil)
    for key in ["left", "right", "maxError", "compared", "skipped", "probes"] {
      #expect(text(equation).contains("\"\(key)\": null"))
    }
  }

  private func link(in equation: EquationResult) throws -> Notebook.Equation.Link {
    let notebook = try JSONDecoder().decode(Notebook.self, from: Data(text(equation).utf8))
    return try #require(notebook.equations.first?.links.first)
  }

  private struct Notebook: Decodable {
    struct Equation: Decodable {
      struct Link: Decodable {
        var verdict, tex: String
        var label, reason, convention: String?
        var left, right, maxError: Double?
        var at: [String: Int]
        var compared, skipped, probes: Int?
      }
      var links: [Link]
    }
    var equations: [Equation]
  }
}
