import TeXMath

extension ExpressionParser {
  /// Reads a use of a symbol that the document or a `let` introduced: its body, in the scope of this place.
  mutating func use(
    of definition: Scope.Definition, _ match: SymbolPattern.Match, _ start: Int
  ) throws(ReadingProblem) -> Expression {
    let range = range(from: start)
    let indices = match.indices.map { "\($0.key) = \($0.value.key)" }.sorted().joined(separator: ", ")
    let token = "\(definition.number): \(indices)"
    // At `l`, `l+1`, `l+2` it comes to no end, as it may at numbers.
    let isEndless =
      match.indices.contains { !$0.value.allSatisfy(\.isNumber) }
      && options.expanding.count { $0.hasPrefix("\(definition.number): ") } > 1
    guard !isEndless, !options.expanding.contains(token) else {
      throw .unsupported(.fact(.selfDefinition), range)
    }
    guard !definition.parameters.isEmpty else {
      var value = try read(definition, match.indices, token, isArgument: isArgument)
      value.range = range
      value.isNamed = true
      guard match.leftoverPrimes == 0 else { throw .unbound(nodes[position - 1].key, range) }
      if !match.missing.isEmpty {
        guard value.hasOnlyAsUnits(match.missing) else { throw .unbound(nodes[start].key, range) }
        value = collecting(value, over: match.missing)
        value.isNamed = true
      }
      if match.isTransposed { value = Expression(.transposed(value), range) }
      if let sub = match.leftoverSub { value = try entry(of: value, sub, range) }
      if let sup = match.leftoverSup { value = try raised(value, to: sup, range) }
      // `L_t(y_t, d_t)` of what has no parameters: nothing multiplies a list.
      skipArguments(atLeast: 2)
      skipUnboundArguments()
      return value
    }
    let parameters = definition.parameters
    var values: [Expression] = []
    if next?.bareSign == "(", let given = try arguments() {
      guard given.count == parameters.count else {
        throw .unsupported(.arguments(given.count), self.range(from: start))
      }
      values = given
    } else {
      // Without arguments it stands for its value.
      values = try ownArguments(parameters)
    }
    let closing = position > 0 ? nodes[position - 1] : nil
    let use = try function(definition, match, token)
    var value = Expression(.function(use, values), self.range(from: start))
    if let closing, closing.sign == ")" { value = try scripted(value, closing, start) }
    if let sup = match.leftoverSup { value = try raised(function: value, to: sup) }
    return value
  }

  /// The parameters as the arguments: `x` of `x(t)` is x at t.
  private mutating func ownArguments(_ parameters: [[Node]]) throws(ReadingProblem) -> [Expression] {
    var values: [Expression] = []
    for parameter in parameters { values.append(try inner(parameter[...], asArgument: true)) }
    return values
  }

  private mutating func function(
    _ definition: Scope.Definition, _ match: SymbolPattern.Match, _ token: String
  ) throws(ReadingProblem) -> FunctionUse {
    let first = (options.depth + 1) * 64
    let body = try read(definition, match.indices, token, isArgument: false)
    return .defined(
      body: body, parameters: definition.parameters.indices.map { first + $0 }, primes: match.leftoverPrimes)
  }

  /// The body of a definition with indices in the places of its own, its parameters numbered from the depth on.
  private mutating func read(
    _ definition: Scope.Definition, _ indices: [String: [Node]], _ token: String, isArgument: Bool
  ) throws(ReadingProblem) -> Expression {
    let place = body(token)
    if let place, let read = known?[place] {
      takeVariables(read.realVariables)
      return read.expression
    }
    let body = definition.body.renaming(indices)
    var inside = scope
    for parameter in definition.parameters where body.hasEntriesOnly(of: parameter) { inside.removeIndexed(parameter) }
    for (place, parameter) in definition.parameters.enumerated() {
      inside.bind(
        SymbolPattern(parameter, variables: []), to: .parameter((options.depth + 1) * 64 + place), isNotation: false)
    }
    var parser = try ExpressionParser(body: body, scope: inside, from: self)
    parser.options.expanding.insert(token)
    parser.isArgument = isArgument
    let expression = try parser.parse()
    takeVariables(parser.realVariables)
    if let place { known?[place] = KnownParts.Part(expression: expression, realVariables: parser.realVariables) }
    return expression
  }

