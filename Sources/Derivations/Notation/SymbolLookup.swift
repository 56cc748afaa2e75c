import TeXMath

/// What the symbols of an equation mean in a scope.
extension Scope {
  enum Finding {
    case none
    case found(Entry, SymbolPattern.Match)
    /// Bound for several letters, none of which is the one that is written.
    case ambiguous
  }

  /// What the beginning of `input` means: the longest symbol, the most exact one, the latest.
  func lookup(_ input: ArraySlice<Node>) -> Finding {
    guard let first = input.first else { return .none }
    // The last of a family: `x_T`, where `let` says that T is 3.
    if !wholeNumbers.isEmpty, familyBases.contains(first.base.key), let numbered = numbering(first) {
      return lookup([numbered] + input.dropFirst())
    }
    let best = choose(candidates(input, key: first.base.key, undressing: false))
    // One of a family is no entry of a definition with the same letter: the `L_t` beside `L`, where `let` has `L_1`.
    if case .found(let entry, let match) = best, match.leftoverSub != nil, case .definition = entry.value,
      familyBases.contains(first.base.key), let index = first.scriptIndices.first, index.literal == nil,
      hasMember(first)
    {
      return .none
    }
    switch best {
    case .none:
      if let accented = accented(first) { return accented }
      let undressed = choose(candidates(input, key: first.undressed.base.key, undressing: true))
      if case .none = undressed {
        if let other = withOtherBrackets(first, input.dropFirst()) { return other }
        if let separated = PlainNodes.separated(first) { return lookup([separated] + input.dropFirst()) }
        if let moved = raisingArgument(input) { return lookup(moved) }
        if let moved = loweringArgument(input), case .found(let entry, let match) = lookup(moved), entry.isNotation,
          match.length > 1
        {
          return .found(entry, match)
        }
      }
      return undressed
    case .found(let entry, let match)
    where entry.isNotation && !match.isTransposed
      && match.leftoverSup.map { !$0.allSatisfy(\.isTransposeMark) } ?? false:
      // The `\mathbf{a}^m` beside `\mathbf{a}`, where the notation has `a^m_i`: no vector has a power.
      if case .found(let other, let dressed) = choose(
        candidates(input, key: first.undressed.base.key, undressing: true)),
        other.isNotation, other.pattern.key != entry.pattern.key, dressed.leftoverSup == nil, dressed.leftoverSub == nil
      {
        return .found(other, dressed)
      }
      return best
    case .found(let entry, let match) where match.leftoverSub != nil && !entry.isNotation:
      // An index at a letter that a cell has made a number is that of the vector in bold.
      if case .found(let other, let dressed) = choose(
        candidates(input, key: first.undressed.base.key, undressing: true)),
        other.isNotation
          || entry.isDeclared(asVector: false) && (other.isDeclared(asVector: true) || other.isParameter),
        other.pattern.key != entry.pattern.key, dressed.missing.isEmpty
      {
        return .found(other, dressed)
      }
      return best
    default: return best
    }
  }

  /// What the beginning of `input` means where some of its letters stand for others: `o_k` as `o_i` is, if k stands for i.
  func lookup(_ input: ArraySlice<Node>, standingFor others: [String: [Node]]) -> Finding {
    guard case .found(let entry, _) = lookup(Array(input).renaming(others)[...]),
      let match = entry.pattern.match(input, undressing: false)
    else { return .none }
    return .found(entry, match)
  }

  /// `e_j^2(n)` as the square of `e_j(n)`: what stands above a symbol that has its index between brackets; nil for any other.
  private func raisingArgument(_ input: ArraySlice<Node>) -> ArraySlice<Node>? {
    guard case .scripted(let base?, let sub, let sup?, let primes)? = input.first?.kind, input.count > 3,
      input[input.startIndex + 1].bareSign == "(", sup.count == 1, sup[0].isNumber || sup[0].isTransposeMark
    else { return nil }
    var nodes = Array(input)
    let close = 1 + ScriptItem.closing(of: 0, in: Array(nodes[1...]))
    guard close < nodes.count, nodes[close].bareSign == ")" else { return nil }
    nodes[0] =
      sub == nil && primes == 0 ? base : Node(.scripted(base, sub: sub, sup: nil, primes: primes), nodes[0].range)
    nodes[close] = Node(.scripted(nodes[close], sub: nil, sup: sup, primes: 0), nodes[close].range)
    return nodes[...]
  }

