import TeXMath

/// Symbols that nothing binds: numbers and functions that need no notation, real variables, differentials.
extension ExpressionParser {
  mutating func unbound(_ node: Node) throws(ReadingProblem) -> Expression {
    if let member = try familyMember(node) { return member }
    guard case .letter(let letter) = node.base.kind else {
      if case .name(let name) = node.kind, ["const", "constant"].contains(name) {
        position += 1
        return Expression(.unnamedConstant, node.range)
      }
      if case .dressed(let dress, let inner) = node.base.kind, inner.key == "I",
        dress == "\\mathbb" || PlainNodes.weakDresses.contains(dress)
      {
        return try identity(node)
      }
      if case .dressed = node.base.kind {
        if let whole = try madeOfOthers(node) { return whole }
        throw .unbound(node.key, node.range)
      }
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
    if let whole = try madeOfOthers(node) { return whole }
    if letter == "I", node.scripts.sup == nil, node.scripts.primes == 0 { return try identity(node) }
    if letter == "\\pi", node.isBareLetter {
      position += 1
      return Expression(.constant(.pi), node.range)
    }
    if letter == "\\mathbb" || letter.hasPrefix("\\") && !letter.isGreek { throw .unbound(node.key, node.range) }
    // `\prod_{k=l+1}^{L}`: the layer that the letter names in the rest of the equation.
    if isWholeNumber, node.isBareLetter, scope.hasLayerLetter(letter) {
      position += 1
      return Expression(.index(letter), node.range)
    }
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

  /// `I`, `I_n`, `\mathbb{I}`
  private mutating func identity(_ node: Node) throws(ReadingProblem) -> Expression {
    guard node.scripts.sup == nil, node.scripts.primes == 0 else { throw .unbound(node.key, node.range) }
    position += 1
    let size = try node.scripts.sub.map { (sub) throws(ReadingProblem) in try inner(sub[...], asWholeNumber: true) }
    return Expression(.identity(size), node.range)
  }

  /// `n_l`, where `let` gives whole numbers to `n_0`, `n_1` and `n_2`; nil where it does not.
  private mutating func familyMember(_ node: Node) throws(ReadingProblem) -> Expression? {
    guard isWholeNumber, case let numbers = scope.wholeNumbers(ofFamily: node), !numbers.isEmpty,
      let script = node.scripts.sub ?? node.scripts.sup, let index = try index(script)
    else {
      return nil
    }
    position += 1
    return Expression(.member(numbers, index), node.range)
  }

  /// `\delta_{ij}` as Kronecker's delta.
  private func kronecker(_ node: Node) -> Expression? {
    let scripts = node.scripts
    guard let sub = scripts.sub, scripts.sup == nil, scripts.primes == 0 else { return nil }
    let indices = ScriptItem.items(of: sub).compactMap { try? index($0.nodes) }
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
