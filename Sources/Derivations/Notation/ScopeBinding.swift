package import TeXMath

extension Scope {
  /// Binds a symbol to a meaning of the notation.
  ///
  /// - Parameter letters: index letters among those of the symbol
  package mutating func bind(_ symbol: [Node], letters: Set<String>, to meaning: SymbolMeaning) {
    if case .accumulator = meaning.quantity { velocityScale = nil }
    var (symbol, meaning) = (PlainNodes.plain(symbol), meaning)
    if case .row = meaning.quantity, let last = symbol.last,
      case .scripted(let base?, let sub, let sup?, 0) = last.kind, sup.last?.isTransposeMark ?? false
    {
      // `$w_j^T$ is row j of $W$`: what lies there is the transpose of the column w_j.
      let above = sup.count > 1 ? Array(sup.dropLast()) : nil
      symbol[symbol.count - 1] =
        sub == nil && above == nil ? base : Node(.scripted(base, sub: sub, sup: above, primes: 0), last.range)
      meaning.orientation = .column
    }
    let pattern = SymbolPattern(symbol, variables: letters)
    forgetTurned(pattern, meaning)
    bind(pattern, to: .meaning(meaning), isNotation: true)
  }

  /// Forgets what earlier sentences said of a symbol with other letters for its indices, where a new one has them in another
  /// order: the `w_{ij}` from i to j, once `w_{jk}` is the weight to j from k.
  private mutating func forgetTurned(_ pattern: SymbolPattern, _ meaning: SymbolMeaning) {
    let keys = entries.compactMap { entry -> String? in
      guard entry.isNotation, entry.pattern.key != pattern.key, case .meaning(let other) = entry.value,
        other.quantity == meaning.quantity, let letters = pattern.letters(of: entry.pattern),
        meaning.indices(letters) != other.indices([:]), meaning.kindsOfIndices == other.kindsOfIndices
      else { return nil }
      return entry.pattern.key
    }
    for key in keys { remove(key) }
  }

  /// The letters of a symbol that are a part of its name and stand for no index: the L of `z_L`, where a sentence has that.
  package func fixedLetters(of symbol: [Node]) -> Set<String> {
    let plain = PlainNodes.plain(symbol)
    guard case .found(let entry, let match) = lookup(plain[...]), match.length == plain.count, match.leftoverSub == nil,
      match.leftoverSup == nil, entry.pattern.key == plain.key
    else { return [] }
    return Set(plain.flatMap(\.scriptIndices).flatMap(\.letters)).subtracting(entry.pattern.variables)
  }

  /// Binds `\delta_{ij}`, with any indices, as the Kronecker delta.
  mutating func bindKroneckerDelta() {
    let indices = ["i", "j"].map { Node(.letter($0), 0..<0) }
    var meaning = SymbolMeaning(.kronecker)
    (meaning.unit, meaning.from) = (.letter("i", plus: 0), .letter("j", plus: 0))
    let symbol = Node(.scripted(Node(.letter("\\delta"), 0..<0), sub: indices, sup: nil, primes: 0), 0..<0)
    bind(SymbolPattern([symbol], variables: ["i", "j"]), to: .meaning(meaning), isNotation: true)
  }

  /// Binds the letter of a regularization, as the loss names it.
  package mutating func bindRegularization(_ symbol: [Node]) {
    bind(SymbolPattern(symbol, variables: []), to: .meaning(SymbolMeaning(.regularization)), isNotation: false)
  }

