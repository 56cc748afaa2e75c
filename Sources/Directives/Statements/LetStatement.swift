import Catalog
package import Diagnostics
import TeXMath

/// `let $\eta = 0.5$`, `let $f(u) = \sin u$`, `let $x \in \mathbb{R}^{3}$`
package struct LetStatement: Sendable {
  package enum Kind: Sendable {
    /// A number, as far as its formula shows; its symbols may turn out to be none.
    case value(ValueDefinition)
    /// What only equations use: a function, a vector.
    case formula
    /// A variable by its shape.
    case element
  }
  package var kind: Kind
  /// The LaTeX of both sides.
  package var left: String
  package var right: String
  /// The definition with its dollars.
  package var span: SourceSpan

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "let",
      form:
        "let $<symbol> = <formula>$, or let $<function>(<letters>) = <formula>$, or let $<symbol> \\in \\mathbb{R}^{<shape>}$",
      summary: "Gives a letter a value, defines a function, or declares a variable, for formulas and equations below."),
    provides: .values,
    read: { phrase in
      guard let definition = reading(&phrase), phrase.finish("let") else { return nil }
      return .letValue(definition)
    })

  private static func reading(_ phrase: inout Phrase) -> LetStatement? {
    guard let token = phrase.next, case .formula(let tex) = token.kind else {
      // The reader of values says what is missing.
      return ValueDefinition.reading(&phrase).map { LetStatement(kind: .value($0), left: "", right: "", span: $0.span) }
    }
    let span = phrase.span(of: token)
    if let sign = tex.firstRange(of: "\\in"), !tex[sign.upperBound...].hasPrefix("f") {
      let (left, right) = (String(tex[..<sign.lowerBound]), String(tex[sign.upperBound...]))
      phrase.advance()
      guard check(left, right, &phrase, at: span) else { return nil }
      return LetStatement(kind: .element, left: left, right: right, span: span)
    }
    let sides = sides(of: tex)
    let isForEquations =
      sides.count == 2
      && (hasArguments(sides[0]) || isRaised(sides[0]) || isOfSeveral(sides[0])
        || Self.signsOfEquations.contains(where: sides[1].contains) || isList(sides[1]) || isPrimed(sides[1]))
    guard isForEquations else {
      return ValueDefinition.reading(&phrase).map {
        LetStatement(kind: .value($0), left: $0.symbol.tex, right: sides.last ?? "", span: span)
      }
    }
    phrase.advance()
    guard check(sides[0], sides[1], &phrase, at: span) else { return nil }
    return LetStatement(kind: .formula, left: sides[0], right: sides[1], span: span)
  }

  /// Whether both sides are LaTeX without damage, and there.
  private static func check(_ left: String, _ right: String, _ phrase: inout Phrase, at span: SourceSpan) -> Bool {
    var macros = MacroTable()
    for side in [left, right] {
      let formula = TeXFormula.reading(side, macros: &macros)
      if let damage = formula.damage.first {
        phrase.report(.formula(damage.message), at: span)
        return false
      }
      if formula.nodes.isEmpty {
        phrase.report(.formula("a definition has a symbol on the left and what it is on the right"), at: span)
        return false
      }
    }
    return true
  }

  /// What stands between the signs of equality, but for those in braces and in rows: the one of `\sum_{i=1}^m` parts
  /// nothing, nor does a condition of cases.
  private static func sides(of tex: String) -> [String] {
    var sides = [""]
    var depth = 0
    for place in tex.indices {
      let character = tex[place]
      switch character {
      case "{": depth += 1
      case "}": depth -= 1
      case "\\" where tex[place...].hasPrefix("\\begin{"): depth += 1
      case "\\" where tex[place...].hasPrefix("\\end{"): depth -= 1
      default: break
      }
      if character == "=", depth == 0 { sides.append("") } else { sides[sides.count - 1].append(character) }
    }
    return sides
  }

  /// What only equations can calculate with.
  private static let signsOfEquations = [
    "\\begin", "\\operatorname", "\\sum", "\\prod", "\\|", "\\odot", "\\otimes", "\\langle", "\\mathbb", "\\max",
    "\\min",
    "\\det", "\\top",
  ]

  /// `(1, 0)`, `[1, 0]`: a vector written out.
  private static func isList(_ tex: String) -> Bool {
    var depth = 0
    for character in tex {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0, character == "," || character == "[" { return true }
    }
    return false
  }

  /// `h^{t-1}`, `\hat{a}^t`: one symbol with something above it that arithmetic would take for a power.
  private static func isRaised(_ tex: String) -> Bool {
    guard case .success(.power) = Formula.reading(tex) else { return false }
    var macros = MacroTable()
    let nodes = TeXFormula.reading(tex, macros: &macros).nodes.filter { $0.kind != .wideSpace }
    guard nodes.count == 1, case .scripted(let base?, _, _?, primes: 0) = nodes[0].kind else { return false }
    switch base.kind {
    case .letter, .dressed, .name: return true
    default: return false
    }
  }

  /// `\delta h^t`, `\textbf{W}`: symbols that a cell's arithmetic has not, a letter before another and a bold one in text.
  private static func isOfSeveral(_ tex: String) -> Bool {
    if case .success(.symbol) = Formula.reading(tex) { return false }
    var macros = MacroTable()
    let nodes = TeXFormula.reading(tex, macros: &macros).nodes.filter { $0.kind != .wideSpace }
    switch nodes.count {
    case 1: return nodes[0].isBoldLetter
    case 2: return ["\\delta", "\\Delta", "d"].contains { nodes[0].kind == .letter($0) } && nodes[1].isBoldLetter
    default: return false
    }
  }

  /// Whether what arithmetic can't read has a prime or a letter in text: `\textbf{W}' x`.
  private static func isPrimed(_ tex: String) -> Bool {
    guard tex.contains("'") || tex.contains("\\text") else { return false }
    if case .failure = Formula.reading(tex) { return true }
    return tex.contains("\\textbf")
  }

  /// `f(x, y)`, but not `a^{(2)}`.
  private static func hasArguments(_ tex: String) -> Bool {
    var depth = 0
    for character in tex {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == "(", depth == 0 { return true }
    }
    return false
  }
}

extension Node {
  /// Whether it is a letter, plain or dressed, with what is at its corners.
  fileprivate var isBoldLetter: Bool {
    switch kind {
    case .letter, .dressed: true
    case .scripted(let base?, _, _, _): base.isBoldLetter
    default: false
    }
  }
}

extension String {
  fileprivate func firstRange(of word: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
