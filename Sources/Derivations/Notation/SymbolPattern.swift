import TeXMath

/// A symbol as a sentence introduces it, with letters that stand for any index: `a^l_j`, `\text{net}_k`, `h_\Theta(x)`.
struct SymbolPattern: Hashable {
  var nodes: [Node]
  /// Letters that stand for any index.
  var variables: Set<String>

  init(_ nodes: [Node], variables: Set<String>) {
    self.nodes = PlainNodes.plain(nodes)
    self.variables = variables
  }

  var key: String { nodes.key }

  /// How a pattern fits what an equation has.
  struct Match {
    /// The number of nodes it takes.
    var length: Int
    /// What stands in the places of the variables.
    var indices: [String: [Node]] = [:]
    /// Variables that the equation does not write.
    var missing: [String] = []
    /// Corners that the pattern does not have.
    var leftoverSub: [Node]?
    var leftoverSup: [Node]?
    var isTransposed = false
    var leftoverPrimes = 0
    /// Indices that are exactly those of the pattern.
    var exact = 0
    /// Whether a dress had to be taken off.
    var isUndressed = false
  }

  /// Fits the pattern to the beginning of `input`.
  func match(_ input: ArraySlice<Node>, undressing: Bool) -> Match? {
    guard input.count >= nodes.count else { return nil }
    var match = Match(length: nodes.count, isUndressed: undressing)
    var position = input.startIndex
    for (offset, pattern) in nodes.enumerated() {
      guard position < input.endIndex else { return nil }
      // `W[l]` at `W[l+1]`: the whole of what the brackets hold.
      if let letter = bracketedVariable(offset) {
        let close = ScriptItem.closing(of: 0, in: Array(input[(position - 1)...]))
        let index = Array(input[position..<min(position - 1 + close, input.endIndex)])
        guard !index.isEmpty, bind(letter, to: index, into: &match) else { return nil }
        position += index.count
        continue
      }
      let node = input[position]
      position += 1
      guard self.match(pattern, node, isLast: offset == nodes.count - 1, undressing: undressing, into: &match) else {
        return nil
      }
    }
    match.length = position - input.startIndex
    return match
  }

  /// The index letter that stands at `offset` by itself between brackets.
  private func bracketedVariable(_ offset: Int) -> String? {
    guard offset > 1, offset + 1 < nodes.count, case .letter(let letter) = nodes[offset].kind,
      variables.contains(letter), ["(", "["].contains(nodes[offset - 1].bareSign ?? ""),
      nodes[offset + 1].bracketNesting < 0
    else { return nil }
    return letter
  }

  private func match(
    _ pattern: Node, _ node: Node, isLast: Bool, undressing: Bool, into match: inout Match
  ) -> Bool {
    let (patternBase, base) =
      undressing ? (pattern.undressed.base, node.undressed.base) : (pattern.base, node.base)
    // A whole index that stands alone: the i of `\text{cost}(i)`.
    if case .letter(let letter) = pattern.kind, variables.contains(letter), !isLast {
      return bind(letter, to: [node], into: &match)
    }
    guard patternBase.key == base.key else { return false }
    let (patternScripts, scripts) = (pattern.scripts, node.scripts)
    guard patternScripts.primes <= scripts.primes else { return false }
    if patternScripts.primes > 0 { match.exact += 1 }
    guard patternScripts.primes == scripts.primes || isLast else { return false }
    match.leftoverPrimes = scripts.primes - patternScripts.primes
    guard matchScript(patternScripts.sub, scripts.sub, isLast: isLast, isSuper: false, into: &match) else {
      return false
    }
    return matchScript(patternScripts.sup, scripts.sup, isLast: isLast, isSuper: true, into: &match)
  }

  private func matchScript(
    _ pattern: [Node]?, _ script: [Node]?, isLast: Bool, isSuper: Bool, into match: inout Match
  ) -> Bool {
    guard let pattern else {
      guard let script else { return true }
      guard isLast else { return false }
      if isSuper { match.leftoverSup = script } else { match.leftoverSub = script }
      return true
    }
    let patternItems = ScriptItem.items(of: pattern)
    var items = script.map(ScriptItem.items(of:)) ?? []
    if isSuper, isLast, items.count == patternItems.count + 1, items.last?.isTransposeMark ?? false {
      items.removeLast()
      match.isTransposed = true
    } else if isSuper, isLast, items.count == 1, items[0].isTransposeMark, !patternItems.contains(items[0]) {
      // `w^T` of a symbol that elsewhere has its layer there.
      items = []
      match.isTransposed = true
    }
    guard !items.isEmpty else {
      let missing = patternItems.compactMap(\.letter).filter(variables.contains)
      guard isLast, missing.count == patternItems.count else { return false }
      match.missing += missing
      return true
    }
    items = ScriptItem.splitDigits(items, into: patternItems.count)
    guard items.count == patternItems.count else { return false }
    for (patternItem, item) in zip(patternItems, items) {
      guard (patternItem.bracket == nil) == (item.bracket == nil) || patternItem.bracket == item.bracket else {
        return false
      }
      if let letter = patternItem.letter, variables.contains(letter) {
        guard bind(letter, to: item.nodes, into: &match) else { return false }
      } else if patternItem.key != item.key {
        return false
      } else {
        match.exact += 1
      }
    }
    return true
  }

  private func bind(_ letter: String, to nodes: [Node], into match: inout Match) -> Bool {
    guard IndexExpression(nodes) != nil else { return false }
    if let bound = match.indices[letter] { return bound.key == nodes.key }
    match.indices[letter] = nodes
    if nodes.key == letter { match.exact += 1 }
    return true
  }
}

extension ScriptItem {
  var isTransposeMark: Bool { nodes.count == 1 && nodes[0].isTransposeMark }
}

extension Node {
  typealias Scripts = (sub: [Node]?, sup: [Node]?, primes: Int)
  var scripts: Scripts {
    if case .scripted(_, let sub, let sup, let primes) = kind { (sub, sup, primes) } else { (nil, nil, 0) }
  }
}
