import FoundationEssentials
import SpecCases
import Testing

/// Every diagnostic of the sources has a case with its exact text.
@Suite struct DiagnosticCodeTests {
  @Test func `has a case for every code`() throws {
    let shown = try SpecCase.documents().flatMap(SpecCase.all).flatMap(\.blocks).map(\.text).joined()
    let missing = try codes().filter { !shown.contains("[\($0)]:") }
    #expect(missing.isEmpty, "no case in Tests/Specs shows \(missing.joined(separator: ", "))")
  }

  @Test func `finds the codes`() throws {
    let codes = try codes()
    for code in [
      "directive.unknown-loss", "run.missing-data", "document.yaml", "verdict.expectation", "report.formula",
    ] {
      #expect(codes.contains(code))
    }
  }

  /// The codes as they stand in string literals, `run.` added where `RunProblem` adds it, and what is interpolated
  /// replaced by each of its values.
  private func codes() throws -> [String] {
    var found: Set<String> = []
    for (path, text) in try sources() {
      for literal in text.matches(of: /"(document|directive|run|report|notebook|verdict)\.([a-z0-9-]+)"/) {
        found.insert("\(literal.1).\(literal.2)")
      }
      if path.hasSuffix("RunProblem.swift") {
        for literal in text.matches(of: /error\(\s*"([a-z-]+)"/) { found.insert("run.\(literal.1)") }
      }
      for kind in text.matches(of: /nknown\(\.([a-z]+),/) { found.insert("directive.unknown-\(kind.1)") }
      for provision in text.matches(of: /\.missing\(\.([a-z]+)\)/) where !path.hasSuffix("Files.swift") {
        found.insert("run.missing-\(provision.1)")
      }
    }
    // A file that cannot be read is no notebook: `CommandLineTests` shows it.
    found.remove("notebook.unreadable")
    return found.sorted()
  }

  private func sources() throws -> [(path: String, text: String)] {
    let root = Notebooks.root.appending(path: "Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8))
    }
  }
}
