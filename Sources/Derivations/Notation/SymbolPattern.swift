import TeXMath

/// A symbol as a sentence introduces it, with letters that stand for any index: `a^l_j`, `\text{net}_k`, `h_\Theta(x)`.
struct SymbolPattern: Hashable {
  let nodes: [Node]
  /// Letters that stand for any index.
  let variables: Set<String>
  /// The nodes taken apart, once for all times that they are compared.
  private let parts: [Part]

  init(_ nodes: [Node], variables: Set<String>) {
    self.nodes = PlainNodes.plain(nodes)
    self.variables = variables
    parts = self.nodes.map { Part($0, variables) }
  }

  /// A node of the pattern: its base as text, and the items at its corners.
  private struct Part: Hashable {
    let key: String
    let undressedKey: String
    let sub: [Item]?
    let sup: [Item]?
    let primes: Int
    /// The letter that the node is, where that stands for any index.
    let variable: String?

    init(_ node: Node, _ variables: Set<String>) {
      (key, undressedKey) = (node.base.key, node.undressed.base.key)
      let scripts = node.scripts
      sub = scripts.sub.map { ScriptItem.items(of: $0).map { Item($0, variables) } }
      sup = scripts.sup.map { ScriptItem.items(of: $0).map { Item($0, variables) } }
      primes = scripts.primes
      variable = if case .letter(let letter) = node.kind, variables.contains(letter) { letter } else { nil }
    }
  }

  private struct Item: Hashable {
    let bracket: String?
    let key: String
    /// The letter that the item is, where that stands for any index.
    let variable: String?
    let isTransposeMark: Bool

    init(_ item: ScriptItem, _ variables: Set<String>) {
      (bracket, key) = (item.bracket, item.key)
      variable = item.letter.flatMap { variables.contains($0) ? $0 : nil }
      isTransposeMark = item.isTransposeMark
    }
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
    /// Whether it is one letter that is dressed as a vector, in the sentence and here.
    var isBold = false
    /// Whether more indices stand below it than the pattern has.
    var isOfEntry = false
    /// Whether a comma parts those from its own indices: the `y_{t,k}` beside `y_t`.
    var isParted = false
    /// Whether the pattern is one letter that is dressed as a vector.
    var isOfVector = false
    /// Whether it is an e that lacks an index and has something above it which is none.
    var isExponential = false
  }

