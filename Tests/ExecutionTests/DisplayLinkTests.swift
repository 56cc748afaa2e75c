import Diagnostics
import Directives
import Documents
import Execution
import FoundationEssentials
import Results
import Testing

/// The judged notebooks say for each display how many links it has.
@Suite struct DisplayLinkTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/judged").standardized.path

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    if files.isEmpty { print("skipped: there is no \(folder)") }
    return files.filter { $0.hasSuffix(".expected.tsv") }.map { String($0.dropLast(13)) }.sorted()
  }()

  @Test func `shows a link with all arguments of its macros`() async throws {
    let text = #"""
      ---
      macros: { '\pder': '\frac{\partial #1}{\partial #2}', '\loss': 'E' }
      ---

      $$ \pder{E}{z^l} = \sum_k \pder{E}{z_k} \pder {z_k} {z^l}, \quad \loss = \newcommand{\half}[1]{\frac{#1}{2}}\half{x} $$
      """#
    let document = Document.parsing(SourceText(text, name: "x.md")).value
    let settings = RunSettings(executes: false) { _ in .failure(.missing) }
    let result = await Runner(settings).run(Program.reading(document).value, of: document)
    #expect(
      result.equations.first?.links.map(\.tex) == [
        #"\pder{E}{z^l} = \sum_k \pder{E}{z_k} \pder {z_k} {z^l}"#,
        #"\loss = \newcommand{\half}[1]{\frac{#1}{2}}\half{x}"#,
      ])
  }

  @Test(arguments: names)
  func `finds the links that a judge counted`(name: String) async throws {
    let table = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(name).expected.tsv"))
    let text = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(name).md"))
    let document = Document.parsing(SourceText(utf8: Array(text), name: name)).value
    let settings = RunSettings(executes: false) { _ in .failure(.missing) }
    let result = await Runner(settings).run(Program.reading(document).value, of: document)
    var links: [String: Int] = [:]
    for equation in result.equations { if let label = equation.label { links[label] = equation.links.count } }
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 2, !fields[2].isEmpty else { continue }
      #expect(links[String(fields[0])] == fields[2].split(separator: ",").count, "\(fields[0])")
    }
  }
}
