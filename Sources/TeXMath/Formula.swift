/// A formula of arithmetic, read from LaTeX.
///
///     Formula.reading("\frac{\lambda}{2m}")  // quotient(\lambda, product(2, m))
package indirect enum Formula: Sendable, Hashable {
  case number(Double)
  /// A name with its indices, white space and needless braces taken out: `\eta`, `\delta_2`, `w_{12}`, `a^{(2)}`.
  case symbol(Symbol)
  case negative(Formula)
  case sum([Formula])
  case product([Formula])
  case quotient(Formula, Formula)
  case power(Formula, Formula)
  /// `\frac{\partial E}{\partial w}`
  case derivative(of: Symbol, by: Symbol)
  /// `\exp`, `\ln`, `\sqrt` … of one argument, named without the backslash.
  case function(String, Formula)
}

/// A name as mathematics writes it.
package struct Symbol: Sendable, Hashable {
  /// In its shortest LaTeX.
  package var tex: String
  /// In bytes of the formula's text.
  package var range: Range<Int>

  package init(_ tex: String, range: Range<Int> = 0..<0) {
    self.tex = tex
    self.range = range
  }

  package static func == (a: Symbol, b: Symbol) -> Bool { a.tex == b.tex }
  package func hash(into hasher: inout Hasher) { hasher.combine(tex) }
}

/// What keeps a text from being a formula, with the bytes concerned.
package struct FormulaProblem: Sendable, Hashable {
  package var message: String
  package var range: Range<Int>
}

extension Formula {
  /// Reads `tex`. Total: there is a formula, or the first problem that keeps it from being one.
  ///
  /// - Parameter offset: where `tex` begins in the text that all ranges count from
  package static func reading(_ tex: String, at offset: Int = 0) -> Result<Formula, FormulaProblem> {
    var parser = FormulaParser(tex, at: offset)
    return parser.parse()
  }

  /// The symbols of the formula, in the order written, each once.
  package var symbols: [Symbol] {
    var found: [Symbol] = []
    collect(into: &found)
    return found
  }

  private func collect(into found: inout [Symbol]) {
    switch self {
    case .number: break
    case .symbol(let symbol): if !found.contains(symbol) { found.append(symbol) }
    case .negative(let inner), .function(_, let inner): inner.collect(into: &found)
    case .derivative(let a, let b):
      for symbol in [a, b] where !found.contains(symbol) { found.append(symbol) }
    case .sum(let parts), .product(let parts): for part in parts { part.collect(into: &found) }
    case .quotient(let a, let b), .power(let a, let b):
      a.collect(into: &found)
      b.collect(into: &found)
    }
  }
}

extension FormulaProblem: Error {}
