import TeXMath

/// Symbols that a statement introduces, or introduces again.
extension StatementJudge {
  /// The symbol that a member is, if nothing binds it.
  func definedName(_ nodes: [Node]) -> SymbolName? {
    guard let name = SymbolName(nodes), let first = name.symbol.first else { return nil }
    if name.symbol.count == 1, case .letter(let letter) = first.kind, letter == "\\pi" { return nil }
    if name.symbol.contains(where: { $0.undressed.base.isNumber && !$0.base.isNumber }) { return nil }
    if name.symbol.count == 1, first.isExponential || first.base.isNumber { return nil }
    // `d(A^{-1})` is a differential of what is bound.
    if name.symbol.count == 1, first.key == "d", !name.parameters.isEmpty, name.parameters.allSatisfy(isBound) {
      return nil
    }
    switch scope.lookup(PlainNodes.plain(nodes)[...]) {
    case .none: break
    case .ambiguous: return nil
    case .found(let entry, let match)
    where match.leftoverPrimes > 0 && match.length == name.symbol.count && !entry.isFunction:
      // `w'` is a name of its own, and only a function has a derivative without saying by what.
      break
    case .found(let entry, let match) where match.isUndressed && entry.isDeclaredVector && name.parameters.isEmpty:
      // A number beside a vector in bold that `let` declares, which nothing could be equal to.
      break
    case .found(let entry, let match)
    where entry.isDefinition && !match.missing.isEmpty && (try? reader.read(nodes)) == nil:
      // `e_j` where `e_j^t` is defined, and t is no unit.
      break
    case .found(_, let match):
      // `\Delta w` is a symbol of its own where only w is bound.
      guard match.length < name.symbol.count, name.symbol.count > 1 else { return nil }
    }
    // `\nabla h` of a vector names its gradient; of a number it is one.
    if first.key == "\\nabla" {
      guard case .found(let entry, _) = scope.lookup(name.symbol.dropFirst()), case .meaning(let meaning) = entry.value,
        meaning.isVector || meaning.isMatrix
      else { return nil }
    }
    if name.symbol.count > 1, !name.symbol.isOneSymbol, !name.isConditional {
      let letters = name.symbol.compactMap { node -> String? in
        switch node.base.kind {
        case .letter(let letter): letter
        case .number(let digits): digits
        default: nil
        }
      }
      if KnownFunctions.canonical(letters.joined()) != nil { return nil }
      // A product of bound letters is no new symbol; the `ReLU6` of `ReLU6(u)` is none of those, though L may be bound.
      let isWord = letters.count > 2 && !name.parameters.isEmpty && !isBound([name.symbol[0]])
      if !isWord, name.symbol.contains(where: { isBound([$0]) }) { return nil }
    }
    if case .name(let word) = first.base.kind, KnownFunctions.canonical(word) != nil { return nil }
    return name
  }

  private func isBound(_ symbol: [Node]) -> Bool { if case .found = scope.lookup(symbol[...]) { true } else { false } }

  mutating func define(_ names: [[Node]], as body: [Node]) -> LinkVerdict {
    for nodes in names {
      guard let name = SymbolName(nodes, definedAs: body, in: scope) else { continue }
      if let problem = problem(in: body, parameters: name.parameters),
        !scope.existsSomewhere(name, body: body, later: isTrial ? nil : later),
        !isCompletedBelow(body, name)
      {
        return .notChecked(problem)
      }
    }
    for nodes in names {
      guard let name = SymbolName(nodes, definedAs: body, in: scope) else { continue }
      define(name, as: body, in: &scope)
    }
    return LinkVerdict(.defines)
  }

  /// Binds a name to its body. Where conditions choose some of its indices, `q_j = z_j \text{ if } j = 1`, nothing is said of
  /// the others: the body is cases that do not cover them. Bounds of a letter say how far it runs, and choose nothing.
  private func define(_ name: SymbolName, as body: [Node], in scope: inout Scope) {
    let plain = PlainNodes.plain(body)
    var variables = name.variables(in: plain, scope)
    let chosen = guards.map { Self.trimmed(PlainNodes.plain($0)) }.filter(choosesIndex)
    guard !chosen.isEmpty else {
      scope.define(
        SymbolPattern(name.symbol, variables: variables), parameters: name.parameters, body: body, isLet: false)
      return
    }
    let indices = Set(name.symbol.scriptLetters)
    variables.formUnion(
      chosen.joined().compactMap { if case .letter(let letter) = $0.kind { letter } else { nil } }
        .filter(indices.contains))
    let condition = Array(chosen.joined(separator: [Node(.sign(","), body.range)]))
    let cases = Node(
      .environment("cases", [Node.Row(cells: [body, condition], range: body.range)]), body.range)
    scope.define(
      SymbolPattern(name.symbol, variables: variables), parameters: name.parameters, body: [cases], isLet: false)
  }

