import Diagnostics
import Documents

/// What a label of the document leads to.
struct References {
  struct Target: Hashable {
    /// What a reference to it shows: `(3)`, `Table 1`, a heading's words.
    var text: String
    var isEquation: Bool
  }
  private(set) var targets: [String: Target] = [:]
  /// The number of each labelled table or figure: `Table 1`.
  private(set) var captionNumbers: [String: String] = [:]
  /// Footnotes in the order of their first reference.
  private(set) var footnotes: [String] = []
  private(set) var footnoteNumbers: [String: Int] = [:]

  init(_ document: Document, _ formulas: Formulas) {
    let targets = formulas.labels.mapValues { Target(text: $0, isEquation: true) }
    var counts: [String: Int] = [:]
    var collected = References(targets: targets)
    func number(_ label: String) {
      guard collected.targets[label] == nil else { return }
      let kind = label.hasPrefix("fig-") ? "Figure" : label.hasPrefix("tbl-") ? "Table" : nil
      guard let kind else { return }
      counts[kind, default: 0] += 1
      let text = "\(kind) \(counts[kind] ?? 0)"
      collected.targets[label] = Target(text: text, isEquation: false)
      collected.captionNumbers[label] = text
    }
    for block in document.everyBlock {
      if case .cell(let cell) = block.kind, let label = cell["label"]?.value { number(label) }
      guard let identifier = block.attributes.identifier else { continue }
      number(identifier)
      guard collected.targets[identifier] == nil else { continue }
      var text = identifier
      if case .heading(_, let content) = block.kind { text = content.plainText }
      collected.targets[identifier] = Target(text: text, isEquation: false)
    }
    for reference in document.references {
      guard case .footnoteReference(let label) = reference.kind, collected.footnoteNumbers[label] == nil else {
        continue
      }
      collected.footnotes.append(label)
      collected.footnoteNumbers[label] = collected.footnotes.count
    }
    self = collected
  }

  private init(targets: [String: Target]) { self.targets = targets }

  static func danglingLink(_ destination: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "report.dangling-link", "this notebook has no place `\(destination)`", at: span, label: "leads nowhere",
      help: "a heading's place is its words in lower case, joined by hyphens")
  }

  static func emptyLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(.warning, "report.empty-link", "a link says where it leads", at: span, label: "its parentheses are empty")
  }

  static func missingFile(_ destination: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "report.missing-file", "there is no file `\(destination)`", at: span, label: "leads nowhere",
      help: "paths start at the notebook's own folder")
  }

  /// How many references to nothing get a suggestion: looking through all labels for each takes its time.
  private static let suggestionLimit = 20

  /// - Parameter count: how many diagnostics there are already
  static func dangling(
    _ label: String, at span: SourceSpan, among known: some Sequence<String>, after count: Int
  ) -> Diagnostic {
    let meant = count < suggestionLimit ? nearest(label, among: known.sorted()) : nil
    return Diagnostic(
      .warning, "report.dangling-reference", "there is no `\(label)` in this notebook", at: span,
      label: "leads nowhere", help: meant.map { "did you mean `\($0)`?" })
  }
}
