import TeXMath

/// Symbols that the document defines from layer to layer: `\delta^L = …` and then `\delta^{l-1} = … \delta^l`.
extension StatementJudge {
  /// Takes a recursion over the layers for what it comes to, a derivative of a cost: one that the definition at the last
  /// layer agrees with and that the recursion is true of. By induction both define the same.
  ///
  /// - Returns: nil where there is no definition to begin with, or no such derivative
  mutating func defineRecursively(_ left: [Node], as body: [Node]) -> LinkVerdict? {
    guard !isTrial, !isForecast, let name = SymbolName(left, definedAs: body, in: scope), name.parameters.isEmpty,
      name.symbol.count == 1, let symbol = name.symbol.first,
      PlainNodes.plain(body).flattened.contains(where: { $0.base.key == symbol.base.key })
    else { return nil }
    let constants = Set(scope.indexConstants.map(\.letter))
    for entry in scope.writtenEntries.reversed() {
      guard case .definition(let definition) = entry.value, !definition.isLet, definition.parameters.isEmpty,
        entry.pattern.nodes.count == 1, let start = entry.pattern.nodes.first, start.base.key == symbol.base.key,
        let place = Self.layer(of: symbol, from: start, constants)
      else { continue }
      for derivative in derivatives(like: place) {
        // At the last layer, then from each to the one before.
        let first = derivative.renaming([place.letter: place.start])
        guard linkJudge.judge(read: sides([start], first)).isTrue else { continue }
        var other = self
        let pattern = SymbolPattern([place.symbol], variables: Set([place.letter] + place.units))
        other.scope.define(pattern, parameters: [], body: derivative, isLet: false)
        guard other.linkJudge.judge(guards: other.conditions(), read: other.sides(left, body)).isTrue else { continue }
        scope = other.scope
        return LinkVerdict(.defines, reason: "true of `\(derivative.key)`, which it begins with")
      }
    }
    return nil
  }

  private struct Place {
    /// The symbol with the letter of the layer alone.
    var symbol: Node
    var letter: String
    /// What stands in its place where the recursion begins.
    var start: [Node]
    /// Its other indices.
    var units: [String]
  }

  /// Which index of a symbol is that of the layer, where the definition that it begins with has the last one: the l of
  /// `\delta^{l-1}` beside `\delta^L`.
  private static func layer(of symbol: Node, from start: Node, _ constants: Set<String>) -> Place? {
    func items(_ nodes: [Node]?) -> [ScriptItem] { nodes.map(ScriptItem.items(of:)) ?? [] }
    let (own, first) = (symbol.scripts, start.scripts)
    let pairs = [(items(own.sub), items(first.sub)), (items(own.sup), items(first.sup))]
    guard pairs.allSatisfy({ $0.count == $1.count }), own.primes == 0, first.primes == 0 else { return nil }
    var found: Place?
    var units: [String] = []
    for (item, other) in pairs.flatMap({ zip($0, $1) }) {
      if let constant = other.letter, constants.contains(constant), let index = IndexExpression(item.nodes),
        let letter = index.only, !constants.contains(letter)
      {
        guard found == nil else { return nil }
        let whole = symbol.withoutSummand(behind: letter)
        found = Place(symbol: whole, letter: letter, start: other.nodes, units: [])
      } else if let unit = item.letter {
        units.append(unit)
      } else {
        return nil
      }
    }
    found?.units = units
    return found
  }

  /// The derivatives of the costs in force by what layers compute, and their negatives, with the indices of a symbol.
  private func derivatives(like place: Place) -> [[Node]] {
    guard place.units.count < 2 else { return [] }
    let meanings = scope.writtenEntries.compactMap { entry -> (pattern: SymbolPattern, meaning: SymbolMeaning)? in
      guard case .meaning(let meaning) = entry.value, entry.isNotation else { return nil }
      return (entry.pattern, meaning)
    }
    let costs = meanings.filter { $0.meaning.isCost && $0.pattern.nodes.count < 5 }.map(\.pattern.nodes)
    let range = place.symbol.range
    let nodes = meanings.compactMap { pattern, meaning -> Node? in
      guard [.weightedInput, .activation].contains(meaning.quantity), meaning.examples == nil, meaning.example == nil,
        !meaning.hasLeadingOne, !meaning.hasTrailingOne, pattern.nodes.count == 1, let node = pattern.nodes.first,
        case .letter(let layer, _)? = meaning.layer, pattern.variables.contains(layer)
      else { return nil }
      var renamed = [layer: [Node(.letter(place.letter), range)]]
      if case .letter(let unit, _)? = meaning.unit {
        guard let own = place.units.first else {
          // The vector: without the corner of the unit, where nothing else stands there.
          guard case .scripted(let base, let sub, let sup, 0) = node.kind, sub?.key == unit else { return nil }
          return [Node(.scripted(base, sub: nil, sup: sup, primes: 0), range)].renaming(renamed).first
        }
        renamed[unit] = [Node(.letter(own), range)]
      } else if !place.units.isEmpty {
        return nil
      }
      return [node].renaming(renamed).first
    }
    let sign = Node(.letter("\\partial"), range)
    return costs.suffix(3).flatMap { cost in
      nodes.suffix(4).flatMap { node -> [[Node]] in
        let derivative = Node(.fraction([sign] + cost, [sign, node]), range)
        return [[derivative], [Node(.sign("-"), range), derivative]]
      }
    }
  }
}

extension LinkVerdict {
  fileprivate var isTrue: Bool { kind == .holds || kind == .convention }
}

extension Node {
  /// With a letter alone at its corners where something is added to it: `\delta^l` for `\delta^{l-1}`.
  fileprivate func withoutSummand(behind letter: String) -> Node {
    guard case .scripted(let base, let sub, let sup, let primes) = kind else { return self }
    func plain(_ script: [Node]) -> [Node] {
      guard let place = script.firstIndex(where: { $0.key == letter }), place + 2 < script.count,
        ["+", "-"].contains(script[place + 1].bareSign ?? ""), script[place + 2].isNumber
      else { return script }
      return Array(script[...place]) + script[(place + 3)...]
    }
    return Node(.scripted(base, sub: sub.map(plain), sup: sup.map(plain), primes: primes), range)
  }
}
