import TeXMath

/// One letter for another in all of its places.
extension EditGenerator {
  /// One letter for another everywhere in a member, or in the sums alone.
  mutating func renamings(in member: [Node]) {
    for old in letters {
      var places: [Range<Int>] = []
      var sums: [Range<Int>] = []
      member.forEachScriptLetter { letter, range, isSum in
        guard letter == old else { return }
        places.append(range)
        if isSum { sums.append(range) }
      }
      for new in letters where new > old {
        // One for the other and the other for the one: `a_j \delta_k` for `a_k \delta_j`.
        var others: [Range<Int>] = []
        member.forEachScriptLetter { letter, range, _ in if letter == new { others.append(range) } }
        guard !places.isEmpty, !others.isEmpty else { continue }
        add(
          Edit(
            .index,
            places.map { Edit.Splice(range: $0, text: new) } + others.map { Edit.Splice(range: $0, text: old) }))
      }
      for new in letters where new != old {
        if places.count > 1 { add(Edit(.index, places.map { Edit.Splice(range: $0, text: new) })) }
        for place in sums { add(Edit(.sum, place, new)) }
      }
    }
    // A symbol's superscript, the same in all its places.
    for places in superscripts(in: member) where places.count > 1 {
      for number in 1...max(1, layers) {
        let splices = places.filter { source($0) != String(number) }.map {
          Edit.Splice(range: $0, text: String(number))
        }
        if splices.count > 1 { add(Edit(.layer, splices)) }
      }
    }
    // A symbol with an index, one more or less in all its places: `s_{t+1} \odot s_{t+1}`.
    for places in indexed(in: member) where places.count > 1 {
      for step in ["+1", "-1"] {
        let splices = places.map { range -> Edit.Splice in
          let open = isBraced(range) ? ("", "") : ("{", "}")
          return Edit.Splice(range: range, text: open.0 + source(range) + step + open.1)
        }
        add(Edit(.layer, splices))
      }
    }
    // A pair of indices that stands in several places: h1 for o1.
    var pairs: [String: [Range<Int>]] = [:]
    var order: [String] = []
    member.forEachNode { node in
      guard case .scripted(_, let sub?, _, _) = node.kind, sub.count == 2 else { return }
      let key = sub.key
      if pairs[key] == nil { order.append(key) }
      pairs[key, default: []].append(sub.range)
    }
    for old in order where (pairs[old]?.count ?? 0) > 1 {
      for new in boundPairs where new != old {
        let text = new.replacingSpaces
        add(Edit(.index, (pairs[old] ?? []).map { Edit.Splice(range: $0, text: text) }))
      }
    }
  }

  /// For each symbol the places of its first superscript.
  private func superscripts(in member: [Node]) -> [[Range<Int>]] {
    var order: [String] = []
    var places: [String: [Range<Int>]] = [:]
    member.forEachNode { node in
      guard case .scripted(let base?, _, let sup?, _) = node.kind, base.sign == nil,
        let item = ScriptItem.items(of: sup).first(where: { !$0.isTransposeMark }), !item.nodes.isEmpty
      else { return }
      if places[base.key] == nil { order.append(base.key) }
      places[base.key, default: []].append(item.nodes.range)
    }
    return order.compactMap { places[$0] }
  }

  /// For each symbol with one letter in one of its corners, and nothing else there, the places of that letter.
  private func indexed(in member: [Node]) -> [[Range<Int>]] {
    var order: [String] = []
    var places: [String: [Range<Int>]] = [:]
    member.forEachNode { node in
      guard case .scripted(let base?, let sub, let sup, _) = node.kind, base.isSymbolLetter,
        (sub == nil) != (sup == nil),
        let script = sub ?? sup, script.count == 1, case .letter = script[0].kind, !script[0].isTransposeMark
      else { return }
      if places[node.key] == nil { order.append(node.key) }
      places[node.key, default: []].append(script.range)
    }
    return order.compactMap { places[$0] }
  }

  /// Pairs of literal and digit that the notation has: `o 1`.
  private var boundPairs: [String] {
    var found: [String] = []
    for entry in scope.writtenEntries where entry.isNotation {
      for node in entry.pattern.nodes {
        guard case .scripted(_, let sub?, _, _) = node.kind, sub.count == 2, case .letter(let literal) = sub[0].kind,
          case .letter(let variable) = sub[1].kind, !entry.pattern.variables.contains(literal),
          entry.pattern.variables.contains(variable)
        else { continue }
        for number in ["1", "2"] where !found.contains("\(literal) \(number)") { found.append("\(literal) \(number)") }
      }
    }
    return found
  }
}

extension String {
  fileprivate var replacingSpaces: String { filter { $0 != " " } }
}
