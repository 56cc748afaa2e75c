import TeXMath

extension ExpressionParser {
  /// Reads a symbol: what the notation, a `let` or the document binds, a function known by name, or a real variable.
  mutating func symbol() throws(ReadingProblem) -> Expression {
    if let primed = dottedFunction() ?? functionPrimedInCorner() { replaceNext(by: primed) }
    if let place = indexBehindArguments() { moveIndex(from: place) }
    guard let node = next else { throw .damaged("a symbol is missing", nodes.range) }
    let text = separateSymbol
    if let text, let read = known?[text] {
      position += 1
      return read
    }
    if text == nil, let (call, length) = separateCall(node) { return try symbol(node, call, length) }
    let (start, variables) = (position, realVariables)
    let expression = try symbol(node)
    know(expression, asSymbol: text, node, isAlone: position == start + 1 && realVariables == variables)
    return expression
  }

  /// Reads a symbol with what stands in brackets behind it, once.
  private mutating func symbol(
    _ node: Node, _ call: KnownParts.Call, _ length: Int
  ) throws(ReadingProblem) -> Expression {
    if let read = known?[call] {
      position += read.length
      takeVariables(read.realVariables)
      return read.expression
    }
    let start = position
    let (variables, asked) = (realVariables, asksNeighbours)
    (realVariables, asksNeighbours) = ([:], false)
    defer {
      takeVariables(variables)
      asksNeighbours = asksNeighbours || asked
    }
    let expression = try symbol(node)
    know(expression, as: call, from: start, length: length)
    return expression
  }

  private mutating func symbol(_ node: Node) throws(ReadingProblem) -> Expression {
    let start = position
    let finding = scope.lookup(nodes[position...])
    if let probability = conditionalProbability {
      guard case .found(_, let match) = finding, match.length > 1 else {
        throw .unbound(probability.key, probability.range)
      }
    }
    let word = functionWord()
    if case .found(let entry, let match) = finding,
      match.length > (word?.length ?? 1) || word == nil || entry.isDefinedFunction && match.length == word?.length
    {
      if !match.missing.isEmpty, position + 1 < nodes.count, case .number = nodes[position + 1].base.kind,
        let joined = lostIndex()
      {
        return joined
      }
      return try found(finding, start)
    }
    if let word { return try namedFunction(word, start) }
    switch finding {
    case .found: return try found(finding, start)
    case .ambiguous:
      asksNeighbours = true
      let other = scope.lookup(nodes[position...], standingFor: roles(of: node))
      guard case .found = other else { throw ReadingProblem(.ambiguous(node.key), node.range) }
      return try found(other, start)
    case .none:
      if let joined = lostIndex() { return joined }
      return try unbound(node)
    }
  }

  /// The `p(y \mid x)` that stands next.
  private var conditionalProbability: [Node]? {
    guard position + 1 < nodes.count, nodes[position + 1].bareSign == "(", let close = closing(from: position + 1)
    else {
      return nil
    }
    // What stands at the bracket's corner is an exponent of all of it.
    let whole = nodes[position..<close] + [nodes[close].base]
    return Array(whole).isConditionalProbability ? Array(whole) : nil
  }

  /// `\dot\sigma` as `\sigma'` and `\ddot\sigma` as `\sigma''`, where the notation has a function of that name; nil for anything else.
  private func dottedFunction() -> Node? {
    guard let node = next, case .dressed(let dots, let inner) = node.base.kind, inner.count == 1,
      let order = ["\\dot": 1, "\\ddot": 2][dots],
      case .none = scope.lookup(nodes[position...])
    else { return nil }
    let scripts = node.scripts
    let primed = Node(
      .scripted(inner[0], sub: scripts.sub, sup: scripts.sup, primes: scripts.primes + order), node.range)
    guard case .found(let entry, _) = scope.lookup([primed]), entry.isFunction else { return nil }
    return primed
  }

  /// `f_k^{o'}` as `{f_k^o}'`, where the notation has a function `f_k^o`; nil for anything else.
  private func functionPrimedInCorner() -> Node? {
    guard let node = next, let corner = node.scripts.sup, let last = corner.last, last.scripts.primes > 0,
      last.scripts.sub == nil, last.scripts.sup == nil, case .none = scope.lookup(nodes[position...])
    else { return nil }
    let primed = Node(
      .scripted(
        node.base, sub: node.scripts.sub, sup: corner.dropLast() + [last.base],
        primes: node.scripts.primes + last.scripts.primes), node.range)
    guard case .found(let entry, let match) = scope.lookup([primed]), entry.isFunction, match.leftoverSup == nil else {
      return nil
    }
    return primed
  }

