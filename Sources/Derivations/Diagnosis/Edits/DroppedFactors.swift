import TeXMath

/// Factors that are too many: several side by side, one inside of brackets, the brackets of what is left.
extension EditGenerator {
  mutating func droppedFactors(in member: [Node]) {
    let terms = products(of: member)
    for term in terms { dropRuns(of: term) }
    move(between: terms)
    for (content, _) in member.brackets {
      for term in products(of: content) where term.factors.count > 1 {
        for number in term.factors.indices { drop(number...number, of: term) }
      }
    }
    regroup(in: member)
  }

  /// `a - y` for `2 (a - y)`: what is left wants no brackets.
  mutating func bracketsOfFactors(in member: [Node]) {
    let terms = products(of: member)
    if terms.count == 1, terms[0].nodes.count == member.count, terms[0].factors.count == 2 {
      for (kept, number) in [(1, 0), (0, 1)] where terms[0].factor(number).count == 1 || kept == 1 {
        let factor = terms[0].factor(kept)
        guard let inner = inside(factor, at: 0), inner.whole == factor.range, inner.content.hasSumSign,
          !terms[0].factor(number).isLargeOperator
        else { continue }
        add(Edit(.factor, member.range, source(inner.content.range)))
      }
    }
  }

  /// `(\hat y - y) x` for `(\hat y - y) \hat y (1 - \hat y) x`.
  private mutating func dropRuns(of term: Product) {
    for length in 2...3 where term.factors.count > length {
      for start in 0...(term.factors.count - length) { drop(start...(start + length - 1), of: term) }
    }
  }

  /// With the sign behind them, or before them where they are the last.
  private mutating func drop(_ numbers: ClosedRange<Int>, of term: Product) {
    guard !numbers.contains(where: { term.factor($0).isLargeOperator }) else { return }
    let (first, last) = (term.factors[numbers.lowerBound], term.factors[numbers.upperBound])
    let range = Array(term.nodes[first.lowerBound..<last.upperBound]).range
    func times(_ place: Int) -> Range<Int>? {
      guard term.nodes.indices.contains(place), let sign = term.nodes[place].bareSign, Self.timesSigns.contains(sign)
      else { return nil }
      return term.nodes[place].range
    }
    if let before = times(first.lowerBound - 1) {
      add(Edit(.factor, before.lowerBound..<range.upperBound, ""))
    } else if let after = times(last.upperBound) {
      add(Edit(.factor, range.lowerBound..<after.upperBound, ""))
    } else {
      add(Edit(.factor, range, ""))
    }
  }

  /// `\alpha g_1 + g_2` for `g_1 + \alpha g_2`.
  private mutating func move(between terms: [Product]) {
    guard (2...3).contains(terms.count) else { return }
    for term in terms where term.factors.count > 1 {
      let factor = term.factor(0)
      guard factor.count == 1, factor[0].base.isSymbolLetter || factor[0].isNumber else { continue }
      let next = Array(term.nodes[term.factors[1]]).range.lowerBound
      for other in terms where other.nodes.range != term.nodes.range {
        let start = other.nodes.range.lowerBound
        let splices = [
          Edit.Splice(range: factor.range.lowerBound..<next, text: ""),
          Edit.Splice(range: start..<start, text: source(factor.range) + " "),
        ]
        add(Edit(.factor, splices.sorted { $0.range.lowerBound < $1.range.lowerBound }))
      }
    }
  }

  /// `A B \odot C` for `A (B \odot C)`.
  private mutating func regroup(in member: [Node]) {
    for (content, whole) in member.brackets {
      guard !content.hasSumSign,
        content.contains(where: { ["\\odot", "\\circ", "⊙", "∘"].contains($0.bareSign ?? "") })
      else { continue }
      add(Edit(.operation, whole, source(content.range)))
    }
  }
}
