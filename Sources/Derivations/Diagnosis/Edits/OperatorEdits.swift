import TeXMath

/// Signs of multiplication exchanged, and functions: a product entry by entry for a matrix product, log for exp, a root
/// that is missing.
extension EditGenerator {
  private static let productSigns: Set<String> = ["\\cdot", "\\times", "*", "⋅", "·"]
  private static let elementwiseSigns: Set<String> = ["\\odot", "⊙", "\\circ", "∘"]
  /// Functions that are mistaken for each other.
  private static let mistaken = [
    "log": ["exp"], "ln": ["exp"], "exp": ["log"], "sinh": ["cosh"], "cosh": ["sinh"], "sin": ["cos"], "cos": ["sin"],
    "max": ["min"], "min": ["max"],
  ]

  mutating func multiplications(in nodes: [Node]) {
    let factors = factorPlaces(of: nodes)
    for (one, other) in zip(factors, factors.dropFirst()) {
      let gap = Array(nodes[one.upperBound..<other.lowerBound])
      guard gap.count < 2, Array(nodes[one]).mayBeMatrix, Array(nodes[other]).mayBeMatrix else { continue }
      let start = nodes[other.lowerBound].range.lowerBound
      let product = spelling.elementwiseProduct + " "
      guard let sign = gap.first else {
        add(Edit(.operation, start..<start, product))
        continue
      }
      if Self.productSigns.contains(sign.bareSign ?? "") {
        add(Edit(.operation, sign.range, sign.range.upperBound == start ? product : spelling.elementwiseProduct))
      }
      if Self.elementwiseSigns.contains(sign.bareSign ?? "") { add(Edit(.operation, sign.range, "")) }
    }
  }

  mutating func functions(_ nodes: [Node], at place: Int) {
    let node = nodes[place]
    if case .name(let name) = node.base.kind, let others = Self.mistaken[name] {
      for other in others { add(Edit(.operation, node.base.range, "\\\(other)")) }
    }
    logarithms(nodes, at: place)
    if case .root(let inner, index: nil) = node.kind { add(Edit(.operation, node.range, source(inner.range))) }
  }

  /// A root that is missing in a denominator.
  mutating func roots(in nodes: [Node]) {
    for node in nodes {
      guard node.isSymbolLetter || node.base.isSymbolLetter && node.scripts.primes == 0 else { continue }
      add(Edit(.operation, node.range, "\\sqrt{\(source(node.range))}"))
    }
  }

  /// `a \log y` for `y \log a`, as in a cross-entropy.
  private mutating func logarithms(_ nodes: [Node], at place: Int) {
    guard case .name(let name) = nodes[place].kind, name == "log" || name == "ln", place > 0, place + 1 < nodes.count
    else { return }
    let before = factorPlaces(of: Array(nodes[..<place])).last.map { Array(nodes[$0]) }
    guard let factor = before, factor.last?.range.upperBound == nodes[place - 1].range.upperBound else { return }
    var argument = factorPlaces(of: Array(nodes[(place + 1)...])).first.map {
      $0.lowerBound + place + 1..<$0.upperBound + place + 1
    }
    if let end = argument?.upperBound, end < nodes.count, nodes[end].bracketNesting > 0 {
      // `\log f(x)`
      let close = ScriptItem.closing(of: end, in: nodes)
      if close < nodes.count, let start = argument?.lowerBound { argument = start..<(close + 1) }
    }
    guard let argument else { return }
    let logarithm = Array(nodes[argument])
    let inner =
      logarithm.count > 2 && logarithm[0].bracketNesting > 0 ? Array(logarithm.dropFirst().dropLast()) : logarithm
    guard !inner.hasSumSign else { return }
    add(
      Edit(
        .swap,
        [
          Edit.Splice(range: factor.range, text: source(inner.range)),
          Edit.Splice(range: inner.range, text: source(factor.range)),
        ]))
  }
}
