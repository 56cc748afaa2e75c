import TeXMath

/// Terms too many or forgotten, and what may be put in at all.
extension EditGenerator {
  /// Index letters that a change may put in: those of the link.
  var indexLetters: [String] { letters.filter { $0.count == 1 || $0.hasPrefix("\\") } }

  /// Letters and counts of the notation that say how many there are.
  var countSymbols: [String] {
    scope.writtenEntries.compactMap { entry in
      guard case .meaning(let meaning) = entry.value, entry.pattern.variables.isEmpty else { return nil }
      switch meaning.quantity {
      case .exampleCount, .layerCount, .hiddenLayerCount, .unitCount, .inputCount, .outputCount:
        return entry.pattern.nodes.tex
      default: return nil
      }
    }
  }

  /// How many examples there are, and whole numbers of `let` that the link names: they may be that, too.
  var exampleCounts: [String] {
    let counts = scope.writtenEntries.compactMap { entry -> String? in
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .exampleCount else { return nil }
      return entry.pattern.nodes.tex
    }
    let named = scope.indexNumbers.filter { $0.value > 1 && namedLetters.contains($0.key) }.keys.sorted()
    return counts + named.filter { !counts.contains($0) }
  }

  /// What may be taken for each other: functions, costs, counts, and all else that has a value.
  enum Sort: Hashable { case function, cost, count, other }

  /// Bases of symbols that can stand for each other, of letters that nothing binds as well.
  ///
  /// - Returns: without a sort those that stand in the link and may be anything
  var exchangeable: [(sort: Sort?, key: String, tex: String)] {
    var found: [(sort: Sort?, key: String, tex: String)] = []
    for entry in scope.writtenEntries {
      guard entry.pattern.nodes.count == 1 || entry.pattern.isWrittenAsCall,
        entry.isNotation || entry.pattern.nodes[0].isBareLetter
      else { continue }
      let base = entry.pattern.nodes[0].base
      guard base.isExchangeable, let sort = entry.sort,
        !found.contains(where: { $0.key == base.key && $0.sort == sort })
      else { continue }
      found.append((sort, base.key, base.isBareLetter ? base.key : base.tex))
    }
    for letter in freeLetters where !found.contains(where: { $0.key == letter.key }) {
      found.append((nil, letter.key, letter.tex))
    }
    return found
  }

  /// A bias that is missing in the argument of a function, and a `\text{diag}` too many.
  mutating func arguments(in nodes: [Node]) {
    let biases = scope.writtenEntries.compactMap { entry -> String? in
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .bias else { return nil }
      return entry.pattern.nodes.tex
    }
    for (place, node) in nodes.enumerated() where place + 1 < nodes.count && node.sign == nil {
      if nodes[place + 1].bareSign == "(" {
        let close = ScriptItem.closing(of: place + 1, in: nodes)
        guard close < nodes.count, close > place + 2 else { continue }
        let (start, end) = (nodes[place + 2].range.lowerBound, nodes[close].range.lowerBound)
        for bias in biases {
          add(Edit(.term, end..<end, " + \(bias)"))
          add(Edit(.term, start..<start, "\(bias) + "))
        }
        if node.isDiagonal {
          let whole = node.range.lowerBound..<nodes[close].range.upperBound
          add(Edit(.operation, close == place + 3 ? whole : node.range, close == place + 3 ? source(start..<end) : ""))
        }
      } else if case .fenced("(", let inner, _) = nodes[place + 1].kind, !inner.isEmpty {
        for bias in biases { add(Edit(.term, inner.range.upperBound..<inner.range.upperBound, " + \(bias)")) }
      }
    }
  }

  mutating func terms(of member: [Node], beside other: [Node]) {
    let end = member.range.upperBound
    for entry in scope.writtenEntries {
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .bias else { continue }
      add(Edit(.term, end..<end, " + \(entry.pattern.nodes.tex)"))
      if let (node, own) = entry.pattern.whole(in: scope) {
        for choice in own == nil ? [[]] : layersInUse.prefix(3) {
          add(Edit(.term, end..<end, " + \(own.map { [node].renaming([$0: choice]).tex } ?? node.tex)"))
        }
      }
      // Of the layer that the link speaks of.
      guard let layer = entry.pattern.layerVariable(in: scope) else { continue }
      for own in layersInUse.prefix(3) where own.key != layer {
        add(Edit(.term, end..<end, " + \(entry.pattern.nodes.renaming([layer: own]).tex)"))
      }
    }
    penalties(of: member, beside: other)
    paths(in: member)
    // A term left out.
    var level = 0
    var start: Int?
    for (place, node) in member.enumerated() {
      level += node.bracketNesting
      guard level == 0, let sign = node.bareSign, sign == "+" || sign == "-" else { continue }
      if let start { add(Edit(.term, member[start].range.lowerBound..<node.range.lowerBound, "")) }
      start = place
    }
    if let start, start > 0 { add(Edit(.term, member[start].range.lowerBound..<end, "")) }
  }
}

