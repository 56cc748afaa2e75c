import TeXMath

/// Letters that nothing binds, beside definitions that have them with more: the `P` of `P_{ij} = \dots`, the `\sigma` of
/// `\sigma^2 = \dots`.
extension ExpressionParser {
  /// What a letter is that the document defines only with more at its corners; nil for any other symbol.
  mutating func madeOfOthers(_ node: Node) throws(ReadingProblem) -> Expression? {
    if let whole = try whole(node) { return whole }
    return try root(node)
  }

  /// `p` as the column of all `p_i`, and `P` as the matrix of all `P_{ij}`, which an equation defines entry by entry; nil for
  /// any other symbol.
  private mutating func whole(_ node: Node) throws(ReadingProblem) -> Expression? {
    let scripts = node.scripts
    guard !options.keepsLettersApart, scripts.sub == nil, scripts.primes == 0 else { return nil }
    for entry in scope.entries.reversed() {
      guard case .definition(let definition) = entry.value, definition.parameters.isEmpty,
        entry.pattern.nodes.count == 1,
        entry.pattern.nodes[0].undressed.base.key == node.undressed.base.key,
        let sub = entry.pattern.nodes[0].scripts.sub, entry.pattern.nodes[0].scripts.sup == nil
      else { continue }
      let letters = ScriptItem.items(of: sub).compactMap(\.letter)
      guard letters.count == ScriptItem.items(of: sub).count, (1...2).contains(letters.count),
        Set(letters).count == letters.count
      else { continue }
      let each = try inner(entry.pattern.nodes[...])
      guard each.hasOnlyAsUnits(letters) else { return nil }
      position += 1
      wholes.append(node.base.key)
      var vector = collecting(each, over: letters)
      (vector.range, vector.isNamed) = (node.range, true)
      return try scripts.sup.map { (sup) throws(ReadingProblem) in try raised(vector, to: sup, node.range) } ?? vector
    }
    return nil
  }

  /// `\sigma` as the root of the `\sigma^2` that an equation or `let` defines: a standard deviation, a radius. nil for any
  /// other symbol.
  private mutating func root(_ node: Node) throws(ReadingProblem) -> Expression? {
    let scripts = node.scripts
    guard scripts.primes == 0, scripts.sup.map({ $0.key != "2" }) ?? true else { return nil }
    let square = Node(
      .scripted(node.base, sub: scripts.sub, sup: [Node(.number("2"), node.range)], primes: 0), node.range)
    guard case .found(let entry, let match) = scope.lookup([square]), match.leftoverSup == nil,
      match.leftoverSub == nil,
      case .definition(let definition) = entry.value, definition.parameters.isEmpty,
      entry.pattern.nodes.last?.scripts.sup?.key == "2"
    else { return nil }
    let value = try inner([square])
    position += 1
    let note = "`\(node.base.key)` read as the root of `\(square.key)`"
    if !notes.contains(note) { notes.append(note) }
    var root = Expression(.function(.elementary("sqrt", primes: 0), [value]), node.range)
    root.isNamed = true
    return try scripts.sup.map { (sup) throws(ReadingProblem) in try raised(root, to: sup, node.range) } ?? root
  }
}
