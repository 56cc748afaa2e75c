import Diagnostics
import Directives
import Documents
import Execution
import FoundationEssentials
import Reports
import Results
import SpecCases
import Testing

@Suite struct BrokenNotebookTests {
  @Test(arguments: ["chain-of-neurons", "two-layer-step-by-step"])
  func `says where a notebook is broken, unless it still means the same`(name: String) async throws {
    let source = try Notebooks.source(name)
    let whole = await Verdict(source.utf8)
    #expect(whole.problems.isEmpty)
    let breakages = Breaking(source, seed: 3).breakages
    var silent: [String] = []
    for breakage in breakages {
      // What only a report finds: labels and paths.
      let found = await Verdict(breakage.text, report: [.label, .path].contains(breakage.part))
      if !found.answers(breakage, unbroken: whole) { silent.append("\(breakage.part): \(breakage)\n\(found.summary)") }
    }
    print("\(name): \(breakages.count) broken notebooks, \(silent.count) of them unnoticed")
    #expect(silent.isEmpty, "\(silent.joined(separator: "\n"))")
  }

  @Test(arguments: ["chain-of-neurons", "two-layer-step-by-step"])
  func `survives any bytes`(name: String) async throws {
    let text = try Notebooks.source(name).utf8
    var numbers = SeededNumbers(seed: 5)
    for round in 0..<400 {
      var broken = text
      for _ in 0..<Int.random(in: 1...8, using: &numbers) { broken.mutate(using: &numbers) }
      let source = SourceText(utf8: broken, name: "notebook.md")
      var settings = RunSettings { _ in .failure(.missing) }
      settings.searchesRepairs = false
      // Judging takes longer than everything else together: now and then is enough here.
      settings.judgesEquations = round % 16 == 0
      let outcome = await NotebookOutcome(source, settings: settings)
      for placed in outcome.result.diagnostics {
        #expect(placed.diagnostic.span.upper <= broken.count)
        #expect(placed.start <= placed.end && placed.start.line <= source.lineCount)
      }
      _ = outcome.terminal
    }
  }
}

extension [UInt8] {
  /// Changes, drops, inserts or doubles some bytes.
  fileprivate mutating func mutate(using numbers: inout SeededNumbers) {
    let place = Int.random(in: 0..<count, using: &numbers)
    let other = UInt8(truncatingIfNeeded: numbers.next())
    let marks = Array("`${}[]()|#:-_\\\"'\n\r\t ^@\0".utf8)
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: self[place] = other
    case 1: insert(marks[Int(other) % marks.count], at: place)
    case 2: removeSubrange(place..<Swift.min(count, place + Int(other) % 40 + 1))
    case 3: insert(contentsOf: self[place..<Swift.min(count, place + Int(other))], at: place)
    case 4: swapAt(place, Int.random(in: 0..<count, using: &numbers))
    default: self[place] = marks[Int(other) % marks.count]
    }
    if isEmpty { append(other) }
  }
}

/// What the program says of a notebook.
private struct Verdict {
  /// Errors and warnings, with their places.
  var problems: [PlacedDiagnostic]
  var result: NotebookResult
  /// The front matter, as far as it was understood.
  var settings: [String]

  init(_ text: [UInt8], report isReported: Bool = true) async {
    let source = SourceText(utf8: text, name: "notebook.md")
    // What a broken cell makes of the equations is judged elsewhere, and takes its time.
    var run = RunSettings { _ in .failure(.missing) }
    run.judgesEquations = false
    result = await NotebookOutcome(source, settings: run).result
    let document = Document.parsing(source).value
    settings = document.frontMatter.values.map { "\($0.key): \($0.text)" }
    problems = result.diagnostics.filter { $0.diagnostic.severity != .note }
    guard isReported else { return }
    let report = HTMLReport.render(document, result, assets: Notebooks.Folder())
    problems += report.diagnostics.map { PlacedDiagnostic($0, in: source) }
  }

  var summary: String {
    problems.map { "    \($0.start.line): \($0.diagnostic.code) \($0.diagnostic.message)" }.joined(separator: "\n")
  }

  func answers(_ breakage: Breakage, unbroken: Verdict) -> Bool {
    let isAtPlace = problems.contains { $0.diagnostic.span.range.touches(breakage.place) }
    if breakage.part == .path { return isAtPlace }
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
    return breakage.part == .number || breakage.isVisible || breakage.dropsActivation
  }

  /// All numbers that the report shows, in order.
  private var numbers: [[Double?]] {
    result.cells.flatMap(\.outputs).map { output in
      switch output {
      case .message, .verdicts: []
      case .working(let working): working.examples.flatMap(\.paths) + [working.value]
      case .number(let number): [number.value]
      case .array(let array): array.values.flatMap { $0 }
      case .picture(let picture): Self.numbers(of: picture)
      case .expectation(let expectation): [expectation.passed ? 1 : 0]
      }
    } + result.values.map { [$0.value] }
  }

  private static func numbers(of picture: Picture) -> [Double?] {
    switch picture.content {
    case .lineChart(let chart): chart.series.flatMap { $0.points.flatMap { [$0.x, $0.y] } }
    case .network(let network): network.layers.flatMap { $0.weights.flatMap { $0 } + ($0.biases ?? []) }
    case .barChart(let chart): chart.bars.map(\.value)
    case .heatMaps(let maps): maps.maps.flatMap { $0.values.flatMap { $0 } }
    case .scatter(let plot):
      plot.points.flatMap { [$0.x, $0.y, Double($0.kind)] } + (plot.regions?.margins.flatMap { $0 } ?? [])
    case .graph(let graph): graph.nodes.flatMap { [$0.value, $0.gradient] }
    }
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
