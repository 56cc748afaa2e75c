import Catalog
package import Diagnostics

/// `print gradients of hidden with 4 digits`
package struct Printing: Sendable {
  package enum Digits: Sendable, Hashable { case significant(Int), decimals(Int) }
  package var quantities: [Quantity]
  package var digits: Digits?
  package var asMatrix: Bool
  package var span: SourceSpan

  /// How many digits are shown.
  static let digitOptions: [CatalogEntry] = [
    CatalogEntry(.option, "with", form: "with <n> digits", summary: "Significant digits shown; default 6."),
    CatalogEntry(.option, "to", form: "to <n> decimals", summary: "Digits shown after the decimal point."),
  ]

  private static let options: [CatalogEntry] =
    digitOptions + [
      CatalogEntry(.option, "as a matrix", aliases: ["as matrix"], summary: "In brackets instead of a table."),
      CatalogEntry(
        .option, "as a table", aliases: ["as table"], summary: "With the names of rows and columns (default)."),
    ]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "print",
      form: "print <quantity> [and <quantity> …] [with <n> digits | to <n> decimals] [as a matrix]",
      summary: "Shows numbers of the network in its present state."),
    options: options, read: { read(&$0).map(Directive.print) })

  private static func read(_ phrase: inout Phrase) -> Printing? {
    let start = phrase.position
    var quantities: [Quantity] = []
    repeat {
      guard let quantity = phrase.readQuantity() else { return nil }
      quantities.append(quantity)
    } while phrase.take("and")
    var digits: Digits?
    var asMatrix = false
    let isRead = phrase.readOptions(of: "print", options) { phrase, name in
      switch name {
      case "as a matrix": asMatrix = true
      case "as a table": asMatrix = false
      default:
        guard let chosen = phrase.readDigits(name) else { return nil }
        digits = chosen
      }
      return ()
    }
    guard isRead else { return nil }
    return Printing(quantities: quantities, digits: digits, asMatrix: asMatrix, span: phrase.span(from: start))
  }
}

extension Phrase {
  /// Reads `4 digits` or `6 decimals` after its first word.
  mutating func readDigits(_ option: String) -> Printing.Digits? {
    let isSignificant = option == "with"
    let start = position
    guard let count = readWholeNumber(expected: "the number of digits", named: "the number of digits") else {
      return nil
    }
    guard (isSignificant ? 1...17 : 0...17).contains(count) else {
      report(.expected("between \(isSignificant ? 1 : 0) and 17 digits", found: "\(count)"), at: span(from: start))
      return nil
    }
    let word = isSignificant ? ["digits", "digit", "significant digits"] : ["decimals", "decimal", "decimal places"]
    guard takeOne(of: [word]) != nil else {
      report(.expected("`\(word[0])`", found: found))
      return nil
    }
    return isSignificant ? .significant(count) : .decimals(count)
  }
}
