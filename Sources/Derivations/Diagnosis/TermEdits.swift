import TeXMath

extension EditGenerator {
  /// Index letters that a change may put in: those of the link.
  var indexLetters: [String] { letters.filter { $0.count == 1 || $0 == "\\ell" } }

  /// Letters and counts of the notation that say how many there are.
  var countSymbols: [String] {
    scope.entries.compactMap { entry in
      guard case .meaning(let meaning) = entry.value, entry.pattern.variables.isEmpty else { return nil }
      switch meaning.quantity {
      case .exampleCount, .layerCount, .hiddenLayerCount, .unitCount, .inputCount, .outputCount:
        return entry.pattern.nodes.tex
      default: return nil
      }
    }
  }

  /// How many examples there are, and whole numbers of `let` that the link names: they may be that, too.
  private var exampleCounts: [String] {
    let counts = scope.entries.compactMap { entry -> String? in
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
    for entry in scope.entries {
      guard entry.pattern.nodes.count == 1 || entry.pattern.isWrittenAsCall,
        entry.isNotation || entry.pattern.nodes[0].isBareLetter
      else { continue }
      let base = entry.pattern.nodes[0].base
      guard base.isExchangeable, let sort = entry.sort,
        !found.contains(where: { $0.key == base.key && $0.sort == sort })
      else { continue }
      found.append((sort, base.key, base.isBareLetter ? base.key : base.tex))
    }
    for letter in freeLetters where !found.contains(where: { $0.key == letter }) {
      found.append((nil, letter, letter))
    }
    return found
  }

  // MARK: Factors

  mutating func factors(of member: [Node]) {
    fractions(in: member)
    let starts = termStarts(of: member)
    // `\frac{1}{m}` for a 1 that is all there is.
    if let last = member.last, case .number("1") = last.kind, starts == [last.range.lowerBound] {
      for count in exampleCounts { add(Edit(.factor, last.range, "\\frac{1}{\(count)}")) }
    }
    for start in starts { addFactor(before: start) }
    if starts.count > 1 {
      let whole = member.range
      for text in missingFactors {
        add(
          Edit(
            .factor,
            [
              Edit.Splice(range: beginning(of: whole), text: text + "\\left("),
              Edit.Splice(range: whole.upperBound..<whole.upperBound, text: "\\right)"),
            ]))
      }
    }
    for range in factorPlaces(of: member) where range.count > 1 { dropFactor(range, in: member) }
    // A factor left out.
    var level = 0
    for (place, node) in member.enumerated() {
      level += node.bracketNesting
      guard level == 0, node.bracketNesting == 0 else { continue }
      switch node.kind {
      case .number, .fraction, .scripted, .letter, .dressed:
        if member.count > 1 {
          var range = node.range
          if place + 1 < member.count, let sign = member[place + 1].bareSign,
            ["\\cdot", "*", "\\times", "\\odot"].contains(sign)
          {
            range = range.lowerBound..<member[place + 1].range.upperBound
          } else if place > 0, let sign = member[place - 1].bareSign,
            ["\\cdot", "*", "\\times", "\\odot"].contains(sign)
          {
            range = member[place - 1].range.lowerBound..<range.upperBound
          }
          add(Edit(.factor, range, ""))
        }
        if case .fraction = node.kind {
        } else if node.sign == nil {
          for count in exampleCounts {
            add(Edit(.factor, node.range.upperBound..<node.range.upperBound, " \\frac{1}{\(count)}"))
          }
        }
      default: break
      }
    }
    addedFactors(member)
  }

  /// Those that are forgotten most, and what cancels one too many.
  private var missingFactors: [String] {
    ["2 ", "\\frac{1}{2} "] + exampleCounts.flatMap { ["\\frac{1}{\($0)} ", "\($0) "] }
  }

  private mutating func addFactor(before start: Int) {
    let next = String(decoding: text[start...].prefix(6), as: UTF8.self)
    // Two numbers side by side would be one.
    let isNumber = next.first?.isNumber ?? false || next.hasPrefix("\\frac") || next.hasPrefix("\\tfrac")
    for text in missingFactors { add(Edit(.factor, start..<start, isNumber ? text + "\\cdot " : text)) }
  }

  /// The factors of terms that stand inside brackets.
  mutating func factors(inside nodes: [Node]) {
    let starts = termStarts(of: nodes)
    guard starts.count > 1 else { return }
    for start in starts { for text in missingFactors { add(Edit(.addedFactor, start..<start, text)) } }
  }

  /// A call or a bracket left out, with the sign of multiplication before it or behind it.
  private mutating func dropFactor(_ factor: Range<Int>, in member: [Node]) {
    var range = Array(member[factor]).range
    func sign(at place: Int) -> Range<Int>? {
      guard member.indices.contains(place), let sign = member[place].bareSign,
        ["\\cdot", "*", "\\times", "\\odot", "⊙", "\\circ"].contains(sign)
      else { return nil }
      return member[place].range
    }
    if let after = sign(at: factor.upperBound) {
      range = range.lowerBound..<after.upperBound
    } else if let before = sign(at: factor.lowerBound - 1) {
      range = before.lowerBound..<range.upperBound
    }
    guard range != member.range else { return }
    add(Edit(.factor, range, ""))
  }

  /// A 2 more or less in a fraction that is there: `\frac{1}{2k}` and `\frac{1}{k}`, `\frac{1}{k}` and `\frac{2}{k}`.
  private mutating func fractions(in member: [Node]) {
    member.forEachNode { node in
      guard case .fraction(let above, let below) = node.kind, above.first?.differential == nil else { return }
      if above.count == 1, case .number(let digits) = above[0].kind {
        if digits == "1" { add(Edit(.factor, above[0].range, "2")) }
        if digits == "2" { add(Edit(.factor, above[0].range, "1")) }
        if let first = below.first, case .letter = first.kind {
          add(Edit(.factor, first.range.lowerBound..<first.range.lowerBound, "2"))
        }
      }
      if below.count > 1, case .number("2") = below[0].kind { add(Edit(.factor, below[0].range, "")) }
      // `\frac{\lambda}{2n}` for `\frac{\lambda}{n}`
      if let first = below.first, !first.isNumber, !below.hasSumSign, above.contains(where: { !$0.isNumber }) {
        add(Edit(.factor, first.range.lowerBound..<first.range.lowerBound, "2"))
      }
      // `\frac{\gamma}{m \sigma}` for `\frac{\gamma}{\sigma}`; where there is a 1 above, that has its own place.
      if let first = below.first, !above.isSoleOne {
        for count in exampleCounts {
          add(Edit(.factor, first.range.lowerBound..<first.range.lowerBound, "\(count) "))
        }
      }
      // `\lambda` for `\frac{\lambda}{2}`, and the other way round.
      if below.count == 1, case .number("2") = below[0].kind { add(Edit(.factor, node.range, source(above.range))) }
    }
  }

  /// Where the terms of a sum begin, without their signs.
  func termStarts(of member: [Node]) -> [Int] {
    var starts: [Int] = []
    var level = 0
    var isStart = true
    for node in member {
      if isStart, node.bareSign != "-", node.bareSign != "+" {
        starts.append(node.range.lowerBound)
        isStart = false
      }
      level += node.bracketNesting
      if level == 0, let sign = node.bareSign, sign == "+" || sign == "-" { isStart = true }
    }
    return starts
  }

  /// A factor that is missing: the slope of the activation function, or what the layer before passes on.
  private mutating func addedFactors(_ member: [Node]) {
    let whole = member.range
    let isSum = member.hasSumSign
    let function = scope.entries.last { entry in
      if case .meaning(let meaning) = entry.value { meaning.quantity == .activationFunction } else { false }
    }
    func append(_ factor: String) {
      if isSum {
        add(
          Edit(
            .addedFactor,
            [
              Edit.Splice(range: beginning(of: whole), text: "\\left("),
              Edit.Splice(range: whole.upperBound..<whole.upperBound, text: "\\right)\(factor)"),
            ]))
      } else {
        add(Edit(.addedFactor, whole.upperBound..<whole.upperBound, " \(factor)"))
      }
    }
    for entry in scope.entries {
      guard case .meaning(let meaning) = entry.value, entry.pattern.nodes.count == 1 else { continue }
      switch meaning.quantity {
      case .weightedInput:
        if let function {
          for argument in instances(of: entry.pattern) {
            append(
              (isSum ? "" : spelling.elementwiseProduct + " ")
                + "\(function.pattern.nodes.tex)'\\left(\(argument)\\right)")
          }
        }
      case .activation, .input:
        for argument in instances(of: entry.pattern) where meaning.unit == nil {
          append(transposed(argument, hasSuperscript: entry.pattern.nodes[0].scripts.sup != nil))
        }
      case .weight where entry.pattern.variables.isEmpty && meaning.unit != nil: append(entry.pattern.nodes.tex)
      default: break
      }
    }
  }

  /// A symbol of the notation with the indices of the link, or with the numbers of layers.
  private func instances(of pattern: SymbolPattern) -> [String] {
    guard let layer = pattern.layerVariable(in: scope) else { return [pattern.nodes.tex] }
    var found = [pattern.nodes.tex]
    for number in 0...max(1, layers) {
      found.append(pattern.nodes.renaming([layer: [Node(.number(String(number)), 0..<0)]]).tex)
    }
    return found + unitInstances(found, pattern)
  }

  private func unitInstances(_ forms: [String], _ pattern: SymbolPattern) -> [String] {
    guard pattern.nodes[0].scripts.sub != nil else { return [] }
    return ["1", "2"].flatMap { unit in
      (0...max(1, layers)).compactMap { number -> String? in
        var indices: [String: [Node]] = [:]
        for variable in pattern.variables {
          let isLayer = variable == pattern.layerVariable(in: scope)
          indices[variable] = [Node(.number(isLayer ? String(number) : unit), 0..<0)]
        }
        return pattern.nodes.renaming(indices).tex
      }
    }
  }

  // MARK: Terms

  /// A bias that is missing in the argument of a function, and a `\text{diag}` too many.
  mutating func arguments(in nodes: [Node]) {
    let biases = scope.entries.compactMap { entry -> String? in
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
    for entry in scope.entries {
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .bias else { continue }
      add(Edit(.term, end..<end, " + \(entry.pattern.nodes.tex)"))
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

  /// What a regularization adds to a gradient, where the derivative on the other side is by a symbol: `+ \lambda W`.
  private mutating func penalties(of member: [Node], beside other: [Node]) {
    guard other.count == 1, case .fraction(let above, let below) = other[0].kind, above.first?.differential != nil,
      below.count > 1
    else { return }
    let parameter = source(Array(below.dropFirst()).range)
    for entry in scope.entries {
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
    for entry in scope.entries where entry.pattern == self {
      if case .meaning(let meaning) = entry.value, case .letter(let letter, _)? = meaning.layer { return letter }
    }
    return nil
  }
}

extension [Node] {
  fileprivate var isSoleOne: Bool {
    if count == 1, case .number("1") = self[0].kind { true } else { false }
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