  package mutating func unbind(_ symbol: [Node]) {
    let plain = PlainNodes.plain(symbol)
    let isKnown = entries.contains { $0.pattern.key == plain.key }
    let own = meaning(of: plain.key)
    remove(plain.key)
    // All that it names with other indices, and under another dress where it is no symbol of its own.
    let letters = Set(plain.flatMap(\.scriptIndices).flatMap(\.letters))
    let pattern = SymbolPattern(plain, variables: letters)
    let others = entries.map(\.pattern).filter { other in
      guard let match = pattern.match(other.nodes[...], undressing: !isKnown) else { return false }
      return match.length == other.nodes.count && match.leftoverPrimes == 0
        && (plain.allSatisfy { $0.scripts.sub == nil && $0.scripts.sup == nil }
          || match.leftoverSub == nil && match.leftoverSup == nil)
        && !isOther(other.key, than: own)
    }
    for other in others { remove(other.key) }
  }

  /// Whether a symbol without letters for indices is bound to another quantity than a symbol that it looks like: the
  /// `C_0` without regularization beside the cost `C`.
  private func isOther(_ key: String, than own: SymbolMeaning?) -> Bool {
    guard let own, let other = meaning(of: key) else { return false }
    return own.quantity != other.quantity
  }

  /// What a sentence says of a symbol without letters for indices.
  private func meaning(of key: String) -> SymbolMeaning? {
    guard let entry = entries.last(where: { $0.pattern.key == key }), entry.pattern.variables.isEmpty,
      case .meaning(let meaning) = entry.value
    else { return nil }
    return meaning
  }

  /// Binds a symbol to the entries of another, which the notation has as a vector: the `y_w` of `y`.
  package mutating func bindEntry(_ symbol: [Node], _ letter: String?, of vector: [Node]) {
    guard let letter, case .found(let entry, let match) = lookup(PlainNodes.plain(vector)[...]),
      case .meaning(var meaning) = entry.value, meaning.isVector,
      match.indices.allSatisfy({ $0.value.key == $0.key })
    else { return }
    meaning.unit = .letter(letter, plus: 0)
    bind(symbol, letters: entry.pattern.variables.union([letter]), to: meaning)
  }

  /// Binds a symbol to a number of `let`.
  package mutating func bind(_ symbol: [Node], toNumber value: Double) {
    let pattern = SymbolPattern(symbol, variables: [])
    let variable = Variable(name: pattern.key + " = \(value)", shape: [], value: value)
    bind(pattern, to: .variable(variable), isNotation: false)
  }

  /// Binds what `let` defines by a formula: a function where the left side has arguments.
  ///
  /// - Parameter value: what it comes to on the author's network, where that is one number for which the cells have it
  /// - Throws: why the left side is no symbol, or what of the right side nothing says
  package mutating func bind(
    _ left: [Node], toFormula right: [Node], value: Double? = nil
  ) throws(ReadingProblem) {
    guard let name = SymbolName(left, definedAs: right, in: self) else {
      throw .unsupported(.fact(.leftSide), left.range)
    }
    if name.symbol.count == 1, name.symbol[0].isOnes, PlainNodes.plain(right).areOnes {
      // `\mathbf 1` is as long as its place asks for, on networks with other numbers of examples, too.
      remove(name.symbol.key)
      return
    }
    var inside = self
    for parameter in name.parameters where PlainNodes.plain(right).hasEntriesOnly(of: PlainNodes.plain(parameter)) {
      inside.removeIndexed(parameter)
    }
    for (place, parameter) in name.parameters.enumerated() {
      inside.bind(SymbolPattern(parameter, variables: []), to: .parameter(place), isNotation: false)
    }
    var parser = ExpressionParser(right, scope: inside)
    _ = try parser.parse()
    if let letter = parser.realVariables.filter({ !$0.value }).keys.min(), name.parameters.isEmpty {
      throw .unbound(letter, right.range)
    }
    forgetEntries(of: name.symbol)
    // An index that both sides have stands for any: `\hat x_i = x_i / \sigma`.
    let letters = name.parameters.isEmpty ? name.variables(in: PlainNodes.plain(right), self) : []
    let body = name.parameters.isEmpty ? namingNumbers(PlainNodes.plain(right), of: name.symbol) : right
    define(
      SymbolPattern(name.symbol, variables: letters), parameters: name.parameters, body: body, isLet: true,
      wholeNumber: value.flatMap { Int(exactly: $0) })
  }

