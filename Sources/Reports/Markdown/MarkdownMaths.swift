import Diagnostics
import Documents

/// Formulas as GitHub shows them most reliably: displays in ```` ```math ```` blocks, in which Markdown changes
/// nothing, and inline formulas in `$…$` or, where Markdown would change them, in `` $`…`$ ``.
struct MarkdownMaths {
  let source: SourceText
  let formulas: Formulas

  /// What changes in the author's file for this formula; nothing where it is fine as it stands.
  ///
  /// - Parameters:
  ///   - isBlock: whether the formula has lines of its own or may be given them
  ///   - prefix: what precedes each line in the containers around it
  func replacements(for maths: Maths, isBlock: Bool, prefix: String) -> [Replacement] {
    let prepared = formulas.prepared[maths.index]
    let edits = prepared?.edits ?? []
    let shown = maths.tex.applying(edits).text
    guard shown.contains(where: { !$0.isWhitespace }) else { return [Replacement(span: maths.span, text: "")] }
    let isWhole = TeXToken.closesItsBraces(maths.tex.text)
    let inside =
      isWhole ? edits.map { Replacement(span: maths.tex.span(of: $0.range), text: $0.replacement) } : []
    if maths.isDisplay, isBlock {
      return maths.delimiter == .fence
        ? inside + labelRemoval(maths) : inside + fences(for: maths, isWhole ? "math" : "tex", prefix: prefix)
    }
    switch maths.delimiter {
    case .backticks: return inside
    case .dollar where edits.isEmpty && !Self.isChangedByMarkdown(shown): return []
    default:
      let isCode = !shown.contains("`")
      let style = maths.isDisplay ? "\\displaystyle " : ""
      let tex = maths.tex.span
      return inside + [
        Replacement(span: SourceSpan(maths.span.lower, tex.lower), text: (isCode ? "$`" : "$") + style),
        Replacement(span: SourceSpan(tex.upper, maths.span.upper), text: isCode ? "`$" : "$"),
      ]
    }
  }

  /// Whether Markdown would take a part of the formula for its own: an escape, emphasis, a tag.
  static func isChangedByMarkdown(_ tex: String) -> Bool {
    if tex.contains("*") || tex.contains("<") || tex.contains("~") { return true }
    let bytes = Array(tex.utf8)
    return bytes.indices.dropLast().contains { i in
      bytes[i] == UInt8(ascii: "\\") && bytes[i + 1] > 0x20 && bytes[i + 1] < 0x7F && !TeXToken.isLetter(bytes[i + 1])
        && !(0x30...0x39).contains(bytes[i + 1])
    }
  }

  private func labelRemoval(_ maths: Maths) -> [Replacement] {
    maths.attributes.span.map { [Replacement(span: $0, text: "")] } ?? []
  }

  /// The delimiters of a display become the fences of a block, on lines of their own.
  ///
  /// - Parameter language: `math`, or `tex` where GitHub would show an error in place of the formula
  private func fences(for maths: Maths, _ language: String, prefix: String) -> [Replacement] {
    let tex = maths.tex.span
    let lineStart = source.span(ofLine: source.line(at: maths.span.lower)).lower
    let before = source.utf8[lineStart..<maths.span.lower]
    let after = source.utf8[maths.span.upper...].prefix { $0 == 0x20 || $0 == 0x09 }
    let newline = "\n" + prefix
    let startsLine =
      before.count <= prefix.utf8.count || before.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let next = source.utf8[after.endIndex...].first
    let endsLine = next == nil || next == 0x0A || next == 0x0D
    let opening =
      (startsLine ? "" : newline) + "```" + language + (Self.startsWithLineEnd(maths.tex.text) ? "" : newline)
    let endsInside = maths.tex.text.last { $0 != " " && $0 != "\t" }?.isNewline == true
    let closing = (endsInside ? "" : newline) + "```" + (endsLine ? "" : newline)
    // The `> ` before closing delimiters on a line of their own stays.
    let closingStart =
      tex.upper + source.utf8[tex.upper..<maths.span.upper].prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }.count
    let end = endsLine ? maths.span.upper : after.endIndex
    return [
      Replacement(span: SourceSpan(maths.span.lower, tex.lower), text: opening),
      Replacement(span: SourceSpan(closingStart, end), text: closing),
    ]
  }

  private static func startsWithLineEnd(_ text: String) -> Bool {
    text.first { $0 != " " && $0 != "\t" }?.isNewline == true
  }
}