  /// `h_j^{(k)}(x)` as entry j of `h^{(k)}(x)`: an index below a symbol that ends with brackets; nil for any other.
  private func loweringArgument(_ input: ArraySlice<Node>) -> ArraySlice<Node>? {
    guard case .scripted(let base?, let sub?, let sup, 0)? = input.first?.kind, input.count > 3,
      input[input.startIndex + 1].bareSign == "("
    else { return nil }
    var nodes = Array(input)
    let close = 1 + ScriptItem.closing(of: 0, in: Array(nodes[1...]))
    guard close < nodes.count, nodes[close].bareSign == ")" else { return nil }
    nodes[0] = sup == nil ? base : Node(.scripted(base, sub: nil, sup: sup, primes: 0), nodes[0].range)
    nodes[close] = Node(.scripted(nodes[close], sub: sub, sup: nil, primes: 0), nodes[close].range)
    return nodes[...]
  }

  /// Whether a name without notation exists for some number in the place of the index letters.
  private func hasMember(_ symbol: Node) -> Bool {
    let letters = Set(symbol.scriptIndices.flatMap(\.letters))
    return literals.contains { number in
      let single = letters.reduce(symbol) { $0.putting(number, for: $1) }
      return entries.contains { !$0.isNotation && $0.pattern.key == single.key }
    }
  }

  /// A symbol with the numbers of letters among its indices; nil where there are none.
  private func numbering(_ symbol: Node) -> Node? {
    var result = symbol
    let letters = Set(symbol.scriptIndices.flatMap(\.letters))
    for (letter, number) in indexNumbers.sorted(by: { $0.key < $1.key })
    where letters.contains(letter) {
      result = result.putting(number, for: letter)
    }
    return result == symbol ? nil : result
  }

  typealias Candidate = (place: Int, match: SymbolPattern.Match)

  func candidates(_ input: ArraySlice<Node>, key: String, undressing: Bool) -> [Candidate] {
    let named = naming(input)
    return (places[key] ?? []).compactMap { place in
      let pattern = entries[place].pattern
      guard
        let match = pattern.match(input, undressing: undressing)
          ?? named.flatMap({ pattern.match($0[...], undressing: undressing) }),
        entries[place].value.suits(match) || isOfStep(match, entries[place]), !isKronecker(match, entries[place]),
        areWhole(match.indices)
      else { return nil }
      return (place, match)
    }
  }

  /// Whether it is a `\delta_{ij}` beside a number that `let` calls δ, which has no indices.
  private func isKronecker(_ match: SymbolPattern.Match, _ entry: Entry) -> Bool {
    guard entry.pattern.key == "\\delta", let sub = match.leftoverSub, case .variable(let variable) = entry.value else {
      return false
    }
    return variable.shape.isEmpty && ScriptItem.items(of: sub).count == 2
  }

  /// Whether a parameter has below it what counts steps of training, and nothing else.
  private func isOfStep(_ match: SymbolPattern.Match, _ entry: Entry) -> Bool {
    guard let stepLetter, let sub = match.leftoverSub, match.missing.isEmpty, match.leftoverSup == nil,
      case .meaning(let meaning) = entry.value
    else { return false }
    return meaning.isParameter && IndexExpression(sub)?.only == stepLetter
  }

  /// The input with a letter in place of each symbol with an index that is an index itself, as the `n_l` of `a^{(n_l)}`;
  /// nil where there is none.
  private func naming(_ input: ArraySlice<Node>) -> [Node]? {
    guard let first = input.first, !indexNames.isEmpty else { return nil }
    let renamed = Array(input.prefix(1)).namingIndices(indexNames)
    return renamed[0] == first ? nil : renamed + input.dropFirst()
  }

  func choose(_ candidates: [Candidate]) -> Finding {
    guard var best = candidates.first else { return .none }
    guard candidates.count > 1 else { return .found(entries[best.place], best.match) }
    let scores = candidates.map { Score($0.match, isShadowing: entries[$0.place].value.isShadowing($0.match)) }
    var score = scores[0]
    // Of equals the latest.
    for (candidate, other) in zip(candidates, scores).dropFirst() where !(other < score) {
      (best, score) = (candidate, other)
    }
    let isInexact = best.match.exact == 0 && !best.match.indices.isEmpty
    if isInexact {
      for (candidate, other) in zip(candidates, scores)
      where candidate.place != best.place && other == score
        && entries[candidate.place].value.differs(from: entries[best.place].value)
      {
        return .ambiguous
      }
    }
    return .found(entries[best.place], best.match)
  }

  /// How well a symbol fits: the longest first, then what shadows, then what leaves the least over.
  private struct Score: Comparable {
    let numbers: (Int, Int, Int, Int, Int, Int)

    init(_ match: SymbolPattern.Match, isShadowing: Bool) {
      numbers = (
        match.length, isShadowing ? 1 : 0,
        (match.leftoverSub == nil ? 0 : -1) + (match.leftoverSup == nil ? 0 : -1), -match.leftoverPrimes,
        -match.missing.count, match.exact
      )
    }

    static func < (left: Score, right: Score) -> Bool { left.numbers < right.numbers }
    static func == (left: Score, right: Score) -> Bool { left.numbers == right.numbers }
  }
}

