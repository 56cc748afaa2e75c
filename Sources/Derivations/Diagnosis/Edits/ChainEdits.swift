import TeXMath

/// The links of a chain rule: one that is missing, one that stands upside down, one that does not fit between the others.
/// What the other links have above and below says what the missing one is.
extension EditGenerator {
  /// A derivative among the factors of a term, or on the other side.
  private struct ChainLink {
    var range: Range<Int>
    /// What is differentiated, and by what, without the signs of the differentials.
    var above: [Node]
    var below: [Node]

    init?(_ factor: [Node]) {
      guard factor.count == 1, case .fraction(let above, let below) = factor[0].kind, above.count > 1, below.count > 1,
        let sign = above[0].differential, below[0].differential == sign, above[0].scripts.sup == nil
      else { return nil }
      range = factor[0].range
      self.above = Array(above.dropFirst())
      self.below = Array(below.dropFirst())
      // A second differential makes it another kind of derivative.
      guard !self.below.contains(where: { $0.differential == sign }) else { return nil }
    }
  }

  mutating func chains(in member: [Node], beside other: [Node]) {
    let target = ChainLink(other)
    for term in allProducts(of: member) {
      let links = term.factors.indices.compactMap { ChainLink(term.factor($0)) }
      for link in links { add(Edit(.node, turned(link))) }
      guard let target, !links.isEmpty else { continue }
      let others = term.factors.indices.filter { number in
        let factor = term.factor(number)
        return ChainLink(factor) == nil && !factor.isLargeOperator && !factor.allSatisfy(\.isNumber)
      }
      guard others.isEmpty else { continue }
      if let (above, below) = Self.gap(in: links, of: target) { insert(above, below, among: links, in: term) }
      for (number, link) in links.enumerated() {
        var rest = links
        rest.remove(at: number)
        guard let (above, below) = Self.gap(in: rest, of: target),
          above.key != link.above.key || below.key != link.below.key
        else { continue }
        add(
          Edit(
            .node,
            [
              Edit.Splice(range: link.above.range, text: source(above.range)),
              Edit.Splice(range: link.below.range, text: source(below.range)),
            ]))
      }
    }
  }

  private func turned(_ link: ChainLink) -> [Edit.Splice] {
    [
      Edit.Splice(range: link.above.range, text: source(link.below.range)),
      Edit.Splice(range: link.below.range, text: source(link.above.range)),
    ]
  }

  /// The one link that leads from what is differentiated to what it is differentiated by together with others.
  private static func gap(in links: [ChainLink], of target: ChainLink) -> (above: [Node], below: [Node])? {
    var counts: [(nodes: [Node], count: Int)] = []
    func count(_ nodes: [Node], _ step: Int) {
      if let place = counts.firstIndex(where: { $0.nodes.key == nodes.key }) {
        counts[place].count += step
      } else {
        counts.append((nodes, step))
      }
    }
    count(target.above, 1)
    count(target.below, -1)
    for link in links {
      count(link.below, 1)
      count(link.above, -1)
    }
    let (starts, ends) = (counts.filter { $0.count > 0 }, counts.filter { $0.count < 0 })
    guard starts.count == 1, ends.count == 1, starts[0].count == 1, ends[0].count == -1 else { return nil }
    return (starts[0].nodes, ends[0].nodes)
  }

  /// Where the others come before or behind it: behind that which ends where it begins, in either order of writing.
  private mutating func insert(_ above: [Node], _ below: [Node], among links: [ChainLink], in term: Product) {
    guard let model = links.first, let last = links.last else { return }
    let (start, end) = (model.range.lowerBound, model.range.upperBound)
    let text =
      source(start..<model.above.range.lowerBound) + source(above.range)
      + source(model.above.range.upperBound..<model.below.range.lowerBound) + source(below.range)
      + source(model.below.range.upperBound..<end)
    let gap = term.nodes.first { Self.timesSigns.contains($0.bareSign ?? "") }.map { " \(source($0.range)) " } ?? " "
    var places: [(place: Int, isBefore: Bool)] = []
    if let before = links.first(where: { $0.below.key == above.key }) {
      places = [(before.range.upperBound, false), (before.range.lowerBound, true)]
    } else if let after = links.first(where: { $0.above.key == below.key }) {
      places = [(after.range.lowerBound, true), (after.range.upperBound, false)]
    }
    places += [(last.range.upperBound, false), (start, true)]
    for (place, isBefore) in places {
      add(Edit(.term, place..<place, isBefore ? text + gap : gap + text))
    }
  }
}
