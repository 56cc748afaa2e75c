import Diagnostics
import Documents

/// All formulas of a document, numbered, with their macros expanded, for the reports to typeset.
///
/// Numbers are Nabla's: a display with a label is (1), (2) … in the order of the document, each labelled row of an
/// `align` too, and `\tag` stands as the author wrote it: a number that some tag of the document has is passed over. KaTeX would number by counters of its style sheet, and GitHub
/// not at all.
struct Formulas {
  struct Number: Hashable {
    /// As it is shown: `(3)`.
    var text: String
    var labels: [String]
    /// The row that has it; nil for the number of a whole display.
    var row: Int?
  }

  /// One formula, ready to be typeset.
  struct Prepared {
    /// Changes for every report: macros expanded, labels out, numbers and references in.
    var edits: [TeXEdit]
    var numbers: [Number]
    /// The whole formula is a reference: `$\eqref{eq:x}$`.
    var reference: (label: String, isParenthesized: Bool)?
    var environments: [(name: String, range: Range<Int>)]
  }

  private(set) var prepared: [Int: Prepared] = [:]
  /// The text shown for a label of an equation.
  private(set) var labels: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// With all macros of the document.
  private(set) var expander: MacroExpander

  init(_ document: Document) {
    let formulas = document.maths
    expander = MacroExpander(document.frontMatter.macros)
    var shapes: [FormulaShape] = []
    var expansions: [[TeXEdit]] = []
    var numbers: [[Number]] = []
    for maths in formulas {
      let tokens = TeXTokens(maths.tex.text)
      let expansion = expander.edits(of: tokens)
      diagnostics += expansion.overLimit.map { Self.overLimit(at: maths.tex.span(of: $0)) }
      shapes.append(FormulaShape(tokens))
      expansions.append(expansion.edits)
    }
    var counter = EquationCounter(passingOver: shapes.flatMap { $0.rows.compactMap(\.tag) })
    for (maths, shape) in zip(formulas, shapes) {
      numbers.append(
        maths.isDisplay ? Self.numbers(of: shape, identifier: maths.attributes.identifier, from: &counter) : [])
      for number in numbers[numbers.count - 1] {
        for label in number.labels {
          if labels[label] == nil {
            labels[label] = number.text
          } else {
            diagnostics.append(Self.duplicate(label, at: maths.span))
          }
        }
      }
      if let identifier = maths.attributes.identifier, labels[identifier] == nil,
        let first = numbers[numbers.count - 1].first, let last = numbers[numbers.count - 1].last
      {
        labels[identifier] = first == last ? first.text : first.text + "–" + last.text
      }
    }
    let others = document.labelsOfBlocks
    for (i, maths) in formulas.enumerated() {
      for reference in shapes[i].references where labels[reference.name] == nil && !others.contains(reference.name) {
        let span = maths.tex.span(of: reference.range)
        diagnostics.append(
          References.dangling(
            reference.name, at: span, in: document, among: labels.keys, after: diagnostics.count))
      }
      let edits = Self.edits(of: shapes[i], numbers: numbers[i], text: maths.tex.text, labels: labels)
      prepared[maths.index] = Prepared(
        edits: (edits + expansions[i]).disjoint, numbers: numbers[i], reference: Self.soleReference(maths, shapes[i]),
        environments: shapes[i].environments)
    }
  }

