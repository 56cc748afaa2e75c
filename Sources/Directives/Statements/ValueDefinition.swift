package import Diagnostics
package import TeXMath

/// `let $\eta = 0.5$`
package struct ValueDefinition: Sendable {
  package var symbol: Symbol
  package var value: Formula
  /// The definition with its dollars.
  package var span: SourceSpan

  /// Reads `$\lambda = 0.7$`.
  static func reading(_ phrase: inout Phrase) -> ValueDefinition? {
    guard let token = phrase.next, case .formula(let tex) = token.kind else {
      if let token = phrase.next, token.kind == .unterminated {
        phrase.report(.unterminated(token.text))
      } else {
        phrase.report(.expected("a definition like `$\\eta = 0.5$`", found: phrase.found))
      }
      return nil
    }
    phrase.advance()
    let place = phrase.span(of: token)
    let sides = tex.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else {
      phrase.report(.formula("a definition is a symbol, one `=` and a value"), at: place)
      return nil
    }
    func side(_ text: Substring, at start: Int) -> Formula? {
      switch Formula.reading(String(text), at: start) {
      case .success(let formula): return formula
      case .failure(let problem):
        let offset = token.range.lowerBound + 1
        let range = (offset + problem.range.lowerBound)..<(offset + problem.range.upperBound)
        phrase.report(.formula(problem.message), at: phrase.fragment.span(of: range))
        return nil
      }
    }
    guard let left = side(sides[0], at: 0), let value = side(sides[1], at: sides[0].utf8.count + 1) else {
      return nil
    }
    guard case .symbol(let symbol) = left else {
      phrase.report(.formula("only a symbol can be given a value"), at: place)
      return nil
    }
    return ValueDefinition(symbol: symbol, value: value, span: place)
  }
}
