import TeXMath

extension EditGenerator {
  /// Two neighbouring factors the other way round, as they are or transposed: `A^T G` for `G A^T`, `\delta a^T` for
  /// `a \delta^T`.
  mutating func products(in nodes: [Node]) {
    let factors = Self.factors(of: nodes)
    for (one, other) in zip(factors, factors.dropFirst()) {
      let (a, b) = (Array(nodes[one]), Array(nodes[other]))
      guard let between = between(one, other, nodes), a.mayBeMatrix, b.mayBeMatrix else { continue }
      let range = a.range.lowerBound..<b.range.upperBound
      let (first, second) = (source(a.range), source(b.range))
      add(Edit(.transpose, range, second + between + first))
      add(Edit(.transpose, range, transposed(b) + between + transposed(a)))
      add(Edit(.transpose, range, second + between + transposed(a)))
      add(Edit(.transpose, range, transposed(b) + between + first))
    }
  }

  /// The places of the factors of a level: symbols, fractions, and brackets with what is in them.
  private static func factors(of nodes: [Node]) -> [Range<Int>] {
    var factors: [Range<Int>] = []
    var place = 0
    while place < nodes.count {
      if nodes[place].bracketNesting > 0 {
        let close = ScriptItem.closing(of: place, in: nodes)
        guard close < nodes.count else { return factors }
        factors.append(place..<(close + 1))
        place = close + 1
      } else {
        if nodes[place].sign == nil { factors.append(place..<(place + 1)) }
        place += 1
      }
    }
    return factors
  }

  /// What stands between two factors: nothing, or a sign of multiplication; nil where it is anything else.
  private func between(_ one: Range<Int>, _ other: Range<Int>, _ nodes: [Node]) -> String? {
    switch nodes[one.upperBound..<other.lowerBound] {
    case let gap where gap.isEmpty: " "
    case let gap where gap.count == 1:
      ["\\cdot", "*", "\\times", ".", "⋅", "·"].contains(gap.first?.bareSign ?? "")
        ? " " + source(Array(gap).range) + " " : nil
    default: nil
    }
  }

  /// A factor's text with a transpose more, or one less.
  func transposed(_ factor: [Node]) -> String {
    guard let last = factor.last else { return "" }
    let text = source(factor.range)
    if factor.isTransposed, let sup = last.scripts.sup {
      if sup.count == 1, let inner = factor.soleSymbolInBrackets { return source(inner.range) }
      let start = factor.range.lowerBound
      if sup.count == 1 {
        let end = last.scripts.sub?.range.upperBound ?? last.base.range.upperBound
        // A subscript in braces ends with one.
        let isBraced = last.scripts.sub != nil && source(end..<(end + 1)) == "}"
        let isBefore = (last.scripts.sub?.range.lowerBound ?? 0) < sup.range.lowerBound
        if isBefore { return source(start..<(isBraced ? end + 1 : end)) }
        return source(start..<last.base.range.upperBound) + "_{\(source(last.scripts.sub?.range ?? 0..<0))}"
      }
      if let mark = sup.last {
        return source(start..<mark.range.lowerBound) + source(mark.range.upperBound..<factor.range.upperBound)
      }
    }
    if case .fraction = last.kind { return "\\left(\(text)\\right)^T" }
    return last.scripts.sup == nil ? text + "^T" : "(\(text))^T"
  }
}

extension [Node] {
  /// The symbol that brackets hold and nothing else: the `w^l` of `(w^l)^T`.
  var soleSymbolInBrackets: Node? {
    if count == 3, self[0].bracketNesting == 1, self[2].bracketNesting == -1 { return self[1] }
    if count == 1, case .fenced(_, let inner, _) = self[0].base.kind, inner.count == 1 { return inner[0] }
    return nil
  }

  /// Whether the factor ends with the mark of a transpose.
  fileprivate var isTransposed: Bool { last?.scripts.sup?.last?.isTransposeMark ?? false }

  /// Whether its place among the factors may matter: that of a number does not.
  fileprivate var mayBeMatrix: Bool {
    guard count == 1 else { return true }
    return switch self[0].base.kind {
    case .number, .large, .text, .name: false
    case .fraction(let above, _): above.first?.differential != nil
    default: true
    }
  }
}
