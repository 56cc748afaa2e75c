/// The words that stand between formulas.
package enum Words {
  static let implications: Set<String> = [
    "\\implies", "\\Rightarrow", "\\Longrightarrow", "\\iff", "\\Leftrightarrow", "\\Leftarrow", "⇒",
  ]
  /// Of these, the ones that also say what becomes of what stands before them.
  static let backwards: Set<String> = ["\\Leftarrow", "⇐"]
  /// Those that say that each follows from the other.
  static let equivalences: Set<String> = ["\\iff", "\\Leftrightarrow", "⇔"]
  static let arrows: Set<String> = ["\\rightarrow", "\\to", "\\longrightarrow", "→"]
  package static let dots: Set<String> = ["\\dots", "\\ldots", "\\cdots", "\\dotsc", "\\dotsb", "…", "⋯"]

  private static let conditions: Set<String> = [
    "if", "for", "when", "whenever", "otherwise", "unless", "except", "else", "provided", "falls", "wenn", "für",
    "sonst", "si",
    "pour", "quand", "sinon", "cuando", "para", "se", "per", "若", "如果", "当", "否则",
  ]
  /// Those that speak of what a condition leaves out.
  private static let alternatives: Set<String> = ["otherwise", "else", "sonst", "sinon", "否则"]
  /// Those behind which it is said when something is not meant.
  private static let negations: Set<String> = ["unless", "except", "außer", "sauf", "salvo"]
  /// Those behind which nothing but a condition stands; behind `for` there may be a name.
  private static let strict: Set<String> = ["if", "unless", "except", "provided", "falls", "wenn", "sofern"]
  private static let restrictions: Set<String> = ["where", "with", "such", "wobei", "mit", "où", "avec", "donde", "其中"]
  private static let connectives: Set<String> = restrictions.union([
    "and", "or", "as", "since", "because", "then", "so", "thus", "hence", "therefore", "while", "but", "i.e.", "e.g.",
    "by", "from", "using", "given", "let", "und", "et", "oder", "con", "且", "则", "和",
  ])

  /// Whether words part what stands before from what stands behind: several of them, or one that connects. A single
  /// other word is a name.
  static func part(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return false }
    // A single letter may be a name, but not with room around it.
    let isAnd = ["y", "e"].contains(first) && text.first?.isWhitespace ?? false && text.last?.isWhitespace ?? false
    return words.count > 1 || isAnd || isConnecting(first)
  }

  /// Whether one word stands between formulas, and can't be a name.
  static func isConnecting(_ word: some StringProtocol) -> Bool {
    let word = plain(Substring(word))
    return conditions.contains(word) || connectives.contains(word)
      || word.unicodeScalars.contains(where: \.isIdeograph)
  }

  /// Whether they say "otherwise".
  static func isAlternative(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { alternatives.contains(plain($0)) }
  }

  /// Whether several words can name something: none of them connects statements.
  package static func areName(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace).map(plain)
    return words.count > 1 && !words.contains { conditions.contains($0) || connectives.contains($0) }
  }

  /// Whether they say "and", and nothing else.
  static func joins(_ text: String) -> Bool {
    ["and", "und", "et", "y", "e"].contains(
      plain(Substring(text.trimmingPrefix(while: \.isWhitespace)).prefix { !$0.isWhitespace }))
      && text.split(whereSeparator: \.isWhitespace).count == 1
  }

  /// Whether what follows the words is a condition.
  package static func isCondition(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { conditions.contains(plain($0)) }
  }

  /// Whether what follows the words is when something is not meant.
  static func isNegated(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { negations.contains(plain($0)) }
  }

  /// Whether the words end with one behind which nothing but a condition stands.
  static func isStrict(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { strict.contains(plain($0)) }
  }

  /// Whether a symbol with a value behind the words restricts what stands before them.
  static func restricts(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { restrictions.contains(plain($0)) }
  }

  private static func plain(_ word: Substring) -> String {
    let word = word.lowercased()
    return word.count > 1 && (word.hasSuffix(",") || word.hasSuffix(":")) ? String(word.dropLast()) : word
  }
}

extension Unicode.Scalar {
  /// Of Chinese or Japanese writing: it stands in words, never in a name of mathematics.
  fileprivate var isIdeograph: Bool { properties.isIdeographic }
}
