import TeXMath

/// Symbols that nothing above a link explains.
extension StatementJudge {
  /// What the link comes to with what the document says elsewhere. A statement of the same display that follows it says
  /// what its symbols are, as in `a = \sigma(z), \quad \sigma(z) = \frac{1}{1 + e^{-z}}`. A sentence about `x^{(i)}` where x stands
  /// alone may mean something else: that counts only if it makes the link true.
  mutating func explained(
    _ left: [Node], _ sign: String, _ right: [Node], head: [Node], isFirst: Bool, isLast: Bool
  ) -> LinkVerdict? {
    guard !isTrial else { return nil }
    let members = left + right
    if let later {
      let scope = later.definitions.completed(scope, for: members, from: later.place, through: later.place)
      if let verdict = judged(in: scope, left, sign, right, head, isFirst, isLast) { return verdict }
    }
    var scope = scope
    scope.bindOfAnyExample(members)
    guard let verdict = judged(in: scope, left, sign, right, head, isFirst, isLast) else { return nil }
    return [.holds, .convention, .updates].contains(verdict.kind) ? verdict : nil
  }

  private mutating func judged(
    in scope: Scope, _ left: [Node], _ sign: String, _ right: [Node], _ head: [Node], _ isFirst: Bool, _ isLast: Bool
  ) -> LinkVerdict? {
    var judge = self
    judge.scope = scope
    let verdict = judge.judge(left, sign, right, head: head, isFirst: isFirst, isLast: isLast)
    guard verdict.kind != .notChecked else { return nil }
    rates = judge.rates
    return verdict
  }
}

extension Scope {
  /// Binds what is unbound and differs from a symbol of the notation by the index of an example only: that of any one.
  fileprivate mutating func bindOfAnyExample(_ members: [Node]) {
    for symbol in PlainNodes.plain(members).flattened {
      guard case .none = lookup([symbol]) else { continue }
      for entry in entries.reversed() where entry.isNotation && entry.pattern.nodes.count == 1 {
        guard case .meaning(var meaning) = entry.value, case .letter(let letter, _)? = meaning.example,
          let match = entry.pattern.match([symbol], undressing: false), match.missing.contains(letter),
          let node = entry.pattern.nodes[0].without(scriptOf: letter)
        else { continue }
        meaning.example = nil
        bind(
          SymbolPattern([node], variables: entry.pattern.variables.subtracting([letter])), to: .meaning(meaning),
          isNotation: true)
        break
      }
    }
  }
}

extension Node {
  /// The symbol without the corner that has nothing but a letter.
  fileprivate func without(scriptOf letter: String) -> Node? {
    guard case .scripted(let base, let sub, let sup, let primes) = kind else { return nil }
    func isOnly(_ script: [Node]?) -> Bool {
      guard let script else { return false }
      let items = ScriptItem.items(of: script)
      return items.count == 1 && items[0].letter == letter
    }
    guard isOnly(sub) || isOnly(sup) else { return nil }
    return Node(
      .scripted(base, sub: isOnly(sub) ? nil : sub, sup: isOnly(sup) ? nil : sup, primes: primes), range)
  }
}
