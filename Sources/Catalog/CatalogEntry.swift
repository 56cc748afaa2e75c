/// One word or phrase of the notebook language: a statement, an option, a quantity, an activation function.
///
/// From the entries come the parser's vocabulary, its "did you mean", `nabla --help` and the reference manual. Each
/// room exports its own; `Directives` collects them.
package struct CatalogEntry: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case statement, option, quantity, activation, loss, initializer, optimizer, schedule, generator
  }

  package var kind: Kind
  /// In whole words, lower case: `leaky relu`, `learning rate`.
  package var name: String
  /// Other spellings that mean the same: `logistic` for `sigmoid`.
  package var aliases: [String]
  /// How it is written, with what varies in angle brackets: `learning rate <number>`.
  package var form: String
  /// One sentence for the manual.
  package var summary: String

  package init(_ kind: Kind, _ name: String, aliases: [String] = [], form: String? = nil, summary: String) {
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.form = form ?? name
    self.summary = summary
  }

  package var spellings: [String] { [name] + aliases }
}