  /// `aj^L` where the notation has `a_j^L`, `w5` where it has `w_5`: the mark of an index was lost.
  private mutating func lostIndex() -> Expression? {
    guard position + 1 < nodes.count, case .letter(let letter) = nodes[position].kind,
      let index = nodes[position + 1].base.lostIndex, nodes[position + 1].scripts.sub == nil,
      nodes[position].range.upperBound == nodes[position + 1].range.lowerBound
    else { return nil }
    let (symbol, corner) = (nodes[position], nodes[position + 1])
    let joined = Node(
      .scripted(symbol, sub: [corner.base], sup: corner.scripts.sup, primes: corner.scripts.primes),
      symbol.range.lowerBound..<corner.range.upperBound)
    guard case .found(let entry, let match) = scope.lookup([joined]), entry.isNotation, match.missing.isEmpty,
      let value = try? inner([joined])
    else { return nil }
    notes.append("`\(letter)\(index)` read as `\(letter)_\(index)`")
    position += 2
    return value
  }

  // MARK: Bound symbols

  private mutating func found(_ finding: Scope.Finding, _ start: Int) throws(ReadingProblem) -> Expression {
    guard case .found(let entry, var match) = finding else { throw problem(at: nodes[start]) }
    position += match.length
    let range = range(from: start)
    switch entry.value {
    case .meaning(let meaning) where meaning.quantity == .chainProduct && next?.bareSign == "(":
      // `\operatorname{prod}(A, B)`
      if let values = try arguments(), values.count > 1 {
        let factors = values.map { Expression.Factor(binding: .juxtaposition, value: $0) }
        return Expression(.product(factors), self.range(from: start))
      }
      throw .unsupported(.fact(.operatorAsSymbol), range)
    case .meaning(let meaning):
      if meaning.isFunction { return try function(meaning, match, start) }
      if meaning.isValueAtInput, match.length == 1, isEntryElsewhere(behind: nodes[start]) {
        throw .unsupported(.fact(.quantityElsewhere), self.range(from: start))
      }
      var use = try use(of: meaning, entry.pattern, match, range)
      if meaning.isOfTraining, use.step == nil { use.step = stepArgument() ?? writtenStep(of: &match, meaning) }
      if use.example == nil { use.example = try writtenExample(of: &match, meaning) }
      if meaning.isCost, match.leftoverPrimes > 0 {
        return try derivative(ofCost: Expression(.quantity(use), range), match.leftoverPrimes, start)
      }
      if meaning.isCost {
        try takeArguments(of: &use)
      } else if !skipInputs(of: &use) {
        skipUnboundArguments()
      }
      var value = Expression(.quantity(use), range)
      if meaning.offset != 0 {
        let number = Expression(.number("\(meaning.offset.magnitude)"), range)
        value = Expression(
          .sum([.init(isNegative: false, value: value), .init(isNegative: meaning.offset < 0, value: number)]), range)
      }
      let isNegative = meaning.isThreshold || meaning.isNegated
      return try corners(isNegative ? Expression(.negative(value), range) : value, match, range)
    case .variable(let variable):
      return try corners(Expression(.variable(variable), range), match, range)
    case .index(let letter): return try corners(Expression(.index(letter), range), match, range)
    case .parameter(let number):
      return try corners(Expression(.parameter(number), range), match, range)
    case .definition(let definition):
      return try use(of: definition, match, start)
    }
  }

  /// `C'(a)`: the derivative of a cost by its argument.
  private mutating func derivative(
    ofCost cost: Expression, _ primes: Int, _ start: Int
  ) throws(ReadingProblem) -> Expression {
    let name = nodes[start].key
    guard let arguments = try arguments(), arguments.count == 1 else { throw .unbound(name, cost.range) }
    let denominators = Array(repeating: arguments[0], count: primes)
    return Expression(
      .derivative(Derivative(numerator: cost, denominators: denominators, isOrdinary: false)), range(from: start))
  }

  /// The scripts that the pattern of a symbol does not have.
  private func corners(
    _ value: Expression, _ match: SymbolPattern.Match, _ range: Range<Int>
  ) throws(ReadingProblem) -> Expression {
    var value = value
    for _ in 0..<match.leftoverPrimes {
      // Behind the brackets of `h^{(k)}(x)'` it is that of a whole vector.
      let last = nodes[max(0, position - 1)]
      guard last.base.sign == ")", let primed = value.primed else { throw .unbound(last.key, range) }
      value = primed
    }
    // `W_{ij}^T` is printed as `W^T_{ij}` is: an entry of the transpose.
    let isTransposedFirst = match.isTransposed || match.leftoverSup.map { $0.allSatisfy(\.isTransposeMark) } ?? false
    if isTransposedFirst, let sub = match.leftoverSub {
      return try entry(of: Expression(.transposed(value), range), sub, range)
    }
    if let sub = match.leftoverSub { value = try entry(of: value, sub, range) }
    if match.isTransposed { value = value.transposingIndices ?? Expression(.transposed(value), range) }
    if let sup = match.leftoverSup {
      if isTransposedFirst, let exchanged = value.transposingIndices { return exchanged }
      value = try raised(value, to: sup, range)
    }
    return value
  }

