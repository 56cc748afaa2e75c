package import Catalog
package import Diagnostics
package import Networks

/// What can be wrong with a statement: facts here, words below.
package enum DirectiveProblem: Sendable {
  case unknownStatement(String, known: [String])
  case expected(String, found: String, help: String? = nil)
  case unknownOption(String, of: String, known: [String], help: String? = nil)
  case unknown(CatalogEntry.Kind, String, known: [String])
  case malformedNumber(String)
  case notPositive(String)
  case notWhole(String)
  case outOfRange(String, NumberRange)
  case unterminated(String)
  case formula(String)
  case twice(String)
  case missingOption(String, of: String, help: String)
  case raggedRow(found: Int, expected: Int)
  case raggedMatrix(found: Int, expected: Int)
  case emptyTable
  case unknownCellOption(String, known: [String])
  case cellOptionValue(String, found: String, expected: String)
  case impossiblePlace(String, of: String)
  case lostCell
  case swallowedCell
  case unclosedCell
  case lostValue
  case unknownLayer(String, known: [String])
  case unknownUnit(Int, layer: String)
  case notNextLayer(String, String)

  package func diagnostic(at span: SourceSpan) -> Diagnostic {
    switch self {
    case .unknownStatement(let word, let known):
      return Diagnostic(
        .error, "directive.unknown-statement", "`\(word)` begins no statement", at: span,
        help: suggestion(word, known) ?? "statements begin with \(listing(known))")
    case .expected(let what, let found, let help):
      return Diagnostic(
        .error, "directive.expected", "expected \(what), found \(found)", at: span, label: "expected \(what)",
        help: help)
    case .unknownOption(let word, let statement, let known, let help):
      return Diagnostic(
        .error, "directive.unknown-option", "`\(statement)` has no option `\(word)`", at: span,
        label: "not an option of `\(statement)`",
        help: help ?? suggestion(word, known) ?? (known.isEmpty ? nil : "its options are \(listing(known))"))
    case .unknown(let kind, let word, let known):
      return Diagnostic(
        .error, "directive.unknown-\(kind.rawValue)", "there is no \(noun(for: kind)) `\(word)`", at: span,
        help: suggestion(word, known)
          ?? (known.count > Self.listed ? "`nabla language` has them all" : "known are \(listing(known))"))
    case .malformedNumber(let text):
      return Diagnostic(
        .error, "directive.malformed-number", "`\(text)` is not a number", at: span,
        help: "numbers are written like `3`, `0.25`, `.5`, `-1` or `1e-3`")
    case .notPositive(let what):
      return Diagnostic(.error, "directive.not-positive", "\(what) must be greater than 0", at: span)
    case .notWhole(let what):
      return Diagnostic(.error, "directive.not-whole", "\(what) must be a whole number", at: span)
    case .outOfRange(let what, let range):
      return Diagnostic(.error, "directive.out-of-range", "\(what) must be \(range.words)", at: span)
    case .unterminated(let text):
      let mark = text.prefix(1)
      return Diagnostic(
        .error, "directive.unterminated", "`\(mark)` is not closed on its line", at: span,
        help: "close it with another `\(mark)`")
    case .formula(let message):
      return Diagnostic(.error, "directive.formula", message, at: span)
    case .twice(let what):
      return Diagnostic(.error, "directive.twice", "\(what) is said twice", at: span)
    case .missingOption(let what, let statement, let help):
      return Diagnostic(.error, "directive.missing-option", "`\(statement)` needs \(what)", at: span, help: help)
    case .raggedRow(let found, let expected):
      return Diagnostic(
        .error, "directive.ragged-row", "this row has \(counted(found, "field")), the first line names \(expected)",
        at: span)
    case .raggedMatrix(let found, let expected):
      return Diagnostic(
        .error, "directive.ragged-matrix",
        "this row has \(counted(found, "number")), the first row has \(expected)", at: span)
    case .emptyTable:
      return Diagnostic(
        .error, "directive.empty-table", "the table has no rows", at: span,
        help: "write a line of names, `x1 x2 | y`, and below it a line for each example")
    case .unknownCellOption(let key, let known):
      return Diagnostic(
        .warning, "directive.unknown-cell-option", "cells have no option `\(key)`", at: span,
        help: suggestion(key, known) ?? "the options of a cell are \(listing(known))")
    case .cellOptionValue(let key, let found, let expected):
      return Diagnostic(
        .error, "directive.cell-option-value", "`\(key)` is \(expected), not `\(found)`", at: span)
    case .impossiblePlace(let part, let quantity):
      return Diagnostic(
        .error, "directive.impossible-place", "\(quantity) takes no `\(part)`", at: span)
    case .lostCell:
      return Diagnostic(
        .error, "directive.lost-cell", "a cell opens with three backticks and `{nabla}`", at: span,
        label: "opens none: what follows is only shown",
        help: "options of a cell stand on the lines below, as `#| echo: false`")
    case .swallowedCell:
      return Diagnostic(
        .error, "directive.swallowed-cell", "this block of code holds the opening of a cell", at: span,
        label: "its closing fence, or the opening of a cell above it, is missing",
        help: "to show a cell, use a longer fence")
    case .unclosedCell:
      return Diagnostic(
        .error, "directive.unclosed-cell", "a cell ends with a fence as long as the one that opens it", at: span,
        label: "still open where the next cell should begin", help: "close it with a line of its own")
    case .lostValue:
      return Diagnostic(
        .error, "directive.lost-value", "a value in a sentence is written `` `{nabla} loss` ``", at: span,
        label: "read as words that are only shown")
    case .unknownLayer(let name, let known):
      return Diagnostic(
        .error, "directive.unknown-layer", "no network of this notebook has a layer `\(name)`", at: span,
        help: suggestion(name, known) ?? "its layers are \(listing(known))")
    case .notNextLayer(let to, let from):
      return Diagnostic(
        .error, "directive.not-next-layer", "no weights lead from layer `\(from)` to layer `\(to)`", at: span,
        help: "weights lead from a layer to the next one")
    case .unknownUnit(let number, let layer):
      return Diagnostic(
        .error, "directive.unknown-unit", "no layer `\(layer)` of this notebook has a unit \(number)", at: span)
    }
  }

  /// No more names than a reader goes through to find the one that he meant.
  private static let listed = 24

  private func suggestion(_ word: String, _ known: [String]) -> String? {
    nearest(word, among: known).map { "did you mean `\($0)`?" }
  }

  private func noun(for kind: CatalogEntry.Kind) -> String {
    switch kind {
    case .activation: "activation function"
    case .loss: "loss function"
    case .generator: "data generator"
    default: kind.rawValue
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// `` `a`, `b` and `c` ``
package func listing(_ words: [String], _ conjunction: String = "and") -> String {
  let quoted = words.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
