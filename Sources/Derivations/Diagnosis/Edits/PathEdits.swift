import TeXMath

/// The chain rule with a path that is missing: `\frac{\partial f}{\partial u} \frac{\partial u}{\partial x}` alone, where f
/// depends on x by way of v, too.
extension EditGenerator {
  mutating func paths(in member: [Node]) {
    let terms = Self.topTerms(of: member)
    // The same path twice.
    for other in terms where terms.count > 1 {
      guard let term = chain(other) else { continue }
      for symbol in others(than: term.variable) {
        add(Edit(.term, term.places.map { Edit.Splice(range: $0, text: symbol) }))
      }
    }
    guard let last = terms.last, let term = chain(last) else { return }
    let end = member.range.upperBound
    for other in others(than: term.variable) {
      var text = ""
      var place = last.range.lowerBound
      for range in term.places {
        text += source(place..<range.lowerBound) + other
        place = range.upperBound
      }
      add(Edit(.term, end..<end, " + " + text + source(place..<last.range.upperBound)))
    }
  }

  /// The terms of a level, without signs.
  private static func topTerms(of member: [Node]) -> [[Node]] {
    var level = 0
    return member.split { node in
      level += node.bracketNesting
      return level == 0 && (node.bareSign == "+" || node.bareSign == "-")
    }.map(Array.init)
  }

  /// What two derivatives have between them, and where it stands in them; nil where it is no product of derivatives.
  private func chain(_ term: [Node]) -> (variable: Node, places: [Range<Int>])? {
    let derivatives = term.compactMap { node -> (above: [Node], below: [Node])? in
      guard case .fraction(let above, let below) = node.kind, above.first?.differential != nil else { return nil }
      return (Array(above.dropFirst()), Array(below.dropFirst()))
    }
    let rest = term.count { node in if case .fraction = node.kind { false } else { node.bareSign != "\\cdot" } }
    guard derivatives.count > 1, rest == 0 else { return nil }
    for one in derivatives where one.above.count == 1 {
      let key = one.above.key
      guard let other = derivatives.first(where: { $0.below.key == key }) else { continue }
      let places = [one.above.range, other.below.range].sorted { $0.lowerBound < $1.lowerBound }
      return (one.above[0], places)
    }
    return nil
  }

  /// Other letters of the document, or the same symbol with another number below it.
  private func others(than node: Node) -> [String] {
    if node.isSymbolLetter {
      let key = node.key
      let sorts = Set(exchangeable.filter { $0.key == key }.compactMap(\.sort))
      return exchangeable.filter { $0.key != key && ($0.sort.map(sorts.contains) ?? true) }.map(\.tex)
    }
    guard let sub = node.scripts.sub, sub.count == 1, case .number(let digits) = sub[0].kind else { return [] }
    let (start, end) = (node.range.lowerBound, node.range.upperBound)
    return (1...3).map(String.init).filter { $0 != digits }.map {
      source(start..<sub.range.lowerBound) + $0 + source(sub.range.upperBound..<end)
    }
  }
}
