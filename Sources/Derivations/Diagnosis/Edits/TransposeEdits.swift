import TeXMath

/// Transposes added and dropped, in the spelling of the document.
extension EditGenerator {
  /// A symbol, bracket or fraction with a transpose.
  mutating func addTranspose(_ node: Node) {
    guard !isNumber(node) else { return }
    let end = node.range.upperBound
    guard let sup = node.scripts.sup, let last = sup.last else {
      if case .fraction = node.kind {
        add(Edit(.transpose, wrapping(node.range, spelling.transposeOfScripted.brackets)))
      } else {
        add(Edit(.transpose, end..<end, spelling.transposeScript))
      }
      return
    }
    guard !last.isTransposeMark else { return }
    if writesTransposeInScript(sup) {
      // `W^{[l]T}`
      add(Edit(.transpose, last.range.upperBound..<last.range.upperBound, spelling.transposeMark))
    } else if spelling.transposeOfScripted == .braces {
      add(Edit(.transpose, wrapping(node.range, ("{", "}"))))
    } else {
      add(Edit(.transpose, wrapping(node.range, spelling.transposeOfScripted.brackets)))
    }
  }

  /// Whether the notation says that a symbol is one number.
  private func isNumber(_ node: Node) -> Bool {
    guard node.base.isSymbolLetter, case .found(let entry, let match) = scope.lookup(PlainNodes.plain([node])[...]),
      // Without its indices it is all of them.
      match.missing.isEmpty, case .meaning(let meaning) = entry.value
    else { return false }
    switch meaning.quantity {
    case .weight: return meaning.unit != nil && meaning.from != nil
    case .activation, .weightedInput, .product, .error, .bias, .input, .target, .prediction:
      return meaning.unit != nil && meaning.examples == nil
    case .learningRate, .regularization, .exampleCount, .layerCount, .unitCount, .inputCount, .outputCount: return true
    default: return meaning.isCost
    }
  }

  private func wrapping(_ range: Range<Int>, _ brackets: (String, String)) -> [Edit.Splice] {
    [
      Edit.Splice(range: range.lowerBound..<range.lowerBound, text: brackets.0),
      Edit.Splice(range: range.upperBound..<range.upperBound, text: brackets.1 + spelling.transposeScript),
    ]
  }

  /// Whether the mark goes behind what a superscript has already: never behind a bare letter, where it might be taken
  /// for another index, unless the document does so.
  func writesTransposeInScript(_ sup: [Node]) -> Bool {
    guard isBraced(sup.range) else { return false }
    return switch spelling.transposeOfScripted {
    case .script: true
    case nil: (sup.last?.bracketNesting ?? 0) < 0
    case .brackets, .braces: false
    }
  }

  mutating func dropTranspose(_ node: Node) {
    let (sub, sup) = (node.scripts.sub, node.scripts.sup)
    guard let sup, let mark = sup.last, mark.isTransposeMark else { return }
    if sup.count > 1 {
      add(Edit(.transpose, mark.range, ""))
    } else if node.base.bracketNesting == 0, [node].soleSymbolInBrackets == nil {
      let kept = sub.map { "_{\(source($0.range))}" } ?? ""
      add(Edit(.transpose, node.base.range.upperBound..<node.range.upperBound, kept))
    }
  }

  /// `(w^l)^T` without the transpose, which alone wanted the brackets; `(A B)^T` as `(A B)`.
  mutating func dropTranspose(ofBrackets nodes: [Node], at place: Int) {
    let close = nodes[place].bracketNesting > 0 ? ScriptItem.closing(of: place, in: nodes) : place
    guard close < nodes.count, nodes[close].scripts.sup?.count == 1,
      nodes[close].scripts.sup?[0].isTransposeMark ?? false
    else { return }
    if let inner = Array(nodes[place...close]).soleSymbolInBrackets {
      add(Edit(.transpose, nodes[place].range.lowerBound..<nodes[close].range.upperBound, source(inner)))
    } else if close > place {
      add(Edit(.transpose, nodes[close].base.range.upperBound..<nodes[close].range.upperBound, ""))
    }
  }

  /// A factor's text with a transpose more, or one less.
  func transposed(_ factor: [Node]) -> String {
    guard let last = factor.last else { return "" }
    let text = source(factor.range)
    if factor.isTransposed, let sup = last.scripts.sup {
      if sup.count == 1, let inner = factor.soleSymbolInBrackets { return source(inner) }
      let start = factor.range.lowerBound
      if sup.count == 1 {
        let end = last.scripts.sub?.range.upperBound ?? last.base.range.upperBound
        // A subscript in braces ends with one.
        let isBraced = last.scripts.sub != nil && source(end..<(end + 1)) == "}"
        let isBefore = (last.scripts.sub?.range.lowerBound ?? 0) < sup.range.lowerBound
        if isBefore { return source(start..<(isBraced ? end + 1 : end)) }
        return source(start..<last.base.range.upperBound) + "_{\(source(last.scripts.sub?.range ?? 0..<0))}"
      }
      if let mark = sup.last {
        return source(start..<mark.range.lowerBound) + source(mark.range.upperBound..<factor.range.upperBound)
      }
    }
    if case .fraction = last.kind { return bracketed(text) }
    if factor[0].isNabla { return bracketed(text) }
    guard let sup = last.scripts.sup else { return text + spelling.transposeScript }
    if factor.count == 1, let end = sup.last?.range.upperBound, writesTransposeInScript(sup) {
      let start = factor.range.lowerBound
      return source(start..<end) + spelling.transposeMark + source(end..<factor.range.upperBound)
    }
    return spelling.transposeOfScripted == .braces ? "{\(text)}\(spelling.transposeScript)" : bracketed(text)
  }

  /// A symbol of the notation with a transpose.
  func transposed(_ tex: String, hasSuperscript: Bool) -> String {
    guard hasSuperscript else { return tex + spelling.transposeScript }
    return spelling.transposeOfScripted == .braces ? "{\(tex)}\(spelling.transposeScript)" : bracketed(tex)
  }

  private func bracketed(_ text: String) -> String {
    let brackets = spelling.transposeOfScripted.brackets
    return brackets.0 + text + brackets.1 + spelling.transposeScript
  }
}

extension Spelling.TransposeOfScripted? {
  fileprivate var brackets: (String, String) {
    if case .brackets(let left, let right) = self { (left, right) } else { ("(", ")") }
  }
}

extension [Node] {
  /// Whether the factor ends with the mark of a transpose.
  fileprivate var isTransposed: Bool { last?.scripts.sup?.last?.isTransposeMark ?? false }

  /// The place of the symbol that brackets hold and nothing else: of the `w^l` of `(w^l)^T`, the `dZ` of `(dZ)^T`.
  var soleSymbolInBrackets: Range<Int>? {
    var inner: [Node] = []
    if count > 2, self[0].bracketNesting == 1, last?.bracketNesting == -1 {
      inner = Array(dropFirst().dropLast())
    } else if count == 1 {
      switch self[0].base.kind {
      case .fenced(_, let nodes, _), .group(let nodes): inner = nodes
      default: return nil
      }
    }
    let isDifferential = inner.count == 2 && inner[0].key == "d" && inner[1].base.isSymbolLetter
    return inner.count == 1 || isDifferential ? inner.range : nil
  }
}
