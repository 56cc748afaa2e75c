import Catalog
package import Diagnostics
package import TeXMath

/// `expect loss = 0.298371109 within 1e-9`
package struct Expectation: Sendable {
  package enum Relation: String, Sendable, CaseIterable {
    case equal = "="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
  }
  package enum Value: Sendable {
    case array(ArrayLiteral)
    case formula(Formula, SourceSpan)
    case quantity(Quantity)
  }
  package var quantity: Quantity
  package var relation: Relation
  package var value: Value
  package var within: Double?
  package var expectsFailure: Bool
  package var span: SourceSpan

  private static let options: [CatalogEntry] = [
    CatalogEntry(
      .option, "within", form: "within <number>",
      summary: "The largest difference allowed; default: the digits written."),
    CatalogEntry(.option, "expecting fails", aliases: ["expecting failure"], summary: "The published number is wrong."),
  ]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "expect", form: "expect <quantity> = | < | > | <= | >= <value> [within <number>] [expecting fails]",
      summary: "Compares a number of the network with one from outside; a difference makes the run exit 1."),
    options: options, read: { read(&$0).map(Directive.expect) })

  private static func read(_ phrase: inout Phrase) -> Expectation? {
    let start = phrase.position
    guard let quantity = phrase.readQuantity() else { return nil }
    guard let relation = readRelation(&phrase) else { return nil }
    guard let value = readValue(&phrase) else { return nil }
    var within: Double?
    var expectsFailure = false
    let isRead = phrase.readOptions(of: "expect", options) { phrase, name in
      guard name == "within" else {
        expectsFailure = true
        return ()
      }
      guard let (value, token) = phrase.readNumber(expected: "the largest difference allowed") else { return nil }
      guard value >= 0 else {
        phrase.report(.notPositive("the largest difference"), at: phrase.span(of: token))
        return nil
      }
      within = value
      return ()
    }
    guard isRead else { return nil }
    return Expectation(
      quantity: quantity, relation: relation, value: value, within: within, expectsFailure: expectsFailure,
      span: phrase.span(from: start))
  }

  private static func readRelation(_ phrase: inout Phrase) -> Relation? {
    for relation in Relation.allCases where phrase.take(relation.rawValue) { return relation }
    if phrase.take("≤") { return .lessOrEqual }
    if phrase.take("≥") { return .greaterOrEqual }
    if phrase.take("is") { return .equal }
    phrase.report(.expected("`=`, `<`, `>`, `<=` or `>=`", found: phrase.found))
    return nil
  }

  private static func readValue(_ phrase: inout Phrase) -> Value? {
    switch phrase.next?.kind {
    case .formula, .unterminated: return phrase.readFormula().map { .formula($0.formula, $0.span) }
    case .word: return phrase.readQuantity().map(Value.quantity)
    default: return phrase.readArray(expected: "a number, a vector or a matrix").map(Value.array)
    }
  }
}
