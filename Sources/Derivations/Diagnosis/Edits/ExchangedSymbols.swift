import TeXMath

/// A symbol of the notation for another one that has indices of its own: `x_i` for `o_h` in `\Delta w_{ih} = \delta_h o_h`,
/// `x^T` for `a_1^T`, `z_j^l` for `z_k^{l+1}`.
extension EditGenerator {
  /// - Parameter other: the member that it is to be equal to, with the letters that this one has to have
  mutating func exchangeSymbols(in member: [Node], beside other: [Node]) {
    let summed = member.summationLetters
    for symbol in symbolsOutsideDerivatives(of: member) {
      let rest = member.lettersOfIndices(without: symbol.range)
      let missing = other.scriptLetters.subtracting(rest).subtracting(summed)
      corners(of: symbol)
      exchange(symbol, wanting: indexLetters.filter(missing.contains))
    }
  }

  /// Symbols with what is at their corners, but those that say what is differentiated.
  private func symbolsOutsideDerivatives(of member: [Node]) -> [Node] {
    var found: [Node] = []
    var end = 0
    member.forEachNode { node in
      guard node.range.lowerBound >= end else { return }
      switch node.kind {
      case .fraction(let above, _) where above.first?.differential != nil: end = node.range.upperBound
      case .scripted(let base?, _, _, _) where base.isSymbolLetter:
        found.append(node)
        end = node.range.upperBound
      case .scripted(let base?, _, _, _):
        if case .large = base.kind { end = node.range.upperBound }
      case .letter, .dressed:
        if node.isSymbolLetter {
          found.append(node)
          end = node.range.upperBound
        }
      default: break
      }
    }
    return found
  }

  /// The corners of another symbol of the link, where both of them are others.
  private mutating func corners(of symbol: Node) {
    guard let sub = symbol.scripts.sub, let sup = symbol.scripts.sup, sup.last?.isTransposeMark != true else { return }
    for corner in cornersOfBoth where corner.sub.key != sub.key && corner.sup.key != sup.key {
      let splices = [
        Edit.Splice(range: sub.range, text: spelled(corner.sub, at: sub.range)),
        Edit.Splice(range: sup.range, text: spelled(corner.sup, at: sup.range)),
      ]
      add(Edit(.index, splices.sorted { $0.range.lowerBound < $1.range.lowerBound }))
    }
  }

  /// In braces, where it wants them and has none.
  private func spelled(_ script: [Node], at place: Range<Int>) -> String {
    let text = source(script.range)
    return isBraced(place) || script.count == 1 && script[0].isBareLetter ? text : "{\(text)}"
  }

  private mutating func exchange(_ symbol: Node, wanting missing: [String]) {
    let bare = symbol.withoutTranspose
    guard case .found(let own, let match) = scope.lookup(PlainNodes.plain([bare])[...]), own.isNotation,
      match.missing.isEmpty, match.leftoverSub == nil, match.leftoverSup == nil, match.leftoverPrimes == 0,
      case .meaning(let meaning) = own.value, meaning.isValueOfNetwork
    else { return }
    let scripts = bare.scripts
    for entry in scope.writtenEntries where entry.isNotation && entry.pattern.nodes.count == 1 {
      guard case .meaning(let other) = entry.value, other.isValueOfNetwork, other.isLike(meaning) else { continue }
      for indices in indices(for: entry.pattern, other, like: meaning, match, missing) {
        let node = entry.pattern.nodes.renaming(indices)[0]
        // The same letter with the same indices, or another letter alone, is a change of another kind.
        let (sub, sup) = (node.scripts.sub?.key, node.scripts.sup?.key)
        guard sub != scripts.sub?.key || sup != scripts.sup?.key else { continue }
        let tex = [node].tex
        add(
          Edit(
            .addedIndex, symbol.range, bare != symbol ? transposed(tex, hasSuperscript: sup != nil) : tex))
      }
    }
  }

  /// What may stand for the letters of another symbol: for its unit a letter that is missing, else that which was there;
  /// for its layer that which was there, or one of the link.
  private func indices(
    for pattern: SymbolPattern, _ other: SymbolMeaning, like meaning: SymbolMeaning, _ match: SymbolPattern.Match,
    _ missing: [String]
  ) -> [[String: [Node]]] {
    var found: [[String: [Node]]] = [[:]]
    func choose(_ letter: String, _ choices: [[Node]]) {
      found = found.flatMap { known in
        choices.map { choice in known.merging([letter: choice]) { $1 } }
      }
    }
    if case .letter(let letter, _)? = other.unit, pattern.variables.contains(letter) {
      var choices = missing.prefix(2).map { [Node(.letter($0), 0..<0)] }
      if choices.isEmpty, let own = meaning.unit?.index(in: match) { choices = [own] }
      choose(letter, choices)
    }
    if case .letter(let letter, _)? = other.layer, pattern.variables.contains(letter) {
      var choices = layersInUse
      if let own = meaning.layer?.index(in: match) { choices = [own] + choices.filter { $0.key != own.key } }
      choose(letter, Array(choices.prefix(3)))
    }
    if case .letter(let letter, _)? = other.example, pattern.variables.contains(letter) {
      let own = meaning.example?.index(in: match) ?? (letters.contains(letter) ? [Node(.letter(letter), 0..<0)] : nil)
      choose(letter, own.map { [$0] } ?? [])
    }
    return found.filter { indices in pattern.variables.allSatisfy { indices[$0] != nil } }
  }
}

extension SymbolMeaning.Index {
  /// What an equation has in the place of the letter.
  fileprivate func index(in match: SymbolPattern.Match) -> [Node]? {
    if case .letter(let letter, _) = self { match.indices[letter] } else { nil }
  }
}

extension SymbolMeaning {
  /// Whether each unit has one of it, for an example.
  fileprivate var isValueOfNetwork: Bool {
    switch quantity {
    case .activation, .weightedInput, .error, .input, .target, .prediction: true
    // The one weight of a layer of one unit.
    case .weight: isNumbered(unit) && isNumbered(from)
    default: false
    }
  }

  private func isNumbered(_ index: Index?) -> Bool { if case .number? = index { true } else { false } }

  /// Whether both are of one unit, of a layer, or of all examples.
  fileprivate func isLike(_ other: SymbolMeaning) -> Bool {
    (unit == nil) == (other.unit == nil) && (example == nil) == (other.example == nil) && isMatrix == other.isMatrix
  }
}

extension [Node] {
  /// Letters of indices, but those of what stands at a place.
  fileprivate func lettersOfIndices(without place: Range<Int>) -> Set<String> {
    var found: Set<String> = []
    forEachScriptLetter { letter, range, isSum in
      guard !isSum, range.lowerBound < place.lowerBound || range.upperBound > place.upperBound else { return }
      found.insert(letter)
    }
    return found
  }
}

extension Node {
  /// Without the mark of a transpose at its corner.
  fileprivate var withoutTranspose: Node {
    guard case .scripted(let base, let sub, let sup?, let primes) = kind, sup.last?.isTransposeMark ?? false else {
      return self
    }
    let rest = Array(sup.dropLast())
    return Node(.scripted(base, sub: sub, sup: rest.isEmpty ? nil : rest, primes: primes), range)
  }
}