extension Scope.Entry {
  fileprivate var isParameter: Bool { if case .parameter = value { true } else { false } }

  /// Whether `let` declares it, as a vector or matrix or as a number.
  fileprivate func isDeclared(asVector isVector: Bool) -> Bool {
    guard case .variable(let variable) = value else { return false }
    return variable.shape.isEmpty != isVector
  }
}

extension Scope.Value {
  /// Whether a symbol of this kind can have the corners that the pattern has not.
  fileprivate func suits(_ match: SymbolPattern.Match) -> Bool {
    // `g_{\text{clip}}` is another symbol than g, and no entry of it.
    if let sub = match.leftoverSub, sub.count == 1, sub[0].isWord { return false }
    switch self {
    case .meaning(let meaning):
      // What could not be read is said of the symbol as it stands there.
      if meaning.quantity == .unread { return match.missing.isEmpty && match.leftoverSub == nil }
      // Beside an `e_k` that the notation has, `e^{z}` without an index is the exponential function.
      if match.isExponential { return false }
      // `S^{corrected}` is another symbol than S, and no power of it.
      if let sup = match.leftoverSup, sup.isWord, !meaning.isParameter || IndexExpression(stepWord: sup) == nil {
        return false
      }
      if match.leftoverSub != nil, !meaning.hasEntries || !match.missing.isEmpty { return false }
      // One number is no entry of a matrix: `Z_1` beside `Z` is another symbol.
      if let sub = match.leftoverSub, meaning.isMatrix, sub.count == 1, case .number(let digits) = sub[0].kind,
        digits.count == 1
      {
        return false
      }
      // An entry is not bold: `\mathbf{x}_2` beside `\mathbf{x}` is another vector.
      if let sub = match.leftoverSub, match.isBold, meaning.isVector, sub.count == 1, case .number = sub[0].kind {
        return false
      }
      // The letter of a layer can't be left out, nor that of one unit where the other is written.
      let layers = [meaning.layer, meaning.example].compactMap { index -> String? in
        if case .letter(let letter, _)? = index { letter } else { nil }
      }
      return !match.missing.contains(where: layers.contains)
    case .definition(let definition):
      if match.isOfEntry, !match.isOfVector, !match.isParted { return false }
      // Without its indices it is the vector or matrix of all that it defines; but nothing is left of it without any script.
      if !match.missing.isEmpty {
        return definition.parameters.isEmpty && match.leftoverSub == nil && match.leftoverPrimes == 0
          && match.missing.count < 3 && !match.indices.isEmpty && !definition.isLet
      }
      return match.leftoverSub == nil || definition.parameters.isEmpty
    // `x_n` beside a number x is another symbol.
    case .variable(let variable): return match.leftoverSub == nil || !variable.shape.isEmpty
    case .parameter, .index: return true
    }
  }

  /// Parameters and bound letters shadow the notation, also where they have a power: the `a^2` of `f(a) = a^2`.
  fileprivate func isShadowing(_ match: SymbolPattern.Match) -> Bool {
    switch self {
    case .parameter, .index:
      match.leftoverSub == nil && match.leftoverPrimes == 0
        && match.leftoverSup.map { $0.count == 1 && Int($0[0].key) != nil } ?? true
    default: false
    }
  }

  fileprivate func differs(from other: Scope.Value) -> Bool {
    switch (self, other) {
    case (.meaning(let a), .meaning(let b)):
      return a.layer != b.layer || a.quantity != b.quantity
    default: return true
    }
  }
}

extension Node {
  fileprivate var isWord: Bool {
    switch kind {
    case .text, .name: true
    default: false
    }
  }
}

extension [Node] {
  /// Whether it is a word in letters, three at least, also between brackets.
  fileprivate var isWord: Bool {
    var nodes = self[...]
    if nodes.first?.bracketNesting == 1, nodes.last?.bracketNesting == -1 { nodes = nodes.dropFirst().dropLast() }
    if nodes.count == 1, let only = nodes.first, case .name = only.kind { return true }
    return nodes.count > 2
      && nodes.allSatisfy { if case .letter(let letter) = $0.kind { letter.count == 1 } else { false } }
      && zip(nodes, nodes.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound }
  }

  /// With a letter for each symbol in a script whose key is one of `names`.
  fileprivate func namingIndices(_ names: Set<String>) -> [Node] {
    func script(_ nodes: [Node]?) -> [Node]? {
      nodes?.map { names.contains($0.key) ? Node(.letter($0.key), $0.range) : $0 }
    }
    return map { node in
      guard case .scripted(let base, let sub, let sup, let primes) = node.kind else { return node }
      return Node(.scripted(base, sub: script(sub), sup: script(sup), primes: primes), node.range)
    }
  }
}