  /// A vector or matrix of numbers with a variable for each of them, which is exact on the author's network and is drawn
  /// elsewhere like any number of `let`; anything else as it is.
  private mutating func namingNumbers(_ nodes: [Node], of symbol: [Node]) -> [Node] {
    var parser = ExpressionParser(nodes, scope: self)
    guard let value = try? parser.parse(), NumericClaims.literals(value) != nil else { return nodes }
    var count = 0
    func named(_ nodes: [Node]) -> [Node] {
      nodes.map { node in
        switch node.kind {
        case .number(let digits):
          guard let number = Double(digits) else { return node }
          count += 1
          let name = Node(.letter("\(symbol.key), number \(count)"), node.range)
          bind([name], toNumber: number)
          return name
        case .environment(let environment, let rows):
          let rows = rows.map { Node.Row(cells: $0.cells.map(named), range: $0.range) }
          return Node(.environment(environment, rows), node.range)
        default: return node
        }
      }
    }
    return named(nodes)
  }

  /// Forgets the `Z_i` that was defined before for any index, where a letter without one means something else from now on.
  private mutating func forgetEntries(of symbol: [Node]) {
    guard symbol.count == 1, symbol[0].base == symbol[0] else { return }
    let keys = entries.compactMap { entry -> String? in
      guard case .definition(let definition) = entry.value, definition.parameters.isEmpty,
        entry.pattern.nodes.count == 1,
        !entry.pattern.variables.isEmpty, entry.pattern.nodes[0].base.key == symbol[0].key,
        entry.pattern.nodes[0].scripts.sup == nil
      else { return nil }
      return entry.pattern.key
    }
    for key in keys { remove(key) }
  }

  /// Binds the symbol of a `let` that could not be carried out, of which nothing is known.
  package mutating func bindUnread(_ left: [Node]) {
    guard let name = SymbolName(left) else { return }
    bind(SymbolPattern(name.symbol, variables: []), to: .meaning(SymbolMeaning(.unread)), isNotation: false)
  }

  /// Binds a variable that `let` declares: `x \in \mathbb{R}^{3}`.
  package mutating func bind(_ symbol: [Node], toElementOf set: [Node]) throws(ReadingProblem) {
    let plain = PlainNodes.plain(set)
    guard plain.count == 1, plain[0].base.isRealLine(in: self) else {
      throw .unsupported(.fact(.otherSet), set.range)
    }
    var sup = (plain[0].scripts.sup ?? [])[...]
    if sup.first?.bareSign == "(", sup.last?.bareSign == ")" { sup = sup.dropFirst().dropLast() }
    var shape: [Expression] = []
    if !sup.isEmpty {
      for part in ExpressionParser.parts(of: sup, at: [",", "\\times"]) {
        var parser = ExpressionParser(Array(part), scope: self)
        parser.isWholeNumber = true
        shape.append(try parser.parse())
      }
    }
    var isRow = false
    if shape.count == 2 {
      if case .number("1") = shape[1].kind {
        shape.removeLast()
      } else if case .number("1") = shape[0].kind {
        shape.removeFirst()
        isRow = true
      }
    }
    guard shape.count <= 2 else { throw .unsupported(.fact(.threeIndices), set.range) }
    forgetEntries(of: PlainNodes.plain(symbol))
    let pattern = SymbolPattern(symbol, variables: [])
    var variable = Variable(name: pattern.key + " \(entries.count)", shape: shape, isRow: isRow)
    variable.isDeclared = true
    bind(pattern, to: .variable(variable), isNotation: false)
  }
}

