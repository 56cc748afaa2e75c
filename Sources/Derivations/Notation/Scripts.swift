import TeXMath

/// What is written at a corner of a symbol, cut into its indices: `jk` is j and k, `l+1` is one, `[l](i)` two.
struct ScriptItem: Hashable {
  var nodes: [Node]
  /// The bracket around it, where there is one.
  var bracket: String?

  var key: String { nodes.key }
  var letter: String? {
    if nodes.count == 1, case .letter(let letter) = nodes[0].kind { letter } else { nil }
  }

  /// Cuts a script into its items. Digits of one number stay together; `splitDigits` parts them.
  static func items(of nodes: [Node]) -> [ScriptItem] {
    var items: [ScriptItem] = []
    var current: [Node] = []
    var position = 0
    func end() {
      if !current.isEmpty { items.append(ScriptItem(nodes: current)) }
      current = []
    }
    while position < nodes.count {
      let node = nodes[position]
      switch node.bareSign {
      case ",", ";":
        end()
        position += 1
      case "(", "[":
        end()
        let close = Self.closing(of: position, in: nodes)
        let inner = Array(nodes[(position + 1)..<close])
        let bracket = node.bareSign ?? "("
        // A bracket holds one index, or several with commas.
        let parts = inner.split { $0.bareSign == "," }.map(Array.init)
        if parts.isEmpty {
          items.append(ScriptItem(nodes: [], bracket: bracket))
        }
        items += parts.map { ScriptItem(nodes: $0, bracket: bracket) }
        position = close + 1
        if close < nodes.count, case .scripted(_, let sub, let sup, let primes) = nodes[close].kind {
          items += sup.map(Self.items(of:)) ?? []
          // What else stands there makes it another index.
          if sub != nil || primes > 0 { items.append(ScriptItem(nodes: [nodes[close]])) }
        }
      case "+", "-":
        let isSum = !current.isEmpty && position + 1 < nodes.count && nodes[position + 1].isIndexAtom
        if isSum {
          current += [node, nodes[position + 1]]
          position += 2
        } else {
          end()
          items.append(ScriptItem(nodes: [node]))
          position += 1
        }
      default:
        if !current.isEmpty { end() }
        current.append(node)
        position += 1
      }
    }
    end()
    return items
  }

  static func closing(of position: Int, in nodes: [Node]) -> Int {
    var level = 0
    for index in position..<nodes.count {
      level += nodes[index].bracketNesting
      if level <= 0 { return index }
    }
    return nodes.count
  }

  /// `23` as 2 and 3, where two indices are asked for.
  static func splitDigits(_ items: [ScriptItem], into count: Int) -> [ScriptItem] {
    guard items.count < count else { return items }
    let split = items.flatMap { item -> [ScriptItem] in
      guard item.nodes.count == 1, item.bracket == nil, case .number(let digits) = item.nodes[0].kind,
        !digits.contains(".")
      else { return [item] }
      return digits.map { ScriptItem(nodes: [Node(.number(String($0)), item.nodes[0].range)]) }
    }
    return split.count == count ? split : items
  }
}

extension Node {
  fileprivate var isIndexAtom: Bool {
    switch kind {
    case .letter, .number, .name: true
    default: false
    }
  }

  /// Whether it marks a transpose as a superscript.
  var isTransposeMark: Bool {
    switch kind {
    case .letter("T"), .letter("\\top"), .letter("\\intercal"), .sign("\\top"), .name("T"): true
    case .letter("\\intercal"): true
    case .dressed(_, let inner): inner.count == 1 && inner[0].isTransposeMark
    default: false
    }
  }
}
