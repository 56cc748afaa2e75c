import TeXMath

/// A sum of letters and a number: `l+1`, `L-1`, `j`.
package struct IndexExpression: Sendable, Hashable {
  package struct Term: Sendable, Hashable {
    package var letter: String
    package var factor: Int
  }
  package var terms: [Term]
  package var constant: Int
  /// `:` in a whole-column index.
  package var isWhole = false
  /// The digits of a literal that may be two indices: 1 and 2 of `12`.
  package var digits: [Int] = []

  package init(terms: [Term] = [], constant: Int) {
    self.terms = terms
    self.constant = constant
  }
  package init(letter: String, plus constant: Int = 0) {
    self.init(terms: [Term(letter: letter, factor: 1)], constant: constant)
  }

  package var letters: [String] { terms.map(\.letter) }
  /// The number, where there are no letters.
  package var literal: Int? { terms.isEmpty && !isWhole ? constant : nil }
  /// The letter, where it is nothing but one letter.
  package var single: String? { terms.count == 1 && terms[0].factor == 1 && constant == 0 ? terms[0].letter : nil }
  package func plus(_ summand: Int) -> IndexExpression {
    var copy = self
    copy.constant += summand
    return copy
  }
  package func value(_ letters: [String: Int]) -> Int? {
    var sum = constant
    for term in terms {
      guard let value = letters[term.letter] else { return nil }
      sum += term.factor * value
    }
    return sum
  }
}

extension IndexExpression {
  /// Reads `l+1`, `j`, `12`, `:`; nil where it is none.
  init?(_ nodes: [Node]) {
    var terms: [Term] = []
    var constant = 0
    var sign = 1
    var isExpecting = true
    if nodes.count == 1, nodes[0].bareSign == ":" {
      self.init(constant: 0)
      isWhole = true
      return
    }
    for node in nodes {
      switch node.kind {
      case .sign("+") where !isExpecting: (sign, isExpecting) = (1, true)
      case .sign("-"): (sign, isExpecting) = (-1, true)
      case .letter(let letter) where isExpecting:
        if let place = terms.firstIndex(where: { $0.letter == letter }) {
          terms[place].factor += sign
        } else {
          terms.append(Term(letter: letter, factor: sign))
        }
        isExpecting = false
      case .number(let digits) where isExpecting:
        guard let value = Int(digits), value < 1_000_000 else { return nil }
        constant += sign * value
        isExpecting = false
      default: return nil
      }
    }
    guard !isExpecting else { return nil }
    self.init(terms: terms.filter { $0.factor != 0 }, constant: constant)
  }
}
