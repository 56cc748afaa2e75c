import TeXMath

/// Functions known by their names that have a parameter with a customary value, which a document may give another one:
/// `\text{ELU}(x)` with an α.
extension StatementJudge {
  /// Whether a link says what such a function is with a number of `let` for its parameter, and so that it would be the
  /// function that is known if that number were the customary one.
  func givesParameter(_ left: [Node], _ right: [Node]) -> Bool {
    guard let name = SymbolName(left), name.parameters.count == 1, let word = name.symbol.functionName,
      let known = KnownFunctions.canonical(word), let customary = KnownFunctions.customaryParameters[known],
      case .none = scope.lookup(PlainNodes.plain(left)[...])
    else { return false }
    let body = PlainNodes.plain(right)
    return body.symbols.contains { symbol in
      guard symbol.key != name.parameters[0].key, case .found(let entry, let match) = scope.lookup([symbol]),
        case .variable(let variable) = entry.value, variable.shape.isEmpty, match.leftoverSub == nil
      else { return false }
      let settled = body.replacing(symbol, by: .number(customary))
      return linkJudge.judge(guards: conditions(), read: sides(left, settled)).kind == .holds
    }
  }
}

extension KnownFunctions {
  fileprivate static let customaryParameters = ["elu": "1", "swish": "1", "leaky relu": "0.01"]
}

extension [Node] {
  /// The word that they are, as one node or in letters; nil where they are more than that.
  fileprivate var functionName: String? {
    var word = ""
    for node in self {
      switch node.kind {
      case .name(let name): word += name
      case .letter(let letter) where letter.count == 1: word += letter
      default: return nil
      }
    }
    return word
  }

  /// Letters with what is written at their corners, each once.
  fileprivate var symbols: [Node] {
    var found: [Node] = []
    forEachNode { node in
      guard case .letter = node.base.kind, node.scripts.sup == nil, node.scripts.primes == 0,
        !found.contains(where: { $0.key == node.key })
      else { return }
      found.append(node)
    }
    return found
  }

  /// With something else in all places of a symbol, whatever power it is raised to.
  fileprivate func replacing(_ symbol: Node, by kind: Node.Kind) -> [Node] {
    map { node in
      if node.key == symbol.key { return Node(kind, node.range) }
      switch node.kind {
      case .scripted(let base?, let sub, let sup, let primes):
        return Node(
          .scripted(
            [base].replacing(symbol, by: kind)[0], sub: sub, sup: sup?.replacing(symbol, by: kind), primes: primes),
          node.range)
      case .fraction(let above, let below):
        return Node(.fraction(above.replacing(symbol, by: kind), below.replacing(symbol, by: kind)), node.range)
      case .root(let inner, let index): return Node(.root(inner.replacing(symbol, by: kind), index: index), node.range)
      case .environment(let name, let rows):
        let replaced = rows.map { row in
          Node.Row(cells: row.cells.map { $0.replacing(symbol, by: kind) }, range: row.range)
        }
        return Node(.environment(name, replaced), node.range)
      default: return node
      }
    }
  }
}
