/// A piece of a formula as it is built, before anyone asks what it means.
package struct Node: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// A letter of any alphabet, by its LaTeX: `x`, `\alpha`, `∂`. Commands that nothing knows are letters.
    case letter(String)
    /// Digits with at most one point.
    case number(String)
    /// An operator, a relation, a bracket, a punctuation mark: `+`, `\odot`, `=`, `(`, `,`, `!`.
    case sign(String)
    /// A function that has a name, without backslash: `log`, `max`, and what `\operatorname` names.
    case name(String)
    /// `\sum`, `\prod`, `\int` and the like.
    case large(String)
    /// `{…}`
    case group([Node])
    case fraction([Node], [Node])
    case root([Node], index: [Node]?)
    /// A base, which may be missing, with what is written at its corners.
    case scripted(Node?, sub: [Node]?, sup: [Node]?, primes: Int)
    /// Something over, under or in the look of what it is applied to: `\hat`, `\mathbf`, `\underbrace`.
    case dressed(String, [Node])
    /// Words.
    case text(String)
    /// `\left( … \right)`
    case fenced(String, [Node], String)
    case environment(String, [Row])
    /// `\quad` and wider, which parts statements.
    case wideSpace
    /// `&` outside an environment.
    case alignment
    /// `\\` outside an environment.
    case lineBreak
    case label(String)
    case tag(String)
    /// `\eqref{…}`, `\ref{…}`
    case reference(String)
  }

  package struct Row: Sendable, Hashable {
    /// What stands between the `&`.
    package var cells: [[Node]]
    package var range: Range<Int>

    package init(cells: [[Node]], range: Range<Int>) {
      self.cells = cells
      self.range = range
    }
  }

  package var kind: Kind
  /// In bytes of the formula's text.
  package var range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// What is wrong with the LaTeX of a formula, and where.
package struct Damage: Sendable, Hashable {
  package enum Fact: Sendable, Hashable {
    case unclosed(String)
    case stray(String)
    case missingArgument(of: String)
    case unclosedEnvironment(String)
    case wrongEnd(of: String, found: String)
    case missingRight
    case twoScripts(String)
    case nestedTooDeeply
    case macroWithoutEnd(String)
    case unreadableDefinition
  }
  package var fact: Fact
  package var range: Range<Int>

  package init(_ fact: Fact, _ range: Range<Int>) {
    self.fact = fact
    self.range = range
  }
}

extension Damage {
  package var message: String {
    switch fact {
    case .unclosed(let bracket): "`\(bracket)` is not closed"
    case .stray(let bracket): "`\(bracket)` closes nothing"
    case .missingArgument(let command): "`\(command)` lacks its argument"
    case .unclosedEnvironment(let name): "`\\begin{\(name)}` has no `\\end{\(name)}`"
    case .wrongEnd(let name, let found): "`\\begin{\(name)}` ends with `\\end{\(found)}`"
    case .missingRight: "`\\left` has no `\\right`"
    case .twoScripts(let sign): "a second `\(sign)` follows the first; braces would say which belongs to what"
    case .nestedTooDeeply: "the formula is nested too deeply"
    case .macroWithoutEnd(let name): "`\(name)` expands without end"
    case .unreadableDefinition: "macros with delimited parameters are not read"
    }
  }
}
