import Catalog
import Diagnostics

/// Reads a statement from left to right, and keeps what it finds wrong.
///
/// A reading function that returns nil has said why.
struct Phrase {
  let fragment: SourceFragment
  private(set) var tokens: [Token]
  private(set) var position = 0
  /// Where the words begin that `takeOne` read last.
  private(set) var startOfChoice = 0
  var diagnostics: [Diagnostic] = []
  /// The quantities that a sentence of a notation speaks of in words, each under a symbol of its own.
  var spoken: [NotationDefinition.Sentence] = []
  /// What the sentence is in cells, where equations know it by such symbols.
  var cellQuantity: Quantity?

  init(_ fragment: SourceFragment) {
    self.fragment = fragment
    tokens = Token.scan(fragment.text)
  }

  /// What is between the start and the end of the token read last.
  var fragmentOfWord: SourceFragment {
    position > 0 && position <= tokens.count ? fragment.slice(tokens[position - 1].range) : fragment
  }

  // MARK: Looking

  var next: Token? { position < tokens.count ? tokens[position] : nil }
  var isAtEnd: Bool { position >= tokens.count }
  func token(ahead distance: Int) -> Token? {
    position + distance < tokens.count ? tokens[position + distance] : nil
  }

  func span(of token: Token) -> SourceSpan { fragment.span(of: token.range) }

  /// From the token at `start` to the last one read.
  func span(from start: Int) -> SourceSpan {
    guard start < tokens.count else { return here }
    let last = max(start, position - 1)
    return span(of: tokens[start]).joined(with: span(of: tokens[min(last, tokens.count - 1)]))
  }

  /// The next token, or the end of the statement.
  var here: SourceSpan {
    if let next { return span(of: next) }
    let end = tokens.last?.range.upperBound ?? 0
    let place = fragment.source(of: max(0, end - 1)) + (end > 0 ? 1 : 0)
    return SourceSpan(place, place)
  }

  /// The whole statement, without trailing comments.
  var whole: SourceSpan {
    guard let first = tokens.first, let last = tokens.last else { return fragment.span }
    return span(of: first).joined(with: span(of: last))
  }

  /// How many tokens of `words` stand next, in any case of letters; nil if not all do.
  func match(_ words: String) -> Int? {
    var distance = 0
    for word in PatternWords(words) {
      guard let token = token(ahead: distance), token.text.isWord(word) else { return nil }
      distance += 1
    }
    return distance
  }

  // MARK: Reading

  mutating func advance(by count: Int = 1) { position = min(position + count, tokens.count) }
  mutating func rewind(to place: Int) { position = place }
  mutating func replace(_ range: Range<Int>, by others: [Token]) { tokens.replaceSubrange(range, with: others) }
  mutating func skipToEnd() { position = tokens.count }

  /// Reads `words` if they stand next.
  mutating func take(_ words: String) -> Bool {
    guard let count = match(words) else { return false }
    advance(by: count)
    return true
  }

  mutating func takeWord() -> Token? {
    guard let next, next.kind == .word else { return nil }
    advance()
    return next
  }

  mutating func takeNumber() -> (value: Double, token: Token)? {
    guard let next, case .number(let value) = next.kind else { return nil }
    advance()
    return (value, next)
  }

  /// The longest of the spellings that stands next, with its index.
  mutating func takeOne(of spellings: [[String]]) -> Int? {
    var best: (index: Int, count: Int)?
    for (index, names) in spellings.enumerated() {
      for name in names {
        if let count = match(name), count > best?.count ?? 0 { best = (index, count) }
      }
    }
    guard let best else { return nil }
    startOfChoice = position
    advance(by: best.count)
    return best.index
  }

  // MARK: Saying

  mutating func report(_ problem: DirectiveProblem, at span: SourceSpan? = nil) {
    diagnostics.append(problem.diagnostic(at: span ?? here))
  }

  /// Says that the catalog has no such name, and which one is meant: `square error` is near `squared error`.
  mutating func reportUnknown(_ kind: CatalogEntry.Kind, known: [String], spellings: [String] = []) {
    let words = tokens[position...].prefix(3).prefix { $0.kind == .word && $0.line == next?.line }
    for count in stride(from: words.count, through: 1, by: -1) {
      let written = words.prefix(count)
      let text = written.map(\.text).joined(separator: " ")
      guard let last = written.last, let meant = nearest(text, among: known + spellings),
        meant.split(separator: " ").count == count
      else { continue }
      report(.unknown(kind, text, known: [meant]), at: here.joined(with: span(of: last)))
      return
    }
    report(.unknown(kind, next?.text ?? "", known: known))
  }

  /// What stands next, for a message: `` `epoch` `` or `the end of the statement`.
  var found: String { next.map { "`\(written($0))`" } ?? "the end of the statement" }

  /// A word as the author has it, where others of the grammar stand in its place.
  func written(_ token: Token) -> String { token.kind == .word ? fragment.slice(token.range).text : token.text }
}
