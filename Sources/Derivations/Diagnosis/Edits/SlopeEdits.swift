import TeXMath

/// The slope of an activation function, written wrong: `a` for `f'(z)`, `1 - a` for `a (1 - a)`, `z` for `f(z)`, `a (1 - b)`
/// for `a - b`.
extension EditGenerator {
  mutating func slopes(in member: [Node]) {
    member.forEachRun { run in
      for (place, node) in run.enumerated() {
        slopeOfActivation(node)
        squareOfDifference(run, at: place)
        lostFactor(run, at: place)
      }
      productOfDifference(run)
    }
    lostFunctions(in: member)
  }

  /// `f'(z_j)` for `a_j`.
  private mutating func slopeOfActivation(_ node: Node) {
    guard node.base.isSymbolLetter,
      case .found(let own, let match) = scope.lookup(PlainNodes.plain([node])[...]), own.isNotation,
      match.missing.isEmpty, match.leftoverSub == nil, match.leftoverSup == nil, match.leftoverPrimes == 0,
      !match.isTransposed, case .meaning(let meaning) = own.value, meaning.quantity == .activation
    else { return }
    for entry in scope.writtenEntries where entry.isNotation && entry.pattern.nodes.count == 1 {
      guard case .meaning(let other) = entry.value, other.quantity == .weightedInput,
        meaning.isMatrix == other.isMatrix
      else { continue }
      var renamed: [String: [Node]] = [:]
      for (theirs, mine) in [
        (other.layer, meaning.layer), (other.unit, meaning.unit), (other.example, meaning.example),
      ] {
        guard case .letter(let letter, _)? = theirs, case .letter(let known, _)? = mine else { continue }
        renamed[letter] = match.indices[known]
      }
      guard entry.pattern.variables.allSatisfy({ renamed[$0] != nil }) else { continue }
      for function in activationFunctions.prefix(3) {
        add(Edit(.node, node.range, "\(function)'(\(entry.pattern.nodes.renaming(renamed).tex))"))
      }
    }
  }

  /// Those of the notation that no letter has to choose.
  private var activationFunctions: [String] {
    scope.writtenEntries.compactMap { entry in
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .activationFunction,
        entry.pattern.variables.isEmpty
      else { return nil }
      return entry.pattern.nodes.texOfName
    }
  }

  /// `1 - a^2` for `(1 - a)^2`.
  private mutating func squareOfDifference(_ run: [Node], at place: Int) {
    var (content, square) = ([] as [Node], run[place])
    if case .fenced("(", let inner, ")") = square.base.kind {
      content = inner
    } else if square.bareSign == "(", case let close = ScriptItem.closing(of: place, in: run), close < run.count {
      (content, square) = (Array(run[(place + 1)..<close]), run[close])
    }
    guard let sup = square.scripts.sup, sup.count == 1, sup[0].key == "2", content.count > 2,
      content[content.count - 2].bareSign == "-", case let last = content[content.count - 1], last.base.isSymbolLetter
    else {
      squareOfCall(content, square)
      return
    }
    let (start, end) = (last.range.lowerBound, last.range.upperBound)
    var splices = [Edit.Splice(range: end..<end, text: last.scripts.sup == nil ? "^2" : ")^2")]
    if last.scripts.sup != nil { splices.insert(Edit.Splice(range: start..<start, text: "("), at: 0) }
    splices.append(Edit.Splice(range: square.base.range.upperBound..<square.range.upperBound, text: ""))
    add(Edit(.operation, splices))
  }

  /// `1 - f(z)^2` for `(1 - f(z))^2`.
  private mutating func squareOfCall(_ content: [Node], _ square: Node) {
    guard square.scripts.sup?.key == "2", let rest = content.complement, let last = rest.last, last.bareSign == ")",
      rest[0].base.isSymbolLetter
    else { return }
    let end = last.range.upperBound
    add(
      Edit(
        .operation,
        [
          Edit.Splice(range: end..<end, text: "^2"),
          Edit.Splice(range: square.base.range.upperBound..<square.range.upperBound, text: ""),
        ]))
  }