  private mutating func use(
    of meaning: SymbolMeaning, _ pattern: SymbolPattern, _ match: SymbolPattern.Match, _ range: Range<Int>
  ) throws(ReadingProblem) -> QuantityUse {
    func index(_ index: SymbolMeaning.Index?) throws(ReadingProblem) -> IndexExpression? {
      switch index {
      case nil: return nil
      case .number(let number)?: return IndexExpression(constant: number)
      case .name(let name)?: return IndexExpression(letter: LayerLetter.named(name))
      case .letter(let letter, let plus)?:
        if let nodes = match.indices[letter] {
          guard let written = try self.index(nodes) else {
            throw .unsupported(.written(nodes.key, .asIndex), nodes.range)
          }
          return written.plus(plus)
        }
        return match.missing.contains(letter) ? nil : IndexExpression(letter: letter, plus: plus)
      }
    }
    var use = QuantityUse(meaning: meaning, tex: nodes[(position - match.length)..<position].map(\.key).joined())
    use.layer = try index(meaning.layer)
    use.unit = try index(meaning.unit)
    use.from = try index(meaning.from)
    use.example = try index(meaning.example)
    if case .letter(let letter, _)? = meaning.step, match.indices[letter] != nil { use.step = try index(meaning.step) }
    if case .letter(let unit, _)? = meaning.unit, case .letter(let from, _)? = meaning.from {
      use.isFromFirst = pattern.letterOrder(from, isBefore: unit)
    } else {
      use.isFromFirst = meaning.isRowsFrom
    }
    switch meaning.quantity {
    case .derivative(let above, let below): use.operands = [try operand(above, match), try operand(below, match)]
    case .step(let of), .afterStep(let of), .accumulator(_, let of), .row(_, let of), .column(_, let of):
      use.operands = [try operand(of, match)]
    case .anyWeight: use.everyLayer = LayerLetter.every("weight")
    case .anyBias: use.everyLayer = LayerLetter.every("bias")
    case .anyParameter: use.everyLayer = LayerLetter.every("parameter")
    case .exampleLetter: throw .unsupported(.written(use.tex, .inExpression), range)
    case .unsupported(let name): throw .unsupported(.noun(name), range)
    case .unread: throw .unbound(use.tex, range)
    case .kronecker: break
    case .elementwiseProduct, .matrixProduct, .chainProduct: throw .unsupported(.fact(.operatorAsSymbol), range)
    case .layerName: throw .unbound(use.tex, range)
    default: break
    }
    return use
  }

  /// What a sentence says about another symbol, with the indices of this use.
  private mutating func operand(
    _ nodes: [Node], _ match: SymbolPattern.Match
  ) throws(ReadingProblem) -> Expression {
    try inner(PlainNodes.plain(nodes).renaming(match.indices)[...])
  }
}

extension Expression {
  /// A weight with both indices as that entry of the transposed matrix: `w^T_{jk}` is `w_{kj}`.
  fileprivate var transposingIndices: Expression? {
    guard case .quantity(var use) = kind, case .weight = use.meaning.quantity, let unit = use.unit, let from = use.from,
      unit.literal == nil || from.literal == nil
    else { return nil }
    (use.unit, use.from) = (from, unit)
    return Expression(.quantity(use), range)
  }
}

extension Node {
  /// What may be an index whose mark was lost: a letter or a whole number.
  var lostIndex: String? {
    switch kind {
    case .letter(let letter) where letter.count == 1: letter
    case .number(let digits) where !digits.contains("."): digits
    default: nil
    }
  }
}

extension String {
  var isGreek: Bool {
    [
      "\\alpha", "\\beta", "\\gamma", "\\delta", "\\epsilon", "\\varepsilon", "\\zeta", "\\eta", "\\theta", "\\iota",
      "\\kappa", "\\lambda", "\\mu", "\\nu", "\\xi", "\\rho", "\\sigma", "\\tau", "\\phi", "\\varphi", "\\chi", "\\psi",
      "\\omega", "\\Theta", "\\Phi", "\\Psi", "\\Omega", "\\ell",
    ].contains(self)
  }
}

extension SymbolPattern {
  /// Whether one index letter stands before another among the subscripts.
  func letterOrder(_ first: String, isBefore second: String) -> Bool {
    let key = nodes.compactMap { $0.scripts.sub }.flatMap(ScriptItem.items(of:)).compactMap(\.letter)
    guard let a = key.firstIndex(of: first), let b = key.firstIndex(of: second) else { return false }
    return a < b
  }
}

/// Letters that stand for layers by their names, and for each layer in turn.
enum LayerLetter {
  /// What a sentence says of the activation function of all hidden layers.
  static let hiddenLayers = "hidden-layers"

  static func named(_ name: String) -> String { "layer " + name }
  static func every(_ what: String) -> String { "every " + what }
  static func name(_ letter: String) -> String? {
    letter.hasPrefix("layer ") ? String(letter.dropFirst("layer ".count)) : nil
  }
  static func isEvery(_ letter: String) -> Bool { letter.hasPrefix("every ") }
}
