import Diagnostics
import FoundationEssentials
import Results
import SpecCases
import Testing

/// The numbers that the notebooks expect come from `Tests/Fixtures/notebooks/make_expectations.py`.
@Suite struct ExpectationFixtureTests {
  @Test(arguments: [
    "chain-of-neurons", "two-layer-step-by-step", "row-vectors", "batch-and-theta", "slides", "worked-example",
  ])
  func `expects the numbers that a script computed, all of them and no others`(name: String) async throws {
    let fixture = try String(
      contentsOf: Notebooks.root.appending(path: "Tests/Fixtures/notebooks/expectations.txt"), encoding: .utf8)
    let computed = fixture.split(separator: "\n").compactMap { line -> String? in
      let fields = line.split(separator: "\t")
      return fields.count == 2 && fields[0] == name ? String(fields[1]) : nil
    }
    // Those with decimals: whole numbers, bounds and formulas need no script. A statement may run over several lines.
    let statements = await NotebookOutcome(try Notebooks.source(name)).result.expectations.map(\.statement)
    let expected = statements.filter { statement in
      let claim = statement.prefix(upTo: statement.firstRange(of: " within ")?.lowerBound ?? statement.endIndex)
      return claim.wholeMatch(of: /expect .* = (\[.*)?-?[0-9]*\.[0-9].*/) != nil
    }
    #expect(!computed.isEmpty)
    // One may be expected again, where a reader is to find it.
    #expect(Set(computed).sorted() == Set(expected).sorted())
  }
}
