import TeXMath

/// Indices of one symbol in all of its places, and letters of sums together with what these run over.
extension EditGenerator {
  mutating func indices(in member: [Node]) {
    indicesOfOneSymbol(in: member)
    sumsOverUnits(in: member)
    sumsOverSets(in: member)
    factorsOfSums(in: member)
  }

  /// `\frac{\partial J}{\partial z_i} \frac{\partial z_i}{\partial w_{ij}}` for one with `z_j` twice: a letter of one symbol
  /// in all places of that, where others keep it.
  private mutating func indicesOfOneSymbol(in member: [Node]) {
    var order: [String] = []
    var places: [String: [(symbol: String, range: Range<Int>)]] = [:]
    member.forEachNode { node in
      guard case .scripted(let base?, let sub, let sup, _) = node.kind, base.isSymbolLetter else { return }
      for case .letter(let letter) in ((sub ?? []) + (sup ?? [])).map(\.kind) where letters.contains(letter) {
        for inner in (sub ?? []) + (sup ?? []) where inner.key == letter {
          if places[letter] == nil { order.append(letter) }
          if !(places[letter]?.contains { $0.range == inner.range } ?? false) {
            places[letter, default: []].append((base.key, inner.range))
          }
        }
      }
    }
    for letter in order {
      let all = places[letter] ?? []
      var symbols: [String] = []
      for place in all where !symbols.contains(place.symbol) { symbols.append(place.symbol) }
      guard symbols.count > 1 else { continue }
      for symbol in symbols {
        let own = all.filter { $0.symbol == symbol }
        guard own.count > 1 else { continue }
        for other in indexLetters where other != letter && !summed.contains(other) {
          add(Edit(.index, own.map { Edit.Splice(range: $0.range, text: other) }))
        }
      }
    }
  }

  /// `\sum_{k'=1}^K e^{a_{k'}}` for `\sum_{h=1}^H e^{a_h}`, where h names units of another layer than k, which is taken.
  private mutating func sumsOverUnits(in member: [Node]) {
    var sums: [(letter: String, end: [Node])] = []
    member.forEachNode { node in
      guard case .scripted(let base?, let sub?, let sup?, _) = node.kind, case .large = base.kind,
        case .letter(let letter)? = sub.first?.kind, sub.count > 1
      else { return }
      sums.append((letter, sup))
    }
    for sum in sums {
      var places: [Range<Int>] = []
      member.forEachScriptLetter { letter, range, _ in if letter == sum.letter { places.append(range) } }
      for free in indexLetters where !summed.contains(free) && free != sum.letter {
        for count in countSymbols where count != source(sum.end.range) {
          let splices =
            places.map { Edit.Splice(range: $0, text: free + "'") } + [Edit.Splice(range: sum.end.range, text: count)]
          add(Edit(.sum, splices.sorted { $0.range.lowerBound < $1.range.lowerBound }))
        }
      }
    }
  }

  /// `\sum_{l \in L}` for `\sum_{h \in H}`: another letter with the set that is its own.
  private mutating func sumsOverSets(in member: [Node]) {
    member.forEachNode { node in
      guard case .scripted(let base?, let sub?, _, _) = node.kind, case .large = base.kind, sub.count == 3,
        case .letter(let letter) = sub[0].kind, sub[1].bareSign == "\\in"
      else { return }
      for set in countSymbols where set != source(sub[2].range) {
        add(Edit(.sum, sub[2].range, set))
        for other in indexLetters where other != letter {
          add(
            Edit(
              .sum,
              [Edit.Splice(range: sub[0].range, text: other), Edit.Splice(range: sub[2].range, text: set)]))
        }
      }
    }
  }

  /// `\sum_w \hat y_w u_w` for `\sum_w u_w`: what each term is weighed by.
  private mutating func factorsOfSums(in member: [Node]) {
    member.forEachRun { run in
      for (place, node) in run.enumerated() where place + 1 < run.count {
        guard case .scripted(let base?, let sub?, _, _) = node.kind, case .large("\\sum") = base.kind,
          case .letter(let letter)? = sub.first?.kind
        else { continue }
        let start = run[place + 1].range.lowerBound
        for entry in scope.writtenEntries where entry.isNotation && entry.pattern.nodes.count == 1 {
          guard case .meaning(let meaning) = entry.value, case .letter(let unit, _)? = meaning.unit,
            entry.pattern.variables == [unit],
            [.prediction, .target, .activation, .error].contains(meaning.quantity)
          else { continue }
          let factor = entry.pattern.nodes.renaming([unit: [Node(.letter(letter), 0..<0)]]).tex
          add(Edit(.addedFactor, start..<start, factor + " "))
        }
      }
    }
  }

  /// A sum over a letter left out together with the letter: `\hat y - y` for `\sum_i (\hat y_i - y_i)`.
  mutating func sumWithLetter(_ sum: Node, _ letter: String, in member: [Node]) {
    var splices: [Edit.Splice] = [Edit.Splice(range: sum.range, text: "")]
    var isElsewhere = false
    member.forEachNode { node in
      guard case .scripted(let base?, let sub, let sup, _) = node.kind, node.range != sum.range else { return }
      if let sub, sup == nil, sub.count == 1, sub[0].key == letter, base.isSymbolLetter {
        splices.append(Edit.Splice(range: base.range.upperBound..<node.range.upperBound, text: ""))
      } else if (sub ?? []).hasLetter(letter) || (sup ?? []).hasLetter(letter) {
        isElsewhere = true
      }
    }
    guard splices.count > 1, !isElsewhere else { return }
    add(Edit(.sum, splices.sorted { $0.range.lowerBound < $1.range.lowerBound }))
  }
}
