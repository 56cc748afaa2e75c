import Diagnostics
import Directives
import Documents
import Execution
import FoundationEssentials
import Results
import Testing

/// Single mistakes of a kind that authors make, put into displays of the corpus that are right: how often what the author
/// wrote is the first repair that is offered, and how often it is offered at all. See `Tests/Fixtures/mistakes`.
@Suite struct MistakeTests {
  struct Mistake {
    var document: String
    var label: String
    var kind: String
    var written: String
    var mistaken: String
    /// Other corrections that say the same.
    var also: [String]
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures").path
  /// What is found at present: there must not be less.
  private static let (first, offered) = (82, 83)

  private static func mistakes() throws -> [Mistake] {
    let table = try #require(FileManager.default.contents(atPath: "\(fixtures)/mistakes/mistakes.tsv"))
    return String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Mistake(
        document: fields[0], label: fields[1], kind: fields[2], written: fields[3], mistaken: fields[4],
        also: JudgedRepairs.parts(fields[5]))
    }
  }

  /// A mistake with what the program offers for it.
  struct Finding {
    var mistake: Mistake
    /// The place of the right repair among those offered; nil where it is not among them.
    var place: Int?
    /// What the first repair comes to where it stands in the document; nil where there is none.
    var repaired: EquationResult?
  }

  @Test func `repairs a single mistake by what was there before`() async throws {
    let mistakes = try Self.mistakes()
    #expect(mistakes.count >= 60)
    var found: [Finding] = []
    var documents: [String] = []
    for mistake in mistakes where !documents.contains(mistake.document) { documents.append(mistake.document) }
    for document in documents {
      found += try await findings(of: mistakes.filter { $0.document == document }, in: document)
    }
    for kind in Set(mistakes.map(\.kind)).sorted() {
      let places = found.filter { $0.mistake.kind == kind }.map(\.place)
      print("\(kind): first \(places.count { $0 == 0 }), offered \(places.count { $0 != nil }) of \(places.count)")
    }
    #expect(found.count { $0.place == 0 } >= Self.first)
    #expect(found.count { $0.place != nil } >= Self.offered)
    for repaired in found.compactMap(\.repaired) {
      let passes = [.holds, .convention, .updates].contains(repaired.verdict)
      #expect(passes, "offered, and \(repaired.verdict.rawValue): \(repaired.tex)")
    }
  }

  private func findings(of mistakes: [Mistake], in name: String) async throws -> [Finding] {
    let text = try #require(FileManager.default.contents(atPath: "\(Self.fixtures)/corpus/\(name).md"))
    let notebook = String(decoding: text, as: UTF8.self)
    var right: [[String]] = []
    var wrong: [String] = []
    for mistake in mistakes {
      let tex = try Self.display(mistake.label, of: notebook)
      let place = try #require(tex.firstRange(of: mistake.written), "\(mistake.label) of \(name): \(mistake.written)")
      right.append(([mistake.written] + mistake.also).map { tex.replacingCharacters(in: place, with: $0) })
      wrong.append(tex.replacingCharacters(in: place, with: mistake.mistaken))
    }
    let results = try await Self.results(of: wrong, behind: mistakes.map(\.label), in: notebook, repairing: true)
    for result in results {
      let isRefuted =
        result.verdict == .fails || result.verdict == .conflicts || result.reason?.contains("runs over") ?? false
      #expect(isRefuted, "\(result.tex) is a mistake, and \(result.verdict.rawValue)")
    }
    let offered = zip(results, wrong).map { $0.repairs.first ?? $1 }
    let repaired = try await Self.results(of: offered, behind: mistakes.map(\.label), in: notebook, repairing: false)
    return mistakes.indices.map { number in
      let result = results[number]
      let place = (result.repairs + result.spellings).firstIndex {
        JudgedRepairs.isAccepted($0, right[number], for: result.tex)
      }
      return Finding(
        mistake: mistakes[number], place: place, repaired: result.repairs.isEmpty ? nil : repaired[number])
    }
  }

  /// What stands between the signs of the display with a label.
  private static func display(_ label: String, of notebook: String) throws -> String {
    let end = try #require(notebook.firstRange(of: "{#\(label)}"), "there is no \(label)").lowerBound
    let marks = notebook[..<end].ranges(of: "$$")
    let (opening, closing) = try (#require(marks.dropLast().last), #require(marks.last))
    return String(notebook[opening.upperBound..<closing.lowerBound])
  }

  /// What becomes of displays, each of which stands behind that with a label.
  private static func results(
    of displays: [String], behind labels: [String], in notebook: String, repairing: Bool
  ) async throws -> [EquationResult] {
    var notebook = notebook
    for (number, tex) in displays.enumerated() {
      let end = try #require(notebook.firstRange(of: "{#\(labels[number])}")).upperBound
      notebook.insert(contentsOf: "\n\nA slip:\n\n$$\(tex)$$ {#eq-mistake-\(number)}\n", at: end)
    }
    let document = Document.parsing(SourceText(utf8: Array(notebook.utf8), name: "mistakes")).value
    var settings = RunSettings { _ in .failure(.missing) }
    settings.searchesRepairs = repairing
    let result = await Runner(settings).run(Program.reading(document).value, of: document)
    return try displays.indices.map { number in
      try #require(result.equations.first { $0.label == "eq-mistake-\(number)" })
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