  private static func overLimit(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "report.macro-limit", "this macro expands without end", at: span,
      label: "more than \(MacroExpander.expansionLimit) expansions, or a missing argument",
      help: "a macro may call others, but not itself")
  }

  private static func duplicate(_ label: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .warning, "report.duplicate-label", "another equation has the label `\(label)` already", at: span,
      help: "references lead to the first one")
  }

  private static func numbers(of shape: FormulaShape, identifier: String?, from counter: inout EquationCounter)
    -> [Number]
  {
    if shape.hasRowEnvironment, shape.rows.contains(where: \.isNumbered) {
      return shape.rows.enumerated().filter { $0.element.isNumbered }.map { index, row in
        Number(text: row.tag ?? counter.next(), labels: row.labels.map(\.name), row: index)
      }
    }
    let labels = shape.rows.flatMap { $0.labels.map(\.name) } + (identifier.map { [$0] } ?? [])
    let tag = shape.rows.lazy.compactMap(\.tag).first
    guard tag != nil || !labels.isEmpty else { return [] }
    return [Number(text: tag ?? counter.next(), labels: labels)]
  }

  private static func edits(
    of shape: FormulaShape, numbers: [Number], text: String, labels: [String: String]
  ) -> [TeXEdit] {
    var edits: [TeXEdit] = []
    for (index, row) in shape.rows.enumerated() {
      // A row's number stands where its label stood.
      let number = row.tag == nil ? numbers.first { $0.row == index } : nil
      for (position, label) in row.labels.enumerated() {
        edits.append(TeXEdit(range: label.range, replacement: position == 0 ? number.map { tag($0.text) } ?? "" : ""))
      }
    }
    if let number = numbers.first, number.row == nil, shape.rows.allSatisfy({ $0.tag == nil }) {
      // Behind the last word, but not within a comment.
      let trailing = text.utf8.reversed().prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }.count
      let end = text.utf8.count - trailing
      let line = text.utf8.prefix(end).reversed().prefix { $0 != UInt8(ascii: "\n") }
      let start = line.contains(UInt8(ascii: "%")) ? "\n" : " "
      edits.append(TeXEdit(range: end..<end, replacement: start + tag(number.text)))
    }
    for reference in shape.references {
      // Two question marks, as LaTeX has them for a reference to nothing.
      let text = labels[reference.name] ?? "(??)"
      let shown = reference.isParenthesized ? text : String(text.drop { $0 == "(" }.prefix { $0 != ")" })
      edits.append(TeXEdit(range: reference.range, replacement: "\\text{\(shown)}"))
    }
    return edits + shape.unnumbered.map { TeXEdit(range: $0, replacement: "") }
  }

  private static func tag(_ text: String) -> String { "\\tag{\(text.dropFirst().dropLast())}" }

  private static func soleReference(
    _ maths: Maths, _ shape: FormulaShape
  ) -> (label: String, isParenthesized: Bool)? {
    guard let reference = shape.references.first, shape.references.count == 1 else { return nil }
    let rest = maths.tex.text.utf8.enumerated().filter { !reference.range.contains($0.offset) }
    return rest.allSatisfy { $0.element == 0x20 || $0.element == 0x0A }
      ? (reference.name, reference.isParenthesized) : nil
  }
}

/// Counts equations: (1), (2) …, but for what the author's own tags say.
struct EquationCounter {
  private let taken: Set<String>
  private var count = 0

  init(passingOver tags: [String]) { taken = Set(tags) }

  mutating func next() -> String {
    repeat { count += 1 } while taken.contains("(\(count))")
    return "(\(count))"
  }
}

extension Document {
  /// The labels of everything but formulas.
  fileprivate var labelsOfBlocks: Set<String> {
    Set(
      everyBlock.flatMap { block -> [String] in
        let label = if case .cell(let cell) = block.kind { cell["label"]?.value } else { String?.none }
        return [block.attributes.identifier, label].compactMap { $0 }
      })
  }
}

extension Formulas.Prepared {
  /// The changes that KaTeX needs besides: what it would number by itself, and environments it lacks.
  var editsForKaTeX: [TeXEdit] {
    edits
      + environments.compactMap { environment in
        let name = KaTeXEnvironments.name(for: environment.name)
        return name == environment.name ? nil : TeXEdit(range: environment.range, replacement: name)
      } + eqnarrayColumns
  }

  /// `\begin{eqnarray}` becomes `\begin{darray}{rcl}`.
  private var eqnarrayColumns: [TeXEdit] {
    var isOpen = false
    return environments.compactMap { environment in
      guard environment.name == "eqnarray" || environment.name == "eqnarray*" else { return nil }
      isOpen.toggle()
      return isOpen
        ? TeXEdit(range: environment.range.upperBound..<environment.range.upperBound + 1, replacement: "}{rcl}") : nil
    }
  }
}

enum KaTeXEnvironments {
  /// The environment of KaTeX that shows the same without numbering.
  static func name(for environment: String) -> String { table[environment] ?? environment }

  private static let table = [
    "equation": "equation*", "align": "align*", "alignat": "alignat*", "gather": "gather*", "flalign": "align*",
    "flalign*": "align*", "multline": "gather*", "multline*": "gather*", "eqnarray": "darray", "eqnarray*": "darray",
  ]
}
