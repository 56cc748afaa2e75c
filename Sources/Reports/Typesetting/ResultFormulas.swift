import Diagnostics

extension Formulas {
  /// What a display is called where something leads to it: `equation (2) in line 88`.
  func name(of index: Int, line: Int, _ language: Language) -> String {
    let numbers = (prepared[index]?.numbers ?? []).map { " " + $0.text }.joined(separator: ",")
    return language.text(numbers.contains(",") ? .equationsInLine : .equationInLine, String(line), numbers)
  }

  /// A formula that a result has, in the author's macros, as a report shows the author's own; without numbers, which
  /// belong to the author's equations.
  ///
  /// A link is a piece of a display: what aligned it there with others means nothing by itself.
  func preparing(_ tex: String, forKaTeX: Bool) -> String {
    let tokens = TeXTokens(tex)
    let shape = FormulaShape(tokens)
    var expander = expander
    let references = shape.references.map { reference in
      TeXEdit(range: reference.range, replacement: "\\text{\(labels[reference.name] ?? "(??)")}")
    }
    let prepared = Prepared(
      edits: Self.removals(in: tokens) + references + expander.edits(of: tokens).edits, numbers: [], reference: nil,
      environments: shape.environments)
    let edits = forKaTeX ? prepared.editsForKaTeX : prepared.edits
    return SourceFragment(tex, at: 0).applying(edits.disjoint).text
  }

  /// Labels, tags, and outside environments the marks of alignment and the ends of rows.
  private static func removals(in tokens: TeXTokens) -> [TeXEdit] {
    var edits: [TeXEdit] = []
    var environments = 0
    var i = 0
    while i < tokens.count {
      let token = tokens[i]
      i += 1
      switch token.text {
      case "\\begin": environments += 1
      case "\\end": environments -= 1
      case "\\label", "\\tag":
        if i < tokens.count, tokens[i].text == "*" { i += 1 }
        if tokens.argument(at: &i) != nil {
          edits.append(TeXEdit(range: token.range.lowerBound..<tokens[i - 1].range.upperBound, replacement: ""))
        }
      case "\\nonumber", "\\notag": edits.append(TeXEdit(range: token.range, replacement: ""))
      case "&", "\\\\": if environments <= 0 { edits.append(TeXEdit(range: token.range, replacement: " ")) }
      default: break
      }
    }
    return edits
  }
}
