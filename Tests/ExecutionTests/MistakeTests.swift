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
  private static let (first, offered) = (0, 0)

  private static func mistakes() throws -> [Mistake] {
    let table = try #require(FileManager.default.contents(atPath: "\(fixtures)/mistakes/mistakes.tsv"))
    return String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Mistake(
        document: fields[0], label: fields[1], kind: fields[2], written: fields[3], mistaken: fields[4],
        also: JudgedRepairs.parts(fields[5]))
    }
  }

  @Test func `repairs a single mistake by what was there before`() async throws {
    let mistakes = try Self.mistakes()
    #expect(mistakes.count >= 60)
    var found: [(mistake: Mistake, place: Int?)] = []
    var documents: [String] = []
    for mistake in mistakes where !documents.contains(mistake.document) { documents.append(mistake.document) }
    for document in documents {
      found += try await places(of: mistakes.filter { $0.document == document }, in: document)
    }
    for kind in Set(mistakes.map(\.kind)).sorted() {
      let places = found.filter { $0.mistake.kind == kind }.map(\.place)
      print("\(kind): first \(places.count { $0 == 0 }), offered \(places.count { $0 != nil }) of \(places.count)")
    }
    #expect(found.count { $0.place == 0 } >= Self.first)
    #expect(found.count { $0.place != nil } >= Self.offered)
  }

  /// For each mistake the place of the right repair among those offered; nil where it is not among them.
  private func places(of mistakes: [Mistake], in name: String) async throws -> [(mistake: Mistake, place: Int?)] {
    let text = try #require(FileManager.default.contents(atPath: "\(Self.fixtures)/corpus/\(name).md"))
    var notebook = String(decoding: text, as: UTF8.self)
    var right: [[String]] = []
    for (number, mistake) in mistakes.enumerated() {
      let label = try #require(notebook.firstRange(of: "{#\(mistake.label)}"), "\(name) has no \(mistake.label)")
      let before = notebook[..<label.lowerBound]
      let marks = before.ranges(of: "$$")
      let (opening, closing) = try (#require(marks.dropLast().last), #require(marks.last))
      let tex = String(notebook[opening.upperBound..<closing.lowerBound])
      let place = try #require(
        tex.firstRange(of: mistake.written), "\(mistake.label) of \(name) has no \(mistake.written)")
      right.append(([mistake.written] + mistake.also).map { tex.replacingCharacters(in: place, with: $0) })
      let wrong = tex.replacingCharacters(in: place, with: mistake.mistaken)
      notebook.insert(contentsOf: "\n\nA slip:\n\n$$\(wrong)$$ {#eq-mistake-\(number)}\n", at: label.upperBound)
    }
    let document = Document.parsing(SourceText(utf8: Array(notebook.utf8), name: name)).value
    let result = await Runner(RunSettings { _ in .failure(.missing) }).run(
      Program.reading(document).value, of: document)
    return try mistakes.indices.map { number in
      let equation = try #require(result.equations.first { $0.label == "eq-mistake-\(number)" })
      let verdict = equation.verdict
      #expect(verdict == .fails || verdict == .conflicts, "\(equation.tex) is a mistake, and \(verdict.rawValue)")
      let place = (equation.repairs + equation.spellings).firstIndex {
        JudgedRepairs.isAccepted($0, right[number], for: equation.tex)
      }
      return (mistakes[number], place)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
