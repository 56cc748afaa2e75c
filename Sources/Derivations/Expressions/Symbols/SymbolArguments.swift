import TeXMath

/// What stands in brackets behind a symbol that is no function: the names of what it is computed from, and an index of it
/// at the corner of the brackets.
extension ExpressionParser {
  /// Where an index stands behind the brackets of a vector with its input in them, `s(x)_i`; nil for anything else.
  func indexBehindArguments() -> Int? {
    guard position + 2 < nodes.count, nodes[position].scripts.sub == nil, nodes[position + 1].bareSign == "(",
      let close = closing(from: position + 1), case .scripted(_, _?, let power, 0) = nodes[close].kind,
      power == nil || nodes[position].scripts.sup == nil,
      Self.areNames(nodes[(position + 2)..<close], atLeast: 1),
      case .found(let entry, let match) = scope.lookup(nodes[position...]), match.length == 1,
      case .meaning(let meaning) = entry.value, meaning.isValueAtInput, meaning.examples == nil
    else { return nil }
    return close
  }

  /// Whether an index stands behind the brackets of a vector with something else in them than names: `s(x + c)_i` is an
  /// entry of what s would be there.
  func isEntryElsewhere(behind symbol: Node) -> Bool {
    guard symbol.scripts.sub == nil, next?.bareSign == "(", let close = closing(from: position) else { return false }
    return nodes[close].scripts.sub != nil
  }

  /// Puts the index at the corner of closing brackets below the symbol before them: `s(x)_i` as `s_i(x)`.
  mutating func moveIndex(from close: Int) {
    let (symbol, corner) = (nodes[position], nodes[close])
    let (scripts, others) = (symbol.scripts, corner.scripts)
    replace(close, by: corner.base)
    replaceNext(
      by: Node(
        .scripted(symbol.base, sub: others.sub, sup: scripts.sup ?? others.sup, primes: scripts.primes), symbol.range))
  }

  /// What stands in brackets behind a cost: names say what it is a function of. A parameter among other things would
  /// be one of another value, `J(w + \epsilon)`, and no factor.
  mutating func takeArguments(of use: inout QuantityUse) throws(ReadingProblem) {
    let start = position
    skipArguments()
    if position > start {
      let parts = Self.parts(of: nodes[(start + 1)..<(position - 1)], at: [",", ";", "|", "\\mid", "\\vert"])
      if parts.allSatisfy({ Array($0).scriptLetters.isEmpty && isParameter($0) }) {
        use.arguments = Set(parts.map { Array($0).key })
      }
      return
    }
    guard next?.bareSign == "(", let close = closing(from: position) else { return }
    let content = nodes[(position + 1)..<close]
    if content.indices.contains(where: { isParameter(content[$0...]) }) {
      throw .unsupported(.fact(.costElsewhere), content.range)
    }
  }

  /// Whether a parameter of the network is what nodes begin with.
  private func isParameter(_ nodes: ArraySlice<Node>) -> Bool {
    if case .found(let entry, _) = scope.lookup(nodes), case .meaning(let meaning) = entry.value {
      meaning.isParameter
    } else {
      false
    }
  }

  /// `E(w)`, `J(W, b)`, `E(z_1, \dots, z_n)`: of a cost, brackets with nothing but names in them are its arguments.
  ///
  /// - Parameter least: how many names there have to be
  mutating func skipArguments(atLeast least: Int = 1) {
    // `C (a)^T` is a product.
    guard let open = next?.bareSign, open == "(" || open == "[", let close = closing(from: position),
      nodes[close].bareSign != nil
    else { return }
    if Self.areNames(nodes[(position + 1)..<close], atLeast: least) { position = close + 1 }
  }

  /// `h(x)`, `\hat y(x; W, V)`, `a^L(x)`: of what an example decides, brackets with nothing but the input in them, or what
  /// it is computed from, say at which example it is meant, and no product.
  mutating func skipInputs(of use: inout QuantityUse) -> Bool {
    guard next?.bareSign == "(", use.meaning.isValueAtInput, use.meaning.examples == nil,
      let close = closing(from: position)
    else { return false }
    let parts = Self.parts(of: nodes[(position + 1)..<close])
    var example: IndexExpression?
    for (place, part) in parts.enumerated() {
      guard part.count == 1, let node = part.first, case .found(let entry, let match) = scope.lookup(part),
        match.length == 1, match.leftoverSub == nil, match.leftoverSup == nil, match.leftoverPrimes == 0
      else { return false }
      switch entry.value {
      case .index(let letter) where parts.count == 1 && scope.exampleLetters.contains(letter):
        example = IndexExpression(letter: letter)
      case .meaning(let meaning) where meaning.quantity == .input:
        // `z(x_1, x_2)` has them one by one.
        guard meaning.unit == nil || parts.count > 1 && match.missing.isEmpty && meaning.example == nil else {
          return false
        }
        if case .letter(let letter, let plus)? = meaning.example, let written = match.indices[letter] {
          guard let index = try? index(written) else { return false }
          example = index.plus(plus)
        } else if node.isBareLetter, scope.exampleLetters.contains(node.key) {
          example = IndexExpression(letter: node.key)
        }
      case .meaning(let meaning):
        let isUpstream = [.activation, .weightedInput].contains(meaning.quantity) && use.meaning.quantity != .target
        guard meaning.isParameter && place > 0 || isUpstream && place == 0 && meaning.example == nil else {
          return false
        }
      default: return false
      }
    }
    position = close + 1
    if use.example == nil { use.example = example }
    return true
  }

  /// `\Omega(\theta)` of what is no function: brackets with names in them that nothing binds.
  mutating func skipUnboundArguments() {
    guard areArguments(from: position), let close = closing(from: position),
      nodes[(position + 1)..<close].allSatisfy({ node in
        if case .none = scope.lookup([node]) { true } else { node.bareSign != nil }
      })
    else { return }
    position = close + 1
  }

  /// Whether single names, parted by commas, stand between brackets from a place on.
  func areArguments(from place: Int) -> Bool {
    guard place < nodes.count, nodes[place].bareSign == "(" else { return false }
    var index = place + 1
    while index + 1 < nodes.count, nodes[index].isNamePart, let sign = nodes[index + 1].bareSign {
      if sign == ")" { return true }
      guard sign == "," || sign == ";" else { return false }
      index += 2
    }
    return false
  }

  static func areNames(_ content: ArraySlice<Node>, atLeast least: Int) -> Bool {
    let parts = Self.parts(of: content, at: [",", ";", "|", "\\mid", "\\vert"])
    return parts.count >= least
      && parts.allSatisfy { part in
        !part.isEmpty && part.count <= 4
          && part.allSatisfy { $0.isNamePart || $0.bareSign.map(Words.dots.contains) ?? false }
      }
  }
}

extension Node {
  /// Whether it can be part of a list of names between brackets.
  fileprivate var isNamePart: Bool {
    switch base.kind {
    case .letter(let letter): letter != "\\epsilon"
    case .name, .dressed: true
    default: false
    }
  }
}
