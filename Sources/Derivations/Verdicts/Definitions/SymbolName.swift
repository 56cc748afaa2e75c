import TeXMath

/// A symbol that stands alone, as the left side of a definition does: with its indices, and with parameters where it is
/// a function.
struct SymbolName {
  var symbol: [Node]
  var parameters: [[Node]]
  /// Letters that stand between brackets behind it, and are indices there.
  private var bracketed: [String] = []

  /// The name of what a body defines. Where `d_j(n)` has an index between brackets, the `e_j(n)` of
  /// `e_j(n) = d_j(n) - y_j(n)` has one, too, and is no function.
  init?(_ nodes: [Node], definedAs body: [Node], in scope: Scope) {
    self.init(nodes)
    let body = PlainNodes.plain(body)
    if !parameters.isEmpty, parameters.allSatisfy({ scope.isUnbound($0) && !body.mentions($0) }) {
      // `J(\theta) = \sum_k \beta_k^2` is no function of a letter.
      parameters = []
      return
    }
    guard !parameters.isEmpty, parameters.allSatisfy({ scope.hasAsIndex($0.key, body) }) else { return }
    bracketed = parameters.map(\.key)
    parameters = []
    symbol = PlainNodes.plain(nodes)
  }

  init?(_ nodes: [Node]) {
    let plain = PlainNodes.plain(nodes)
    var head = plain[...]
    parameters = []
    if plain.isConditionalProbability {
      symbol = plain
      return
    }
    if head.last?.bareSign == ")", let open = head.lastIndex(where: { $0.bareSign == "(" }), open > head.startIndex {
      let inner = head[(open + 1)..<(head.endIndex - 1)]
      let parts = ExpressionParser.parts(of: inner).map(Array.init)
      guard parts.allSatisfy({ part in part.count == 1 && part[0].isNameNode }) else { return nil }
      parameters = parts
      head = head[..<open]
    }
    guard !head.isEmpty, head.count <= 12 else { return nil }
    let isNumbered = head.count > 2 && head.dropLast().allSatisfy(\.isLatinLetter)
    let names = head.enumerated().filter { place, node in
      node.isNameNode || place == 0 && head.count == 2 && node.key == "\\nabla"
        // `ReLU6`
        || isNumbered && place == head.count - 1 && node.base.isNumber
    }
    guard names.count == head.count else { return nil }
    if head.count > 1 {
      // A word in letters, or `\Delta x`, or `dW`; with `\_` between words, also `\delta\_in`.
      let hasLine = head.contains { $0.key == "\\_" }
      let isWord = head.dropLast().allSatisfy { $0.isLatinLetter || hasLine && $0.isBareLetter }
      let first = head[head.startIndex].base.key
      guard isWord || ["\\Delta", "d", "\\nabla"].contains(first) && head.count == 2 else { return nil }
    }
    if let sup = head.last?.scripts.sup, sup.count == 1, sup[0].isTransposeMark { return nil }
    symbol = Array(head)
  }

  /// Whether it is written with several letters or words, apart from an index between brackets.
  var isOfSeveral: Bool { bracketed.isEmpty ? symbol.count > 1 : symbol[1].bareSign != "(" }

  /// Whether it is that of a conditional probability, `p(y \mid x)`.
  var isConditional: Bool { symbol.isConditionalProbability }

  /// The letters among its indices that the body uses, too: they stand for any index, but those that are one number in the
  /// notation, as the L of `\delta^L`.
  func variables(in body: [Node], _ scope: Scope) -> Set<String> {
    let scripts = symbol.flatMap { node in (node.scripts.sub ?? []) + (node.scripts.sup ?? []) }
    let letters = ScriptItem.items(of: scripts).compactMap(\.letter)
    let used = body.scriptLetters.union(body.lettersOfConditions)
    let constants = Set(scope.indexConstants.map(\.letter))
    return Set(
      letters.filter { used.contains($0) && !constants.contains($0) && !scope.namesOnly($0, in: body) }
    ).union(bracketed)
  }
}

extension [Node] {
  /// What probabilities are written with; a cost may have a bar among its arguments, too.
  private static var probabilities: Set<String> {
    ["p", "P", "q", "Q", "\\Pr", "\\text{Pr}", "\\text{Prob}", "\\mathbb{P}", "\\mathbb{p}", "\\mathcal{P}"]
  }

  /// Whether they are a letter or word and brackets with a bar in them, `p(y \mid x; w)`: one symbol, for nothing
  /// multiplies what has a bar in the middle.
  var isConditionalProbability: Bool {
    guard count > 4, Self.probabilities.contains(self[0].undressed.base.key), self[1].bareSign == "(",
      ScriptItem.closing(of: 1, in: self) == count - 1,
      self[count - 1].bareSign == ")"
    else { return false }
    var level = 0
    var bars = 0
    for node in self[2..<(count - 1)] {
      level += node.bracketNesting
      if level == 0, ["|", "\\mid"].contains(node.sign ?? "") { bars += 1 }
    }
    return bars == 1
  }

