import Derivations
import FoundationEssentials
import Testing

@Suite struct OpenReasonTests {
  /// One of every case; `…` and 7 are what the equation has there.
  static let all: [OpenReason] = [
    .unbound("…"), .ambiguous("…"), .damaged("…"), .dots, .text("…"), .unsupported(.written("…")),
    .notAnEquation, .sideMissing,
    .relation("…"), .mapWithoutName, .otherSet, .noShape("…"), .noNetwork, .bareFunction, .unnamedConstant,
    .severalActivations, .noRegularization, .someExample, .noTargetUnit, .lettersOfCondition, .summedCondition("…"),
    .conditionInWords,
    .sumOfNumber, .letterWithoutRange("…"), .twofoldLetter("…"), .constantDenominator, .independent, .severalComponents,
    .nothingLeft,
    .noLayer, .noCommonLayer, .absent(.entry(7, of: "…")), .absent(.example(7)), .absent(.unit(7)),
    .absent(.unitOrExample(7)), .absent(.line(7)), .absent(.biases(ofLayer: 7)), .noOwnNetwork, .onlyOwnNetwork,
    .rounding, .oneSide, .overlappingCases, .routes, .otherOptimizer, .unchanged, .noRate,
    .unknownRate, .arrow,
  ]

  /// A number for every case, so that a new one does not compile without being added here.
  private func number(_ reason: OpenReason) -> Int {
    switch reason {
    case .unbound: 0
    case .ambiguous: 1
    case .damaged: 2
    case .dots: 3
    case .text: 4
    case .unsupported: 5
    case .notAnEquation: 6
    case .sideMissing: 7
    case .relation: 8
    case .mapWithoutName: 9
    case .otherSet: 10
    case .noShape: 11
    case .noNetwork: 12
    case .bareFunction: 13
    case .unnamedConstant: 14
    case .severalActivations: 15
    case .noRegularization: 16
    case .someExample: 17
    case .noTargetUnit: 18
    case .lettersOfCondition: 19
    case .summedCondition: 20
    case .conditionInWords: 21
    case .sumOfNumber: 22
    case .letterWithoutRange: 23
    case .twofoldLetter: 24
    case .constantDenominator: 25
    case .independent: 26
    case .severalComponents: 27
    case .nothingLeft: 28
    case .noLayer: 29
    case .noCommonLayer: 30
    case .absent(.entry): 31
    case .absent(.example): 32
    case .absent(.unit): 33
    case .absent(.unitOrExample): 34
    case .absent(.line): 35
    case .absent(.biases): 36
    case .noOwnNetwork: 37
    case .onlyOwnNetwork: 38
    case .rounding: 39
    case .oneSide: 40
    case .overlappingCases: 41
    case .routes: 42
    case .otherOptimizer: 43
    case .unchanged: 44
    case .noRate: 45
    case .unknownRate: 46
    case .arrow: 47
    }
  }

  @Test func `knows one of every case`() {
    #expect(Self.all.map(number) == Array(Self.all.indices))
    #expect(Set(Self.all.map(\.words)).count == Self.all.count)
  }

  @Test func `has the whole list in the documentation`() throws {
    let page = try EquationsPage.lines(below: "## Reasons of `not-checked`").filter { $0.hasPrefix("- ") }
    #expect(page == Self.all.map { "- " + $0.words.replacing("7", with: "…") })
  }

  @Test func `has all that is not supported in the documentation`() throws {
    let page = try EquationsPage.lines(below: "### What is not supported").filter { $0.hasPrefix("* ") }
    #expect(page == Unsupported.Fact.allCases.map { "* " + $0.rawValue })
  }
}

@Suite struct ConventionTableTests {
  @Test func `has the whole table in the documentation`() throws {
    let rows = try EquationsPage.lines(below: "| convention | re-reads").dropFirst().prefix { $0.hasPrefix("|") }
    let table = Convention.allCases.map { "| \($0.name) | \($0.rereads.rawValue) | \($0.words) |" }
    #expect(Array(rows) == table)
  }

  @Test func `carries every row of the rule book`() {
    let rows = [
      "elementwise derivative", "row gradient or layout", "⊙ written as ·", "bias broadcast over the examples",
      "bias row dropped", "d of the summed loss", "sum over the examples only", "wide sum", "wide derivative",
      "sum over the repeated index", "index understood", "example understood", "direct partial",
      "constant not named", "function named for its value", "targets 0/1", "quotient entry by entry",
      "cost of one example", "cost over all examples", "products from left to right", "truncated", "frozen parameter",
      "d for ∂",
    ]
    #expect(rows.count == Convention.allCases.count)
    for row in rows { #expect(Convention.allCases.contains { $0.name.hasPrefix(row) }, "\(row)") }
  }
}

/// `Documentation/equations.md`
private enum EquationsPage {
  static func lines(below start: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/equations.md")
    let lines = try String(decoding: Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
    return Array(lines.drop { !$0.hasPrefix(start) }.dropFirst())
  }
}
