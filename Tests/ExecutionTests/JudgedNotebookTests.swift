import Diagnostics
import Directives
import Documents
import Execution
import FoundationEssentials
import Results
import Testing

/// Notebooks in which every equation was judged before the program read it: the corpus of the fixtures, documents with
/// planted mistakes, and the judged documents beside the checkout where they are there.
@Suite struct JudgedNotebookTests {
  struct Notebook: CustomStringConvertible, Sendable {
    var folder: String
    var name: String
    var description: String { name }

    static func all(in folder: String) -> [Notebook] {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      if files.isEmpty { print("skipped: there is no \(folder)") }
      return files.filter { $0.hasSuffix(".expected.tsv") }.map {
        Notebook(folder: folder, name: String($0.dropLast(13)))
      }
      .sorted { $0.name < $1.name }
    }
  }

  /// What a judge says about one display.
  struct Judgement {
    var label: String
    var accepted: [String]
    var repairs: [String]
  }

  /// What the program says about the displays of a notebook, held against the judge.
  struct Tally {
    var faults: [String] = []
    var repairable = 0
    var repaired = 0
  }

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let corpus = tests.appending(path: "Fixtures/corpus").path
  static let planted = tests.appending(path: "Fixtures/planted").path
  static let beside = tests.deletingLastPathComponent().appending(path: "../shared/judged").standardized.path
  /// Repairs that are found at present: there must not be fewer.
  static let repaired = [corpus: 12, planted: 1065, beside: 30]

  /// Equations that can't be checked yet, by notebook. Each has a verdict that is right, and honest about it.
  static let unchecked = [
    "d2l-bptt": ["eq-3", "eq-15"], "outputs-and-starred-targets": ["eq-5"],
    "arrows-between-layers": ["eq-10"], "lemma-of-two-mathematicians": ["eq-29"],
    "patterns-in-greek": ["eq-6"], "letters-for-layers": ["eq-7"],
    "calculus-of-a-neuron": ["eq-4", "eq-6", "eq-13", "eq-16"],
    "columns-of-a-course": ["eq-12"],
    "from-scratch-in-rows": ["eq-9"],
    "observed-and-predicted": ["eq-11", "eq-12", "eq-15", "eq-p4", "eq-16", "eq-p5"],
    "outside-vectors": ["eq-16", "eq-17", "eq-18", "eq-19", "eq-p7"],
    "reference-pages": ["eq-5", "eq-12"],
    "unrolled-in-time": ["eq-20"], "a-wire-of-neurons": ["eq-16"], "gewichten-van-een-neuron": ["eq-8"],
    "net-gradients": ["eq-p4"], "nonlinearities-of-a-handout": ["eq-p5"],
    "weights-from-below": ["eq-4"],
    "corners-of-xor": ["eq-16"], "logits-in-a-batch": ["eq-6"], "du-perceptron-au-reseau": ["eq-18"],
    "asked-about-a-softmax": ["eq-p1"], "kronecker-and-the-true-class": ["eq-15", "eq-p7"],
    "skip-connections-add-one": ["eq-p5", "eq-p6"], "un-nucleo-se-desliza": ["eq-5", "eq-6", "eq-7", "eq-p3"],
    "zwei-vektoren-je-wort": [
      "eq-3", "eq-6", "eq-p1", "eq-7", "eq-p2", "eq-9", "eq-p3", "eq-11", "eq-p4", "eq-p5", "eq-p6", "eq-p7", "eq-p8",
    ],
  ]

  /// Verdicts that are wrong as yet, by notebook.
  static let misjudged = [
    "tangents-by-hand": ["eq-17: convention"],
    "du-perceptron-au-reseau": ["eq-17: fails"],
    "error-signals-of-a-paper": ["eq-4: fails"], "errors-passed-down": ["eq-18: fails"],
    "zwei-vektoren-je-wort": ["eq-1: fails"],
  ]

  static let voices = tests.appending(path: "Fixtures/voices").path
  /// How many equations of documents in their authors' own words are judged rightly: there must not be fewer.
  static let understood = [
    "adalines-in-layers": 3, "answers-and-predictions": 21, "arrays-by-name": 3, "capas-h-y-o": 18, "column-of-ones": 7,
    "couplings-and-fields": 10, "covariates-and-responses": 12, "design-matrix-by-hand": 21,
    "errors-shared-by-links": 20, "firing-rates": 14, "four-numbered-neurons": 18, "goal-function-and-paths": 21,
    "in-sample-error": 1, "kinks-and-houses": 13, "log-softmax-at-the-top": 22, "logits-in-a-row": 18,
    "netze-nach-zell": 19, "one-person-at-a-time": 11, "portions-and-logits": 23, "primes-for-layers": 10,
    "rows-of-v-and-w": 26, "samples-side-by-side": 22, "signals-of-a-homework": 20, "stacks-of-samples": 20,
  ]

