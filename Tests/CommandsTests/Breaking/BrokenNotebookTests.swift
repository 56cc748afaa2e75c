import Diagnostics
import Directives
import Documents
import FoundationEssentials
import Reports
import Results
import SpecCases
import Testing

@Suite struct BrokenNotebookTests {
  @Test(arguments: ["chain-of-neurons", "two-layer-step-by-step"])
  func `says where a notebook is broken, unless it still means the same`(name: String) throws {
    let source = try Notebooks.source(name)
    let whole = Verdict(source.utf8)
    #expect(whole.problems.isEmpty)
    let breakages = Breaking(source, seed: 3).breakages
    var silent: [String] = []
    for breakage in breakages {
      let found = Verdict(breakage.text)
      if !found.answers(breakage, unbroken: whole) { silent.append("\(breakage.part): \(breakage)\n\(found.summary)") }
    }
    print("\(name): \(breakages.count) broken notebooks, \(silent.count) of them unnoticed")
    #expect(silent.isEmpty, "\(silent.joined(separator: "\n"))")
  }
}

/// What the program says of a notebook.
private struct Verdict {
  /// Errors and warnings, with their places.
  var problems: [PlacedDiagnostic]
  var result: NotebookResult
  /// The front matter, as far as it was understood.
  var settings: [String]

  init(_ text: [UInt8]) {
    let source = SourceText(utf8: text, name: "notebook.md")
    result = NotebookOutcome(source).result
    let document = Document.parsing(source).value
    settings = document.frontMatter.values.map { "\($0.key): \($0.text)" }
    let report = HTMLReport.render(document, result)
    problems = result.diagnostics.filter { $0.diagnostic.severity != .note }
    problems += report.diagnostics.map { PlacedDiagnostic($0, in: source) }
  }

  var summary: String { problems.map { "    \($0.start.line): \($0.diagnostic.code) \($0.diagnostic.message)" }.joined(separator: "\n") }

  func answers(_ breakage: Breakage, unbroken: Verdict) -> Bool {
    let isAtPlace = problems.contains { $0.diagnostic.span.range.touches(breakage.place) }
    // Another network or number is a valid notebook; then what it claims to compute does not come out.
    let isRefuted = problems.contains { $0.diagnostic.isVerdict }
    // A name or a width changed where it is given is missed where it is used.
    let isMissed = problems.contains { $0.diagnostic.code.hasPrefix("run.un") || $0.diagnostic.code == "run.shape" }
    return isAtPlace || isRefuted || isMissed || means(unbroken) || isVisible(breakage, unbroken)
  }

  /// Whether nothing but words and names of the outputs differ.
  private func means(_ other: Verdict) -> Bool {
    numbers == other.numbers && shape == other.shape && settings == other.settings
  }

  /// Whether the notebook claims as many things as before, all of them true, and shows another number where it was
  /// changed: nobody can know that this was not meant.
  private func isVisible(_ breakage: Breakage, _ unbroken: Verdict) -> Bool {
    guard problems.isEmpty, shape == unbroken.shape else { return false }
    return breakage.part == .number || breakage.isVisible
  }

  /// All numbers that the report shows, in order.
  private var numbers: [[Double?]] {
    result.cells.flatMap(\.outputs).map { output in
      switch output {
      case .message: []
      case .number(let number): [number.value]
      case .array(let array): array.values.flatMap { $0 }
      case .expectation(let expectation): [expectation.passed ? 1 : 0]
      }
    } + result.values.map { [$0.value] }
  }

  /// How many things there are.
  private var shape: [Int] {
    [result.cells.count, result.values.count, result.equations.count, result.expectations.count]
  }
}

extension Range<Int> {
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
