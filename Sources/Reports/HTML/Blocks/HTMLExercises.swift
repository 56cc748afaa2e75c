import Diagnostics
import Documents

extension HTMLRenderer {
  mutating func write(_ exercise: Exercise, of block: Block) {
    startLine()
    let name = page.references.exerciseNames[block.span.lower] ?? ""
    let id = identifierAttribute(block.attributes.identifier)
    let isFolded = exercise.kind == .solution && options.solutions != .show
    let source = page.document.source
    let lines = source.line(at: block.span.lower)...source.line(at: max(block.span.lower, block.span.upper - 1))
    let isOpen = page.result?.hasUnexpected(in: lines) ?? false
    html +=
      isFolded
      ? "<details class=\"solution\"\(id)\(isOpen ? " open" : "")>\n<summary>"
      : "<div class=\"\(exercise.kind.rawValue)\" role=\"group\" aria-label=\"\(HTMLEscaping.text(name))\"\(id)>\n<p class=\"exercise-title\">"
    html += "<span class=\"number\">\(HTMLEscaping.text(name))</span>"
    let title = exercise.title.isEmpty ? [] : [.verbatim(" ")] + exercise.title.map(Step.inline)
    follow(
      with: title + [.verbatim(isFolded ? "</summary>\n" : "</p>\n")]
        + exercise.blocks.map { .block($0, isTight: false) } + [.ending(isFolded ? "</details>\n" : "</div>\n")])
  }
}
