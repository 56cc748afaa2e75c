import TeXMath

/// The slope of one activation function for that of another, and slopes of what they are not the slope of: `1 - a^2` for
/// `a (1 - a)`, `a (1 - a)` for a and for `z (1 - z)`, `f'(z)` for `f(z) (1 - f(z))`.
extension EditGenerator {
  mutating func slopeForms(in member: [Node]) {
    member.forEachRun { run in slopeForms(of: run) }
    for (content, _) in member.brackets { slopeForms(of: content) }
  }

  private mutating func slopeForms(of run: [Node]) {
    let factors = factorPlaces(of: run)
    for (number, place) in factors.enumerated() {
      let factor = Array(run[place])
      let next = number + 1 < factors.count ? factors[number + 1] : nil
      let rest = next.flatMap { complement(of: Array(run[$0])) }
      if let next, let rest, rest.key == factor.key || rest.unbracketed.key == factor.unbracketed.key {
        pair(factor, rest, factor.range.lowerBound..<Array(run[next]).range.upperBound)
      } else {
        lostComplement(of: factor, run, place)
      }
      square(factor, run, place)
    }
  }

  /// The x of `(1 - x)`.
  private func complement(of factor: [Node]) -> [Node]? {
    guard let first = factor.first else { return nil }
    if case .fenced(let left, let inner, _) = first.kind, left == "(" || left == "[", factor.count == 1 {
      return inner.complement
    }
    guard factor.count > 4, first.bareSign == "(" || first.bareSign == "[", factor[factor.count - 1].bareSign != nil
    else { return nil }
    return Array(factor[1..<(factor.count - 1)]).complement
  }

  /// `x (1 - x)` written for something else.
  private mutating func pair(_ factor: [Node], _ complement: [Node], _ whole: Range<Int>) {
    add(Edit(.node, whole, "(1 - \(squared(factor)))"))
    if let name = factor.first, factor.count > 1, name.scripts.primes == 0, name.base.isSymbolLetter || name.isName,
      name.isFunctionName(before: factor[1], in: scope)
    {
      let (start, end) = (factor.range.lowerBound, name.base.range.upperBound)
      add(Edit(.node, whole, source(start..<end) + "'" + source(end..<factor.range.upperBound)))
    }
    guard factor.count == 1, complement.count == 1, factor[0].base.isExchangeable else { return }
    let (base, copy) = (factor[0].base, complement[0].base)
    let key = base.key
    let sorts = Set(exchangeable.filter { $0.key == key }.compactMap(\.sort))
    for other in exchangeable where other.key != key && (other.sort.map(sorts.contains) ?? true) {
      add(
        Edit(.node, [Edit.Splice(range: base.range, text: other.tex), Edit.Splice(range: copy.range, text: other.tex)]))
    }
  }

  /// `a (1 - a)` for `a`.
  private mutating func lostComplement(of factor: [Node], _ run: [Node], _ place: Range<Int>) {
    guard let first = factor.first, isOutput(factor) || first.isFraction && first.hasExponential else { return }
    let symbol = source(factor.range)
    let end = factor.range.upperBound
    let beside = [place.lowerBound - 1, place.upperBound].compactMap { index -> String? in
      guard run.indices.contains(index), let sign = run[index].bareSign, Self.timesSigns.contains(sign) else {
        return nil
      }
      return source(run[index].range)
    }
    var signs = [beside.first.map { " \($0) " } ?? " "]
    if beside.isEmpty, factor.count == 1, !isEntry(first) { signs.append(" \(spelling.elementwiseProduct) ") }
    for sign in signs { add(Edit(.addedFactor, end..<end, "\(sign)(1 - \(symbol))")) }
  }

  /// Whether it is what a unit or a layer puts out, or a function of something.
  private func isOutput(_ factor: [Node]) -> Bool {
    guard let first = factor.first, first.scripts.primes == 0 else { return false }
    if factor.count > 1 { return first.isFunctionName(before: factor[1], in: scope) && first.base.isSymbolLetter }
    guard first.base.isSymbolLetter else { return false }
    guard case .found(let entry, let match) = scope.lookup(PlainNodes.plain([first])[...]), !match.isTransposed,
      match.leftoverSup == nil
    else { return false }
    switch entry.value {
    case .meaning(let meaning): return [.activation, .prediction].contains(meaning.quantity)
    case .variable: return true
    default: return !entry.isFunction && !entry.isNotation
    }
  }

  private func isEntry(_ node: Node) -> Bool {
    guard case .found(let entry, _) = scope.lookup(PlainNodes.plain([node])[...]),
      case .meaning(let meaning) = entry.value
    else { return true }
    return meaning.unit != nil && meaning.examples == nil
  }

  /// `x (1 - x)` for `1 - x^2`.
  private mutating func square(_ factor: [Node], _ run: [Node], _ place: Range<Int>) {
    guard let rest = complement(of: factor), let last = rest.last, last.scripts.sup?.key == "2"
    else { return }
    let (start, end) = (rest.range.lowerBound, last.base.range.upperBound)
    // With what it has below.
    let sub = last.scripts.sub.map { "_{\(source($0.range))}" } ?? ""
    var symbol = source(start..<end) + sub
    if last.base.bracketNesting == 0, case .fenced("(", let inner, _) = last.base.kind, inner.count == 1 {
      symbol = source(inner.range)
    } else if rest.count == 3, rest[0].bareSign == "(" {
      symbol = source(rest[1].range)
    }
    var sign = " "
    for index in [place.lowerBound - 1, place.upperBound] where run.indices.contains(index) {
      if let text = run[index].bareSign, Self.timesSigns.contains(text) {
        sign = " \(source(run[index].range)) "
        break
      }
    }
    add(Edit(.node, factor.range, "\(symbol)\(sign)(1 - \(symbol))"))
    if sign == " " {
      add(Edit(.node, factor.range, "\(symbol) \(spelling.elementwiseProduct) (1 - \(symbol))"))
    }
  }

  private func squared(_ factor: [Node]) -> String {
    let text = source(factor.range)
    guard let last = factor.last else { return text }
    return last.scripts.sup == nil && last.scripts.primes == 0 && !last.isFraction ? text + "^2" : "(\(text))^2"
  }
}

extension Node {
  fileprivate var isFraction: Bool { if case .fraction = kind { true } else { false } }

  fileprivate var isName: Bool { if case .name = base.kind { true } else { false } }

  /// Whether e with an exponent is in it.
  fileprivate var hasExponential: Bool {
    var isFound = false
    [self].forEachNode { node in if node.base.key == "e", node.scripts.sup != nil { isFound = true } }
    return isFound
  }
}

extension [Node] {
  /// Without the brackets around one symbol.
  fileprivate var unbracketed: [Node] {
    if count == 3, self[0].bareSign == "(", self[2].bareSign == ")" { return [self[1]] }
    if count == 1, case .fenced("(", let inner, _) = self[0].kind, inner.count == 1 { return inner }
    return self
  }
}
