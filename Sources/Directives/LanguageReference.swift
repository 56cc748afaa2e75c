package import Catalog
import Networks

extension Language {
  /// Every entry of the language.
  package static var catalog: [CatalogEntry] {
    statements.flatMap { [$0.entry] + $0.options } + QuantityNoun.all.map(\.entry) + Vocabulary.entries
      + NotationNoun.all.map(\.entry) + NotationModifier.all + Networks.Vocabulary.entries
  }

  /// The words of the notebook language as a page of Markdown, from the entries that the parser reads by.
  package static var reference: String {
    var page = """
      # The notebook language

      A statement a line; indented lines belong to the statement above, and `#` starts a comment. What stands in angle
      brackets varies, what stands in square brackets may be left out. This page is what `nabla language` prints.

      ## Statements

      """
    for rule in statements {
      page += "\n### \(rule.entry.name)\n\n" + definition(of: rule.entry)
      if !rule.options.isEmpty { page += "\n" + table(of: rule.options, heading: "option") }
    }
    page += "\n## Quantities\n\n"
    page += "What `print` and `expect` ask for, and what stands between `` `{nabla} …` `` in a sentence.\n\n"
    page += table(of: QuantityNoun.all.map(\.entry) + Vocabulary.entries, heading: "quantity")
    page += "\n## Sentences of `define notation`\n\n"
    page +=
      "Besides the quantities above, each `of unit …`, `of layer …`, `for example …` with numbers, names or letters:\n\n"
    page += table(of: NotationNoun.all.map(\.entry), heading: "noun")
    page += "\nOther words for them, in sentences only (`hidden unit j`, `neuron` and `the i-th` are read, too):\n\n"
    page += "| quantity | other words |\n|---|---|\n"
    for noun in NotationSynonyms.all {
      page += "| `\(noun.name)` | \(noun.others.map { "`\($0)`" }.joined(separator: ", ")) |\n"
    }
    page += "\nBehind it, parted by commas:\n\n"
    page += table(of: NotationModifier.all, heading: "addition")
    let groups: [(CatalogEntry.Kind, String)] = [
      (.activation, "Activation functions"), (.loss, "Losses"), (.initializer, "Initializers"),
      (.optimizer, "Optimizers"), (.schedule, "Learning-rate schedules"), (.generator, "Data generators"),
    ]
    for (kind, title) in groups {
      page += "\n## \(title)\n\n"
      page += table(of: Networks.Vocabulary.entries.filter { $0.kind == kind }, heading: kind.rawValue)
    }
    return page
  }

  private static func definition(of entry: CatalogEntry) -> String {
    let aliases = entry.aliases.isEmpty ? "" : " Also: \(listing(entry.aliases))."
    // Other ways to write the same statement stand below each other, and so do the lines of one way.
    let form = entry.form.replacing(", or ", with: "\n").replacing(" ⏎ ", with: "\n  ")
    return "```nabla\n\(form)\n```\n\n\(entry.summary)\(aliases)\n"
  }

  private static func table(of entries: [CatalogEntry], heading: String) -> String {
    let rows = entries.map { entry in
      let aliases = entry.aliases.isEmpty ? "" : " Also: \(listing(entry.aliases))."
      return "| \(cell("`\(entry.form)`")) | \(cell(entry.summary + aliases)) |\n"
    }
    return "| \(heading) | |\n|---|---|\n" + rows.joined()
  }

  /// A bar would end the cell, in code too.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
