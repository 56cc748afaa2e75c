import Diagnostics
import Documents

/// The fences of exercises and solutions become lines that GitHub shows: a name in bold, or a part that unfolds.
struct MarkdownExercises {
  private(set) var replacements: [Replacement] = []

  init(
    _ document: Document, _ references: References, _ anchors: MarkdownAnchors, _ language: Language,
    solutions: SolutionDisplay
  ) {
    let source = document.source
    for block in document.everyBlock {
      guard case .exercise(let exercise) = block.kind else { continue }
      let name = references.exerciseNames[block.span.lower] ?? ""
      let title = exercise.title.plainText
      let isFolded = exercise.kind == .solution && solutions == .fold
      let margin = LinePrefix.ofLine(at: block.span.lower, in: source)
      var blank = margin
      while blank.last == " " { blank.removeLast() }
      let first = source.line(at: block.span.lower)
      let last = source.line(at: max(block.span.lower, block.span.upper - 1))
      let words = MarkdownEscaping.text(title.isEmpty ? name : "\(name): \(title)")
      let heading =
        anchors.anchors(for: block.attributes.identifier.map { [$0] } ?? [])
        + (isFolded
          ? "<details>\n\(margin)<summary>\(HTMLEscaping.text(title.isEmpty ? name : "\(name): \(title)"))</summary>\n\(blank)"
          : "**\(words)**\n\(blank)")
      replacements.append(
        Replacement(span: SourceSpan(block.span.lower, source.span(ofLine: first).upper), text: heading))
      if let span = exercise.headingSpan { replacements.append(Replacement(span: span, text: "")) }
      let closing = source.span(ofLine: last)
      let fence = source.text(ofLine: last).drop { $0 == " " || $0 == ">" }
      guard last > first, fence.hasPrefix(":::") else { continue }
      let start = closing.upper - fence.utf8.count
      replacements.append(
        Replacement(
          span: SourceSpan(start, closing.upper), text: isFolded ? "\n\(blank.isEmpty ? "" : margin)</details>" : ""))
    }
  }
}
