import TeXMath

extension EditGenerator {
  /// Two neighbouring factors the other way round, as they are or transposed: `A^T G` for `G A^T`, `\delta a^T` for
  /// `a \delta^T`.
  mutating func products(in nodes: [Node]) {
    let factors = factorPlaces(of: nodes)
    for factor in factors where factor.count > 2 {
      // Brackets that do not grow with what is in them.
      guard let open = nodes[factor].firstIndex(where: { $0.bracketNesting > 0 }), open + 1 < factor.upperBound - 1
      else { continue }
      let inner = Array(nodes[(open + 1)..<(factor.upperBound - 1)])
      products(in: inner)
      multiplications(in: inner)
    }
    for (one, other) in zip(factors, factors.dropFirst()) {
      let (a, b) = (Array(nodes[one]), Array(nodes[other]))
      guard let between = between(one, other, nodes), a.mayBeMatrix, b.mayBeMatrix else { continue }
      let range = a.range.lowerBound..<b.range.upperBound
      let (first, second) = (source(a.range), source(b.range))
      add(Edit(.transpose, range, transposed(a) + between + transposed(b)))
      add(Edit(.transpose, range, second + between + first))
      add(Edit(.transpose, range, transposed(b) + between + transposed(a)))
      add(Edit(.transpose, range, second + between + transposed(a)))
      add(Edit(.transpose, range, transposed(b) + between + first))
    }
  }

  /// The places of the factors of a level: symbols, fractions, calls, and brackets with what is in them.
  func factorPlaces(of nodes: [Node]) -> [Range<Int>] {
    var factors: [Range<Int>] = []
    var place = 0
    while place < nodes.count {
      let start = place
      if nodes[place].bracketNesting > 0 {
        place = ScriptItem.closing(of: place, in: nodes) + 1
      } else if let length = lengthOfCall(nodes, at: place) {
        place += length
      } else if nodes[place].sign == nil {
        place += isDifferential(nodes, at: place) || isGradient(nodes, at: place) ? 2 : 1
        if place < nodes.count, nodes[place - 1].isFunctionName(before: nodes[place], in: scope) {
          place = ScriptItem.closing(of: place, in: nodes) + 1
        }
      } else {
        place += 1
        continue
      }
      guard place <= nodes.count else { return factors }
      factors.append(start..<place)
    }
    return factors
  }

  /// How many nodes a symbol of the notation takes that ends with brackets: `\mathbf h(\mathbf x)`; nil for any other.
  private func lengthOfCall(_ nodes: [Node], at place: Int) -> Int? {
    guard place + 3 < nodes.count, nodes[place].sign == nil, nodes[place + 1].bareSign == "(",
      case .found(let entry, let match) = scope.lookup(nodes[place...]), entry.isNotation, match.length > 3,
      nodes[place + match.length - 1].bracketNesting < 0
    else { return nil }
    return match.length
  }

  /// Whether a d is the first letter of a symbol of the notation: `dW^{[l]}`, `DW_2`.
  private func isDifferential(_ nodes: [Node], at place: Int) -> Bool {
    guard place + 1 < nodes.count, case .letter(let letter) = nodes[place].kind, ["d", "D"].contains(letter)
    else { return false }
    let next = nodes[place + 1].base.key
    return scope.writtenEntries.contains { entry in
      entry.pattern.nodes.count == 2 && entry.pattern.nodes[0].key == letter
        && entry.pattern.nodes[1].base.key == next
    }
  }

  /// `\nabla_z L`
  private func isGradient(_ nodes: [Node], at place: Int) -> Bool {
    nodes[place].isNabla && place + 1 < nodes.count && nodes[place + 1].base.isSymbolLetter
  }

  /// What stands between two factors: nothing, or a sign of multiplication; nil where it is anything else.
  private func between(_ one: Range<Int>, _ other: Range<Int>, _ nodes: [Node]) -> String? {
    switch nodes[one.upperBound..<other.lowerBound] {
    case let gap where gap.isEmpty: " "
    case let gap where gap.count == 1:
      ["\\cdot", "*", "\\times", ".", "⋅", "·"].contains(gap.first?.bareSign ?? "")
        ? " " + source(Array(gap).range) + " " : nil
    default: nil
    }
  }
}

extension [Node] {
  /// Whether its place among the factors may matter: that of a number does not, nor that of the sign of a differential.
  var mayBeMatrix: Bool {
    guard count == 1 else { return true }
    guard self[0].differential == nil else { return false }
    return switch self[0].base.kind {
    case .number, .large, .text, .name: false
    case .fraction(let above, _): above.first?.differential != nil
    default: true
    }
  }
}

extension Node {
  /// The sign of a gradient, with what that is by.
  var isNabla: Bool { base.key == "\\nabla" }

  /// Whether it is a function, and what follows the bracket with its arguments.
  func isFunctionName(before next: Node, in scope: Scope) -> Bool {
    guard next.isOpeningParenthesis else { return false }
    if case .name = base.kind { return true }
    return scope.writtenEntries.contains { $0.isFunction && $0.pattern.nodes.first?.base.key == base.key }
  }
}
