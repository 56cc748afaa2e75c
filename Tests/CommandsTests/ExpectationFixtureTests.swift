import Diagnostics
import FoundationEssentials
import Testing

/// The numbers that the notebooks expect come from `Tests/Fixtures/notebooks/make_expectations.py`.
@Suite struct ExpectationFixtureTests {
  @Test(arguments: ["chain-of-neurons", "two-layer-step-by-step"])
  func `expects the numbers that a script computed, all of them and no others`(name: String) throws {
    let fixture = try String(
      contentsOf: Notebooks.root.appending(path: "Tests/Fixtures/notebooks/expectations.txt"), encoding: .utf8)
    let computed = fixture.split(separator: "\n").compactMap { line -> Substring? in
      let fields = line.split(separator: "\t")
      return fields.count == 2 && fields[0] == name ? fields[1] : nil
    }
    // Those with decimals: whole numbers, bounds and formulas need no script.
    let expected = try Notebooks.source(name).text.split(separator: "\n").filter {
      $0.wholeMatch(of: /expect .* = (\[|-?[0-9]*\.[0-9]).*/) != nil
    }
    #expect(!computed.isEmpty)
    #expect(computed.sorted() == expected.sorted())
  }
}