  /// The function that stands next as its value, and its parameters: what `\nabla f` is taken of and by.
  mutating func functionParameters() -> (value: Expression, by: [Expression])? {
    guard case .found(let entry, let match) = scope.lookup(nodes[position...]),
      case .definition(let definition) = entry.value,
      !definition.parameters.isEmpty, match.leftoverPrimes == 0
    else { return nil }
    var copy = self
    copy.position = position + match.length
    guard copy.next?.bareSign != "(" else { return nil }
    copy.position = position
    guard let value = try? copy.symbol(), let by = try? copy.ownArguments(definition.parameters) else { return nil }
    realVariables = copy.realVariables
    return (value, by)
  }
}

extension Expression {
  /// Whether letters are free in it, and no layer or example.
  func hasOnlyAsUnits(_ letters: [String]) -> Bool {
    guard Set(letters).isSubset(of: freeLetters) else { return false }
    return !contains { part in
      guard case .quantity(let use) = part.kind else { return false }
      return [use.layer, use.example].compactMap(\.self).contains { $0.letters.contains(where: letters.contains) }
    }
  }
}

extension [Node] {
  /// Whether a parameter, a letter without corners, stands among the nodes with an index everywhere: as what has
  /// entries. In `(x - x_0)^2` the `x_0` is rather a symbol of its own.
  func hasEntriesOnly(of parameter: [Node]) -> Bool {
    guard parameter.count == 1, parameter[0].base == parameter[0] else { return false }
    let key = parameter[0].undressed.key
    var isIndexed = false
    func visit(_ nodes: [Node]) -> Bool {
      nodes.allSatisfy { node in
        let scripts = node.scripts
        if node.undressed.base.key == key {
          guard scripts.sub != nil, scripts.sup == nil || scripts.sup?.count == 1 && scripts.sup?[0].isNumber ?? false
          else { return false }
          isIndexed = true
          return true
        }
        return node.parts.allSatisfy(visit) && visit(scripts.sup ?? [])
      }
    }
    return visit(self) && isIndexed
  }

  /// With index letters exchanged for what stands in their places.
  func renaming(_ indices: [String: [Node]]) -> [Node] {
    guard !indices.isEmpty, indices.contains(where: { $0.value.key != $0.key }) else { return self }
    // A letter that a sum binds must not catch one that is put in.
    let incoming = indices.values.reduce(into: Set<String>()) { $0.formUnion($1.map(\.key) + $1.scriptLetters) }
    var all = indices
    for letter in summedLetters where incoming.contains(letter) && indices[letter] == nil {
      all[letter] = [Node(.letter(letter + " of the sum"), 0..<0)]
    }
    let conditions = placesOfConditions
    return self.indices.flatMap { place -> [Node] in
      if case .letter(let letter) = self[place].kind, conditions.contains(place), let other = all[letter] {
        return other
      }
      // `W[l]` has its index between brackets of its own.
      if case .letter(let letter) = self[place].kind, let other = all[letter], place > 1, place + 1 < count,
        ["(", "["].contains(self[place - 1].bareSign ?? ""), self[place + 1].bracketNesting < 0
      {
        return other
      }
      return [self[place].renamingScripts(all)]
    }
  }

  /// The places of what stands in brackets that hold a comparison, `[i = j]`: letters there are indices.
  private var placesOfConditions: Set<Int> {
    var found: Set<Int> = []
    for (place, node) in enumerated() where node.isComparison {
      var (first, level) = (place, 0)
      while first > 0, level < 1 {
        first -= 1
        level += self[first].bracketNesting
      }
      guard level == 1 else { continue }
      found.formUnion(first..<Swift.min(ScriptItem.closing(of: first, in: self), count))
    }
    return found
  }

