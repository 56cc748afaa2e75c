import TeXMath

extension ExpressionParser {
  /// `p` as the column of all `p_i`, and `P` as the matrix of all `P_{ij}`, which an equation defines entry by entry; nil for
  /// any other symbol.
  mutating func bareVector(_ node: Node) throws(ReadingProblem) -> Expression? {
    let scripts = node.scripts
    guard scripts.sub == nil, scripts.primes == 0 else { return nil }
    for entry in scope.entries.reversed() {
      guard case .definition(let definition) = entry.value, definition.parameters.isEmpty, !definition.isLet,
        entry.pattern.nodes.count == 1, entry.pattern.nodes[0].base.key == node.base.key,
        let sub = entry.pattern.nodes[0].scripts.sub, entry.pattern.nodes[0].scripts.sup == nil
      else { continue }
      let letters = ScriptItem.items(of: sub).compactMap(\.letter)
      guard letters.count == ScriptItem.items(of: sub).count, (1...2).contains(letters.count),
        Set(letters).count == letters.count
      else { continue }
      let each = try inner(entry.pattern.nodes[...])
      guard each.hasOnlyAsUnits(letters) else { return nil }
      position += 1
      var vector = collecting(each, over: letters)
      (vector.range, vector.isNamed) = (node.range, true)
      return try scripts.sup.map { (sup) throws(ReadingProblem) in try raised(vector, to: sup, node.range) } ?? vector
    }
    return nil
  }
}
