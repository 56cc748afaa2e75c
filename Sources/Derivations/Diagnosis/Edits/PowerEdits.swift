import TeXMath

/// Powers that are off by one, squares for products, and forms that are mistaken for each other: `2 S x` for
/// `(S + S^T) x`, `p - y` for `p (1 - p)`.
extension EditGenerator {
  mutating func powers(in member: [Node], beside other: [Node]) {
    member.forEachNode { node in
      guard case .scripted(let base?, _, let sup?, 0) = node.kind else { return }
      exponent(sup, of: node, base)
    }
    for (content, whole) in member.brackets {
      let text = source(whole)
      if let factor = content.complement {
        // `a (1 - a)` for `(1 - a)^2`
        if text.hasSuffix("^2") || text.hasSuffix("^{2}") || isSquared(whole) {
          let end = endOfSquare(whole)
          add(Edit(.operation, whole.lowerBound..<end, "\(source(factor.range)) (\(source(content.range)))"))
        }
      } else if content.count == 3, content[1].bareSign == "-", content[0].base.isSymbolLetter {
        let symbol = source(content[0].range)
        add(Edit(.operation, whole, "\(symbol) (1 - \(symbol))"))
      }
    }
    symmetric(in: member, beside: other)
  }

  private func isSquared(_ bracket: Range<Int>) -> Bool { endOfSquare(bracket) > bracket.upperBound }

  /// Where the square of a bracket ends.
  private func endOfSquare(_ bracket: Range<Int>) -> Int {
    let rest = String(decoding: text[bracket.upperBound...].prefix(4), as: UTF8.self)
    for mark in ["^2", "^{2}"] where rest.hasPrefix(mark) { return bracket.upperBound + mark.utf8.count }
    return bracket.upperBound
  }

  private mutating func exponent(_ sup: [Node], of node: Node, _ base: Node) {
    if sup.count == 1, case .number(let digits) = sup[0].kind, let power = Int(digits), (2...6).contains(power) {
      if base.sign == nil, case .found(_, let match) = scope.lookup(PlainNodes.plain([node])[...]),
        match.leftoverSup == nil
      {
        return
      }
      if power > 2 { add(Edit(.operation, sup.range, String(power - 1))) }
      add(Edit(.operation, sup.range, String(power + 1)))
    }
    // `\alpha^{t-i}` for `\alpha^{t-i+1}`, and the other way round.
    guard sup.count > 2, sup.allSatisfy({ $0.isSumSign || $0.isNumber || $0.isSymbolLetter }), isBraced(sup.range)
    else {
      return
    }
    let (end, last) = (sup.range.upperBound, sup.count - 1)
    if sup[last].key == "1", sup[last - 1].isSumSign, sup.count > 3 {
      add(Edit(.layer, sup[last - 1].range.lowerBound..<end, ""))
    } else if !sup[last].isNumber {
      for step in ["+1", "-1"] { add(Edit(.layer, end..<end, step)) }
    }
  }

  /// `(S + S^T) x` for `2 S x` and `S x`: the derivative of a quadratic form.
  private mutating func symmetric(in member: [Node], beside other: [Node]) {
    guard let first = other.first, other.count < 4 else { return }
    var isDerivative = first.isNabla
    if case .fraction(let above, _) = first.kind { isDerivative = above.first?.differential != nil }
    guard isDerivative else { return }
    for term in products(of: member) where (2...4).contains(term.factors.count) {
      for number in term.factors.indices {
        let matrix = term.factor(number)
        guard matrix.count == 1, matrix[0].base.isSymbolLetter, matrix[0].base.scripts.primes == 0 else { continue }
        var start = matrix.range.lowerBound
        if number > 0, term.factor(number - 1).key == "2" { start = term.factor(number - 1).range.lowerBound }
        let text = source(matrix.range)
        add(Edit(.transpose, start..<matrix.range.upperBound, "(\(text) + \(transposed(matrix)))"))
      }
    }
  }
}

extension Node {
  fileprivate var isSumSign: Bool { ["+", "-", "−"].contains(bareSign ?? "") }
}
