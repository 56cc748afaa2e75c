import TeXMath

extension EditGenerator {
  /// Changes of the indices of one symbol.
  mutating func scripts(_ node: Node, _ sub: [Node]?, _ sup: [Node]?, next: Node?) {
    if case .large? = node.base.kind as Node.Kind? {
      bounds(sub, sup)
      return
    }
    // At a bracket stands an exponent.
    guard node.base.bracketNesting == 0, !["|", "\\|", "\\rVert", "\\rvert"].contains(node.base.sign ?? "") else {
      return
    }
    for script in [sub, sup].compactMap(\.self) {
      let items = ScriptItem.items(of: script).filter { !$0.isTransposeMark }
      for item in items {
        guard item.nodes.allSatisfy(\.isIndexPart) else { continue }
        indices(item.nodes, isAlone: item.bracket == nil && script.count == 1)
      }
      if items.count == 2, items[0].nodes.count == 1, items[1].nodes.count == 1 {
        add(
          Edit(
            .index,
            [
              Edit.Splice(range: items[0].nodes.range, text: source(items[1].nodes.range)),
              Edit.Splice(range: items[1].nodes.range, text: source(items[0].nodes.range)),
            ]))
      }
    }
    if let sub, case let items = ScriptItem.items(of: sub), items.count == 3 {
      // `W_{t,i,j}` for `W_{t,j,i}`
      for (one, other) in [(1, 2), (0, 1)] {
        add(
          Edit(
            .index,
            [
              Edit.Splice(range: items[one].nodes.range, text: source(items[other].nodes.range)),
              Edit.Splice(range: items[other].nodes.range, text: source(items[one].nodes.range)),
            ]))
      }
    }
    if sup == nil, sub != nil { addIndices(node, isMissing: .sup) }
    if sub == nil, sup != nil { addIndices(node, isMissing: .sub) }
  }

  /// Changes of an index: another letter, another number, one more or less.
  ///
  /// - Parameter isAlone: whether it is all that stands in its corner, so that it may lack braces
  private mutating func indices(_ nodes: [Node], isAlone: Bool) {
    guard let first = nodes.first else { return }
    let range = nodes.range
    for inner in nodes {
      guard case .letter(let letter) = inner.kind, !inner.isTransposeMark else { continue }
      // The number of the last layer is no unit, and no example.
      for other in indexLetters where other != letter && (!layerCounts.contains(other) || layerLetters.contains(letter))
      {
        add(Edit(.index, inner.range, other))
      }
      add(Edit(.number, inner.range, "1"))
      for number in 1...max(1, layers) { add(Edit(.number, range, String(number))) }
    }
    if nodes.count == 1 {
      if case .number(let digits) = first.kind, let number = Int(digits), number < 100 {
        add(Edit(.layer, range, String(number + 1)))
        if number > 0 { add(Edit(.layer, range, String(number - 1))) }
      } else if case .letter(let name) = first.kind, !scope.classLetters.contains(name) {
        // The class after the right one is nothing that anybody means.
        let letter = source(range)
        let open = isAlone && !isBraced(range) ? ("{", "}") : ("", "")
        add(Edit(.layer, range, "\(open.0)\(letter)+1\(open.1)"))
        add(Edit(.layer, range, "\(open.0)\(letter)-1\(open.1)"))
      }
    } else if nodes.count == 3 {
      add(Edit(.layer, range, source(first.range)))
      if case .letter = nodes[2].kind { add(Edit(.layer, nodes[2].range, "1")) }
      let turned = nodes[1].bareSign == "+" ? "-" : "+"
      add(Edit(.layer, nodes[1].range, turned))
    }
  }

  /// `A[l]`: an index that stands in brackets behind its letter.
  mutating func bracketedIndices(_ nodes: [Node], at place: Int) {
    guard nodes[place].isSymbolLetter, place + 1 < nodes.count, nodes[place + 1].bareSign == "[" else { return }
    let close = ScriptItem.closing(of: place + 1, in: nodes)
    guard close < nodes.count, close > place + 2 else { return }
    let inner = Array(nodes[(place + 2)..<close])
    if inner.count <= 3, inner.allSatisfy(\.isIndexPart) { indices(inner, isAlone: false) }
  }

  private enum Corner { case sub, sup, both }