extension Scope {
  /// A meaning without a layout of its own as the document lays out the same quantity elsewhere: the weights of a layer lie
  /// like its `w_{ij}`.
  package func laidOut(_ meaning: SymbolMeaning) -> SymbolMeaning {
    guard meaning.unit == nil, meaning.from == nil, meaning.example == nil, meaning.orientation == nil,
      meaning.examples == nil, !meaning.isRowsFrom, !meaning.hasBiasColumn, !meaning.hasLastBiasColumn
    else { return meaning }
    let alike = entries.reversed().compactMap { entry -> (pattern: SymbolPattern, meaning: SymbolMeaning)? in
      guard entry.isNotation, case .meaning(let other) = entry.value, !other.isSpoken,
        other.quantity == meaning.quantity, other.isOfSameLayers(as: meaning)
      else { return nil }
      return (entry.pattern, other)
    }
    guard let found = alike.first(where: { $0.meaning.unit == nil }) ?? alike.first else { return meaning }
    var laidOut = meaning
    laidOut.isRowsFrom = found.meaning.isRowsFrom
    if case .letter(let unit, _)? = found.meaning.unit, case .letter(let from, _)? = found.meaning.from {
      laidOut.isRowsFrom = found.pattern.letterOrder(from, isBefore: unit)
    }
    guard found.meaning.unit == nil else { return laidOut }
    (laidOut.orientation, laidOut.examples) = (found.meaning.orientation, found.meaning.examples)
    laidOut.hasBiasColumn = found.meaning.hasBiasColumn
    laidOut.hasLastBiasColumn = found.meaning.hasLastBiasColumn
    return laidOut
  }
}

extension Node {
  /// `\mathbf 1`
  fileprivate var isOnes: Bool {
    if case .dressed(_, let inner) = kind { inner.key == "1" } else { false }
  }
}

extension [Node] {
  /// Whether they are a matrix or vector of ones alone.
  fileprivate var areOnes: Bool {
    guard count == 1, case .environment(let name, let rows) = self[0].kind, name.hasSuffix("matrix") else {
      let inner = dropFirst().dropLast()
      return first?.bracketNesting == 1 && count > 2 && Array(inner).areOnes
    }
    return rows.joinedCells.allSatisfy { $0.key == "1" }
  }
}

extension [Node.Row] {
  fileprivate var joinedCells: [[Node]] { flatMap(\.cells).filter { !$0.isEmpty } }
}

extension SymbolMeaning {
  /// Whether it is of the layers of another, or of any.
  fileprivate func isOfSameLayers(as other: SymbolMeaning) -> Bool {
    if case .letter = layer { true } else { layer == other.layer }
  }
}

extension SymbolMeaning {
  /// Its indices under other letters.
  fileprivate func indices(_ letters: [String: String]) -> [Index?] {
    [layer, unit, from, example].map { index in
      guard case .letter(let letter, let plus)? = index else { return index }
      return .letter(letters[letter] ?? letter, plus: plus)
    }
  }

  /// Which of its indices are letters, and what the others are.
  fileprivate var kindsOfIndices: [Index?] {
    [layer, unit, from, example].map { index in
      if case .letter? = index { .letter("", plus: 0) } else { index }
    }
  }
}

extension SymbolPattern {
  /// The letters of another pattern by those in their place here; nil where it is another symbol.
  fileprivate func letters(of other: SymbolPattern) -> [String: String]? {
    guard !variables.isEmpty, variables.count == other.variables.count, nodes.count == other.nodes.count,
      let match = match(other.nodes[...], undressing: false), match.length == nodes.count, match.missing.isEmpty,
      match.leftoverSub == nil, match.leftoverSup == nil, match.leftoverPrimes == 0, !match.isTransposed
    else { return nil }
    var letters: [String: String] = [:]
    for (letter, index) in match.indices {
      guard index.count == 1, index[0].isBareLetter, other.variables.contains(index[0].key) else { return nil }
      letters[letter] = index[0].key
    }
    return Set(letters.values).count == other.variables.count ? letters : nil
  }
}
