import TeXMath

/// Names of `let` and of definitions that differ only in a literal index, as `x^0, x^1, x^2` do, and the letter that
/// stands for it in a statement. It ranges over the literals, where all symbols exist, and is never a power.
struct NameFamily {
  let letter: String
  /// In ascending order.
  let numbers: [Int]

  /// - Parameter only: the letter that is asked for
  /// - Returns: nil where no letter of the members stands for such an index
  init?(in members: [[Node]], _ scope: Scope, only: String? = nil, inside options: ExpressionParser.Options = .init()) {
    let literals = scope.literals
    guard !literals.isEmpty else { return nil }
    let nodes = members.flatMap { scope.withoutArguments(PlainNodes.plain($0)) }
    let open = nodes.scriptedNodes.filter { scope.isOpen($0, options) }
    // A letter that a sum binds is the sum's.
    let summed = only == nil ? Set(nodes.flattened.flatMap { [$0].summedLetters }) : []
    let letters = open.flatMap(\.scriptIndices).compactMap { $0.terms.count == 1 ? $0.terms[0].letter : nil }
    for letter in letters where only.map({ $0 == letter }) ?? !summed.contains(letter) {
      let symbols = open.filter { $0.scriptIndices.contains { $0.letters == [letter] } }
      let constants = Set(symbols.flatMap(\.scriptIndices).filter { $0.letters == [letter] }.map(\.constant))
      let numbers = Set(literals.flatMap { literal in constants.map { literal - $0 } })
      let found = numbers.filter { number in symbols.allSatisfy { scope.has($0, number, for: letter, options) } }
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
    _ left: [Node], _ right: [Node], family: NameFamily, head: [Node], isLast: Bool, depth: Int = 0
  ) -> LinkVerdict {
    var verdicts: [LinkVerdict] = []
    let allGuards = guards
    for number in family.numbers {
      guards = allGuards.map { $0.map { $0.putting(number, for: family.letter, isIndex: true) } }
      func at(_ nodes: [Node]) -> [Node] { nodes.map { $0.putting(number, for: family.letter) } }
      let (one, other) = (at(left), at(right))
      // A second letter: `\frac{\partial h_t}{\partial h_k}`. Further on in a chain it may be but the bound of a product.
      let next = depth < 2 ? NameFamily(in: [one, other, at(head)], scope) : nil
      var verdict =
        next.map { judge(one, other, family: $0, head: at(head), isLast: isLast, depth: depth + 1) }
        ?? claim(one, other, head: at(head), isLast: isLast)
      verdict.at.insert((family.letter, number), at: 0)
      verdicts.append(verdict)
    }
    guards = allGuards
    // Where a symbol is not there for one of the numbers, as the `L_0` of `\sum_{t=k}^T L_t` at k = 0, nothing is said.
    let written = Set((left + right).flattened.map(\.key))
    let said = verdicts.filter { if case .unbound(let symbol)? = $0.open { written.contains(symbol) } else { true } }
    return Self.whole(of: said.contains { $0.kind != .notChecked } ? said : verdicts)
  }

  /// Judges `h_t \in \mathbb{R}^n` at every number of a family, as one.
  func judgeShape(_ left: [Node], _ right: [Node], depth: Int = 0) -> LinkVerdict {
    guard depth < 2, let family = NameFamily(in: [left], scope) else {
      return ShapeClaims(judge: linkJudge).judge(left, right)
    }
    return Self.whole(
      of: family.numbers.map { number in
        func at(_ nodes: [Node]) -> [Node] { nodes.map { $0.putting(number, for: family.letter) } }
        var verdict = judgeShape(at(left), at(right), depth: depth + 1)
        verdict.at.insert((family.letter, number), at: 0)
        return verdict
      })
  }

  /// What the verdicts at the numbers of a family come to.
  private static func whole(of all: [LinkVerdict]) -> LinkVerdict {
    // Where a condition leaves nothing of it, as `t < T` at t = T, nothing is said.
    let verdicts = all.filter { ![.nothingLeft, .noCommonLayer].contains($0.open) }
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
  /// Without the lists in brackets behind symbols that a name of a family is: those of `L_t(y_t, d_t)`, where `let` says
  /// what `L_1` is.
  fileprivate func withoutArguments(_ nodes: [Node]) -> [Node] {
    var result: [Node] = []
    var place = 0
    while place < nodes.count {
      let node = nodes[place]
      place += 1
      result.append(node)
      guard node.scriptIndices.contains(where: { $0.literal == nil }), place < nodes.count,
        nodes[place].bareSign == "(",
        case let end = ScriptItem.closing(of: place, in: nodes), end < nodes.count,
        ExpressionParser.areNames(nodes[(place + 1)..<end], atLeast: 2),
        literals.contains(where: { number in
          let single = node.scriptIndices.flatMap(\.letters).reduce(node) { $0.putting(number, for: $1) }
          if case .found(let entry, let match) = lookup([single]), match.leftoverSub == nil { return !entry.isFunction }
          return false
        })
      else { continue }
      place = end + 1
    }
    return result
  }

  /// Whether a symbol with an index letter has a meaning for some numbers only: nothing binds it with the letter, or a
  /// definition does that names such symbols.
  fileprivate func isOpen(_ symbol: Node, _ options: ExpressionParser.Options) -> Bool {
    switch lookup([symbol]) {
    case .none: return true
    case .ambiguous: return false
    case .found(let entry, _) where readsFamilies && isRival(entry): return true
    case .found(let entry, _): return (entry.isFamily || entry.speaksOfFamily) && !isReadable([symbol], options)
    }
  }

  /// Whether it is the vector beside whose entries there are vectors with numbers.
  private func isRival(_ entry: Entry) -> Bool {
    guard case .variable = entry.value, entry.pattern.nodes.count == 1, entry.pattern.nodes[0].scripts.sub == nil else {
      return false
    }
    return isRival(entry.pattern.nodes[0].base.key)
  }

  /// Whether a symbol of a family exists with a number for its letter.
  fileprivate func has(_ symbol: Node, _ number: Int, for letter: String, _ options: ExpressionParser.Options) -> Bool {
    let single = symbol.putting(number, for: letter)
    guard case .found(let entry, let match) = lookup([single]), !entry.isNotation || entry.speaksOfFamily,
      match.leftoverSub == nil || match.isOfEntry, !readsFamilies || !isRival(entry)
    else { return false }
    // In `x_t^2` the 2 is a power, in `x^t` nothing is one.
    let hasLetterAbove = symbol.scripts.sup?.contains { $0.base.key == letter } ?? false
    return (match.leftoverSup == nil || !hasLetterAbove)
      && (!(entry.isFamily || entry.speaksOfFamily) || isReadable([single], options))
  }

  private func isReadable(_ nodes: [Node], _ options: ExpressionParser.Options) -> Bool {
    var parser = ExpressionParser(nodes, scope: self, options: options)
    parser.options.depth += 1
    guard (try? parser.parse()) != nil else { return false }
    return parser.realVariables.allSatisfy(\.value)
  }

  /// Whether a definition exists for some number in the place of an index letter, once it is in force: its body may
  /// name families, and its own symbol at another index.
  ///
  /// - Parameter later: what the displays from a place on define, and which symbols the body may need
  func existsSomewhere(
    _ name: SymbolName, body: [Node], later: (definitions: LaterDefinitions, place: Int)? = nil
  ) -> Bool {
    let plain = PlainNodes.plain(body)
    guard name.parameters.isEmpty, name.symbol.count == 1, let letter = name.variables(in: plain, self).min() else {
      return false
    }
    var inside = self
    inside.define(SymbolPattern(name.symbol, variables: [letter]), parameters: [], body: body, isLet: false)
    if let later { inside = later.definitions.completed(inside, for: body, from: later.place) }
    return literals.union(literals.map { $0 + 1 }).sorted().contains {
      let number = $0
      return inside.isReadable(plain.map { $0.putting(number, for: letter) }, .init())
    }
  }
}

extension Scope.Entry {
  /// Whether a sentence says it of other symbols, which may be a family: "`$\delta_t$` is the derivative of `$L$` by `$z_t$`".
  fileprivate var speaksOfFamily: Bool {
    guard case .meaning(let meaning) = value, case .derivative = meaning.quantity else { return false }
    return !pattern.variables.isEmpty
  }

  /// Whether it is a definition for any index.
  fileprivate var isFamily: Bool {
    if case .definition = value { !pattern.variables.isEmpty } else { false }
  }
}

extension Node {
  /// The indices at its corners, as far as they are some.
  var scriptIndices: [IndexExpression] {
    [scripts.sub, scripts.sup].compactMap { $0 }.flatMap(ScriptItem.items(of:)).compactMap { IndexExpression($0.nodes) }
  }

  /// With a number for an index letter, and sums of the two added up.
  ///
  /// - Parameter isIndex: whether the node itself stands where an index does
  func putting(_ number: Int, for letter: String, isIndex: Bool = false) -> Node {
    func each(_ nodes: [Node]) -> [Node] { nodes.map { $0.putting(number, for: letter) } }
    switch kind {
    case .letter(letter) where isIndex: return Node(.number(String(number)), range)
    case .scripted(let base, let sub, let sup, let primes):
      return Node(
        .scripted(
          base?.putting(number, for: letter), sub: sub?.puttingIndex(number, for: letter),
          sup: sup.map { $0.isTransposition ? $0 : $0.puttingIndex(number, for: letter) }, primes: primes), range)
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
    flattened.filter { if case .scripted(let base, _, _, _) = $0.kind { !(base?.isLarge ?? false) } else { false } }
  }

  /// The nodes and all inside them, but for those at their corners and under a dress.
  var flattened: [Node] {
    flatMap { node -> [Node] in
      switch node.kind {
      case .scripted(let base, let sub, let sup, _):
        let inside = [base].compactMap { $0 }.flattened.filter { $0.base != base?.base }
        // The exponent of e may be any expression.
        // Below the sign of a gradient stands what it is taken by.
        let by = ["\\nabla", "\\partial"].contains(base?.key ?? "") ? sub ?? [] : []
        return [node] + inside + ((base?.key == "e" ? sup ?? [] : []) + by).flattened
      case .fraction(let above, let below): return above.flattened + below.flattened
      case .root(let inner, _), .group(let inner), .fenced(_, let inner, _): return inner.flattened
      case .dressed(_, let inner): return [node] + inner.flattened
      case .environment(_, let rows): return rows.flatMap { $0.cells.flatMap(\.flattened) }
      default: return [node]
      }
    }
  }

  /// Whether it is a mark of the transpose, which is no index even where `let` says that T is 3.
  fileprivate var isTransposition: Bool { count == 1 && self[0].isTransposeMark }

  /// `l-1` at l = 3 is 2.
  fileprivate func puttingIndex(_ number: Int, for letter: String) -> [Node] {
    map { node in
      guard case .letter(letter) = node.kind else { return node.putting(number, for: letter) }
      return Node(.number(String(number)), node.range)
    }.addingNumbers
  }

  /// With `3 - 1` among the nodes of an index as 2.
  var addingNumbers: [Node] {
    var result: [Node] = []
    var place = 0
    while place < count {
      let node = self[place]
      place += 1
      guard case .number(let digits) = node.kind, var value = Int(digits),
        result.last.map({ $0.bracketNesting == 1 || $0.bareSign == "," }) ?? true
      else {
        result.append(node)
        continue
      }
      while place + 1 < count, let sign = self[place].bareSign, sign == "+" || sign == "-",
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

extension Node {
  /// Whether it is the sign of a sum or product.
  fileprivate var isLarge: Bool { if case .large = kind { true } else { false } }
}
