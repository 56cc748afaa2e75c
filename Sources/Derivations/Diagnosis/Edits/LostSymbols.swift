import TeXMath

/// Symbols that a product has lost, with every choice of indices that the link allows: the `w_{kj}` of `\sum_k w_{kj}
/// \delta_k`, the `(W^{l+1})^T` of `(W^{l+1})^T \delta^{l+1}`. Those come first that bring a letter which the other side
/// has and this one has not.
extension EditGenerator {
  private static let mostEntries = 24
  private static let mostEdits = 150

  mutating func lostSymbols(in member: [Node], beside other: [Node]) {
    let terms = products(of: member)
    let (entries, wholes) = symbolsToInsert(in: member, beside: other)
    var count = 0
    func enough() -> Bool {
      count += 1
      return count > Self.mostEdits
    }
    for term in terms where !term.factors.isEmpty && term.factors.count < 9 {
      let (start, end) = (term.nodes.range.lowerBound, term.nodes.range.upperBound)
      for symbol in entries {
        if enough() { return }
        // Numbers may stand anywhere; what a sum goes over is behind it.
        add(Edit(.lostSymbol, end..<end, " " + symbol))
      }
      // Matrices are in their places.
      let places = [start] + term.factors.indices.map { term.factor($0).range.upperBound }
      let outside = term.factors.indices.prefix { term.factor($0).isLargeOperator }.count
      for symbol in wholes {
        for place in places.dropFirst(outside) {
          if enough() { return }
          let isFirst = place == start
          add(Edit(.lostSymbol, place..<place, isFirst ? symbol + " " : " " + symbol))
        }
      }
    }
    for (content, _) in member.brackets where !entries.isEmpty {
      for term in products(of: content) where !term.factors.isEmpty && content.hasSumSign == false {
        guard let end = term.nodes.last?.range.upperBound else { continue }
        for symbol in entries.prefix(12) {
          if enough() { return }
          add(Edit(.lostSymbol, end..<end, " " + symbol))
        }
      }
    }
  }

  /// Entries, which are numbers, and matrices or vectors as a whole, also transposed.
  private func symbolsToInsert(in member: [Node], beside other: [Node]) -> (entries: [String], wholes: [String]) {
    let own = member.scriptLetters
    let missing = other.scriptLetters.subtracting(own)
    var (first, second, wholes): ([String], [String], [String]) = ([], [], [])
    func note(_ tex: String, _ node: Node) {
      for form in [tex, transposed(tex, hasSuperscript: node.scripts.sup != nil)] where !wholes.contains(form) {
        wholes.append(form)
      }
    }
    for entry in scope.writtenEntries.reversed() where entry.pattern.nodes.count == 1 && !entry.isFunction {
      let pattern = entry.pattern
      var layer: String?
      var isEntry = !pattern.variables.isEmpty
      switch entry.value {
      case .meaning(let meaning):
        switch meaning.quantity {
        case .weight, .activation, .error, .input, .prediction, .target: break
        case .derivative: break
        default: continue
        }
        if case .letter(let letter, _)? = meaning.layer { layer = letter }
        isEntry = meaning.unit != nil || meaning.from != nil
        if case .derivative = meaning.quantity { isEntry = !pattern.variables.isEmpty }
      case .variable, .definition: if entry.isNotation { continue }
      default: continue
      }
      if isEntry, let (node, own) = entry.pattern.whole(in: scope) {
        // `w^l` of `w^l_{jk}`
        for choice in own == nil ? [[]] : layersInUse.prefix(3) {
          note(own.map { [node].renaming([$0: choice]).tex } ?? node.tex, node)
        }
      }
      for indices in assignments(of: pattern, layer: layer) {
        let tex = pattern.nodes.renaming(indices).tex
        if isEntry {
          let used = Set(indices.filter { $0.key != layer }.values.flatMap { $0.compactMap(\.letterOfIndex) })
          if missing.isEmpty || !used.isDisjoint(with: missing) {
            if !first.contains(tex) { first.append(tex) }
          } else if !second.contains(tex) {
            second.append(tex)
          }
        } else {
          note(tex, pattern.nodes[0])
        }
      }
    }
    let isOfEntries = !first.isEmpty && !own.union(other.scriptLetters).isSubset(of: layerLetters)
    return (
      isOfEntries ? Array((first + second).prefix(Self.mostEntries)) : [],
      isOfEntries && !missing.isEmpty ? [] : Array(wholes.prefix(Self.mostEntries))
    )
  }

  /// What may stand for the letters of a symbol: a letter of the link that names no layer, each another one; for the
  /// layer what the link has as layers.
  private func assignments(of pattern: SymbolPattern, layer: String?) -> [[String: [Node]]] {
    var found: [[String: [Node]]] = [[:]]
    let units = indexLetters.filter { !layerLetters.contains($0) && !layerCounts.contains($0) }
    for variable in pattern.variables.sorted() {
      let choices: [[Node]]
      if variable == layer {
        choices = Array(layersInUse.prefix(3))
      } else {
        let own = units.contains(variable) ? [variable] : []
        choices = (own + units.filter { $0 != variable }).prefix(4).map { [Node(.letter($0), 0..<0)] }
      }
      found = found.flatMap { known in
        choices.compactMap { choice in
          let isTaken = variable != layer && known.contains { $0.key != layer && $0.value.key == choice.key }
          return isTaken ? nil : known.merging([variable: choice]) { $1 }
        }
      }
      if found.count > 40 { return [] }
    }
    return found
  }
}

extension SymbolPattern {
  /// The symbol of a sentence about one unit without the index of the unit, and the letter of its layer: `b^l` of `b^l_j`.
  func whole(in scope: Scope) -> (node: Node, layer: String?)? {
    guard nodes.count == 1, case .scripted(let base?, let sub, let sup, 0) = nodes[0].kind else { return nil }
    let layer = layerVariable(in: scope)
    let units = variables.subtracting([layer].compactMap(\.self))
    func isOfUnits(_ script: [Node]?) -> Bool {
      guard let script else { return false }
      let letters = ScriptItem.items(of: script).compactMap(\.letter)
      return !letters.isEmpty && Set(letters).isSubset(of: units)
    }
    switch (isOfUnits(sub), isOfUnits(sup)) {
    case (true, false):
      return (sup == nil ? base : Node(.scripted(base, sub: nil, sup: sup, primes: 0), nodes[0].range), layer)
    case (false, true):
      return (sub == nil ? base : Node(.scripted(base, sub: sub, sup: nil, primes: 0), nodes[0].range), layer)
    default: return nil
    }
  }
}

extension Node {
  fileprivate var letterOfIndex: String? { if case .letter(let letter) = kind { letter } else { nil } }
}
