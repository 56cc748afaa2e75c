import TeXMath

extension ExpressionParser {
  /// Reads a symbol: what the notation, a `let` or the document binds, a function known by name, or a real variable.
  mutating func symbol() throws(ReadingProblem) -> Expression {
    if let primed = dottedFunction() { replaceNext(by: primed) }
    guard let node = next else { throw .damaged("a symbol is missing", nodes.range) }
    let start = position
    let finding = scope.lookup(nodes[position...])
    let word = functionWord()
    if case .found(_, let match) = finding, match.length > (word?.length ?? 1) || word == nil {
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
    case .ambiguous: throw ReadingProblem(.ambiguous(node.key), node.range)
    case .none:
      if let joined = lostIndex() { return joined }
      return try unbound(node)
    }
  }

  /// `\dot\sigma` as `\sigma'`, where the notation has a function of that name; nil for anything else.
  private func dottedFunction() -> Node? {
    guard let node = next, case .dressed("\\dot", let inner) = node.base.kind, inner.count == 1,
      case .none = scope.lookup(nodes[position...])
    else { return nil }
    let scripts = node.scripts
    let primed = Node(.scripted(inner[0], sub: scripts.sub, sup: scripts.sup, primes: scripts.primes + 1), node.range)
    guard case .found(let entry, _) = scope.lookup([primed]), entry.isFunction else { return nil }
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
    guard case .found(let entry, let match) = finding else { throw problem(at: nodes[start]) }
    position += match.length
    let range = range(from: start)
    switch entry.value {
    case .meaning(let meaning):
      if meaning.isFunction { return try function(meaning, match, start) }
      let use = try use(of: meaning, entry.pattern, match, range)
      if meaning.isCost, match.leftoverPrimes > 0 {
        return try derivative(ofCost: Expression(.quantity(use), range), match.leftoverPrimes, start)
      }
      if meaning.isCost { skipArguments() }
      return try corners(Expression(.quantity(use), range), match, range)
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
    guard match.leftoverPrimes == 0 else { throw .unbound(nodes[max(0, position - 1)].key, range) }
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

  /// `E(w)`, `J(W, b)`, `E(z_1, \dots, z_n)`: of a cost, brackets with nothing but names in them are its arguments.
  private mutating func skipArguments() {
    guard next?.bareSign == "(", let close = closing(from: position) else { return }
    let isList = Self.parts(of: nodes[(position + 1)..<close]).allSatisfy { part in
      !part.isEmpty && part.count <= 4
        && part.allSatisfy { $0.isNamePart || $0.bareSign.map(Words.dots.contains) ?? false }
    }
    if isList { position = close + 1 }
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
          guard let written = IndexExpression(nodes) else { throw .unsupported("this index", nodes.range) }
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
    if case .letter(let unit, _)? = meaning.unit, case .letter(let from, _)? = meaning.from {
      use.isFromFirst = pattern.letterOrder(from, isBefore: unit)
    } else {
      use.isFromFirst = meaning.isRowsFrom
    }
    switch meaning.quantity {
    case .derivative(let above, let below): use.operands = [try operand(above, match), try operand(below, match)]
    case .step(let of), .afterStep(let of), .accumulator(_, let of), .row(_, let of), .column(_, let of):
      use.operands = [try operand(of, match)]
    case .anyWeight, .anyBias: use.everyLayer = LayerLetter.every(meaning.quantity == .anyWeight ? "weight" : "bias")
    case .exampleLetter: throw .unsupported("`\(use.tex)` in an expression", range)
    case .unsupported(let name): throw .unsupported("the \(name)", range)
    case .kronecker: break
    case .elementwiseProduct, .matrixProduct, .chainProduct: throw .unsupported("an operator here", range)
    case .layerName: throw .unbound(use.tex, range)
    default: break
    }
    return use
  }

  /// What a sentence says about another symbol, with the indices of this use.
  private mutating func operand(
    _ nodes: [Node], _ match: SymbolPattern.Match
  ) throws(ReadingProblem) -> Expression {
    try inner(nodes.renaming(match.indices)[...])
  }

  // MARK: Functions

  private mutating func function(
    _ meaning: SymbolMeaning, _ match: SymbolPattern.Match, _ start: Int
  ) throws(ReadingProblem) -> Expression {
    var layer: IndexExpression?
    switch meaning.layer {
    case .name(let name)?: layer = IndexExpression(letter: LayerLetter.named(name))
    case .number(let number)?: layer = IndexExpression(constant: number)
    case .letter(let letter, let plus)?:
      layer = match.indices[letter].flatMap { IndexExpression($0) }?.plus(plus)
    case nil: break
    }
    var power: [Node]?
    if let sup = match.leftoverSup {
      // `\sigma^2(z)` is a square, `\sigma^l(z)` the function of a layer.
      let items = ScriptItem.items(of: sup)
      if items.count == 1, let index = IndexExpression(items[0].nodes), index.literal == nil || items[0].bracket != nil
      {
        layer = layer ?? index
      } else {
        power = sup
      }
    }
    if let sub = match.leftoverSub {
      let items = ScriptItem.items(of: sub)
      if items.count == 1, let index = IndexExpression(items[0].nodes) { layer = layer ?? index }
    }
    var primes = match.leftoverPrimes
    if layer == nil, case .activationFunction = meaning.quantity, let written = layerInBrackets() {
      (layer, primes) = (written.layer, primes + written.primes)
    }
    let use: FunctionUse
    switch meaning.quantity {
    case .activationFunction: use = .activation(layer: layer, primes: primes)
    case .namedFunction(let name): use = .named(name, primes: primes)
    case .lossFunction: use = .loss
    case .networkFunction: use = .network
    default: use = .trace
    }
    let value = try call(use, power, start)
    guard case .network = use, let unit = try unit(of: meaning, match) else { return value }
    return Expression(.entry(value, [unit]), value.range)
  }

  /// The unit that a function of the network's inputs has as an index: the k of `f_k(x)`.
  private func unit(
    of meaning: SymbolMeaning, _ match: SymbolPattern.Match
  ) throws(ReadingProblem) -> IndexExpression? {
    switch meaning.unit {
    case .number(let number)?: return IndexExpression(constant: number)
    case .letter(let letter, let plus)?:
      guard let nodes = match.indices[letter] else { return nil }
      guard let index = IndexExpression(nodes) else { throw .unsupported("this index", nodes.range) }
      return index.plus(plus)
    case .name?, nil: return nil
    }
  }

  /// `g[1]'(z)`: an index between square brackets before the argument is that of the layer.
  private mutating func layerInBrackets() -> (layer: IndexExpression, primes: Int)? {
    guard next?.bareSign == "[", let close = closing(from: position), close + 1 < nodes.count,
      nodes[close + 1].bareSign == "(", nodes[close].scripts.sub == nil, nodes[close].scripts.sup == nil,
      let layer = IndexExpression(Array(nodes[(position + 1)..<close]))
    else { return nil }
    position = close + 1
    return (layer, nodes[close].scripts.primes)
  }

  /// - Parameter isByName: whether it is known by its name, as `\tanh` is, and not a symbol of the notation
  private mutating func call(
    _ use: FunctionUse, _ power: [Node]?, _ start: Int, isByName: Bool = false
  ) throws(ReadingProblem) -> Expression {
    guard let arguments = try arguments() else {
      if let next, next.bareSign == "(" { throw .damaged("`(` is not closed", next.range) }
      // A loss without its arguments is its value.
      if case .loss = use, power == nil {
        let range = range(from: start)
        return Expression(.quantity(QuantityUse(meaning: SymbolMeaning(.exampleLoss), tex: nodes[start].key)), range)
      }
      if isDifferentiated, next == nil, power == nil, position - start == nodes.count {
        return Expression(.function(use, []), range(from: start))
      }
      // `g \circ Z`: the function of what stands behind.
      if next?.bareSign == "\\circ", position + 1 < nodes.count {
        position += 1
        let argument = try factor()
        return try raised(function: Expression(.function(use, [argument]), range(from: start)), to: power)
      }
      // `\tanh x`, `\log y_i`: the factor that follows.
      guard isByName || use.takesBareArgument, next != nil, next?.bareSign.map({ ["|", "\\|"].contains($0) }) ?? true
      else {
        throw .unsupported("a function without its argument", range(from: start))
      }
      isArgument = true
      let argument = try factor()
      isArgument = false
      if case .variable(let variable) = argument.kind, realVariables[variable.name] != nil {
        realVariables[variable.name] = true
      }
      return try raised(function: Expression(.function(use, [argument]), range(from: start)), to: power)
    }
    let closing = nodes[position - 1]
    var value = Expression(.function(use, arguments), range(from: start))
    value = try scripted(value, closing, start)
    return try raised(function: value, to: power)
  }

  /// `\sin^2 x`; but `f^{-1}(x)` is the inverse function, and not one over the value.
  func raised(function value: Expression, to power: [Node]?) throws(ReadingProblem) -> Expression {
    guard let power else { return value }
    guard power.key != "- 1" else { throw .unsupported("an inverse", power.range) }
    return try raised(value, to: power, value.range)
  }

  private struct Word {
    var name: String
    var length: Int
    var primes: Int
    var power: [Node]?
    var sub: [Node]?
  }

  /// A function known by its name: `\log`, `\text{relu}`, `relu(`, `max(`.
  private func functionWord() -> Word? {
    guard let node = next else { return nil }
    if case .name(let name) = node.base.kind {
      guard let known = KnownFunctions.canonical(name) else { return nil }
      return Word(
        name: known, length: 1, primes: node.scripts.primes, power: node.scripts.sup, sub: node.scripts.sub)
    }
    // A run of letters before a bracket.
    var letters = ""
    var index = position
    while index < nodes.count, case .letter(let letter) = nodes[index].base.kind, letter.count == 1 {
      letters += letter
      let isScripted = !nodes[index].isBareLetter
      index += 1
      if isScripted { break }
    }
    guard index < nodes.count, nodes[index].bareSign == "(", letters.count > 1,
      let known = KnownFunctions.canonical(letters)
    else { return runTogether(letters) }
    let last = nodes[index - 1].scripts
    return Word(name: known, length: letters.count, primes: last.primes, power: last.sup, sub: last.sub)
  }

  /// `tanhx`: a function of one letter, written without a space.
  private func runTogether(_ letters: String) -> Word? {
    for name in ["sinh", "cosh", "tanh", "exp", "log", "sin", "cos", "tan"]
    where letters.count == name.count + 1 && letters.hasPrefix(name) {
      let end = position + name.count
      guard nodes[position..<end].allSatisfy(\.isBareLetter),
        nodes[position].range.lowerBound + letters.utf8.count == nodes[end].base.range.upperBound
      else { return nil }
      return Word(name: name, length: name.count, primes: 0, power: nil, sub: nil)
    }
    return nil
  }

  private mutating func namedFunction(_ word: Word, _ start: Int) throws(ReadingProblem) -> Expression {
    if word.name == "max" || word.name == "min" {
      position += word.length
      guard let values = try arguments() else {
        throw .unsupported("`\(word.name)` without its arguments", range(from: start))
      }
      return Expression(.function(word.name == "max" ? .maximum : .minimum, values), range(from: start))
    }
    position += word.length
    let use: FunctionUse
    switch word.name {
    case "tr": use = .trace
    case "diag": use = .diagonal
    default:
      use =
        KnownFunctions.elementary.contains(word.name)
        ? .elementary(word.name, primes: word.primes) : .named(word.name, primes: word.primes)
    }
    if let sub = word.sub, !(word.name == "log" && sub.key == "e") {
      throw .unsupported("`\(word.name)` with an index", sub.range)
    }
    return try call(use, word.power, start, isByName: true)
  }

  // MARK: Symbols that nothing binds

  private mutating func unbound(_ node: Node) throws(ReadingProblem) -> Expression {
    guard case .letter(let letter) = node.base.kind else {
      if case .name(let name) = node.kind, ["const", "constant"].contains(name) {
        position += 1
        return Expression(.unnamedConstant, node.range)
      }
      if case .dressed = node.base.kind { throw .unbound(node.key, node.range) }
      throw problem(at: node)
    }
    if letter == "e", node.scripts.sub == nil, let sup = node.scripts.sup {
      position += 1
      let exponent = try inner(sup[...], asArgument: true)
      return Expression(.function(.elementary("exp", primes: 0), [exponent]), node.range)
    }
    if letter == "\\delta", options.hasKroneckerDeltas, let delta = kronecker(node) {
      position += 1
      return delta
    }
    if letter == "d", node.isBareLetter, let value = try differential() { return value }
    if letter == "I", node.scripts.sup == nil, node.scripts.primes == 0 {
      position += 1
      let size = try node.scripts.sub.map { (sub) throws(ReadingProblem) in try inner(sub[...]) }
      return Expression(.identity(size), node.range)
    }
    if letter == "\\pi", node.isBareLetter {
      position += 1
      return Expression(.constant(.pi), node.range)
    }
    if letter == "\\mathbb" || letter.hasPrefix("\\") && !letter.isGreek { throw .unbound(node.key, node.range) }
    // A real variable, if it turns out to be the argument of a function somewhere.
    guard node.scripts.sub == nil, node.scripts.primes == 0, letter != "\\partial", letter != "\\nabla" else {
      throw .unbound(node.key, node.range)
    }
    let isWholeArgument = isArgument && (nodes.count == 1 || nodes.count == 2 && nodes[0].bareSign == "-")
    realVariables[letter] = (realVariables[letter] ?? false) || isWholeArgument
    position += 1
    let value = Expression(.variable(Variable(name: letter, shape: [])), node.base.range)
    guard let sup = node.scripts.sup else { return value }
    return try raised(value, to: sup, node.range)
  }
}

extension ExpressionParser {
  /// `\delta_{ij}` as Kronecker's delta.
  private func kronecker(_ node: Node) -> Expression? {
    let scripts = node.scripts
    guard let sub = scripts.sub, scripts.sup == nil, scripts.primes == 0 else { return nil }
    let indices = ScriptItem.items(of: sub).compactMap { IndexExpression($0.nodes) }
    guard indices.count == 2, ScriptItem.items(of: sub).count == 2 else { return nil }
    var use = QuantityUse(meaning: SymbolMeaning(.kronecker), tex: node.key)
    (use.unit, use.from) = (indices[0], indices[1])
    return Expression(.quantity(use), node.range)
  }

  /// `dW`, `d(XW)`: a d that nothing binds before a quantity, a variable or a bracket.
  private mutating func differential() throws(ReadingProblem) -> Expression? {
    guard position + 1 < nodes.count else { return nil }
    let behind = nodes[position + 1]
    if behind.bareSign != nil {
      guard behind.bareSign == "(" || behind.bareSign == "[" else { return nil }
    } else {
      guard case .found(let entry, _) = scope.lookup(nodes[(position + 1)...]), !entry.isFunction else { return nil }
    }
    let start = position
    position += 1
    let argument = try factor()
    return Expression(.function(.differential, [argument]), range(from: start))
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
  fileprivate var lostIndex: String? {
    switch kind {
    case .letter(let letter) where letter.count == 1: letter
    case .number(let digits) where !digits.contains("."): digits
    default: nil
    }
  }

  /// Whether it can be part of a list of names between brackets.
  fileprivate var isNamePart: Bool {
    switch base.kind {
    case .letter(let letter): letter != "\\epsilon"
    case .name, .dressed: true
    default: false
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

extension FunctionUse {
  /// Whether it is written before its argument without brackets: `\tanh x`.
  fileprivate var takesBareArgument: Bool {
    switch self {
    case .elementary, .named("tanh", _): true
    default: false
    }
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
  static func named(_ name: String) -> String { "layer " + name }
  static func every(_ what: String) -> String { "every " + what }
  static func name(_ letter: String) -> String? {
    letter.hasPrefix("layer ") ? String(letter.dropFirst("layer ".count)) : nil
  }
  static func isEvery(_ letter: String) -> Bool { letter.hasPrefix("every ") }
}

/// Functions that need no notation.
enum KnownFunctions {
  static let elementary: Set<String> = [
    "exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "coth", "sech", "csch", "sqrt", "sgn",
  ]
  private static let spellings: [String: String] = [
    "exp": "exp", "log": "log", "ln": "log", "sin": "sin", "cos": "cos", "tan": "tan", "sinh": "sinh", "cosh": "cosh",
    "coth": "coth", "sech": "sech", "csch": "csch",
    "sqrt": "sqrt", "tanh": "tanh", "max": "max", "min": "min", "tr": "tr", "Tr": "tr", "trace": "tr", "diag": "diag",
    "relu": "relu", "ReLU": "relu", "Relu": "relu", "ReLu": "relu", "softmax": "softmax", "Softmax": "softmax",
    "sigmoid": "sigmoid", "Sigmoid": "sigmoid", "softplus": "softplus", "Softplus": "softplus", "gelu": "gelu",
    "GELU": "gelu", "elu": "elu", "ELU": "elu", "swish": "swish", "Swish": "swish", "LeakyReLU": "leaky relu",
    "identity": "linear", "sgn": "sgn", "sign": "sgn", "Sign": "sgn",
  ]
  static func canonical(_ name: String) -> String? { spellings[name] }
}
