import Foundation
import Testing

/// What scripts outside the project rely on.
@Suite struct ContractTests {
  private let notebook = """
    ```{nabla}
    #| label: fig-run
    define network n: 2 -> hidden 2 tanh -> output 1 linear
    define data
      x1 x2 | y
      0  1  | 1
    define loss squared error, half sum
    print gradients of hidden
    expect loss < 100
    expect loss = 7
    print nothing
    ```

    $$
    a = b
    $$ {#eq-a expect=fails}
    """

  @Test func `prints JSON with the keys and types of the contract`() throws {
    let text = try Shell.inFolder { folder in
      try Data(notebook.utf8).write(to: folder.appending(path: "x.md"))
      let outcome = try Shell.run("nabla check x.md --format json", in: folder)
      #expect(outcome.status == 2)
      return outcome.output
    }
    let notebooks = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let first = try #require(notebooks.first)
    #expect(notebooks.count == 1 && first["notebook"] as? String == "x.md")

    let summary = try #require(first["summary"] as? [String: Any])
    let equations = try #require(summary["equations"] as? [String: Int])
    let verdicts = ["holds", "convention", "fails", "defines", "conflicts", "updates", "not-checked"]
    #expect(Set(equations.keys) == Set(verdicts) && equations["not-checked"] == 1)
    #expect(summary["expectations"] as? [String: Int] == ["passed": 1, "failed": 1])
    #expect(summary["errors"] as? Int == 1 && summary["unexpected"] as? Int != nil)

    let equation = try #require((first["equations"] as? [[String: Any]])?.first)
    for (key, value) in ["tex": "\na = b\n", "verdict": "not-checked", "expected": "fails", "label": "eq-a"] {
      #expect(equation[key] as? String == value)
    }
    #expect(equation["line"] as? Int == 14 && equation["links"] is [Any])
    for key in ["convention", "reason", "repair"] { #expect(equation.keys.contains(key)) }

    let cell = try #require((first["cells"] as? [[String: Any]])?.first)
    #expect(cell["line"] as? Int == 1 && cell["label"] as? String == "fig-run")
    let outputs = try #require(cell["outputs"] as? [[String: Any]])
    let table = try #require(outputs.first { $0["kind"] as? String == "table" })
    #expect(table["title"] as? String == "gradients of layer hidden")
    #expect(table["rows"] as? [String] == ["hidden 1", "hidden 2"])
    #expect(table["columns"] as? [String] == ["x1", "x2", "bias"])
    #expect((table["values"] as? [[Double]])?.map(\.count) == [3, 3])

    let diagnostics = try #require(first["diagnostics"] as? [[String: Any]])
    let problem = try #require(diagnostics.first { $0["code"] as? String == "directive.unknown-quantity" })
    #expect(problem["severity"] as? String == "error" && problem["code"] as? String == "directive.unknown-quantity")
    #expect(problem["line"] as? Int == 11 && problem["column"] as? Int == 7)
    #expect(problem["message"] is String && problem["help"] is String)
  }

  @Test func `writes the same bytes in another process, folder, locale and time zone`() throws {
    func reports(_ environment: [String: String]) throws -> [String: Data] {
      try Shell.inFolder { folder in
        try FileManager.default.copyItem(
          at: Notebooks.root.appending(path: "notebooks"), to: folder.appending(path: "notebooks"))
        let outcome = try Shell.run(
          "nabla render --to html,markdown,json", in: folder, environment: environment)
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
        return try Shell.files(in: folder.appending(path: "output"))
      }
    }
    let first = try reports([:])
    #expect(Set(first.keys).isSuperset(of: ["index.html", "chain-of-neurons.html", "two-layer-step-by-step.json"]))
    #expect(first == (try reports(["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"])))
    #expect(first == (try reports(["LC_ALL": "C", "LANG": "C", "TZ": "America/New_York"])))
  }

  @Test func `has put the table of all verdicts into the README`() throws {
    let readme = Notebooks.root.appending(path: "README.md")
    let now = try Shell.inFolder { folder in
      for name in ["notebooks", "README.md"] {
        try FileManager.default.copyItem(
          at: Notebooks.root.appending(path: name), to: folder.appending(path: name))
      }
      let outcome = try Shell.run("nabla render --to markdown --summary-in README.md", in: folder)
      #expect(outcome.status == 0, "\(outcome.output)")
      return try Data(contentsOf: folder.appending(path: "README.md"))
    }
    #expect(now == (try Data(contentsOf: readme)), "README.md is stale: make report")
  }

  private static let committed = Notebooks.root.appending(path: "output")
  private static let isCommitted: Bool = {
    let exists = FileManager.default.fileExists(atPath: committed.path)
    if !exists { print("skipped: there is no \(committed.path)") }
    return exists
  }()

  /// At most what 90 formulas may take, 1.2 MB and compressed 250 kB, for every 90 formulas.
  @Test(.enabled(if: isCommitted)) func `has pages of a sensible size`() throws {
    var count = 0
    for (path, data) in try Shell.files(in: Self.committed) where path.hasSuffix(".html") {
      let formulas = String(decoding: data, as: UTF8.self).ranges(of: "<span class=\"katex\">").count
      guard formulas >= 90 else { continue }
      count += 1
      #expect(data.count * 90 <= 1_200_000 * formulas, "\(path): \(data.count) bytes for \(formulas) formulas")
      let outcome = try Shell.run("gzip -9 -c '\(path)' | wc -c", in: Self.committed)
      let compressed = try #require(Int(outcome.output.filter(\.isNumber)))
      #expect(compressed * 90 <= 250_000 * formulas, "\(path): \(compressed) bytes for \(formulas) formulas")
    }
    #expect(count > 0)
  }

  @Test(.enabled(if: isCommitted)) func `has committed what the notebooks come to now`() throws {
    let now = try Shell.inFolder { folder in
      let outcome = try Shell.run(
        "nabla render notebooks --to html,markdown,json --output-dir '\(folder.path)'", in: Notebooks.root)
      #expect(outcome.status == 0)
      return try Shell.files(in: folder)
    }
    let committed = try Shell.files(in: Self.committed)
    #expect(Set(now.keys) == Set(committed.keys))
    for (path, data) in now { #expect(committed[path] == data, "output/\(path) is stale: make report") }
  }
}
