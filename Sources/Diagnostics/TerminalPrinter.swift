/// Prints a diagnostic as compilers do: rule, place, line, caret, repair.
///
///     error[directive.unknown-option]: `train` has no option `epoch`
///       --> notebooks/xor.md:14:9
///        |
///     14 | train epoch 200
///        |       ^^^^^ not an option of `train`
///        = help: did you mean `train 200 epochs`?
package struct TerminalPrinter {
  /// Where the files were read from: `notebooks/xor.md`.
  private let name: String

  package init(name: String) { self.name = name }

  package func print(_ placed: PlacedDiagnostic) -> String {
    let diagnostic = placed.diagnostic
    let gutter = String(placed.start.line)
    let margin = String(repeating: " ", count: gutter.count)
    var lines = ["\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)"]
    lines.append("\(margin) --> \(name):\(placed.start.line):\(placed.start.column)")
    lines.append("\(margin) |")
    lines.append("\(gutter) | \(placed.visibleExcerpt)")
    lines.append("\(margin) | \(placed.carets)\(diagnostic.label.map { " " + $0 } ?? "")")
    if let help = diagnostic.help { lines.append("\(margin) = help: \(help)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension PlacedDiagnostic {
  /// Longer lines are cut for the terminal, around the place.
  private static let maximumWidth = 160

  private var window: (scalars: [Unicode.Scalar], start: Int, isCutBefore: Bool, isCutAfter: Bool) {
    let scalars = Array(excerpt.unicodeScalars)
    guard scalars.count > Self.maximumWidth else { return (scalars, 0, false, false) }
    let first = max(0, min(start.column - 1 - Self.maximumWidth / 4, scalars.count - Self.maximumWidth))
    let last = min(scalars.count, first + Self.maximumWidth)
    return (Array(scalars[first..<last]), first, first > 0, last < scalars.count)
  }

  /// The line with its tabs as single spaces and control characters shown, cut where it is very long.
  package var visibleExcerpt: String {
    let window = window
    var text = ""
    for scalar in window.scalars { text.unicodeScalars.append(Self.visible(scalar)) }
    return (window.isCutBefore ? "…" : "") + text + (window.isCutAfter ? "…" : "")
  }

  /// Spaces up to the place and a caret under each column of it.
  package var carets: String {
    let window = window
    let lower = max(0, start.column - 1 - window.start)
    let isOneLine = end.line == start.line
    let upper = isOneLine ? max(lower, end.column - 1 - window.start) : window.scalars.count
    let before = window.scalars.prefix(lower).reduce(0) { $0 + Self.width($1) } + (window.isCutBefore ? 1 : 0)
    let marked = window.scalars.prefix(upper).dropFirst(lower).reduce(0) { $0 + Self.width($1) }
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    return scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar
  }

  /// Columns that a terminal gives to a scalar: none to marks that combine, two to East Asian wide ones.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}
