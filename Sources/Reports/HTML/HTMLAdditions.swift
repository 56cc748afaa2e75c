/// Everything that a report adds to the HTML which cmark writes for the same blocks.
///
/// `HTMLOptions.hasAdditions` switches all of it off; what remains is cmark's, byte for byte.
package enum HTMLAdditions {
  package struct Addition: Sendable {
    package var element: String
    package var addition: String
    package var reason: String
  }

  package static let all = [
    Addition(element: "heading", addition: "`id`", reason: "contents and references lead to it"),
    Addition(
      element: "code block", addition: "`tabindex=\"0\"` on `<pre>`", reason: "wide code scrolls, by the keyboard too"),
    Addition(element: "code block `nabla`", addition: "spans with classes", reason: "the words of the cell language"),
    Addition(
      element: "table", addition: "a box that scrolls, `scope` on headers, classes for alignment, `<caption>`, `id`",
      reason: "tables are no part of CommonMark"),
    Addition(
      element: "formula",
      addition: "KaTeX's HTML and MathML; a display in `<div class=\"equation\">` with its labels as `id`",
      reason: "formulas are no part of CommonMark"),
    Addition(element: "cell", addition: "`<div class=\"cell\">` with source and outputs", reason: "the product"),
    Addition(element: "inline value", addition: "`<span class=\"value\">`", reason: "the product"),
    Addition(element: "callout, division", addition: "`<div>`", reason: "no part of CommonMark"),
    Addition(
      element: "footnote", addition: "`<sup>` with a link, the notes at the end of the page",
      reason: "no part of CommonMark"),
    Addition(element: "reference", addition: "a link with the number", reason: "no part of CommonMark"),
    Addition(
      element: "image",
      addition: "the file as a `data:` URL; a link where it is on another host; its words where it is missing",
      reason: "the page asks nothing of any server"),
    Addition(element: "link to `other.md`", addition: "`other.html`", reason: "reports lead to reports"),
    Addition(
      element: "raw HTML", addition: "shown as text, comments left out, unless `allowsUnsafeHTML`",
      reason: "a stranger's notebook is safe to read"),
    Addition(
      element: "dangerous link", addition: "an empty destination, unless `allowsUnsafeHTML`",
      reason: "cmark's own safe mode"),
  ]
}
