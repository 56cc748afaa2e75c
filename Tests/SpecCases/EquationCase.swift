package import Results

/// A case about equations: cells, and displays each with the verdict that is right.
///
/// A block `equations` has a display on each line, behind its verdict; blocks `notebook` stand between them as they are.
/// `equations NAME` begins with the block `setting NAME` of the same document. Behind ` % ` follow, in any number:
///
///     by ROW             the convention's name has this in it
///     because WORDS      the reason has this in it
///     repair TEX         one of the repairs has this in it
///     first TEX          the first of them has
///     links V, V, …      the verdicts of the links
///     known WORDS        what the program does instead, and why this is kept
package struct EquationCase: Sendable {
  package struct Equation: Sendable {
    package var label: String
    package var tex: String
    package var verdict: EquationResult.Verdict
    package var isKnown = false
    fileprivate var notes: [(word: String, text: String)] = []
  }
  package var name: String
  package var notebook = ""
  package var equations: [Equation] = []
  /// Lines that could not be read.
  package var unread: [String] = []

  /// The cases of one document of `Tests/Specs`.
  package static func all(in document: String) throws -> [EquationCase] {
    let cases = try SpecCase.all(in: document)
    var settings: [String: String] = [:]
    for block in cases.flatMap(\.blocks) where block.info.hasPrefix("setting ") {
      settings[String(block.info.dropFirst("setting ".count))] = block.text
    }
    return cases.map { EquationCase($0, settings) }.filter { !$0.equations.isEmpty || !$0.unread.isEmpty }
  }

  private init(_ example: SpecCase, _ settings: [String: String]) {
    name = example.description
    for block in example.blocks {
      let words = block.info.split(separator: " ").map(String.init)
      if words.first == "notebook" { notebook += block.text + "\n" }
      guard words.first == "equations" else { continue }
      if words.count > 1 {
        guard let setting = settings[words[1]] else {
          unread.append(block.info)
          continue
        }
        notebook += setting + "\n"
      }
      for line in block.text.split(separator: "\n") { add(String(line)) }
    }
  }

  private mutating func add(_ line: String) {
    let parts = line.split(separator: " % ").map(String.init)
    let words = parts[0].split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let verdict = EquationResult.Verdict(rawValue: words[0]) else {
      unread.append(line)
      return
    }
    var tex = words[1].trimmingPrefix { $0 == " " }
    var guardian = ""
    if tex.hasPrefix("{where="), let end = tex.firstIndex(of: "}") {
      guardian = " " + tex[tex.index(after: tex.startIndex)..<end]
      tex = tex[tex.index(after: end)...].trimmingPrefix { $0 == " " }
    }
    var equation = Equation(label: "eq-\(equations.count + 1)", tex: String(tex), verdict: verdict)
    for part in parts.dropFirst() {
      let note = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard note.count == 2, ["by", "because", "repair", "first", "links", "known"].contains(note[0]) else {
        unread.append(line)
        return
      }
      if note[0] == "known" { equation.isKnown = true } else { equation.notes.append((note[0], note[1])) }
    }
    notebook += "$$ \(tex) $$ {#\(equation.label)\(guardian)}\n\n"
    equations.append(equation)
  }
}

extension EquationCase: CustomStringConvertible {
  package var description: String { name }
}

extension EquationCase.Equation {
  /// What is not as the case has it; nil where all is.
  package func difference(from found: EquationResult?) -> String? {
    guard let found else { return "\(label) is missing: \(tex)" }
    var faults: [String] = []
    if found.verdict != verdict { faults.append("\(found.verdict.rawValue) for \(verdict.rawValue)") }
    for (word, text) in notes {
      let links = found.links.map(\.verdict.rawValue).joined(separator: ", ")
      switch word {
      case "by" where !(found.convention ?? "").contains(text): faults.append("by \(found.convention ?? "nothing")")
      case "because" where !(found.reason ?? "").contains(text): faults.append("because \(found.reason ?? "nothing")")
      case "repair" where !(found.repairs + found.spellings).contains { $0.contains(text) }:
        faults.append("repairs \(found.repairs + found.spellings)")
      case "first" where !(found.repairs.first ?? "").contains(text):
        faults.append("first \(found.repairs.first ?? "nothing")")
      case "links" where links != text: faults.append("links \(links)")
      default: break
      }
    }
    guard !faults.isEmpty else { return nil }
    return "\(tex)\n  " + (faults + [found.reason].compactMap(\.self)).joined(separator: "; ")
  }
}
