import Catalog
import Diagnostics

/// How one statement is recognised and read: its entry in the catalog, its options, its reader.
struct StatementRule: Sendable {
  var entry: CatalogEntry
  var options: [CatalogEntry] = []
  /// What statements below would miss if this one could not be read.
  var provides: Directive.Provision?
  var read: @Sendable (inout Phrase) -> Directive?
}

/// The statements of the notebook language.
package enum Language {
  static let statements: [StatementRule] = [
    NetworkDefinition.rule, NetworkUse.rule, DataDefinition.rule, LossDefinition.rule, NotationDefinition.rule,
    LetStatement.rule, Initialization.rule, ParameterSetting.rule, Freezing.rule, TrainingOrder.rule, Printing.rule,
    Explanation.rule, Sweep.rule, Plotting.rule, Drawing.rule, GradientChecking.rule, VerdictListing.rule,
    EquationChecking.rule,
    Expectation.rule,
  ]
}

extension Phrase {
  /// Reads options until the statement ends: each an entry's words, in any order, with or without a comma before it.
  ///
  /// `read` gets the name of the option and reads what follows; it returns nil where that was wrong.
  mutating func readOptions(
    of statement: String, _ entries: [CatalogEntry], _ read: (inout Phrase, String) -> Void?
  ) -> Bool {
    var seen: [String] = []
    while !isAtEnd {
      _ = take(",")
      guard let first = next else {
        report(.expected("an option of `\(statement)`", found: found))
        return false
      }
      guard let index = takeOne(of: entries.map(\.spellings)) else {
        report(
          .unknownOption(first.text, of: statement, known: entries.map(\.name), help: misspelt(entries)),
          at: span(of: first))
        return false
      }
      let name = entries[index].name
      if seen.contains(name) {
        report(.twice("`\(name)`"), at: span(of: first))
        return false
      }
      seen.append(name)
      guard read(&self, name) != nil else { return false }
    }
    return true
  }

  /// Which option of several words is meant by what stands up to the next comma: `columns from` by `colums from`.
  private func misspelt(_ entries: [CatalogEntry]) -> String? {
    var words: [String] = []
    while let token = token(ahead: words.count), token.text != "," { words.append(token.text) }
    for count in 2...max(2, words.count) where count <= words.count {
      let known = entries.flatMap(\.spellings).filter { $0.split(separator: " ").count == count }
      if let close = nearest(words.prefix(count).joined(separator: " "), among: known),
        let entry = entries.first(where: { $0.spellings.contains(close) })
      {
        return "did you mean `\(entry.name)`?"
      }
    }
    return nil
  }

  /// Says that the statement should have ended.
  mutating func finish(_ statement: String) -> Bool {
    guard let extra = next else { return true }
    report(.unknownOption(extra.text, of: statement, known: []), at: span(of: extra))
    return false
  }
}
