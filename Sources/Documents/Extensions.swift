/// Which notation is read beyond CommonMark.
package enum Extensions: Sendable, Hashable {
  /// CommonMark 0.30 and nothing else.
  case none
  /// Maths, cells, pipe tables, callouts, divisions, footnotes, references, attributes, heading identifiers and
  /// front matter.
  case all
}
