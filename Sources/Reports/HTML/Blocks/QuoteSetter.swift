/// Sets the marks that a keyboard has, `"` and `'`, as the language of the text has them, piece by piece of a paragraph.
///
/// A mark opens behind a space, a dash or an opening bracket, and closes elsewhere; within a word it is an apostrophe.
/// Code and formulas never come here.
struct QuoteSetter {
  private let marks: QuoteMarks
  /// What stands before the next piece.
  private var before: Character = " "
  private var isSingleOpen = false

  init(_ language: Language) { marks = language.quoteMarks }

  /// The next piece belongs to another paragraph.
  mutating func begin() {
    before = " "
    isSingleOpen = false
  }

  /// Something that is no text stands between two pieces: code, a formula, a number.
  mutating func pass() { before = "0" }

  mutating func set(_ text: String) -> String {
    guard let last = text.last else { return text }
    guard text.contains(where: { $0 == "\"" || $0 == "'" }) else {
      before = last
      return text
    }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      let isStart = before.isWhitespace || Self.openers.contains(before)
      switch character {
      case "\"": result += isStart ? marks.opening : marks.closing
      case "'" where isStart && rest.first?.isNumber != true:
        isSingleOpen = true
        result += marks.innerOpening
      case "'" where isSingleOpen && !isStart && rest.first?.isLetter != true:
        isSingleOpen = false
        result += marks.innerClosing
      case "'": result += "’"
      default: result.append(character)
      }
      before = character
      // A mark that has just opened may be followed by another.
      if isStart, character == "\"" || character == "'" { before = "(" }
    }
    return result
  }

  private static let openers: Set<Character> = Set("([{–—-/«„“‘‚¡¿")
}

/// The marks around what is quoted, and around what is quoted within it.
struct QuoteMarks: Sendable {
  var opening: String
  var closing: String
  var innerOpening: String
  var innerClosing: String

  static let english = QuoteMarks(opening: "“", closing: "”", innerOpening: "‘", innerClosing: "’")

  /// By the tag of the language, where they are not those of English.
  fileprivate static let others: [String: QuoteMarks] = [
    "de": QuoteMarks(opening: "„", closing: "“", innerOpening: "‚", innerClosing: "‘"),
    "fr": QuoteMarks(opening: "«\u{202F}", closing: "\u{202F}»", innerOpening: "“", innerClosing: "”"),
    "es": QuoteMarks(opening: "«", closing: "»", innerOpening: "“", innerClosing: "”"),
    "it": QuoteMarks(opening: "«", closing: "»", innerOpening: "“", innerClosing: "”"),
  ]
}

extension Language {
  var quoteMarks: QuoteMarks { QuoteMarks.others[tag] ?? .english }

  /// A text that stands alone, with its quotation marks set.
  func quoted(_ text: String) -> String {
    var setter = QuoteSetter(self)
    return setter.set(text)
  }
}
