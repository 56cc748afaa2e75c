import Diagnostics
import Documents

/// Writes blocks as HTML, with cmark's own choice of elements, escapes and line ends.
///
/// What is still to be written waits on a stack of steps instead of the call stack, so that no depth of nesting can
/// exhaust it.
struct HTMLRenderer {
  enum Step {
    case block(Block, isTight: Bool)
    case inline(Inline)
    /// Written as it stands.
    case verbatim(String)
    /// Written as it stands, on a new line.
    case ending(String)
  }

  let page: PageContext
  var html = ""
  /// What could not be shown as the author meant it.
  var diagnostics: [Diagnostic] = []
  /// References met so far to each footnote, so that each has an identifier of its own.
  var footnoteReferences: [String: Int] = [:]
  /// Footnotes by their label, set aside for the end of the page.
  var footnotes: [String: [Block]] = [:]
  /// Where links lead, in order: paper lists it, since nothing can be followed there.
  var printedLinks: [String] = []
  var isInTitle = false
  private var identifiers: Set<String> = []
  private var steps: [Step] = []

  var quotes: QuoteSetter

  init(page: PageContext) {
    self.page = page
    quotes = QuoteSetter(page.language)
  }

  var options: HTMLOptions { page.options }

  /// Writes `blocks` and everything in them.
  mutating func render(_ blocks: [Block]) {
    follow(with: blocks.map { .block($0, isTight: false) })
    run()
  }

  mutating func render(_ inlines: [Inline]) {
    follow(with: inlines.map(Step.inline))
    run()
  }

  private mutating func run() {
    while let step = steps.popLast() {
      switch step {
      case .block(let block, let isTight): write(block, isTight: isTight)
      case .inline(let inline): write(inline)
      case .verbatim(let text):
        html += text
        // A cell of a table, or its caption.
        if text.hasPrefix("<t") || text.hasPrefix("<caption") { quotes.begin() }
      case .ending(let text):
        startLine()
        html += text
      }
    }
  }

  /// Has `next` written, in order, before anything that already waits.
  mutating func follow(with next: [Step]) { steps.append(contentsOf: next.reversed()) }

  /// Has `inlines` written between two tags.
  mutating func enclose(_ inlines: [Inline], in opening: String, _ closing: String) {
    html += opening
    follow(with: inlines.map(Step.inline) + [.verbatim(closing)])
  }

  /// Has `blocks` written between two tags, each on a line of its own.
  mutating func enclose(_ blocks: [Block], in opening: String, _ closing: String) {
    startLine()
    html += opening + "\n"
    follow(with: blocks.map { .block($0, isTight: false) } + [.ending(closing + "\n")])
  }

  /// Takes the closing punctuation that is to be written next, if it is.
  mutating func takeClosingPunctuation() -> String {
    guard case .inline(var next)? = steps.last, case .text(let text) = next.kind else { return "" }
    let marks = text.prefix { Self.closing.contains($0) }
    guard !marks.isEmpty else { return "" }
    next.kind = .text(String(text.dropFirst(marks.count)))
    _ = quotes.set(String(marks))
    steps[steps.count - 1] = .inline(next)
    return String(marks)
  }

  private static let closing: Set<Character> = Set(".,;:!?)]}’”»…。，、；：！？）")

  /// ` id="…"` for the first element that asks for it; nothing for a second one, since a page holds each once.
  mutating func identifierAttribute(_ identifier: String?) -> String {
    guard options.hasAdditions, let identifier, identifiers.insert(identifier).inserted else { return "" }
    return " id=\"\(HTMLEscaping.text(identifier))\""
  }

  mutating func startLine() {
    quotes.begin()
    if let last = html.utf8.last, last != UInt8(ascii: "\n") { html += "\n" }
  }
}
