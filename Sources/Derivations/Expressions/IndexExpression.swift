import TeXMath

/// A sum of letters, of whole numbers of the network, and a number: `l+1`, `L-1`, `j`, `y_i`.
package struct IndexExpression: Sendable, Hashable {
  package struct Term: Sendable, Hashable {
    /// As written, also where it is no index letter.
    package var letter: String
    package var factor: Int
    /// What is a whole number on every network without being an index letter: the class of an example.
    package var number: Expression?
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

  package var letters: [String] {
    if terms.isEmpty { return [] }
    if terms.count == 1, terms[0].number == nil { return [terms[0].letter] }
    return terms.filter { $0.number == nil }.map(\.letter)
  }
  /// The whole numbers of the network in it.
  var numbers: [Expression] { terms.compactMap(\.number) }
  /// The number, where there are no letters.
  package var literal: Int? { terms.isEmpty && !isWhole ? constant : nil }
  /// The letter, where it is nothing but one letter.
  package var single: String? { constant == 0 ? only : nil }
  /// The letter of `j+1`, where it has one and no more.
  var only: String? { terms.count == 1 && terms[0].factor == 1 && terms[0].number == nil ? terms[0].letter : nil }
  package func plus(_ summand: Int) -> IndexExpression {
    var copy = self
    copy.constant += summand
    return copy
  }
  package func value(_ letters: [String: Int]) -> Int? {
    var sum = constant
    for term in terms {
      guard term.number == nil, let value = letters[term.letter] else { return nil }
      sum += term.factor * value
    }
    return sum
  }
}

extension IndexExpression {
  /// What stands for all indices: `W_{:,j}`, `W_{\bullet j}`, `W_{\cdot j}`, `W_{*j}`.
  private static let wholes: Set<String> = [":", "\\bullet", "\\cdot", "*", "\\ast"]

  /// Reads `l+1`, `j`, `12`, `:`; nil where it is none. A symbol with an index of its own, as the `y_i` of `s_{y_i}` is,
  /// stands as a letter: `ExpressionParser.index` finds out what it is.
  init?(_ nodes: [Node]) {
    var terms: [Term] = []
    var constant = 0
    var sign = 1
    var isExpecting = true
    if nodes.count == 1, let sign = nodes[0].bareSign, Self.wholes.contains(sign) {
      self.init(constant: 0)
      isWhole = true
      return
    }
    for node in nodes {
      switch node.kind {
      case .sign("+") where !isExpecting: (sign, isExpecting) = (1, true)
      case .sign("-"): (sign, isExpecting) = (-1, true)
      case _ where isExpecting && node.isIndexSymbol:
        let letter = node.key
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

  /// With its whole numbers exchanged for others.
  func mapped(_ transform: (Expression) -> Expression) -> IndexExpression {
    guard terms.contains(where: { $0.number != nil }) else { return self }
    var copy = self
    for place in terms.indices { copy.terms[place].number = terms[place].number.map(transform) }
    return copy
  }
}

extension Node {
  /// Whether it is a letter, or a letter with an index of its own.
  fileprivate var isIndexSymbol: Bool {
    switch kind {
    case .letter: true
    case .scripted(let base?, _, _, primes: 0): base.isBareLetter && (scripts.sub ?? scripts.sup) != nil
    default: false
    }
  }
}

extension ExpressionParser {
  /// Reads `2i`, `2i-1`: a number and a letter that it multiplies; nil for anything else.
  func multipliedIndex(_ nodes: [Node]) throws(ReadingProblem) -> IndexExpression? {
    guard nodes.count > 1, case .number(let digits) = nodes[0].kind, let factor = Int(digits), factor < 1_000,
      nodes[1].isBareLetter, var index = try index(Array(nodes[1...])), index.terms.count == 1,
      index.terms[0].factor == 1, index.terms[0].number == nil
    else { return nil }
    index.terms[0].factor = factor
    return index
  }

  /// Reads an index: its letters stay letters, unless they are whole numbers that the notation knows, as the class `y_i`
  /// of an example is. nil where it is no index.
  func index(_ nodes: [Node]) throws(ReadingProblem) -> IndexExpression? {
    guard var index = IndexExpression(nodes) else { return nil }
    for (place, term) in index.terms.enumerated() {
      guard let node = nodes.first(where: { $0.key == term.letter }) else { continue }
      if node.isBareLetter, !scope.classLetters.contains(node.key) { continue }
      if scope.isNumberedIndex(node) { continue }
      var copy = self
      let number = try copy.inner([node], asWholeNumber: true)
      guard number.isWhole else { throw .unsupported(.written(term.letter, .asIndex), node.range) }
      index.terms[place].number = number
    }
    // What `let` makes a number is one.
    for term in index.terms {
      guard let number = term.number?.wholeNumber else { continue }
      index.constant += term.factor * number
    }
    index.terms.removeAll { $0.number?.wholeNumber != nil }
    return index
  }
}

extension Scope {
  /// Whether it is an index letter with a number of its own, as the `t_0` of `x_{t_0}`: a symbol of which nothing says what
  /// it is.
  func isNumberedIndex(_ node: Node) -> Bool {
    guard case .scripted(let base?, let sub?, nil, primes: 0) = node.kind, base.isBareLetter, sub.count == 1,
      sub[0].isNumber
    else { return false }
    switch lookup([node][...]) {
    case .none: return true
    // The t of a sum is not the `t_0` beside it.
    case .found(let entry, let match):
      if case .index = entry.value { return match.leftoverSub != nil }
      return false
    case .ambiguous: return false
    }
  }

  /// Whether all symbols with an index of their own among those of an index are whole numbers: the `y_i` of `s_{y_i}`, but
  /// not the `z_j` of `e^{z_j}`.
  func areWhole(_ indices: [String: [Node]]) -> Bool {
    for node in indices.values.joined()
    where !node.isBareLetter && node.isIndexSymbol && !isNumberedIndex(node) {
      var parser = ExpressionParser([node], scope: self)
      parser.isWholeNumber = true
      guard let number = try? parser.parse(), number.isWhole else { return false }
    }
    return true
  }
}

extension Expression {
  /// Whether it is a whole number on every network by what it is: a count, the class of an example, the place of a maximum.
  fileprivate var isWhole: Bool {
    switch kind {
    case .quantity(let use): use.meaning.isNumberOfNetwork || use.meaning.quantity == .classNumber
    case .big(let operation): operation.kind == .largestPlace || operation.kind == .smallestPlace
    case .member: true
    default: wholeNumber != nil
    }
  }
}