  /// `a (1 - a)` for `1 - a`.
  private mutating func lostFactor(_ run: [Node], at place: Int) {
    guard let inner = inside(run, at: place), inner.content.count > 2, inner.content[0].key == "1",
      inner.content[1].bareSign == "-", !Array(inner.content[2...]).hasSumSign
    else { return }
    let factor = Array(inner.content[2...])
    let start = run[place].range.lowerBound
    guard place > 0 else {
      add(Edit(.addedFactor, start..<start, source(factor.range) + " "))
      return
    }
    let sign = run[place - 1].bareSign
    if let sign, ["\\cdot", "\\odot", "\\times", "*", "\\circ", "⊙", "∘"].contains(sign) {
      // `\delta \odot (1 - a)` with another sign of the same kind.
      add(Edit(.addedFactor, start..<start, source(factor.range) + " " + source(run[place - 1].range) + " "))
    } else if run[place - 1].key != factor.last?.key {
      add(Edit(.addedFactor, start..<start, source(factor.range) + " "))
    }
  }

  /// `a - b`, and `b - a`, for `a (1 - b)` that is all there is.
  private mutating func productOfDifference(_ run: [Node]) {
    let isNegative = run.first?.bareSign == "-"
    let rest = isNegative ? Array(run.dropFirst()) : run
    let factors = factorPlaces(of: rest)
    guard factors.count == 2, let first = factors.first, let last = factors.last, first.lowerBound == 0,
      last.upperBound == rest.count, first.upperBound == last.lowerBound,
      let inner = inside(rest, at: last.lowerBound), inner.content.count > 2, inner.content[0].key == "1",
      inner.content[1].bareSign == "-", !Array(inner.content[2...]).hasSumSign, !run.isEmpty
    else { return }
    let (a, b) = (source(Array(rest[first]).range), source(Array(inner.content[2...]).range))
    for text in isNegative ? ["\(b) - \(a)", "\(a) - \(b)"] : ["\(a) - \(b)", "\(b) - \(a)"] {
      add(Edit(.operation, run.range, text))
    }
  }

  /// `f(z)` for z, where it stands elsewhere.
  private mutating func lostFunctions(in member: [Node]) {
    var calls: [(argument: Node, range: Range<Int>)] = []
    member.forEachRun { run in
      for place in run.indices.dropLast() {
        guard run[place].isFunctionName(before: run[place + 1], in: scope), let inner = inside(run, at: place + 1),
          inner.content.count == 1, inner.content[0].base.isSymbolLetter,
          !calls.contains(where: { $0.argument.key == inner.content[0].key })
        else { continue }
        calls.append((inner.content[0], run[place].range.lowerBound..<inner.whole.upperBound))
      }
    }
    guard !calls.isEmpty else { return }
    member.forEachRun { run in
      for (place, node) in run.enumerated() {
        guard let call = calls.first(where: { $0.argument.key == node.key }),
          node.range.lowerBound < call.range.lowerBound || node.range.upperBound > call.range.upperBound,
          place == 0 || run[place - 1].differential == nil
        else { continue }
        let isArgument = place > 1 && run[place - 2].isFunctionName(before: run[place - 1], in: scope)
        if !isArgument { add(Edit(.node, node.range, source(call.range))) }
      }
    }
  }

  /// What stands in round brackets that begin at a place.
  func inside(_ run: [Node], at place: Int) -> (content: [Node], whole: Range<Int>)? {
    if case .fenced("(", let content, ")") = run[place].kind { return (content, run[place].range) }
    guard run[place].bareSign == "(" else { return nil }
    let close = ScriptItem.closing(of: place, in: run)
    guard close < run.count, run[close].bareSign == ")" else { return nil }
    return (Array(run[(place + 1)..<close]), run[place].range.lowerBound..<run[close].range.upperBound)
  }
}
