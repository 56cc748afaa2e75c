import TeXMath

/// A symbol for another one of the same quantity, with or without an accent, or that is written with several letters:
/// `\beta` for `\alpha` where each is the weights to one unit, `w_{kj}` for `w_{ji}`, `\hat x_i` for `x_i`, `a1` for `w2`.
extension EditGenerator {
  mutating func siblings(in member: [Node]) {
    var end = 0
    member.forEachNode { node in
      guard node.range.lowerBound >= end else { return }
      switch node.kind {
      case .fraction(let above, _) where above.first?.differential != nil: end = node.range.upperBound
      case .letter, .dressed, .scripted:
        guard node.base.isSymbolLetter else { return }
        end = node.range.upperBound
        sameQuantity(node)
        accents(node)
        lostSubtrahend(node, isAlone: member.count == 1)
      default: break
      }
    }
    member.forEachRun { run in for place in run.indices { severalLetters(run, at: place) } }
  }

  private mutating func sameQuantity(_ node: Node) {
    guard case .found(let own, let match) = scope.lookup(PlainNodes.plain([node])[...]), own.isNotation,
      match.leftoverSub == nil, match.leftoverSup == nil, match.leftoverPrimes == 0, match.length == 1,
      case .meaning(let meaning) = own.value
    else { return }
    switch meaning.quantity {
    case .weight, .bias, .activation, .weightedInput, .error, .input, .target: break
    default: return
    }
    let known = Set(letters)
    for entry in scope.writtenEntries where entry.isNotation && entry.pattern.nodes.count == 1 {
      guard entry.pattern.key != own.pattern.key, case .meaning(let other) = entry.value,
        other.quantity == meaning.quantity, other.isMatrix == meaning.isMatrix,
        (other.unit == nil) == (meaning.unit == nil), (other.example == nil) == (meaning.example == nil),
        entry.pattern.variables.isSubset(of: known.union(match.indices.keys))
      else { continue }
      let shared = match.indices.filter { !known.contains($0.key) }
      let tex = entry.pattern.nodes.renaming(shared).tex
      add(Edit(.index, node.range, match.isTransposed ? transposed(tex, hasSuperscript: false) : tex))
    }
  }

  /// With another accent, or without it, where the document has such a symbol.
  private mutating func accents(_ node: Node) {
    let base = node.base
    let letter: String
    switch base.kind {
    case .letter(let name): letter = name
    case .dressed(_, let inner) where inner.count == 1: letter = inner[0].key
    default: return
    }
    for entry in scope.writtenEntries where entry.pattern.nodes.count == 1 {
      let other = entry.pattern.nodes[0].base
      guard other.isSymbolLetter, other.key != base.key, !entry.isFunction,
        (entry.pattern.nodes[0].scripts.sub == nil) == (node.scripts.sub == nil)
      else { continue }
      switch other.kind {
      case .dressed(_, let inner) where inner.count == 1 && inner[0].key == letter:
        add(Edit(.node, base.range, other.tex))
      case .letter(letter): add(Edit(.node, base.range, other.tex))
      default: break
      }
    }
  }

  /// `(\hat y - y)` for `\hat y`.
  private mutating func lostSubtrahend(_ node: Node, isAlone: Bool) {
    guard node.scripts.primes == 0, let target = target(of: node) else { return }
    let difference = "\(source(node.range)) - \(target)"
    add(Edit(.term, node.range, isAlone ? difference : "(\(difference))"))
  }

  /// What a prediction is to be: the symbol without its hat, or the target of the same unit.
  private func target(of node: Node) -> String? {
    let base = node.base
    if case .dressed("\\hat", let inner) = base.kind, inner.count == 1 {
      let bare = source(inner.range) + source(base.range.upperBound..<node.range.upperBound)
      var macros = MacroTable()
      let symbol = PlainNodes.plain(TeXFormula.reading(bare, macros: &macros).nodes)
      if symbol.count == 1, case .found(_, let match) = scope.lookup(symbol[...]), match.leftoverSub == nil {
        return bare
      }
      // One of a family that `let` gives by numbers.
      let isOfFamily = scope.familyBases.contains(inner[0].key)
      return isOfFamily && node.scripts.sub != nil ? bare : nil
    }
    guard case .found(let own, let match) = scope.lookup(PlainNodes.plain([node])[...]), own.isNotation,
      match.missing.isEmpty, match.leftoverSub == nil, match.leftoverSup == nil,
      case .meaning(let meaning) = own.value, [.activation, .prediction].contains(meaning.quantity)
    else { return nil }
    for entry in scope.writtenEntries where entry.isNotation && entry.pattern.nodes.count == 1 {
      guard case .meaning(let other) = entry.value, other.quantity == .target, other.isMatrix == meaning.isMatrix,
        (other.unit == nil) == (meaning.unit == nil), (other.example == nil) == (meaning.example == nil)
      else { continue }
      var renamed: [String: [Node]] = [:]
      for (theirs, mine) in [(other.unit, meaning.unit), (other.example, meaning.example)] {
        guard case .letter(let letter, _)? = theirs, case .letter(let known, _)? = mine else { continue }
        renamed[letter] = match.indices[known]
      }
      guard entry.pattern.variables.allSatisfy({ renamed[$0] != nil }) else { continue }
      return entry.pattern.nodes.renaming(renamed).tex
    }
    return nil
  }

  /// `a1` for `w2`, where the notation has both.
  private mutating func severalLetters(_ run: [Node], at place: Int) {
    guard run[place].base.isSymbolLetter, place + 1 < run.count,
      case .found(let own, let match) = scope.lookup(run[place...]), own.isNotation, match.length == 2,
      place + 2 <= run.count, own.pattern.variables.isEmpty, case .meaning = own.value
    else { return }
    let range = Array(run[place...(place + 1)]).range
    for entry in scope.writtenEntries where entry.isNotation && entry.pattern.variables.isEmpty {
      guard entry.pattern.key != own.pattern.key, case .meaning(let meaning) = entry.value, !meaning.isFunction,
        !meaning.isCost, (1...2).contains(entry.pattern.nodes.count)
      else { continue }
      add(Edit(.node, range, entry.pattern.nodes.tex))
    }
  }
}