  /// Corners that the notation gives a symbol, and the equation does not.
  private mutating func addIndices(_ node: Node, isMissing corner: Corner) {
    let key = PlainNodes.plain([node]).first?.base.key ?? ""
    let undressed = PlainNodes.plain([node]).first?.undressed.base.key ?? ""
    let at = node.range.upperBound
    var proposals: [String] = []
    for entry in scope.writtenEntries where entry.pattern.nodes.count == 1 {
      let pattern = entry.pattern.nodes[0]
      guard pattern.base.key == key || pattern.undressed.base.key == undressed else { continue }
      let scripts = pattern.scripts
      let (sub, sup) = (scripts.sub.map { "_{\($0.tex)}" } ?? "", scripts.sup.map { "^{\($0.tex)}" } ?? "")
      switch corner {
      case .sub where scripts.sub != nil:
        proposals.append(sub)
        if scripts.sub?.count == 1 { proposals += indexLetters.map { "_{\($0)}" } + ["_1", "_2"] }
      case .sup where scripts.sup != nil: proposals.append(sup)
      case .both: proposals.append(sub + sup)
      default: break
      }
    }
    if corner == .both { proposals += exampleMarks }
    // A matrix or vector has entries where others are written.
    if corner == .sub {
      for other in cornersOfBoth where other.sub.count == 1 { proposals.append("_{\(other.sub.tex)}") }
      if case .found(let entry, _) = scope.lookup(PlainNodes.plain([node])[...]),
        case .meaning(let meaning) = entry.value,
        meaning.isVector
      {
        proposals += indexLetters.prefix(3).map { "_\($0)" }
      }
    }
    if corner == .both || corner == .sub {
      let letters = indexLetters
      if letters.count >= 2 {
        proposals += matrixMarks
      }
    }
    for proposal in proposals where !proposal.isEmpty { add(Edit(.addedIndex, at..<at, proposal)) }
  }

  /// `^{(i)}` where sums run over examples.
  private var exampleMarks: [String] {
    summed.map { "^{(\($0))}" }
  }

  private var matrixMarks: [String] {
    // The corners that another symbol of the link carries.
    cornersInUse
  }

  // MARK: Symbols

  mutating func symbol(_ node: Node, next: Node?) {
    let isFunction = isCall(next)
    let end = node.range.upperBound
    switch node.kind {
    case .name(let word), .text(let word):
      guard isFunction else { break }
      let isBound = next.map { node.isFunctionName(before: $0, in: scope) } ?? false
      if isBound || KnownFunctions.canonical(word) != nil { addPrime(node) }
      add(Edit(.operation, end..<end, "^2"))
    case .letter, .dressed:
      if isFunction, mayBeFunction(node) {
        dropPrime(node)
        addPrime(node)
      }
      if node.isSymbolLetter, !["\\partial", "d", "\\nabla", "e"].contains(node.key) {
        exchange(node)
        exchangeCount(node)
        layersOf(node)
        addIndices(node, isMissing: .both)
      }
      addTranspose(node)
      if !isFunction { add(Edit(.operation, end..<end, "^2")) }
    case .scripted(let base?, _, let sup, let primes):
      if isFunction, mayBeFunction(node) {
        dropPrime(node)
        if primes == 0 { addPrime(node) }
      }
      if base.sign == nil {
        exchange(base)
        exchangeCount(node)
        exchangeNamed(node)
        layersOf(node)
      }
      dropTranspose(node)
      if base.sign == nil || sup == nil { addTranspose(node) }
      squares(node, base, sup)
    case .group(let inner) where inner.count == 1: addTranspose(node)
    case .environment: addTranspose(node)
    case .sign(")"), .sign("]"), .fenced:
      addTranspose(node)
      add(Edit(.operation, end..<end, "^2"))
      // `\text{softmax}(z)_i`
      for letter in indexLetters { add(Edit(.addedIndex, end..<end, "_\(letter)")) }
    case .sign("\\|"), .sign("\\rVert"), .sign("|"), .sign("\\rvert"):
      if next?.scripts.sup == nil { add(Edit(.operation, end..<end, "^2")) }
    case .fraction(let above, _) where above.first?.differential != nil: addTranspose(node)
    default: break
    }
  }

