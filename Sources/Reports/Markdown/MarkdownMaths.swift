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
    let inside = edits.map { Replacement(span: maths.tex.span(of: $0.range), text: $0.replacement) }
    if maths.isDisplay, isBlock {
      return maths.delimiter == .fence ? inside + labelRemoval(maths) : inside + fences(for: maths, prefix: prefix)
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
  private func fences(for maths: Maths, prefix: String) -> [Replacement] {
    let tex = maths.tex.span
    let before = source[SourceSpan(source.span(ofLine: source.line(at: maths.span.lower)).lower, maths.span.lower)]
    let after = source[
      SourceSpan(
        maths.span.upper, source.span(ofLine: source.line(at: max(maths.span.upper - 1, maths.span.lower))).upper)]
    let newline = "\n" + prefix
    let startsLine =
      before.allSatisfy { $0 == " " || $0 == ">" || $0 == "\t" } || before.utf8.count <= prefix.utf8.count
    let endsLine = after.allSatisfy(\.isWhitespace)
    let opening = (startsLine ? "" : newline) + "```math" + (Self.startsWithLineEnd(maths.tex.text) ? "" : newline)
    let endsInside = maths.tex.text.last { $0 != " " && $0 != "\t" }?.isNewline == true
    let closing = (endsInside ? "" : newline) + "```" + (endsLine ? "" : newline)
    var end = maths.span.upper
    if !endsLine { end += after.utf8.prefix { $0 == 0x20 }.count }
    return [
      Replacement(span: SourceSpan(maths.span.lower, tex.lower), text: opening),
      Replacement(span: SourceSpan(tex.upper, end), text: closing),
    ]
  }

  private static func startsWithLineEnd(_ text: String) -> Bool {
    text.first { $0 != " " && $0 != "\t" }?.isNewline == true
  }
}
