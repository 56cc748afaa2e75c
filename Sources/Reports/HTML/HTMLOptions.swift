/// What the reader of a report chooses.
package struct HTMLOptions: Sendable, Hashable {
  /// Raw HTML and dangerous links of the notebook work, instead of being shown as text.
  package var allowsUnsafeHTML: Bool

  /// Whether the blocks get what a report adds to cmark's HTML. Without it, and with `allowsUnsafeHTML`, they are
  /// written as cmark writes them, byte for byte. This is all that is added:
  ///
  /// | element | addition | reason |
  /// |---|---|---|
  /// | heading | `id` | the contents and references lead to it |
  /// | code block | `tabindex="0"` on `<pre>` | wide code scrolls, by the keyboard too |
  /// | code block `nabla` | spans with classes | the words of the cell language |
  /// | table | a box that scrolls, `scope`, classes for alignment, `<caption>`, `id` | no part of CommonMark |
  /// | formula | KaTeX's HTML and MathML; a display in `<div class="equation">` with its labels and its verdict | no part of CommonMark |
  /// | cell | `<div class="cell">` with its source and outputs | the product |
  /// | inline value | `<span class="value">` | the product |
  /// | callout, exercise, division | `<div>` | no part of CommonMark |
  /// | solution | `<details>`, or `<div>` where solutions are shown | no part of CommonMark |
  /// | footnote | `<sup>` with a link; the notes at the end of the page | no part of CommonMark |
  /// | reference | a link with the number | no part of CommonMark |
  /// | image | the file as a `data:` URL; a link where it is elsewhere; its words where it is missing | the page asks nothing of any server |
  /// | link to `other.md` | `other.html` | reports lead to reports |
  /// | link to a place that is not there | no `href`, and a warning | |
  ///
  /// Without `allowsUnsafeHTML`, raw HTML is shown as text, its comments are left out, and dangerous links have no
  /// destination, as in cmark's safe mode.
  package var hasAdditions: Bool

  package var solutions: SolutionDisplay

  /// The reports before and after this one in the order of the index.
  package var neighbours = PageNeighbours()

  package init(
    allowsUnsafeHTML: Bool = false, hasAdditions: Bool = true, solutions: SolutionDisplay = .fold,
    neighbours: PageNeighbours = PageNeighbours()
  ) {
    self.neighbours = neighbours
    self.solutions = solutions
    self.allowsUnsafeHTML = allowsUnsafeHTML
    self.hasAdditions = hasAdditions
  }
}
