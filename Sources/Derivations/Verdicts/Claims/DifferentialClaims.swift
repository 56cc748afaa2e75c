import TeXMath

/// Equations between differentials, which are no definitions.
extension StatementJudge {
  /// What `dL = \operatorname{tr}(G^T dW)` comes to as an equation between differentials; nil where the left side is
  /// rather a name, as the `dW` of `dW = dZ\, x^T` is where it means a gradient.
  func differentialClaim(_ left: [Node], _ right: [Node]) -> LinkVerdict? {
    let name = PlainNodes.plain(left)
    // `df = \operatorname{tr}(\frac{\partial f}{\partial X}^T dX)` is true of every f, and defines nothing.
    if name.count == 2, name[0].key == "d", case .none = scope.lookup(name[1...]),
      PlainNodes.plain(right).differentiate(name[1])
    {
      return LinkVerdict(open: .unbound(name[1].key))
    }
    guard name.count == 2, name[0].key == "d", case .found(let entry, _) = scope.lookup(name[1...]), !entry.isFunction,
      let sides = try? reader.sides(left, right), sides.right.hasDifferential
    else { return nil }
    let verdict = linkJudge.judge(guards: conditions(), read: self.sides(left, right))
    switch verdict.kind {
    case .holds, .convention, .fails: return verdict
    // What would define it has differentials of its own, which nothing else explains.
    case .notChecked where verdict.open == .unbound("d"): return verdict
    // Of what the document has made of others nobody calls a gradient so.
    case .notChecked where !entry.isNotation: return verdict
    default: return nil
    }
  }
}

extension [Node] {
  /// Whether a derivative of the symbol stands among them: `\frac{\partial f}{\partial x}`.
  fileprivate func differentiate(_ symbol: Node) -> Bool {
    contains { node in
      if case .fraction(let above, _) = node.kind, above.count == 2, ["\\partial", "d"].contains(above[0].key),
        above[1].key == symbol.key
      {
        return true
      }
      return node.parts.contains { $0.differentiate(symbol) }
    }
  }
}