  /// The letters that stand by themselves in conditions, of cases or in brackets, where they are indices.
  var lettersOfConditions: Set<String> {
    func bare(_ nodes: some Sequence<Node>) -> [String] {
      nodes.compactMap { if case .letter(let letter) = $0.kind { letter } else { nil } }
    }
    var found = Set(bare(placesOfConditions.map { self[$0] }))
    for node in self {
      if case .environment(let name, let rows) = node.kind, name.hasSuffix("cases") {
        for row in rows { found.formUnion(bare(row.cells.dropFirst().joined())) }
      }
    }
    return found
  }

  /// With letters exchanged that are indices in a condition, wherever they stand.
  fileprivate func renamingCondition(_ indices: [String: [Node]]) -> [Node] {
    flatMap { node -> [Node] in
      if case .letter(let letter) = node.kind, let other = indices[letter] { return other }
      return [node].renaming(indices)
    }
  }

  /// The letters that sums among the nodes run over.
  var summedLetters: [String] {
    flatMap { node -> [String] in
      guard case .scripted(let base?, let sub?, _, _) = node.kind, case .large = base.kind else { return [] }
      // The k of `k = t` and of `1 \le k < t`, and both of `i, j`.
      return sub.split(whereSeparator: { $0.bareSign == "," }).flatMap { part in
        let sides = part.split { node in
          node.bareSign.map { ["=", "\\in"].contains($0) || StatementJudge.isComparison($0) } ?? false
        }
        let letters = sides.map { $0.compactMap { if case .letter(let letter) = $0.kind { letter } else { nil } } }
        return letters.first { !$0.isEmpty } ?? []
      }
    }
  }
}

extension Node {
  fileprivate func renamingScripts(_ indices: [String: [Node]]) -> Node {
    func script(_ nodes: [Node]?) -> [Node]? {
      nodes.map { nodes in
        nodes.flatMap { node -> [Node] in
          if case .letter(let letter) = node.kind, let other = indices[letter] { return other }
          return [node.renamingScripts(indices)]
        }.addingNumbers
      }
    }
    switch kind {
    case .scripted(let base, let sub, let sup, let primes):
      return Node(
        .scripted(base?.renamingScripts(indices), sub: script(sub), sup: script(sup), primes: primes), range)
    case .fraction(let above, let below):
      return Node(.fraction(above.renaming(indices), below.renaming(indices)), range)
    case .root(let inner, let index): return Node(.root(inner.renaming(indices), index: index), range)
    case .dressed(let dress, let inner): return Node(.dressed(dress, inner.renaming(indices)), range)
    case .environment(let name, let rows):
      return Node(.environment(name, rows.map { $0.renaming(indices, hasConditions: name.hasSuffix("cases")) }), range)
    default: return self
    }
  }
}

extension Node.Row {
  /// - Parameter hasConditions: whether it is one of cases, with a condition behind its value
  fileprivate func renaming(_ indices: [String: [Node]], hasConditions: Bool) -> Node.Row {
    let first = cells.firstIndex { !$0.isEmpty } ?? 0
    let renamed = cells.enumerated().map { place, cell -> [Node] in
      guard hasConditions else { return cell.renaming(indices) }
      if place > first { return cell.renamingCondition(indices) }
      // `1 \text{ if } i = j`
      let words = cells.dropFirst(first + 1).allSatisfy(\.isEmpty) ? cell.firstIndex(where: \.isWords) : nil
      guard let words else { return cell.renaming(indices) }
      return Array(cell[..<words]).renaming(indices) + Array(cell[words...]).renamingCondition(indices)
    }
    return Node.Row(cells: renamed, range: range)
  }
}
