/// What the reader of a report chooses.
package struct HTMLOptions: Sendable, Hashable {
  /// Raw HTML and dangerous links of the notebook work, instead of being shown as text.
  package var allowsUnsafeHTML: Bool
  /// Everything that `HTMLAdditions` lists; without it the blocks render to cmark's own bytes.
  package var hasAdditions: Bool

  package init(allowsUnsafeHTML: Bool = false, hasAdditions: Bool = true) {
    self.allowsUnsafeHTML = allowsUnsafeHTML
    self.hasAdditions = hasAdditions
  }
}
