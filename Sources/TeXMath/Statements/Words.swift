/// The words that stand between formulas.
package enum Words {
  static let implications: Set<String> = [
    "\\implies", "\\Rightarrow", "\\Longrightarrow", "\\iff", "\\Leftrightarrow", "\\Leftarrow", "⇒",
  ]
  static let arrows: Set<String> = ["\\rightarrow", "\\to", "\\longrightarrow", "→"]
  package static let dots: Set<String> = ["\\dots", "\\ldots", "\\cdots", "\\dotsc", "\\dotsb", "…", "⋯"]

  private static let conditions: Set<String> = [
    "if", "for", "when", "whenever", "otherwise", "unless", "else", "provided", "falls", "für", "si", "pour",
  ]
  private static let connectives: Set<String> = [
    "and", "or", "as", "since", "because", "then", "so", "thus", "hence", "therefore", "where", "with", "while", "but",
    "i.e.", "e.g.", "by", "from", "using", "given", "let", "und", "et", "oder",
  ]

  /// Whether words part what stands before from what stands behind: several of them, or one that connects. A single
  /// other word is a name.
  static func part(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return false }
    return words.count > 1 || conditions.contains(plain(first)) || connectives.contains(plain(first))
  }

  /// Whether several words can name something: none of them connects statements.
  static func areName(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace).map(plain)
    return words.count > 1 && !words.contains { conditions.contains($0) || connectives.contains($0) }
  }

  /// Whether what follows the words is a condition.
  static func isCondition(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { conditions.contains(plain($0)) }
  }

  /// Whether a symbol with a value behind the words restricts what stands before them.
  static func restricts(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { ["where", "with", "such"].contains(plain($0)) }
  }

  private static func plain(_ word: Substring) -> String {
    let word = word.lowercased()
    return word.count > 1 && (word.hasSuffix(",") || word.hasSuffix(":")) ? String(word.dropLast()) : word
  }
}
