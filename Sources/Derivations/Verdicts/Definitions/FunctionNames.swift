import TeXMath

extension StatementJudge {
  /// `\sigma = \tanh` says it of every argument: both sides at one, and whether the left one is a function of the network,
  /// which such an alternative never rebinds. nil where a side is more than the name of a function.
  func alternatives(_ left: [Node], _ right: [Node]) -> (left: [Node], right: [Node], isNetworks: Bool)? {
    guard isFunctionName(right) else { return nil }
    let isBound = isFunctionName(left)
    guard isBound || definedName(left)?.parameters.isEmpty ?? false else { return nil }
    let letters = ["x", "t", "u", "s", "v", "q"]
    let letter = letters.first { if case .none = scope.lookup([Node(.letter($0), 0..<0)]) { true } else { false } }
    guard let letter else { return nil }
    func applied(_ nodes: [Node]) -> [Node] {
      let end = nodes.range.upperBound..<nodes.range.upperBound
      return nodes + [Node(.sign("("), end), Node(.letter(letter), end), Node(.sign(")"), end)]
    }
    var isNetworks = false
    if case .found(let entry, _) = scope.lookup(PlainNodes.plain(left)[...]), case .meaning = entry.value {
      isNetworks = true
    }
    return (applied(left), applied(right), isNetworks)
  }

  private func isFunctionName(_ nodes: [Node]) -> Bool {
    let plain = PlainNodes.plain(nodes)
    guard let first = plain.first else { return false }
    if case .found(let entry, let match) = scope.lookup(plain[...]) {
      let isWhole =
        match.length == plain.count && match.leftoverSub == nil && match.leftoverSup == nil && match.leftoverPrimes == 0
      switch entry.value {
      case .meaning(let meaning):
        guard isWhole else { return false }
        switch meaning.quantity {
        case .activationFunction, .namedFunction: return true
        default: return false
        }
      case .definition(let definition): return isWhole && definition.parameters.count == 1
      case .variable, .parameter, .index: return false
      }
    }
    guard plain.count == 1, case .name(let name) = first.kind, let known = KnownFunctions.canonical(name) else {
      return false
    }
    return !["max", "min", "tr", "diag", "softmax"].contains(known)
  }
}
