import TeXMath

/// What a sum leaves out, where it stands, and its bounds beside those of another one.
extension EditGenerator {
  mutating func sumPlaces(in member: [Node], beside other: [Node]) {
    var sums: [(range: Range<Int>, sub: [Node]?, sup: [Node]?)] = []
    member.forEachNode { node in
      if case .scripted(let base?, let sub, let sup, _) = node.kind, case .large = base.kind {
        sums.append((node.range, sub, sup))
      }
    }
    excluded(sums.compactMap(\.sub), beside: other)
    exchangeBounds(sums.compactMap(\.sup))
    member.forEachRun { run in
      for (place, node) in run.enumerated() where place + 1 < run.count {
        logarithm(of: node, before: run[place + 1])
        logarithm(of: run[place + 1], before: node, isInside: true)
      }
    }
    let outside = other.scriptLetters
    for term in allProducts(of: member) { lateSums(in: term, outside, bound: member.summationLetters) }
  }

  /// `\sum_{i \neq k}` for `\sum_i`, where k stands on the other side.
  private mutating func excluded(_ subs: [[Node]], beside other: [Node]) {
    let outside = other.scriptLetters
    for sub in subs {
      guard sub.count == 1, case .letter(let letter) = sub[0].kind else { continue }
      for index in indexLetters where outside.contains(index) && index != letter {
        let text = "\(source(sub.range)) \\neq \(index)"
        add(Edit(.sum, sub.range, isBraced(sub.range) ? text : "{\(text)}"))
      }
    }
  }

  /// `\sum_{i=1}^{m} \sum_{j=1}^{n}` for `\sum_{i=1}^{n} \sum_{j=1}^{m}`.
  private mutating func exchangeBounds(_ bounds: [[Node]]) {
    for (one, other) in zip(bounds, bounds.dropFirst()) where one.key != other.key {
      guard isBraced(one.range), isBraced(other.range) else { continue }
      add(
        Edit(
          .sum,
          [
            Edit.Splice(range: one.range, text: source(other.range)),
            Edit.Splice(range: other.range, text: source(one.range)),
          ]))
    }
  }

  /// `\log \sum_k` for `\sum_k \log`, and the other way round.
  private mutating func logarithm(of one: Node, before other: Node, isInside: Bool = false) {
    guard [one].isLargeOperator, case .name(let name) = other.base.kind, ["log", "ln", "exp"].contains(name) else {
      return
    }
    let (first, second) = isInside ? (other, one) : (one, other)
    let text = "\(source(second.range)) \(source(first.range))"
    add(Edit(.swap, first.range.lowerBound..<second.range.upperBound, text))
  }

  /// A sum that is missing behind the factors that do not depend on its letter: `\eta \sum_k \delta_k w_{kj}`.
  private mutating func lateSums(in term: Product, _ outside: Set<String>, bound: Set<String>) {
    let free = term.nodes.scriptLetters.subtracting(bound).subtracting(outside)
    for letter in indexLetters where free.contains(letter) {
      guard let first = term.factors.indices.first(where: { term.factor($0).scriptLetters.contains(letter) }), first > 0
      else { continue }
      let start = term.factor(first).range.lowerBound
      add(Edit(.sum, start..<start, "\\sum_\(letter) "))
    }
  }
}
