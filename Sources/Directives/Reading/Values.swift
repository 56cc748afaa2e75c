import Catalog
package import Diagnostics
package import TeXMath

/// A number as the author wrote it, or a formula that comes to one.
package enum ScalarExpression: Sendable {
  case number(Literal)
  case formula(Formula, SourceSpan)
}

/// A number with the digits that it was written with.
package struct Literal: Sendable, Hashable {
  package var value: Double
  package var text: String

  package init(value: Double, text: String) { (self.value, self.text) = (value, text) }

  /// Half a unit of the last digit written: `0.250` is meant to ±0.0005, `3` exactly.
  package var tolerance: Double {
    let mantissa = text.lowercased().split(separator: "e").first ?? ""
    guard let point = mantissa.firstIndex(of: ".") else { return 0 }
    let decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
    let exponent = text.lowercased().split(separator: "e").dropFirst().first.flatMap { Int($0) } ?? 0
    // Through the parser of numbers, since it rounds correctly.
    return Double("0.5e\(exponent - decimals)") ?? 0
  }
}

/// `[[.15, .20], [.25, .30]]`, `[.35, .35]` or a single number.
package struct ArrayLiteral: Sendable {
  package enum Rank: Sendable { case number, vector, matrix }
  package var rank: Rank
  /// One row for a number or a vector.
  package var rows: [[Literal]]
  package var span: SourceSpan
}

extension Phrase {
  /// Reads a number, or says why there is none.
  mutating func readNumber(expected what: String) -> (value: Double, token: Token)? {
    guard let token = next else {
      report(.expected(what, found: found))
      return nil
    }
    switch token.kind {
    case .number(let value):
      advance()
      return (value, token)
    case .malformedNumber:
      report(.malformedNumber(token.text))
    default:
      report(.expected(what, found: found))
    }
    return nil
  }

  mutating func readWholeNumber(expected what: String, named name: String) -> Int? {
    guard let (value, token) = readNumber(expected: what) else { return nil }
    guard let whole = Int(exactly: value) else {
      report(.notWhole(name), at: span(of: token))
      return nil
    }
    return whole
  }

  /// Reads `$…$`, or says why it is no formula.
  mutating func readFormula() -> (formula: Formula, span: SourceSpan)? {
    guard let token = next else { return nil }
    let place = span(of: token)
    switch token.kind {
    case .formula(let tex):
      advance()
      switch Formula.reading(tex) {
      case .success(let formula): return (formula, place)
      case .failure(let problem):
        let offset = token.range.lowerBound + 1
        let range = (offset + problem.range.lowerBound)..<(offset + problem.range.upperBound)
        report(.formula(problem.message), at: fragment.span(of: range))
      }
    case .unterminated:
      report(.unterminated(token.text))
    default:
      report(.expected("a formula in `$…$`", found: found))
    }
    return nil
  }

  /// Reads a number or `$…$`.
  mutating func readScalar(expected what: String) -> ScalarExpression? {
    switch next?.kind {
    case .formula, .unterminated: readFormula().map { .formula($0.formula, $0.span) }
    default: readNumber(expected: what).map { .number(Literal(value: $0.value, text: $0.token.text)) }
    }
  }

  mutating func readArray(expected what: String) -> ArrayLiteral? {
    let start = position
    guard match("[") != nil else {
      guard let (value, token) = readNumber(expected: what) else { return nil }
      return ArrayLiteral(rank: .number, rows: [[Literal(value: value, text: token.text)]], span: span(from: start))
    }
    guard match("[ [") != nil else {
      guard let row = readRow() else { return nil }
      return ArrayLiteral(rank: .vector, rows: [row], span: span(from: start))
    }
    advance()
    var rows: [[Literal]] = []
    repeat {
      let rowStart = position
      guard let row = readRow() else { return nil }
      if let first = rows.first, first.count != row.count {
        report(.raggedMatrix(found: row.count, expected: first.count), at: span(from: rowStart))
        return nil
      }
      rows.append(row)
    } while take(",")
    guard take("]") else {
      report(.expected("`,` or `]`", found: found))
      return nil
    }
    return ArrayLiteral(rank: .matrix, rows: rows, span: span(from: start))
  }

  private mutating func readRow() -> [Literal]? {
    guard take("[") else {
      report(.expected("`[`", found: found))
      return nil
    }
    var row: [Literal] = []
    repeat {
      guard let (value, token) = readNumber(expected: "a number") else { return nil }
      row.append(Literal(value: value, text: token.text))
    } while take(",")
    guard take("]") else {
      report(.expected("`,` or `]`", found: found))
      return nil
    }
    return row
  }
}
