import Diagnostics
import Documents

/// The options `#| key: value` of a cell, with Quarto's spellings and defaults.
package struct CellOptions: Sendable, Hashable {
  package var echo = true
  package var eval = true
  package var output = true
  /// Whether errors of this cell are part of the lesson: shown, but counted as expected.
  package var error = false
  package var label: String?

  static let known = [
    "echo", "eval", "output", "error", "label", "code-fold", "code-summary", "fig-cap", "fig-alt", "tbl-cap",
  ]

  static func reading(_ options: [Cell.Option]) -> Diagnosed<CellOptions> {
    var result = Diagnosed(CellOptions())
    for option in options {
      switch option.key {
      case "echo": result.read(option, into: \.echo)
      case "eval": result.read(option, into: \.eval)
      case "output": result.read(option, into: \.output)
      case "error": result.read(option, into: \.error)
      case "label":
        // With words behind it, the label has swallowed the line below.
        if option.value.contains(where: \.isWhitespace) { result.refuse(option, expected: "one word") }
        result.value.label = option.value
      case "code-fold":
        if !["true", "false", "show"].contains(option.value) {
          result.refuse(option, expected: "`true`, `false` or `show`")
        }
      case let key where known.contains(key): break
      default:
        result.diagnostics.append(
          DirectiveProblem.unknownCellOption(option.key, known: known).diagnostic(at: option.keySpan))
      }
    }
    return result
  }
}

extension Diagnosed where Value == CellOptions {
  fileprivate mutating func read(_ option: Cell.Option, into key: WritableKeyPath<CellOptions, Bool>) {
    switch option.value {
    case "true": value[keyPath: key] = true
    case "false": value[keyPath: key] = false
    default: refuse(option, expected: "`true` or `false`")
    }
  }

  fileprivate mutating func refuse(_ option: Cell.Option, expected: String) {
    diagnostics.append(
      DirectiveProblem.cellOptionValue(option.key, found: option.value, expected: expected).diagnostic(
        at: option.valueSpan))
  }
}
