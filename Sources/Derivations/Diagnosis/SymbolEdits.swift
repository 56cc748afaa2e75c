import TeXMath

extension EditGenerator {
  /// Changes of the indices of one symbol.
  mutating func scripts(_ node: Node, _ sub: [Node]?, _ sup: [Node]?, next: Node?) {
    if case .large? = node.base.kind as Node.Kind? {
      bounds(sub, sup)
      return
    }
    let isFunction = isCall(next)
    if sup != nil, isFunction {
      // The prime that became a superscript.
      let start = node.base.range.upperBound
      add(Edit(.prime, start..<max(start, node.range.upperBound), "'" + (sub.map { "_{\(source($0.range))}" } ?? "")))
    }
    for (script, isSuper) in [(sub, false), (sup, true)] {
      guard let script else { continue }
      let items = ScriptItem.items(of: script).filter { !$0.isTransposeMark }
      for item in items {
        guard let first = item.nodes.first else { continue }
        let range = item.nodes.range
        guard item.nodes.allSatisfy(\.isIndexPart) else { continue }
        // One letter for another.
        for inner in item.nodes {
          guard case .letter(let letter) = inner.kind, !inner.isTransposeMark else { continue }
          for other in indexLetters where other != letter { add(Edit(.index, inner.range, other)) }
          add(Edit(.layer, inner.range, "1"))
          for number in 1...max(1, layers) { add(Edit(.layer, range, String(number))) }
        }
        if item.nodes.count == 1 {
          if case .number(let digits) = first.kind, let number = Int(digits), number < 100 {
            add(Edit(.layer, range, String(number + 1)))
            if number > 0 { add(Edit(.layer, range, String(number - 1))) }
          } else if case .letter = first.kind {
            let letter = source(range)
            let open = item.bracket == nil && script.count == 1 && !isBraced(range) ? ("{", "}") : ("", "")
            add(Edit(.layer, range, "\(open.0)\(letter)+1\(open.1)"))
            add(Edit(.layer, range, "\(open.0)\(letter)-1\(open.1)"))
          }
        } else if item.nodes.count == 3 {
          add(Edit(.layer, range, source(first.range)))
          if case .letter = item.nodes[2].kind { add(Edit(.layer, item.nodes[2].range, "1")) }
          let turned = item.nodes[1].bareSign == "+" ? "-" : "+"
          add(Edit(.layer, item.nodes[1].range, turned))
        }
      }
      if !isSuper, items.count == 2, items[0].nodes.count == 1, items[1].nodes.count == 1 {
        add(
          Edit(
            .index,
            [
              Edit.Splice(range: items[0].nodes.range, text: source(items[1].nodes.range)),
              Edit.Splice(range: items[1].nodes.range, text: source(items[0].nodes.range)),
            ]))
      }
    }
    if sup?.last?.isTransposeMark ?? false, let sup {
      if sup.count == 1 {
        add(
          Edit(
            .transpose, node.base.range.upperBound..<node.range.upperBound, sub.map { "_{\(source($0.range))}" } ?? ""))
      } else if let mark = sup.last {
        add(Edit(.transpose, mark.range, ""))
      }
    }
    if let sup, let last = sup.last, !last.isTransposeMark {
      if last.bracketNesting < 0, isBraced(sup.range) {
        // `W^{[l]T}`
        add(Edit(.transpose, last.range.upperBound..<last.range.upperBound, "T"))
      } else {
        add(
          Edit(
            .transpose,
            [
              Edit.Splice(range: node.range.lowerBound..<node.range.lowerBound, text: "("),
              Edit.Splice(range: node.range.upperBound..<node.range.upperBound, text: ")^T"),
            ]))
      }
    }
    if sup == nil, sub != nil { addIndices(node, isMissing: .sup) }
    if sub == nil, sup != nil { addIndices(node, isMissing: .sub) }
  }

  private enum Corner { case sub, sup, both }

  /// Corners that the notation gives a symbol, and the equation does not.
  private mutating func addIndices(_ node: Node, isMissing corner: Corner) {
    let key = PlainNodes.plain([node]).first?.base.key ?? ""
    let undressed = PlainNodes.plain([node]).first?.undressed.base.key ?? ""
    let at = node.range.upperBound
    var proposals: [String] = []
    for entry in scope.entries where entry.pattern.nodes.count == 1 {
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
      if isFunction, KnownFunctions.canonical(word) != nil { add(Edit(.prime, end..<end, "'")) }
    case .letter, .dressed:
      if isFunction { add(Edit(.prime, end..<end, "'")) }
      if case .letter(let letter) = node.kind, !["\\partial", "d", "\\nabla", "e"].contains(letter) {
        exchange(node)
        addIndices(node, isMissing: .both)
      } else if case .dressed = node.kind {
        addIndices(node, isMissing: .both)
      }
      add(Edit(.transpose, end..<end, "^T"))
      add(Edit(.operation, end..<end, "^2"))
    case .scripted(let base?, _, let sup, let primes):
      if isFunction, primes > 0, sup == nil {
        add(Edit(.prime, base.range.upperBound..<end, ""))
      } else if isFunction, primes == 0, sup == nil {
        add(Edit(.prime, base.range.upperBound..<base.range.upperBound, "'"))
      }
      if base.sign == nil { exchange(base) }
      if sup == nil {
        add(Edit(.transpose, end..<end, "^T"))
        if base.sign == nil || base.sign == ")" || base.sign == "]" { add(Edit(.operation, end..<end, "^2")) }
      } else if let sup, sup.count == 1, case .number("2") = sup[0].kind {
        add(Edit(.operation, base.range.upperBound..<end, ""))
      }
    case .sign(")"), .sign("]"), .fenced:
      add(Edit(.transpose, end..<end, "^T"))
      add(Edit(.operation, end..<end, "^2"))
    case .fraction(let above, _) where above.first?.differential != nil:
      add(
        Edit(
          .transpose,
          [
            Edit.Splice(range: node.range.lowerBound..<node.range.lowerBound, text: "("),
            Edit.Splice(range: end..<end, text: ")^T"),
          ]))
    default: break
    }
  }

  /// Whether what stands before `next` is applied to something: `g(z)`, `g \circ z`.
  private func isCall(_ next: Node?) -> Bool {
    next?.sign == "(" || isFencedParenthesis(next) || ["\\circ", "∘"].contains(next?.bareSign ?? "")
  }

  private func isFencedParenthesis(_ node: Node?) -> Bool {
    guard let node, case .fenced("(", _, _) = node.base.kind else { return false }
    return true
  }

  /// Another symbol of the notation in this one's place, or another letter that stands in the link.
  private mutating func exchange(_ base: Node) {
    let key = base.key
    for other in exchangeable where other != key { add(Edit(.node, base.range, other)) }
  }

  private mutating func bounds(_ sub: [Node]?, _ sup: [Node]?) {
    guard let sup else { return }
    let text = source(sup.range)
    add(Edit(.sum, sup.range, text + "-1"))
    add(Edit(.sum, sup.range, text + "+1"))
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

  private func isBraced(_ range: Range<Int>) -> Bool {
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
