import Diagnostics
import Documents

/// What a label of the document leads to.
struct References {
  struct Target: Hashable {
    /// What a reference to it shows: `(3)`, `Table 1`, a heading's words.
    var text: String
    var isEquation: Bool

    /// As `\ref` has it: `3`.
    var textWithoutParentheses: String {
      text.hasPrefix("(") && text.hasSuffix(")") ? String(text.dropFirst().dropLast()) : text
    }
  }
  private(set) var targets: [String: Target] = [:]
  /// The number of each labelled table or figure: `Table 1`.
  private(set) var captionNumbers: [String: String] = [:]
  /// What exercises and solutions are called, by the place where they start: `Exercise 1`, `Solution to Exercise 1`.
  ///
  /// A solution is that of the exercise it names, `{.solution of=exr-x}`, or else of the last one before it.
  private(set) var exerciseNames: [Int: String] = [:]
  /// Footnotes in the order of their first reference.
  private(set) var footnotes: [String] = []
  private(set) var footnoteNumbers: [String: Int] = [:]
  /// What references to nothing are called on the page, by the place where they start.
  private(set) var dangling: [Int: String] = [:]

  init(_ document: Document, _ formulas: Formulas, _ language: Language) {
    let targets = formulas.labels.mapValues { Target(text: $0, isEquation: true) }
    var counts: [Word: Int] = [:]
    var collected = References(targets: targets)
    func number(_ label: String) {
      guard collected.targets[label] == nil else { return }
      guard let kind = Self.kinds.first(where: { label.hasPrefix($0.prefix) })?.word else { return }
      counts[kind, default: 0] += 1
      let text = language.text(kind, String(counts[kind] ?? 0))
      collected.targets[label] = Target(text: text, isEquation: false)
      collected.captionNumbers[label] = text
    }
    var exercise: String?
    for block in document.everyBlock {
      if case .exercise(let content) = block.kind {
        switch content.kind {
        case .exercise:
          counts[.exercise, default: 0] += 1
          exercise = language.text(.exercise, String(counts[.exercise] ?? 0))
          collected.exerciseNames[block.span.lower] = exercise
          if let label = block.attributes.identifier, let exercise, collected.targets[label] == nil {
            collected.targets[label] = Target(text: exercise, isEquation: false)
          }
        case .solution:
          let named = block.attributes["of"].flatMap { collected.targets[$0.value]?.text } ?? exercise
          collected.exerciseNames[block.span.lower] =
            named.map { language.text(.solutionTo, $0) } ?? language[.solution]
        }
      }
      if case .cell(let cell) = block.kind, let label = cell["label"]?.value { number(label) }
      guard let identifier = block.attributes.identifier else { continue }
      number(identifier)
      guard collected.targets[identifier] == nil else { continue }
      var text = identifier
      if case .heading(_, let content) = block.kind { text = content.plainText }
      collected.targets[identifier] = Target(text: text, isEquation: false)
    }
    for reference in document.references {
      switch reference.kind {
      case .footnoteReference(let label) where collected.footnoteNumbers[label] == nil:
        collected.footnotes.append(label)
        collected.footnoteNumbers[label] = collected.footnotes.count
      case .reference(let label) where collected.targets[label] == nil:
        guard let place = reference.span?.lower else { continue }
        collected.dangling[place] = "dangling-\(collected.dangling.count + 1)"
      default: continue
      }
    }
    self = collected
  }

  /// What a label's beginning says of what it labels.
  private static let kinds: [(prefix: String, word: Word)] = [
    ("fig-", .figure), ("tbl-", .table), ("lst-", .listing),
  ]

  private init(targets: [String: Target]) { self.targets = targets }

  static func danglingLink(_ destination: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "report.dangling-link", "this notebook has no place `\(destination)`", at: span, label: "leads nowhere",
      help: "a heading's place is its words in lower case, joined by hyphens")
  }

  static func emptyLink(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "report.empty-link", "a link says where it leads", at: span, label: "its parentheses are empty")
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
    _ label: String, at span: SourceSpan, in document: Document, among known: some Sequence<String>, after count: Int
  ) -> Diagnostic {
    if document.omissions.contains(where: { $0.labels.contains(label) }) {
      return Diagnostic(
        .warning, "report.hidden-reference", "`\(label)` is in a solution, and these are hidden", at: span,
        label: "leads nowhere", help: "refer to it from solutions only, or show them: `--solutions fold`")
    }
    let meant = count < suggestionLimit ? nearest(label, among: known.sorted()) : nil
    return Diagnostic(
      .error, "report.dangling-reference", "there is no `\(label)` in this notebook", at: span,
      label: "leads nowhere", help: meant.map { "did you mean `\($0)`?" })
  }
}
