/// A sentence of ours with names in it: `the factor `\sigma(z)` has no prime`.
///
/// Formulas stand between dollars or, where LaTeX is unmistakable, between backticks; other names between backticks
/// are code.
enum MarkedText {
  enum Kind { case text, code, formula }

  static func pieces(of text: String) -> [(kind: Kind, text: Substring)] {
    var pieces: [(Kind, Substring)] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 == "`" || $0 == "$" }) {
      let inside = rest.index(after: start)
      guard let end = rest[inside...].firstIndex(of: rest[start]), end > inside else { break }
      let name = rest[inside..<end]
      if start > rest.startIndex { pieces.append((.text, rest[..<start])) }
      pieces.append((rest[start] == "$" || isFormula(name) ? .formula : .code, name))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append((.text, rest)) }
    return pieces
  }

  private static func isFormula(_ name: Substring) -> Bool {
    !name.contains("$") && name.contains { $0 == "\\" || $0 == "^" || $0 == "_" }
  }
}