  /// Whether the notation does not say that it is something else.
  private func mayBeFunction(_ node: Node) -> Bool {
    let entries = scope.writtenEntries.filter { $0.pattern.nodes.first?.base.key == node.base.key }
    return entries.isEmpty || entries.contains(where: \.isFunction)
  }

  /// A square that is missing, or one too many.
  private mutating func squares(_ node: Node, _ base: Node, _ sup: [Node]?) {
    let end = node.range.upperBound
    guard let sup else {
      if base.sign.map({ [")", "]", "\\|", "\\rVert", "|", "\\rvert"].contains($0) }) ?? true {
        add(Edit(.operation, end..<end, "^2"))
      }
      return
    }
    if sup.count == 1, case .number("2") = sup[0].kind {
      add(Edit(.operation, base.range.upperBound..<end, node.scripts.sub.map { "_{\(source($0.range))}" } ?? ""))
    } else if base.sign == nil, let last = sup.last, !last.isTransposeMark {
      if last.bracketNesting < 0, writesTransposeInScript(sup) {
        // `a^{[1]2}`
        add(Edit(.operation, last.range.upperBound..<last.range.upperBound, "2"))
      }
      let splices = ["(", ")^2"].enumerated().map { place, text in
        Edit.Splice(range: place == 0 ? node.range.lowerBound..<node.range.lowerBound : end..<end, text: text)
      }
      add(Edit(.operation, splices))
    }
  }

  /// Whether what stands before `next` is applied to something: `g(z)`, `g \circ z`.
  private func isCall(_ next: Node?) -> Bool {
    next?.isOpeningParenthesis ?? false || ["\\circ", "∘"].contains(next?.bareSign ?? "")
  }

  private mutating func bounds(_ sub: [Node]?, _ sup: [Node]?) {
    if let first = sub?.last, case .number(let digits) = first.kind, let number = Int(digits), number < 100 {
      for other in [number - 1, number + 1] where other >= 0 { add(Edit(.sum, first.range, String(other))) }
    }
    guard let sup else { return }
    let text = source(sup.range)
    if let number = Int(text), number < 100 {
      for other in [number + 1, number - 1] where other > 0 { add(Edit(.sum, sup.range, String(other))) }
    }
    let (open, close) = isBraced(sup.range) ? ("", "") : ("{", "}")
    for (sign, opposite) in [("-", "+"), ("+", "-")] where Int(text) == nil {
      // One more than `n-1` is n.
      let shorter = text.filter { $0 != " " }.hasSuffix(opposite + "1") ? sup.dropLast(2) : []
      add(Edit(.sum, sup.range, shorter.isEmpty ? "\(open)\(text)\(sign)1\(close)" : source(Array(shorter).range)))
    }
    for count in countSymbols where count != text {
      add(Edit(.sum, sup.range, count))
      // `\sum_{m=1}^M` for `\sum_{k=1}^K`.
      guard let letter = sub?.first, case .letter(let old) = letter.kind else { continue }
      for new in indexLetters where new != old {
        add(
          Edit(.sum, [Edit.Splice(range: letter.range, text: new), Edit.Splice(range: sup.range, text: count)]))
      }
    }
  }

  func isBraced(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && text[range.lowerBound - 1] == UInt8(ascii: "{")
  }
}

extension Node {
  fileprivate var isIndexPart: Bool {
    switch kind {
    case .letter, .number, .sign("+"), .sign("-"): true
    default: false
    }
  }
}

extension [Node] {
  /// As LaTeX again.
  var tex: String {
    map(\.tex).joined()
  }

  /// The same, without the space that a command wants before a letter.
  var texOfName: String {
    let tex = tex
    return tex.hasSuffix(" ") ? String(tex.dropLast()) : tex
  }
}

extension Node {
  var tex: String {
    switch kind {
    case .letter(let letter): letter.hasPrefix("\\") ? letter + " " : letter
    case .number(let number): number
    case .sign(let sign): sign.hasPrefix("\\") ? sign + " " : sign
    case .name(let name): "\\text{\(name)}"
    case .scripted(let base, let sub, let sup, let primes):
      (base?.tex ?? "") + String(repeating: "'", count: primes) + (sub.map { "_{\($0.tex)}" } ?? "")
        + (sup.map { "^{\($0.tex)}" } ?? "")
    case .dressed(let dress, let inner): "\(dress){\(inner.tex)}"
    default: key
    }
  }
}
