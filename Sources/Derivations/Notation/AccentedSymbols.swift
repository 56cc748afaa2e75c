package import TeXMath

/// Symbols that an accent makes of others: `\bar z` for the derivative of a cost by z, where a sentence says so of every
/// symbol.
extension Scope {
  /// - Parameter symbol: a letter with the accent
  package mutating func bindAccent(_ symbol: [Node], toDerivativesOf cost: [Node]) {
    let plain = PlainNodes.plain(symbol)
    guard plain.count == 1, let (accent, _) = plain[0].accent else { return }
    accents[accent] = cost
  }

  /// What a symbol with such an accent means; nil where it has none, or nothing says what it is without.
  func accented(_ symbol: Node) -> Finding? {
    guard !accents.isEmpty, let (accent, inner) = symbol.base.accent, let cost = accents[accent] else { return nil }
    let scripts = symbol.scripts
    var sup = scripts.sup
    var match = SymbolPattern.Match(length: 1)
    if let mark = sup?.last, mark.isTransposeMark {
      sup?.removeLast()
      if sup?.isEmpty ?? false { sup = nil }
      match.isTransposed = true
    }
    let isBare = scripts.sub == nil && sup == nil && scripts.primes == 0
    let by = isBare ? inner : Node(.scripted(inner, sub: scripts.sub, sup: sup, primes: scripts.primes), symbol.range)
    guard case .found(_, let found) = lookup([by]), found.length == 1 else { return nil }
    let meaning = SymbolMeaning(.derivative(of: cost, by: [by]))
    let entry = Entry(pattern: SymbolPattern([symbol], variables: []), value: .meaning(meaning), isNotation: true)
    return .found(entry, match)
  }
}

extension Node {
  /// The accent of a letter, also inside of bold face, and the letter without it.
  fileprivate var accent: (name: String, inner: Node)? {
    guard case .dressed(let dress, let inner) = kind, inner.count == 1 else { return nil }
    guard PlainNodes.weakDresses.contains(dress) else { return (dress, inner[0]) }
    guard case .dressed(let accent, let innermost) = inner[0].kind, !PlainNodes.weakDresses.contains(accent) else {
      return nil
    }
    return (accent, Node(.dressed(dress, innermost), range))
  }
}