  @Test func `understands documents whose sentences the language has not`() async throws {
    let notebooks = Notebook.all(in: Self.voices)
    #expect(notebooks.map(\.name) == Self.understood.keys.sorted())
    for notebook in notebooks {
      let tally = try await tally(of: notebook)
      let right = try judgements("\(notebook.folder)/\(notebook.name).expected.tsv").count - tally.faults.count
      #expect(
        right >= Self.understood[notebook.name] ?? 0,
        "\(notebook.name): \(right)\n\(tally.faults.joined(separator: "\n"))")
      // Nothing false is ever said to hold.
      let held = tally.faults.filter { fault in
        [": holds where fails", ": convention where fails", ": defines where fails"].contains { fault.contains($0) }
      }
      #expect(held.isEmpty, "\(notebook.name):\n\(held.joined(separator: "\n"))")
    }
  }

  @Test(arguments: [corpus, planted, beside])
  func `agrees with who judged the equations`(folder: String) async throws {
    var repaired = 0
    let notebooks = Notebook.all(in: folder)
    for notebook in notebooks {
      let tally = try await tally(of: notebook)
      let known = Self.unchecked[notebook.name] ?? []
      let wrong = Self.misjudged[notebook.name] ?? []
      let faults = tally.faults.filter { fault in
        !known.contains { fault.hasPrefix("\($0): not-checked ") }
          && !wrong.contains { fault.hasPrefix("\($0) where ") }
      }
      let stillKnown = known.filter { label in tally.faults.contains { $0.hasPrefix("\(label): not-checked ") } }
      let stillWrong = wrong.filter { fault in tally.faults.contains { $0.hasPrefix("\(fault) where ") } }
      #expect(stillWrong == wrong, "\(notebook.name): what is right now is no longer to be listed")
      #expect(stillKnown == known, "\(notebook.name): what is checked now is no longer to be listed")
      #expect(faults.isEmpty, "\(notebook.name):\n\(faults.joined(separator: "\n"))")
      print("\(notebook.name): \(tally.repaired) of \(tally.repairable) repaired")
      repaired += tally.repaired
    }
    guard !notebooks.isEmpty else { return }
    #expect(repaired >= Self.repaired[folder] ?? 0)
  }

  private func tally(of notebook: Notebook) async throws -> Tally {
    let path = "\(notebook.folder)/\(notebook.name)"
    let text = try #require(FileManager.default.contents(atPath: path + ".md"))
    let document = Document.parsing(SourceText(utf8: Array(text), name: notebook.name)).value
    let result = await Runner(RunSettings { _ in .failure(.missing) }).run(
      Program.reading(document).value, of: document)
    var found: [String: EquationResult] = [:]
    for equation in result.equations {
      if let label = equation.label, found[label] == nil { found[label] = equation }
    }
    var tally = Tally()
    for judgement in try judgements(path + ".expected.tsv") {
      guard let equation = found[judgement.label] else {
        tally.faults.append("\(judgement.label) is missing")
        continue
      }
      let verdict = equation.verdict.rawValue
      if !judgement.accepted.contains(verdict) {
        tally.faults.append(
          "\(judgement.label): \(verdict) where \(judgement.accepted.joined(separator: " or ")) is right (\(equation.reason ?? ""))"
        )
      }
      guard judgement.accepted.first == "fails", !judgement.repairs.isEmpty else { continue }
      tally.repairable += 1
      let isRepaired = (equation.repairs + equation.corrections).contains { offered in
        JudgedRepairs.isAccepted(offered, judgement.repairs, for: equation.tex)
      }
      if isRepaired { tally.repaired += 1 }
    }
    return tally
  }

  private func judgements(_ path: String) throws -> [Judgement] {
    let table = try #require(FileManager.default.contents(atPath: path))
    let lines = String(decoding: table, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let head = try #require(lines.first)
    let place = try #require(head.firstIndex(of: "verdict"))
    let repair = head.firstIndex(of: "repair")
    return lines.dropFirst().map { fields in
      let repairs = repair.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
      return Judgement(
        label: fields[0], accepted: fields[place].split(separator: "|").map { $0.filter { $0 != " " } },
        repairs: JudgedRepairs.parts(repairs))
    }
  }
}