  /// Whether a symbol stands anywhere among the nodes or at their corners.
  fileprivate func mentions(_ symbol: [Node]) -> Bool {
    guard let key = symbol.first?.undressed.base.key else { return false }
    return contains { node in
      let scripts = node.scripts
      return node.undressed.base.key == key || node.parts.contains { $0.mentions(symbol) }
        || [scripts.sub, scripts.sup].contains { $0?.mentions(symbol) ?? false }
    }
  }
}

extension Scope {
  /// Whether a letter stands in a body as the initial of a layer alone: the o of `Z_o` and `W_o`, where sentences say that
  /// these belong to the output layer.
  fileprivate func namesOnly(_ letter: String, in body: [Node]) -> Bool {
    var (isMet, isIndex) = (false, false)
    body.forEachRun { run in
      for (place, node) in run.enumerated() {
        let scripts = node.scripts
        guard [scripts.sub, scripts.sup].contains(where: { $0?.hasLetter(letter) ?? false }) else { continue }
        if case .found(let entry, let match) = lookup(run[place...]), entry.isNotation, match.length == 1,
          case .meaning(let meaning) = entry.value, case .name(let layer)? = meaning.layer, layer.hasPrefix(letter),
          !(match.indices.values + [match.leftoverSub, match.leftoverSup].compactMap(\.self)).contains(where: {
            $0.hasLetter(letter)
          })
        {
          isMet = true
        } else {
          isIndex = true
        }
      }
    }
    return isMet && !isIndex
  }

  fileprivate func isUnbound(_ symbol: [Node]) -> Bool {
    if case .none = lookup(symbol[...]) { true } else { false }
  }

  /// Whether a letter stands somewhere in a body, and everywhere as the index between brackets that a sentence has there.
  fileprivate func hasAsIndex(_ letter: String, _ body: [Node]) -> Bool {
    guard bracketedIndices.contains(letter) else { return false }
    var isMet = false
    func isIndex(_ nodes: [Node]) -> Bool {
      for (place, node) in nodes.enumerated() {
        if node.base.key == letter {
          guard place > 1, place + 1 < nodes.count, nodes[place - 1].bareSign == "(",
            nodes[place + 1].bracketNesting < 0,
            case .found(_, let match) = lookup(nodes[(place - 2)...]), match.length > 3
          else { return false }
          isMet = true
        }
        guard node.parts.allSatisfy(isIndex) else { return false }
      }
      return true
    }
    return isIndex(body) && isMet
  }
}

extension Node {
  /// What stands in it, apart from its corners.
  var parts: [[Node]] {
    switch kind {
    case .scripted(let base?, _, _, _): base.parts
    case .fraction(let above, let below): [above, below]
    case .root(let inner, _), .group(let inner), .dressed(_, let inner), .fenced(_, let inner, _): [inner]
    case .environment(_, let rows): rows.flatMap(\.cells)
    default: []
    }
  }

  fileprivate var isNameNode: Bool {
    switch base.kind {
    case .letter(let letter): letter != "\\partial" && letter != "\\nabla"
    case .name: true
    // `1_m`
    case .number: scripts.sub?.contains { $0.isBareLetter } ?? false
    case .dressed(_, let inner): inner.count == 1
    default: false
    }
  }
  fileprivate var isLatinLetter: Bool {
    if case .letter(let letter) = kind { letter.count == 1 } else { false }
  }
}

extension [Node] {
  /// The letters that stand as indices anywhere among the nodes.
  var scriptLetters: Set<String> {
    var found: Set<String> = []
    func letters(_ nodes: [Node]) {
      for node in nodes {
        if case .letter(let letter) = node.kind { found.insert(letter) }
        walk([node])
        if case .scripted(let base?, _, _, _) = node.kind { letters([base]) }
      }
    }
    func walk(_ nodes: [Node]) {
      for node in nodes {
        switch node.kind {
        case .scripted(let base, let sub, let sup, _):
          if let base { walk([base]) }
          letters(sub ?? [])
          letters(sup ?? [])
        case .fraction(let a, let b):
          walk(a)
          walk(b)
        case .root(let inner, _), .group(let inner), .dressed(_, let inner), .fenced(_, let inner, _): walk(inner)
        case .environment(_, let rows): for row in rows { for cell in row.cells { walk(cell) } }
        default: break
        }
      }
    }
    walk(self)
    // `\text{cost}(i)`: an index between brackets.
    return found
  }
}
