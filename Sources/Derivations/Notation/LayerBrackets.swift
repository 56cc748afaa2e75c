import TeXMath

extension Scope {
  /// What `\delta^{(l)}` or `\delta^{[l]}` means where sentences have `\delta^l`, and the other way round: a letter of layers
  /// names them with brackets and without.
  ///
  /// - Returns: nil where it is another symbol
  func withOtherBrackets(_ symbol: Node, _ rest: ArraySlice<Node>) -> Finding? {
    guard case .scripted(let base?, let sub, let sup?, let primes) = symbol.kind else { return nil }
    var items = ScriptItem.items(of: sup)
    guard let place = items.firstIndex(where: { IndexExpression($0.nodes)?.only.map(hasLayerLetter) ?? false }) else {
      return nil
    }
    let written = items[place].bracket
    for bracket in [nil, "(", "["] where bracket != written {
      items[place].bracket = bracket
      let other = Node(.scripted(base, sub: sub, sup: items.flatMap(\.written), primes: primes), symbol.range)
      let found = [false, true].map { undressing in
        choose(
          candidates(
            [other] + rest, key: undressing ? other.undressed.base.key : other.base.key, undressing: undressing))
      }
      for case .found(let entry, let match) in found where match.isOfLayer(entry, items[place].key) {
        return .found(entry, match)
      }
    }
    return nil
  }
}

extension SymbolPattern.Match {
  /// Whether it takes all of one symbol of the notation, with an index where that names a layer.
  fileprivate func isOfLayer(_ entry: Scope.Entry, _ index: String) -> Bool {
    guard entry.isNotation, length == 1, leftoverSup == nil, leftoverSub == nil,
      case .meaning(let meaning) = entry.value, case .letter(let letter, _)? = meaning.layer
    else { return false }
    return indices[letter]?.key == index
  }
}

extension ScriptItem {
  /// The index as it stands at a corner.
  fileprivate var written: [Node] {
    guard let bracket else { return nodes }
    let range = nodes.range
    return [Node(.sign(bracket), range)] + nodes + [Node(.sign(bracket == "[" ? "]" : ")"), range)]
  }
}