extension EditGenerator {
  /// `\alpha e^x` for `\alpha (e^x - 1)`: one of two terms in brackets too many.
  mutating func termsInBrackets(_ nodes: [Node], at place: Int) {
    var (inner, whole): ([Node], Range<Int>) = ([], nodes[place].range)
    if case .fenced("(", let content, ")") = nodes[place].kind {
      inner = content
    } else if nodes[place].bareSign == "(" {
      let close = ScriptItem.closing(of: place, in: nodes)
      guard close < nodes.count, nodes[close].bareSign != nil else { return }
      inner = Array(nodes[(place + 1)..<close])
      whole = nodes[place].range.lowerBound..<nodes[close].range.upperBound
    }
    guard !inner.isEmpty, place == 0 || !nodes[place - 1].isFunctionName(before: nodes[place], in: scope) else {
      return
    }
    leaveOutTerms(of: inner, whole: whole)
  }

  /// One of two terms left out.
  ///
  /// - Parameter whole: them with the brackets around, which one symbol does not want
  mutating func leaveOutTerms(of inner: [Node], whole: Range<Int>) {
    let starts = termStarts(of: inner)
    guard starts.count == 2, let sign = inner.lastIndex(where: { $0.range.upperBound <= starts[1] }), sign > 0 else {
      return
    }
    for term in [Array(inner[..<sign]), Array(inner[(sign + 1)...])] where !term.isEmpty {
      add(Edit(.term, term.count == 1 ? whole : inner.range, source(term.range)))
    }
  }

  /// What a derivative is by: `\frac{\partial J}{\partial W}`, `\nabla_W J`, `dW`.
  private func parameter(ofDerivative side: [Node]) -> String? {
    if side.count == 1, case .fraction(let above, let below) = side[0].kind, above.first?.differential != nil,
      below.count > 1
    {
      return source(Array(below.dropFirst()).range)
    }
    if side.count == 2, side[0].isNabla, let sub = side[0].scripts.sub { return source(sub.range) }
    return side.count == 2 && side[0].key == "d" && side[1].base.isSymbolLetter ? source(side[1].range) : nil
  }

  /// What a regularization adds to a gradient, where the derivative on the other side is by a symbol: `+ \lambda W`.
  private mutating func penalties(of member: [Node], beside other: [Node]) {
    guard let parameter = parameter(ofDerivative: other) else { return }
    for entry in scope.writtenEntries {
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .regularization else { continue }
      let strength = entry.pattern.nodes.tex
      let texts = ["\(strength) "] + exampleCounts.map { "\\frac{\(strength)}{\($0)} " }
      for text in texts {
        add(Edit(.term, member.range.upperBound..<member.range.upperBound, " + \(text)\(parameter)"))
      }
    }
  }
}

extension Node {
  /// Whether another symbol may stand in its place: a letter, or a name that is no function.
  var isExchangeable: Bool {
    switch kind {
    case .name(let word), .text(let word): KnownFunctions.canonical(word) == nil
    default: isSymbolLetter
    }
  }
}

extension SymbolPattern {
  /// Whether it is one symbol with brackets behind it: the `h^{(k)}(x)` of a layer at an example.
  fileprivate var isWrittenAsCall: Bool {
    nodes.count > 3 && nodes[1].bareSign == "(" && nodes[nodes.count - 1].bareSign == ")"
  }

  /// The letter that stands for the layer.
  func layerVariable(in scope: Scope) -> String? {
    for entry in scope.writtenEntries where entry.pattern == self {
      if case .meaning(let meaning) = entry.value, case .letter(let letter, _)? = meaning.layer { return letter }
    }
    return nil
  }
}

extension Node {
  /// `\text{diag}`
  fileprivate var isDiagonal: Bool {
    switch kind {
    case .name(let word), .text(let word): word == "diag"
    default: false
    }
  }
}

extension Scope.Entry {
  /// nil for what is an index or a setting of training.
  fileprivate var sort: EditGenerator.Sort? {
    guard case .meaning(let meaning) = value else { return isFunction ? .function : .other }
    if meaning.isFunction { return .function }
    if meaning.isCost { return .cost }
    switch meaning.quantity {
    case .exampleCount, .unitCount, .inputCount, .outputCount, .hiddenLayerCount: return .count
    case .layerCount, .layerName, .exampleLetter, .classNumber, .stepNumber: return nil
    default: return .other
    }
  }
}
