import Diagnostics
import Documents
import FoundationEssentials
import Results
import SpecCases
import Testing

/// Every equation of the notes that the notebooks follow stands in them, with a verdict that whoever judged them accepts.
///
/// The judged notes are no part of the repository; where they are not beside it, this is skipped.
@Suite struct SeedEquationTests {
  static let folder = Notebooks.root.appending(path: "../shared/judged").standardized
  static let seeds = [
    ("seed-000", "chain-of-neurons"), ("seed-001", "row-vectors"), ("seed-002", "batch-and-theta"),
    ("seed-003", "slides"), ("seed-004", "two-layer-step-by-step"),
  ]
  static let isThere: Bool = {
    let exists = FileManager.default.fileExists(atPath: folder.path)
    if !exists { print("skipped: there is no \(folder.path)") }
    return exists
  }()

  /// A display of the notes and the verdicts that are right, the preferred one first.
  private struct Judged {
    var label: String
    var tex: String
    var accepted: [EquationResult.Verdict]
  }

  private static func withoutSpace(_ tex: String) -> String { tex.filter { !$0.isWhitespace } }

  private func judged(_ seed: String) throws -> [Judged] {
    let path = Self.folder.appending(path: seed).path
    let text = try #require(FileManager.default.contents(atPath: path + ".md"))
    let document = Document.parsing(SourceText(utf8: Array(text), name: seed)).value
    let table = try #require(FileManager.default.contents(atPath: path + ".expected.tsv"))
    let rows = String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    return rows.compactMap { row in
      guard let display = document.displays.first(where: { $0.attributes.identifier == String(row[0]) }) else {
        Issue.record("\(seed) has no display \(row[0])")
        return nil
      }
      return Judged(
        label: String(row[0]), tex: Self.withoutSpace(display.tex.text),
        accepted: row[1].split(separator: "|").compactMap { EquationResult.Verdict(rawValue: $0.filter { $0 != " " }) })
    }
  }

  @Test(.enabled(if: isThere), arguments: seeds)
  func `has every display of the notes, with a verdict that is right`(seed: String, notebook: String) async throws {
    let equations = await NotebookOutcome(try Notebooks.source(notebook)).result.equations
    for display in try judged(seed) {
      let same = equations.filter { Self.withoutSpace($0.tex) == display.tex }
      #expect(!same.isEmpty, "\(notebook) lacks \(display.label): \(display.tex)")
      let right = same.filter { display.accepted.contains($0.verdict) }
      #expect(
        same.isEmpty || !right.isEmpty,
        "\(display.label) is \(same.map(\.verdict.rawValue)) in line \(same.map(\.line)), not \(display.accepted)")
      for equation in right {
        if let expected = equation.expected { #expect(display.accepted.contains(expected), "\(display.label)") }
      }
    }
    #expect(equations.filter(\.isUnexpected).map(\.line) == [])
  }
}
