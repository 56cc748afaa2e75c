import TeXMath

/// The conditions under which a statement is meant, and the letters they speak of.
extension StatementJudge {
  /// A letter of a condition that nothing but a sum has.
  func restrictedLetter(_ left: [Node], _ right: [Node]) -> String? {
    let conditions = guards.reduce(into: Set<String>()) { $0.formUnion(PlainNodes.plain($1).scriptLetters) }
    guard !conditions.isEmpty else { return nil }
    return PlainNodes.plain(right).summedLetters.first {
      conditions.contains($0) && !PlainNodes.plain(left).scriptLetters.contains($0)
    }
  }

  /// The letter of a class that a condition lets run: the c of `c = 1, \dots, K`, of `\forall c` and of `c \le K`, but not
  /// of `c = 1` or `j \ne c`.
  func rangingClass(_ condition: [Node]) -> String? {
    guard !scope.classLetters.isEmpty else { return nil }
    let nodes = Self.trimmed(PlainNodes.plain(condition))
    guard let place = nodes.firstIndex(where: { scope.classLetters.contains($0.key) }) else { return nil }
    let others = nodes[..<place] + nodes[(place + 1)...]
    guard !others.isEmpty else { return nodes[place].key }
    guard let sign = others.lazy.compactMap(\.bareSign).first else { return nil }
    let isRange =
      switch sign {
      case "\\in": true
      case "=": place == 0 && others.contains { $0.bareSign.map(Words.dots.contains) ?? false }
      default: Self.comparisons.contains(sign) && sign != "\\ne" && others.count == 2
      }
    guard isRange, !others.contains(where: { $0.bareSign == nil && isIndexLetter($0) }) else { return nil }
    return nodes[place].key
  }

  /// Whether a letter is neither a number nor bound.
  private func isIndexLetter(_ node: Node) -> Bool {
    guard node.isBareLetter, !node.isRealLine(in: scope), case .none = scope.lookup([node]) else { return false }
    return scope.wholeNumbers[node.key] == nil
  }

  func conditions() -> [Expression.Condition] {
    guards.compactMap { nodes in
      var parser = ExpressionParser([], scope: scope)
      return try? parser.condition(Self.trimmed(PlainNodes.plain(nodes)))
    }
  }
}
