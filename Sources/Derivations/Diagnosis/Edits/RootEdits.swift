import TeXMath

/// Slips in the steps of optimizers and in what is normalized: a root that reaches too far or is missing, a power of the
/// step that was lost, a product for a quotient.
extension EditGenerator {
  mutating func optimizerSlips(in member: [Node]) {
    let step = scope.writtenEntries.last { entry in
      if case .meaning(let meaning) = entry.value { meaning.quantity == .stepNumber } else { false }
    }
    member.forEachRun { run in
      for place in run.indices {
        reach(ofRoot: run, at: place)
        if let step { power(run[place], step.pattern.nodes.texOfName) }
      }
      quotients(in: run)
    }
    for (content, _) in member.brackets { quotients(in: content) }
    member.forEachNode { node in
      guard case .fraction(let above, let below) = node.kind, above.first?.differential == nil else { return }
      for term in products(of: below) where term.nodes.count > 1 || term.nodes.count < below.count {
        let range = term.nodes.range
        guard !term.nodes.allSatisfy(\.isNumber) else { continue }
        add(Edit(.lostSymbol, range, "\\sqrt{\(source(range))}"))
      }
    }
  }

  /// `\sqrt{v} + \epsilon` for `\sqrt{v + \epsilon}`, and the other way round.
  private mutating func reach(ofRoot run: [Node], at place: Int) {
    guard case .root(let inner, index: nil) = run[place].kind, let end = inner.last?.range.upperBound else { return }
    let closing = Edit.Splice(range: end..<run[place].range.upperBound, text: "")
    let close = source(closing.range)
    let terms = products(of: inner)
    if terms.count > 1 {
      let before = terms[terms.count - 2].nodes.range.upperBound
      add(Edit(.bracket, [Edit.Splice(range: before..<before, text: close), closing]))
    }
    guard place + 2 < run.count, ["+", "-"].contains(run[place + 1].bareSign ?? ""),
      let next = products(of: Array(run[(place + 2)...])).first
    else { return }
    let behind = next.nodes.range.upperBound
    add(Edit(.bracket, [closing, Edit.Splice(range: behind..<behind, text: close)]))
  }

  /// `\beta^t` for `\beta`.
  private mutating func power(_ node: Node, _ step: String) {
    guard node.base.isSymbolLetter, node.scripts.sup == nil,
      case .found(let entry, _) = scope.lookup(PlainNodes.plain([node])[...]),
      case .variable(let variable) = entry.value, variable.value != nil, variable.shape.isEmpty
    else { return }
    let end = node.range.upperBound
    add(Edit(.lostSymbol, end..<end, step.count == 1 ? "^\(step)" : "^{\(step)}"))
  }

  /// `a / b` for `a b`, and the other way round.
  private mutating func quotients(in run: [Node]) {
    let factors = factorPlaces(of: run)
    for (one, other) in zip(factors, factors.dropFirst()) {
      let (a, b) = (Array(run[one]), Array(run[other]))
      guard !a.isLargeOperator, !b.isLargeOperator else { continue }
      let gap = run[one.upperBound..<other.lowerBound]
      if gap.isEmpty {
        guard a[0].differential == nil, !a[0].isNabla else { continue }
        add(Edit(.lostSymbol, a.range.upperBound..<b.range.lowerBound, " / "))
      } else if gap.count == 1, let sign = gap.first, sign.bareSign == "/" {
        add(Edit(.lostSymbol, sign.range, " "))
      }
    }
  }
}
