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
    document.forEachElement { element in
      switch element {
      case .block(let block):
        if case .cell(let cell) = block.kind, let label = cell["label"]?.value { number(label) }
        guard let identifier = block.attributes.identifier else { return }
        number(identifier)
        guard collected.targets[identifier] == nil else { return }
        if case .heading(_, let content) = block.kind {
          collected.targets[identifier] = Target(text: content.plainText, isEquation: false)
        } else {
          collected.targets[identifier] = Target(text: identifier, isEquation: false)
        }
      case .inline(let inline):
        if case .footnoteReference(let label) = inline.kind, !collected.footnotes.contains(label) {
          collected.footnotes.append(label)
        }
      }
    }
    self = collected
  }

  private init(targets: [String: Target]) { self.targets = targets }

  static func dangling(_ label: String, at span: SourceSpan, among known: some Sequence<String>) -> Diagnostic {
    Diagnostic(
      .warning, "report.dangling-reference", "there is no `\(label)` in this notebook", at: span,
      label: "leads nowhere", help: nearest(label, among: known).map { "did you mean `\($0)`?" })
  }
}