  /// Whether a condition compares letters of indices with each other or with numbers: `j = 1`, `j \ne k`.
  private func choosesIndex(_ nodes: [Node]) -> Bool {
    var parser = ExpressionParser([], scope: scope)
    guard let condition = try? parser.condition(nodes) else { return false }
    return condition.each.allSatisfy { one in
      [.equal, .unequal].contains(one.relation)
        && [one.left, one.right].allSatisfy { side in
          switch side.kind {
          case .variable(let variable): variable.shape.isEmpty && !variable.isDeclared
          case .index: true
          case .quantity(let use): use.meaning.isNumberOfNetwork || use.meaning.quantity == .classNumber
          default: side.wholeNumber != nil
          }
        }
    }
  }

  /// Whether the displays that follow say what a body lacks.
  private func isCompletedBelow(_ body: [Node], _ name: SymbolName) -> Bool {
    guard !isTrial, let later else { return false }
    let complete = later.definitions.completed(scope, for: body, from: later.place)
    return problem(in: body, parameters: name.parameters, scope: complete) == nil
  }

  /// Why a body can't be read in the present scope, or in another.
  private func problem(in body: [Node], parameters: [[Node]], scope other: Scope? = nil) -> ReadingProblem? {
    var inside = other ?? scope
    for (place, parameter) in parameters.enumerated() {
      inside.bind(SymbolPattern(parameter, variables: []), to: .parameter(place), isNotation: false)
    }
    var parser = ExpressionParser(body, scope: inside)
    do throws(ReadingProblem) {
      _ = try parser.parse()
      if let letter = parser.realVariables.filter({ !$0.value }).keys.min() { return .unbound(letter, body.range) }
      return nil
    } catch {
      return error
    }
  }

  /// A second definition of a symbol that the document has defined: says the same, or conflicts and is in force.
  mutating func redefine(_ left: [Node], _ right: [Node], _ verdict: LinkVerdict) -> LinkVerdict {
    guard let name = SymbolName(left, definedAs: right, in: scope),
      case .found(let entry, let match) = scope.lookup(PlainNodes.plain(left)[...]),
      case .definition(let definition) = entry.value, !definition.isLet, match.length == name.symbol.count,
      match.leftoverPrimes == 0
    else { return verdict }
    // The number of arguments belongs to the name: `f(x, y)` and `f(x)` are two functions.
    let isOtherKind = !name.parameters.isEmpty && definition.parameters.count != name.parameters.count
    guard verdict.kind == .fails || isOtherKind && problem(in: right, parameters: name.parameters) == nil else {
      return verdict
    }
    // `\Delta_j` is another symbol than `\Delta_k`, if what that one is exists for no j.
    let isRenamed = match.indices.contains { $0.value.key != $0.key }
    // So is `\delta_j` of other units, where no index but that of the unit tells them apart.
    let isOfOthers =
      match.indices.allSatisfy { $0.value.count == 1 && $0.value[0].isBareLetter && $0.value.key != $0.key }
      && verdict.isOfTwoDomains && !linkJudge.judge(read: sides(right, right)).isOfTwoDomains
    let isElsewhere = isRenamed && (isOfOthers || linkJudge.judge(read: sides(left, left)).isOfNothing)
    var conflict = verdict
    conflict.kind = .conflicts
    // `e` beside a bold `\mathbf{e}` that is something else is another symbol, too.
    let isOtherDress = match.isUndressed && verdict.kind == .fails
    if isOtherKind || isElsewhere || isOtherDress { conflict = LinkVerdict(.defines) }
    if problem(in: right, parameters: name.parameters) == nil {
      var redefined = scope
      define(name, as: right, in: &redefined)
      // `\delta_j = f'(z_j) \sum_k w_{kj} \delta_k` goes back to what it would define: it claims something of that.
      var parser = ExpressionParser(left, scope: redefined)
      guard name.parameters.isEmpty, (try? parser.parse()) == nil else {
        scope = redefined
        return conflict
      }
      return verdict
    }
    return conflict
  }
}

extension LinkVerdict {
  /// Whether a letter has two numbers of values in it.
  fileprivate var isOfTwoDomains: Bool {
    guard let left = leftShape.flatMap({ Int($0) }), let right = rightShape.flatMap({ Int($0) }) else { return false }
    return left != right
  }

  /// Whether what it speaks of does not exist.
  fileprivate var isOfNothing: Bool {
    switch open {
    case .nothingLeft?, .noLayer?, .noCommonLayer?, .absent?: true
    default: kind == .fails
    }
  }
}

extension Scope.Entry {
  fileprivate var isDefinition: Bool { if case .definition = value { true } else { false } }

  /// Whether it is a vector or matrix that `let` declares, without numbers.
  fileprivate var isDeclaredVector: Bool {
    guard case .variable(let variable) = value else { return false }
    return variable.isDeclared && variable.value == nil && !variable.shape.isEmpty
  }
}

extension Node {
  /// `e^{z}`, but neither `e_i` nor `e^{(i)}`.
  fileprivate var isExponential: Bool {
    guard base.key == "e", scripts.sub == nil, let sup = scripts.sup else { return false }
    return sup.first?.bracketNesting != 1
  }
}

extension [Node] {
  /// Whether several nodes are written as one symbol: `\Delta w`.
  fileprivate var isOneSymbol: Bool {
    ["\\Delta", "d", "\\nabla"].contains(first?.base.key) || contains { $0.key == "\\_" }
  }
}
