import Diagnostics
import Directives
import Documents
import Execution
import FoundationEssentials
import Results
import Testing

/// Equations that hold with one thing changed, judged by NumPy: see `Tests/Fixtures/mutants`.
@Suite struct MutantTests {
  struct Mutant {
    var id: String
    var kind: String
    var isTrue: Bool
    var tex: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/mutants").path

  static let notations = ["nielsen", "batch", "rows", "ng", "numbered", "net"]

  private static func mutants(of notation: String) throws -> [Mutant] {
    let table = try #require(FileManager.default.contents(atPath: "\(folder)/mutants.tsv"))
    return String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > 5, fields[1] == notation else { return nil }
      return Mutant(id: fields[0], kind: fields[2], isTrue: fields[4] == "true", tex: fields[5])
    }
  }

  @Test(arguments: notations)
  func `refutes what was made false and nothing else`(notation: String) async throws {
    let mutants = try Self.mutants(of: notation)
    #expect(mutants.count > 200)
    let skeleton = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(notation).md"))
    var text = String(decoding: skeleton, as: UTF8.self)
    for mutant in mutants { text += "\n\n$$\n\(mutant.tex)\n$$ {#eq-\(mutant.id)}\n" }
    let document = Document.parsing(SourceText(utf8: Array(text.utf8), name: notation)).value
    var settings = RunSettings { _ in .failure(.missing) }
    settings.searchesRepairs = false
    let result = await Runner(settings).run(Program.reading(document).value, of: document)
    var verdicts: [String: EquationResult] = [:]
    for equation in result.equations { if let label = equation.label { verdicts[label] = equation } }
    var (accepted, rejected, unchecked): ([String], [String], [String]) = ([], [], [])
    for mutant in mutants {
      let equation = try #require(verdicts["eq-\(mutant.id)"], "\(mutant.id) is missing")
      let shown =
        "\(mutant.id): \(equation.verdict.rawValue) \(equation.convention ?? equation.reason ?? "")  \(mutant.tex)"
      switch (mutant.isTrue, equation.verdict) {
      case (true, .fails), (true, .conflicts): rejected.append(shown)
      case (false, .holds), (false, .defines), (false, .updates): accepted.append(shown)
      // A convention that names what was changed counts as refuted.
      case (false, .convention): break
      case (_, .notChecked): unchecked.append(shown)
      default: break
      }
    }
    let (false_, true_) = (mutants.count { !$0.isTrue }, mutants.count(where: \.isTrue))
    print(
      "\(notation): \(accepted.count) of \(false_) false ones pass, \(rejected.count) of \(true_) true ones fail, \(unchecked.count) not checked, \(mutants.count { !$0.isTrue && verdicts["eq-\($0.id)"]?.verdict == .convention }) false ones under a convention"
    )
    if ProcessInfo.processInfo.environment["SHOW_UNCHECKED"] != nil { unchecked.forEach { print($0) } }
    if ProcessInfo.processInfo.environment["SHOW_UNCHECKED"] != nil {
      for mutant in mutants where !mutant.isTrue && verdicts["eq-\(mutant.id)"]?.verdict == .convention {
        print("CONV \(mutant.id) \(verdicts["eq-\(mutant.id)"]?.convention ?? "")  \(mutant.tex)")
      }
    }
    #expect(accepted.isEmpty, "false, and not refuted: \(accepted.joined(separator: "\n"))")
    #expect(rejected.isEmpty, "true, and refuted: \(rejected.joined(separator: "\n"))")
  }

  /// The true equations of a notation as one notebook.
  private static func notebook(of notation: String, _ equations: [(id: String, tex: String)]) throws -> Document {
    let skeleton = try #require(FileManager.default.contents(atPath: "\(folder)/\(notation).md"))
    var text = String(decoding: skeleton, as: UTF8.self)
    for equation in equations { text += "\n\n$$\n\(equation.tex)\n$$ {#eq-\(equation.id)}\n" }
    return Document.parsing(SourceText(utf8: Array(text.utf8), name: notation)).value
  }

  @Test(arguments: notations)
  func `refutes a relative change of a millionth`(notation: String) async throws {
    let equations = try Self.mutants(of: notation).filter { $0.kind == "base" }.compactMap {
      base -> (id: String, tex: String)? in
      let sides = base.tex.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !base.tex.contains("\\begin") else { return nil }
      return (base.id, "\(sides[0]) = 1.000001 \\left( \(sides[1]) \\right)")
    }
    #expect(equations.count >= 15)
    let document = try Self.notebook(of: notation, equations)
    var settings = RunSettings { _ in .failure(.missing) }
    settings.searchesRepairs = false
    let result = await Runner(settings).run(Program.reading(document).value, of: document)
    for equation in result.equations { #expect(equation.verdict == .fails, "\(equation.tex)") }
  }

  @Test(arguments: notations, [-1, 0, 1, 2, 3])
  func `says the same of what is true without any one network`(notation: String, omitted: Int) async throws {
    let equations = try Self.mutants(of: notation).filter { $0.kind == "base" }.map { ($0.id, $0.tex) }
    let document = try Self.notebook(of: notation, equations)
    var settings = RunSettings { _ in .failure(.missing) }
    settings.omittedProbe = omitted
    settings.searchesRepairs = false
    let result = await Runner(settings).run(Program.reading(document).value, of: document)
    for equation in result.equations {
      #expect([.holds, .convention, .updates].contains(equation.verdict), "\(equation.verdict) \(equation.tex)")
    }
  }

  /// What an expression came to is remembered for the equations below it, and must not change what they come to.
  @Test(arguments: notations)
  func `says of an equation by itself what it says of it below others`(notation: String) async throws {
    let mutants = try Self.mutants(of: notation).enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    var settings = RunSettings { _ in .failure(.missing) }
    settings.searchesRepairs = false
    let all = try Self.notebook(of: notation, mutants.map { ($0.id, $0.tex) })
    let together = await Runner(settings).run(Program.reading(all).value, of: all).equations
    #expect(together.count == mutants.count)
    for (place, mutant) in mutants.enumerated().filter({ $0.offset % 4 == 3 }) {
      let one = try Self.notebook(of: notation, [(mutant.id, mutant.tex)])
      let alone = try #require(await Runner(settings).run(Program.reading(one).value, of: one).equations.last)
      let said = [alone, together[place]].map { equation in
        [equation.verdict.rawValue, equation.convention, equation.reason]
          + equation.links.map { link in link.evidence.map { "\($0.compared), \($0.skipped)" } }
      }
      #expect(said[0] == said[1], "\(mutant.tex)")
    }
  }
}
