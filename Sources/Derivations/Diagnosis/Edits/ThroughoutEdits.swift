import TeXMath

/// A mistake made wherever a symbol stands: another symbol for it, or the layer or step beside its own.
extension EditGenerator {
  mutating func throughout(_ member: [Node]) {
    var order: [String] = []
    var places: [String: [Node]] = [:]
    for node in symbols(of: member) {
      let key = node.base.key
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(node)
    }
    for (number, key) in order.enumerated() {
      // One for the other and the other for the one: m and v in a step of Adam.
      for other in order.dropFirst(number + 1).prefix(8) {
        guard let (one, two) = places[key].flatMap({ one in places[other].map { (one, $0) } }),
          one[0].base.isExchangeable, two[0].base.isExchangeable
        else { continue }
        let splices =
          one.map { Edit.Splice(range: $0.base.range, text: source(two[0].base.range)) }
          + two.map { Edit.Splice(range: $0.base.range, text: source(one[0].base.range)) }
        add(Edit(.node, splices.sorted { $0.range.lowerBound < $1.range.lowerBound }))
      }
      let all = places[key] ?? []
      guard all.count > 1 else { continue }
      exchange(key, in: all)
      steps(of: all)
    }
  }

  /// Symbols with what is at their corners, also those of derivatives.
  private func symbols(of member: [Node]) -> [Node] {
    var found: [Node] = []
    var end = 0
    member.forEachNode { node in
      guard node.range.lowerBound >= end else { return }
      switch node.kind {
      case .scripted(let base?, _, _, _) where base.isSymbolLetter: break
      case .scripted(let base?, _, _, _):
        // Corners of signs and brackets have no symbols.
        if base.sign != nil { end = node.range.upperBound }
        if case .large = base.kind { end = node.range.upperBound }
        return
      case .letter, .dressed: guard node.isSymbolLetter else { return }
      default: return
      }
      end = node.range.upperBound
      guard node.differential == nil, !node.isTransposeMark, node.base.key != "e" else { return }
      found.append(node)
    }
    return found
  }

  private mutating func exchange(_ key: String, in nodes: [Node]) {
    guard nodes[0].base.isExchangeable else { return }
    let all = exchangeable
    let sorts = Set(all.filter { $0.key == key }.compactMap(\.sort))
    // Where some of them have other indices than the rest, these may be meant alone.
    var groups = [nodes]
    let corners = Set(nodes.map(\.key))
    if corners.count > 1 {
      groups += corners.sorted().map { corner in nodes.filter { $0.key == corner } }.filter { $0.count > 1 }
    }
    for other in all where other.key != key && (sorts.isEmpty || other.sort.map(sorts.contains) ?? true) {
      for group in groups {
        add(Edit(.node, group.map { Edit.Splice(range: $0.base.range, text: other.tex) }))
      }
    }
  }

  /// One more or less in the same corner of all.
  private mutating func steps(of nodes: [Node]) {
    for corner in [\Node.corners.sub, \Node.corners.sup] {
      var order: [String] = []
      var places: [String: [(range: Range<Int>, first: Range<Int>, isStepped: Bool)]] = [:]
      for node in nodes {
        guard let script = node[keyPath: corner] else { continue }
        for item in ScriptItem.items(of: script) where !item.isTransposeMark {
          let isStepped = item.nodes.count == 3 && item.nodes[2].key == "1"
          guard item.nodes.count == 1 || isStepped, case .letter? = item.nodes.first?.kind,
            item.nodes[0].isTransposeMark == false
          else { continue }
          if places[item.key] == nil { order.append(item.key) }
          places[item.key, default: []].append((item.nodes.range, item.nodes[0].range, isStepped))
        }
      }
      for key in order {
        let all = places[key] ?? []
        guard all.count > 1 else { continue }
        if all[0].isStepped {
          add(Edit(.layer, all.map { Edit.Splice(range: $0.range, text: source($0.first)) }))
        } else if letters.contains(key) {
          for step in ["+1", "-1"] {
            add(
              Edit(
                .layer,
                all.map { place in
                  let stepped = source(place.first) + step
                  return Edit.Splice(range: place.range, text: isInside(place.range) ? stepped : "{\(stepped)}")
                }))
          }
        }
      }
    }
  }

  /// Whether braces or brackets, or other indices, stand around an index.
  private func isInside(_ range: Range<Int>) -> Bool {
    ![UInt8(ascii: "_"), UInt8(ascii: "^")].contains(text[range.lowerBound - 1])
  }
}

extension Node {
  fileprivate var corners: (sub: [Node]?, sup: [Node]?) { (scripts.sub, scripts.sup) }
}
