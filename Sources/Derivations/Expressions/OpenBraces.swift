import TeXMath

extension [Node] {
  /// Without the braces around what follows the sign of a sum or product: in `\sum_k{a_k - b}` nobody sees them.
  var openingBraces: [Node] {
    var result: [Node] = []
    for node in self {
      let node = node.openingBraces
      if case .group(let inner) = node.kind, result.last?.isLargeSign ?? false {
        result += inner
      } else {
        result.append(node)
      }
    }
    return result
  }
}

extension Node {
  fileprivate var openingBraces: Node {
    switch kind {
    case .scripted(let base, let sub, let sup, let primes):
      Node(
        .scripted(base?.openingBraces, sub: sub?.openingBraces, sup: sup?.openingBraces, primes: primes), range)
    case .fraction(let above, let below): Node(.fraction(above.openingBraces, below.openingBraces), range)
    case .root(let inner, let index): Node(.root(inner.openingBraces, index: index), range)
    case .group(let inner): Node(.group(inner.openingBraces), range)
    case .dressed(let dress, let inner): Node(.dressed(dress, inner.openingBraces), range)
    case .fenced(let left, let inner, let right): Node(.fenced(left, inner.openingBraces, right), range)
    case .environment(let name, let rows):
      Node(
        .environment(name, rows.map { Row(cells: $0.cells.map(\.openingBraces), range: $0.range) }), range)
    default: self
    }
  }

  fileprivate var isLargeSign: Bool {
    if case .large = base.kind { true } else { false }
  }
}
