import TeXMath

/// Factors of a fraction that are there too often, and letters that lack a denominator.
extension EditGenerator {
  /// `\frac{1}{2}` for `\frac{1}{2m}`.
  mutating func denominators(in member: [Node]) {
    member.forEachNode { node in
      guard case .fraction(let above, let below) = node.kind, above.first?.differential == nil, !below.hasSumSign
      else { return }
      for range in denominatorFactors(of: below) where range != below.range {
        var range = range
        if let sign = below.first(where: { $0.range.lowerBound >= range.upperBound }), sign.isTimes {
          range = range.lowerBound..<sign.range.upperBound
        } else if let sign = below.last(where: { $0.range.upperBound <= range.lowerBound }), sign.isTimes {
          range = sign.range.lowerBound..<range.upperBound
        }
        add(Edit(.factor, range, ""))
      }
    }
  }

  /// Symbols and numbers, and what stands between bars.
  private func denominatorFactors(of nodes: [Node]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for node in nodes {
      if node.bareSign == "|" {
        if let start = open {
          found.append(start..<node.range.upperBound)
          open = nil
        } else {
          open = node.range.lowerBound
        }
      } else if open == nil, node.base.isSymbolLetter || node.isNumber {
        found.append(node.range)
      } else if open == nil, case .fenced("|", _, _) = node.kind {
        found.append(node.range)
      }
    }
    return found
  }

  /// `\frac{\lambda}{2}` for the strength of a regularization at the beginning of a term.
  mutating func halvedStrengths(in member: [Node]) {
    let starts = Set(termStarts(of: member))
    for node in member where starts.contains(node.range.lowerBound) && node.base.isSymbolLetter {
      guard case .found(let entry, _) = scope.lookup(PlainNodes.plain([node])[...]),
        case .meaning(let meaning) = entry.value, meaning.quantity == .regularization
      else { continue }
      add(Edit(.factor, node.range, "\\frac{\(source(node.range))}{2}"))
    }
  }
}

extension Node {
  fileprivate var isTimes: Bool { ["\\cdot", "\\times", "*", "⋅", "·"].contains(bareSign ?? "") }
}