  /// Fits the pattern to the beginning of `input`.
  func match(_ input: ArraySlice<Node>, undressing: Bool) -> Match? {
    guard input.count >= nodes.count else { return nil }
    var match = Match(length: nodes.count, isUndressed: undressing)
    var position = input.startIndex
    for (offset, pattern) in parts.enumerated() {
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
    match.isOfVector = nodes.count == 1 && nodes[0].isDressed
    match.isBold = match.isOfVector && input[input.startIndex].isDressed
    match.isExponential =
      nodes.count == 1 && parts[0].key == "e" && !match.missing.isEmpty && match.leftoverSup?.isExponent ?? false
    return match
  }

  /// Index letters that stand by themselves between brackets.
  var bracketedIndices: [String] { nodes.indices.compactMap(bracketedVariable) }

  /// The index letter that stands at `offset` by itself between brackets.
  private func bracketedVariable(_ offset: Int) -> String? {
    guard offset > 1, offset + 1 < nodes.count, case .letter(let letter) = nodes[offset].kind,
      variables.contains(letter), ["(", "["].contains(nodes[offset - 1].bareSign ?? ""),
      nodes[offset + 1].bracketNesting < 0
    else { return nil }
    return letter
  }

  private func match(
    _ pattern: Part, _ node: Node, isLast: Bool, undressing: Bool, into match: inout Match
  ) -> Bool {
    // A whole index that stands alone: the i of `\text{cost}(i)`.
    if let letter = pattern.variable, !isLast { return bind(letter, to: [node], into: &match) }
    guard undressing ? pattern.undressedKey == node.undressed.base.key : pattern.key == node.base.key else {
      return false
    }
    let scripts = node.scripts
    guard pattern.primes <= scripts.primes else { return false }
    if pattern.primes > 0 { match.exact += 1 }
    guard pattern.primes == scripts.primes || isLast else { return false }
    match.leftoverPrimes = scripts.primes - pattern.primes
    guard matchScript(pattern.sub, scripts.sub, isLast: isLast, isSuper: false, into: &match) else {
      return false
    }
    return matchScript(pattern.sup, scripts.sup, isLast: isLast, isSuper: true, into: &match)
  }

  private func matchScript(
    _ patternItems: [Item]?, _ script: [Node]?, isLast: Bool, isSuper: Bool, into match: inout Match
  ) -> Bool {
    guard let patternItems else {
      guard let script else { return true }
      guard isLast else { return false }
      if isSuper { match.leftoverSup = script } else { match.leftoverSub = script }
      return true
    }
    var items = script.map(ScriptItem.items(of:)) ?? []
    if isSuper, isLast, items.count == patternItems.count + 1, items.last?.isTransposeMark ?? false {
      items.removeLast()
      match.isTransposed = true
    } else if isSuper, isLast, items.count == patternItems.count + 1, items.first?.isTransposeMark ?? false {
      // `W^{T(l)}`
      items.removeFirst()
      match.isTransposed = true
    } else if isSuper, isLast, items.count == 1, items[0].isTransposeMark,
      !patternItems.contains(where: { $0.bracket == items[0].bracket && $0.isTransposeMark && $0.key == items[0].key })
    {
      // `w^T` of a symbol that elsewhere has its layer there.
      items = []
      match.isTransposed = true
    }
    if isSuper, isLast, items.count == patternItems.count + 1, let exponent = items.last, exponent.bracket == nil,
      exponent.nodes.count == 1, exponent.nodes[0].isNumber, patternItems.last?.bracket != nil
    {
      // `a^{[1]2}`: behind the brackets of the layer a number is an exponent.
      items.removeLast()
      match.leftoverSup = exponent.nodes
    }
    guard !items.isEmpty else {
      guard isLast, patternItems.allSatisfy({ $0.variable != nil }) else { return false }
      match.missing += patternItems.compactMap(\.variable)
      return true
    }
    items = ScriptItem.splitDigits(items, into: patternItems.count)
    if !isSuper, isLast, items.count > patternItems.count, items.count < patternItems.count + 3,
      items.allSatisfy({ $0.bracket == nil })
    {
      // `o_{t,i}` beside `\mathbf{o}_t`: behind its own indices stand those of an entry.
      let rest = items[patternItems.count...]
      match.leftoverSub = Array(
        rest.map(\.nodes).joined(separator: [Node(.sign(","), rest[patternItems.count].nodes.range)]))
      match.isOfEntry = true
      match.isParted = (script ?? []).contains { $0.bareSign == "," }
      items.removeLast(rest.count)
    }
    guard items.count == patternItems.count else { return false }
    for (patternItem, item) in zip(patternItems, items) {
      guard (patternItem.bracket == nil) == (item.bracket == nil) else { return false }
      if let letter = patternItem.variable {
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
    // `o_{j'}` is an `o_j`, and no `o_k`.
    if nodes.key == letter || nodes.count == 1 && nodes.key.prefix(while: { $0 != "'" }) == letter { match.exact += 1 }
    return true
  }
}

extension ScriptItem {
  var isTransposeMark: Bool { nodes.count == 1 && nodes[0].isTransposeMark }
}

extension Node {
  /// Whether its letter is dressed as that of a vector or matrix.
  fileprivate var isDressed: Bool { undressed.base != base }

  typealias Scripts = (sub: [Node]?, sup: [Node]?, primes: Int)
  var scripts: Scripts {
    if case .scripted(_, let sub, let sup, let primes) = kind { (sub, sup, primes) } else { (nil, nil, 0) }
  }
}

extension [Node] {
  /// Whether it can only be an exponent: no number, no mark of a transpose, and no index between brackets.
  fileprivate var isExponent: Bool {
    first?.bracketNesting != 1 && contains { !$0.isNumber && !$0.isTransposeMark && $0.bareSign == nil }
  }
}
