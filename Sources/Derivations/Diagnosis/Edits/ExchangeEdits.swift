import TeXMath

/// One symbol for another in its place: a count, a name, a letter.
extension EditGenerator {
  /// Another number of units, examples or layers in the place of one.
  mutating func exchangeCount(_ node: Node) {
    guard case .found(let entry, let match) = scope.lookup(PlainNodes.plain([node])[...]), match.leftoverSub == nil,
      match.leftoverSup == nil, case .meaning(let meaning) = entry.value, meaning.isNumberOfNetwork
    else { return }
    let text = source(node.range)
    for count in countSymbols where count != text { add(Edit(.node, node.range, count)) }
  }

  /// Another name of a cell or an equation with the same letter, `W_{rec}` for `W_x`, or with the same index.
  mutating func exchangeNamed(_ node: Node) {
    let key = PlainNodes.plain([node]).key
    let scripts = node.scripts
    let others = scope.writtenEntries.filter { entry in
      guard !entry.isNotation, entry.pattern.nodes.count == 1 else { return false }
      let (other, corners) = (entry.pattern.nodes[0], entry.pattern.nodes[0].scripts)
      if other.base.key == node.base.key { return corners.sub != nil && entry.pattern.variables.isEmpty }
      // `a^t` for `i^t`
      return scripts.sub?.key == corners.sub?.key && scripts.sup?.key == corners.sup?.key
    }
    guard others.contains(where: { $0.pattern.key == key }) else { return }
    for other in others.prefix(8) where other.pattern.key != key {
      add(Edit(.node, node.range, other.pattern.nodes.tex))
    }
  }

  /// Another symbol of the notation in this one's place, or another letter that stands in the link.
  mutating func exchange(_ base: Node) {
    guard base.isExchangeable else { return }
    let key = base.key
    let all = exchangeable
    let sorts = Set(all.filter { $0.key == key }.compactMap(\.sort))
    for other in all where other.key != key && (sorts.isEmpty || other.sort.map(sorts.contains) ?? true) {
      add(Edit(.node, base.range, other.tex))
    }
  }
}
