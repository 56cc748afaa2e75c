import TeXMath

extension Statement {
  /// Whether a link says nothing, and did say something before it was changed: `x = \frac{1}{m} \sum_i x`, `\frac{y}{y}`.
  func isVacuous(_ place: Int, unlike original: Statement) -> Bool {
    let (now, before) = (members[place...(place + 1)], original.members[place...(place + 1)])
    if now.contains(where: \.hasQuotientOfSame), !before.contains(where: \.hasQuotientOfSame) { return true }
    return Self.repeats(now.first ?? [], now.last ?? []) && !Self.repeats(before.first ?? [], before.last ?? [])
  }

  /// Whether one side is a symbol that the other one is made of.
  private static func repeats(_ left: [Node], _ right: [Node]) -> Bool {
    [(left, right), (right, left)].contains { symbol, side in
      let (symbol, side) = (PlainNodes.plain(StatementJudge.trimmed(symbol)), PlainNodes.plain(side))
      guard (1...2).contains(symbol.count), symbol.allSatisfy(\.base.isSymbolLetter), side.count > symbol.count else {
        return false
      }
      let keys = side.map(\.key)
      return !keys.ranges(of: symbol.map(\.key)).isEmpty
    }
  }
}

extension [Node] {
  /// Whether a fraction has the same above and below.
  fileprivate var hasQuotientOfSame: Bool {
    var found = false
    forEachNode { node in
      if case .fraction(let above, let below) = node.kind, above.key == below.key { found = true }
    }
    return found
  }
}
