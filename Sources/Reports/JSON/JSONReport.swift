import Diagnostics
package import Results

/// The results of a run for other programs. Contract: DESIGN section 4; keys beyond it may be added, none removed.
package enum JSONReport {
  /// One notebook, as `render --to json` writes it.
  package static func render(_ result: NotebookResult) -> String { value(of: result).text + "\n" }

  /// Several notebooks, as `check --format json` prints them.
  package static func render(_ results: [NotebookResult]) -> String { JSONValue.array(results.map(value)).text + "\n" }

  static func value(of result: NotebookResult) -> JSONValue {
    .object([
      .init("notebook", .string(result.notebook)),
      .init("title", .string(result.title)),
      .init("summary", value(of: result.summary)),
      .init("equations", .array(result.equations.map(value))),
      .init("cells", .array(result.cells.map(value))),
      .init("values", .array(result.values.map(value))),
      .init("diagnostics", .array(result.diagnostics.map(value))),
    ])
  }

  private static func value(of summary: Summary) -> JSONValue {
    let verdicts = EquationResult.Verdict.allCases.map { verdict in
      JSONValue.Member(verdict.rawValue, .integer(summary.equations[verdict] ?? 0))
    }
    return .object([
      .init("equations", .object(verdicts)),
      .init(
        "coverage",
        .object([.init("checked", .integer(summary.checked)), .init("equations", .integer(summary.displays))])),
      .init(
        "expectations", .object([.init("passed", .integer(summary.passed)), .init("failed", .integer(summary.failed))])),
      .init("errors", .integer(summary.errors)),
      .init("warnings", .integer(summary.warnings)),
      .init("unexpected", .integer(summary.unexpected)),
    ])
  }

  private static func value(of cell: CellResult) -> JSONValue {
    .object([
      .init("line", .integer(cell.line)),
      .init("label", JSONValue(cell.label)),
      .init("outputs", .array(cell.outputs.map(value))),
      .init("diagnostics", .array(cell.diagnostics.map(value))),
    ])
  }

  private static func value(of output: Output) -> JSONValue {
    switch output {
    case .message(let text): return .object([.init("kind", .string("message")), .init("text", .string(text))])
    case .number(let number):
      return .object([
        .init("kind", .string("number")), .init("title", .string(number.title)),
        .init("symbol", JSONValue(number.symbol)),
        .init("value", .number(number.value)),
      ])
    case .array(let array):
      return .object(members(of: array))
    case .picture(let picture): return .object(members(of: picture))
    case .working(let working): return value(of: working)
    case .verdicts(let table):
      return .object([
        .init("kind", .string("verdicts")),
        .init(
          "rows",
          .array(
            table.rows.map { row in
              .object([
                .init("label", JSONValue(row.label)), .init("line", .integer(row.line)),
                .init("verdict", .string(row.verdict.rawValue)), .init("unexpected", .bool(row.isUnexpected)),
              ])
            })),
      ])
    case .expectation(let expectation):
      return .object([
        .init("kind", .string("expectation")), .init("line", .integer(expectation.line)),
        .init("statement", .string(expectation.statement)), .init("passed", .bool(expectation.passed)),
        .init("found", .string(expectation.found)),
      ])
    }
  }

  static func members(of array: NamedArray) -> [JSONValue.Member] {
    [
      .init("kind", .string(array.layout.rawValue)),
      .init("title", .string(array.title)),
      .init("symbol", JSONValue(array.symbol)),
      .init("rowHeading", .string(array.rowHeading)),
      .init("rows", .array(array.rows.map(JSONValue.string))),
      .init("columnHeading", JSONValue(array.columnHeading)),
      .init(
        "columnGroups",
        .array(
          array.columnGroups.map { .object([.init("name", .string($0.name)), .init("count", .integer($0.count))]) })),
      .init("columns", .array(array.columns.map(JSONValue.string))),
      .init("values", .array(array.values.map { row in .array(row.map { $0.map(JSONValue.number) ?? .null }) })),
    ]
  }

  private static func value(of working: WorkedGradient) -> JSONValue {
    .object([
      .init("kind", .string("working")), .init("title", .string(working.title)),
      .init("symbol", .string(working.symbol)),
      .init(
        "steps",
        .array(working.steps.map { .object([.init("words", .string($0.words)), .init("tex", .string($0.tex))]) })),
      .init(
        "examples",
        .array(
          working.examples.map { example in
            .object([
              .init("example", .integer(example.example)), .init("pathCount", .number(example.pathCount)),
              .init("paths", .array(example.paths.map(JSONValue.number))),
              .init("rest", example.rest.map(JSONValue.number) ?? .null), .init("value", .number(example.value)),
            ])
          })),
      .init("ofExamples", .array(working.ofExamples.map(JSONValue.number))),
      .init("regularization", working.regularization.map(JSONValue.number) ?? .null),
      .init("value", .number(working.value)),
    ])
  }

  private static func value(of inline: InlineResult) -> JSONValue {
    .object([.init("line", .integer(inline.line)), .init("value", inline.value.map(JSONValue.number) ?? .null)])
  }

  private static func value(of placed: PlacedDiagnostic) -> JSONValue {
    .object([
      .init("severity", .string(placed.diagnostic.severity.rawValue)),
      .init("code", .string(placed.diagnostic.code)),
      .init("line", .integer(placed.start.line)),
      .init("column", .integer(placed.start.column)),
      .init("endLine", .integer(placed.end.line)),
      .init("endColumn", .integer(placed.end.column)),
      .init("message", .string(placed.diagnostic.message)),
      .init("label", JSONValue(placed.diagnostic.label)),
      .init("help", JSONValue(placed.diagnostic.help)),
    ])
  }
}
