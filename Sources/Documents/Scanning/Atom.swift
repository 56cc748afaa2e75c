/// A piece of the file that Markdown must not read: a formula, a reference, the fence of a division.
///
/// Before cmark reads the file each atom is replaced by a placeholder that carries its number, so that its place in
/// the author's file is known exactly wherever it turns up in the tree.
struct Atom {
  enum Kind {
    case maths(Maths.Delimiter, isDisplay: Bool, tex: Range<Int>, Attributes)
    /// `` `{nabla} loss` ``
    case value(text: Range<Int>)
    case reference(label: String)
    case footnoteReference(label: String)
    /// `[^x]:` at the start of a block; it becomes the marker of a list item, whose content is the footnote.
    case footnoteDefinition(label: String)
    /// `{#id .class}` at the end of a line
    case attributes(Attributes)
    /// A line of three or more colons; it becomes a comment of HTML on a line of its own.
    case divisionStart(Attributes)
    case divisionEnd
  }
  var kind: Kind
  /// The bytes of the author's file.
  var range: Range<Int>
}
