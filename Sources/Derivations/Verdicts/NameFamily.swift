import TeXMath

/// Names of `let` and of definitions that differ only in a literal index, as `x^0, x^1, x^2` do, and the letter that
/// stands for it in a statement. It ranges over the literals, where all symbols exist, and is never a power.
struct NameFamily {
  let letter: String
  /// In ascending order.
  let numbers: [Int]

  /// - Returns: nil where no letter of the members stands for such an index
  init?(in members: [[Node]], _ scope: Scope) {
    let nodes = members.flatMap { PlainNodes.plain($0) }
    let open = nodes.scriptedNodes.filter { if case .none = scope.lookup([$0]) { true } else { false } }
    let letters = open.flatMap(\.scriptIndices).compactMap { $0.terms.count == 1 ? $0.terms[0].letter : nil }
    for letter in letters {
      let symbols = open.filter { $0.scriptIndices.contains { $0.letters == [letter] } }
      var numbers: Set<Int> = []
      for symbol in symbols {
        let literals = scope.literals(ofNamesLike: symbol)
        for index in symbol.scriptIndices where index.letters == [letter] {
          numbers.formUnion(literals.map { $0 - index.constant })
        }
      }
      let found = numbers.filter { number in
        symbols.allSatisfy { symbol in
          guard case .found(let entry, let match) = scope.lookup([symbol.putting(number, for: letter)][...]) else {
            return false
          }
          return !entry.isNotation && match.leftoverSub == nil && match.leftoverSup == nil
        }
      }
      guard !found.isEmpty else { continue }
      (self.letter, self.numbers) = (letter, found.sorted())
      return
    }
    return nil
  }
}

extension StatementJudge {
  /// Judges a link at every number of the family, as one.
  mutating func judge(
    _ left: [Node], _ right: [Node], family: NameFamily, head: [Node], isLast: Bool
  ) -> LinkVerdict {
    var verdicts: [LinkVerdict] = []
    let allGuards = guards
    for number in family.numbers {
      guards = allGuards.map { $0.map { $0.putting(number, for: family.letter, isIndex: true) } }
      func at(_ nodes: [Node]) -> [Node] { nodes.map { $0.putting(number, for: family.letter) } }
      var verdict = claim(at(left), at(right), head: at(head), isLast: isLast)
      verdict.at.insert((family.letter, number), at: 0)
      verdicts.append(verdict)
    }
    guards = allGuards
    let order: [LinkVerdict.Kind] = [.fails, .notChecked, .convention, .holds]
    let decisive = order.lazy.compactMap { kind in verdicts.first { $0.kind == kind } }.first
    guard var verdict = decisive else { return LinkVerdict(open: .nothingLeft) }
    guard verdict.kind == .holds || verdict.kind == .convention else { return verdict }
    verdict.compared = verdicts.reduce(0) { $0 + $1.compared }
    verdict.skipped = verdicts.reduce(0) { $0 + $1.skipped }
    verdict.maxError = verdicts.compactMap(\.maxError).max()
    return verdict
  }
}

extension Scope {
  /// The whole numbers among the indices of names that are no notation and have the letter of `symbol`.
  fileprivate func literals(ofNamesLike symbol: Node) -> [Int] {
    entries.flatMap { entry -> [Int] in
      guard !entry.isNotation, entry.pattern.nodes.count == 1, entry.pattern.nodes[0].base.key == symbol.base.key else {
        return []
      }
      return entry.pattern.nodes[0].scriptIndices.compactMap(\.literal)
    }
  }
}

extension Node {
  /// The indices at its corners, as far as they are some.
  fileprivate var scriptIndices: [IndexExpression] {
    [scripts.sub, scripts.sup].compactMap { $0 }.flatMap(ScriptItem.items(of:)).compactMap { IndexExpression($0.nodes) }
  }

  /// With a number for an index letter, and sums of the two added up.
  ///
  /// - Parameter isIndex: whether the node itself stands where an index does
  fileprivate func putting(_ number: Int, for letter: String, isIndex: Bool = false) -> Node {
    func each(_ nodes: [Node]) -> [Node] { nodes.map { $0.putting(number, for: letter) } }
    switch kind {
    case .letter(letter) where isIndex: return Node(.number(String(number)), range)
    case .scripted(let base, let sub, let sup, let primes):
      return Node(
        .scripted(
          base?.putting(number, for: letter), sub: sub?.puttingIndex(number, for: letter),
          sup: sup?.puttingIndex(number, for: letter), primes: primes), range)
    case .fraction(let above, let below): return Node(.fraction(each(above), each(below)), range)
    case .root(let inner, let index): return Node(.root(each(inner), index: index.map(each)), range)
    case .group(let inner): return Node(.group(each(inner)), range)
    case .dressed(let dress, let inner): return Node(.dressed(dress, each(inner)), range)
    case .fenced(let left, let inner, let right): return Node(.fenced(left, each(inner), right), range)
    case .environment(let name, let rows):
      return Node(.environment(name, rows.map { Node.Row(cells: $0.cells.map(each), range: $0.range) }), range)
    default: return self
    }
  }
}

extension [Node] {
  /// All nodes with corners, also those inside others.
  fileprivate var scriptedNodes: [Node] {
    flatMap { node -> [Node] in
      switch node.kind {
      case .scripted(let base, _, _, _):
        if case .large = base?.kind { return [] }
        return [node] + [base].compactMap { $0 }.scriptedNodes
      case .fraction(let above, let below): return above.scriptedNodes + below.scriptedNodes
      case .root(let inner, _), .group(let inner), .dressed(_, let inner), .fenced(_, let inner, _):
        return inner.scriptedNodes
      case .environment(_, let rows): return rows.flatMap { $0.cells.flatMap(\.scriptedNodes) }
      default: return []
      }
    }
  }

  /// `l-1` at l = 3 is 2.
  fileprivate func puttingIndex(_ number: Int, for letter: String) -> [Node] {
    var result: [Node] = []
    var place = 0
    while place < count {
      let node = self[place]
      guard case .letter(letter) = node.kind else {
        result.append(node.putting(number, for: letter))
        place += 1
        continue
      }
      var value = number
      place += 1
      if place + 1 < count, let sign = self[place].bareSign, sign == "+" || sign == "-",
        case .number(let digits) = self[place + 1].kind, let summand = Int(digits)
      {
        value += sign == "+" ? summand : -summand
        place += 2
      }
      result.append(Node(.number(String(value)), node.range))
    }
    return result
  }
}
