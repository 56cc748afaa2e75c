import TeXMath

/// Parts of members that have been read, by what they are made of: a change of a member leaves all but one of its symbols
/// and brackets as they are.
///
/// Of use where no one asks at which place of the text something stands: a part has the places of its first reading.
final class KnownParts {
  private var symbols: [String: Expression] = [:]
  private var groups: [Group: Expression] = [:]

  struct Group: Hashable {
    var text: String
    var depth: Int
    /// The letters that sums around it bind.
    var bound: [String]
    /// As what it is read: an argument, a whole number, what is differentiated.
    var role: Int
  }

  subscript(symbol: String) -> Expression? {
    get { symbols[symbol] }
    set { symbols[symbol] = newValue }
  }

  subscript(group: Group) -> Expression? {
    get { groups[group] }
    set { groups[group] = newValue }
  }
}

extension ExpressionParser {
  /// Whether reading a part finds out nothing but what it says.
  private var isPlain: Bool {
    notes.isEmpty && realVariables.isEmpty && options.expanding.isEmpty && options.unrolled == 0
  }

  func group(_ nodes: ArraySlice<Node>, _ roles: [Bool]) -> KnownParts.Group? {
    guard known != nil, isPlain, nodes.count > 1 else { return nil }
    return KnownParts.Group(
      text: nodes.written, depth: options.depth, bound: boundLetters,
      role: roles.reduce(0) { $0 << 1 + ($1 ? 1 : 0) })
  }

  /// Takes down what a part says, unless there was more to be found out.
  func know(_ expression: Expression, as group: KnownParts.Group?) {
    if let group, isPlain { known?[group] = expression }
  }

  /// The text of the symbol that stands next, if that is all that decides what it says.
  var separateSymbol: String? {
    guard known != nil, isPlain, boundLetters.isEmpty, let node = next, !areArguments(from: position + 1) else {
      return nil
    }
    let follower = position + 1 < nodes.count ? nodes[position + 1] : nil
    switch node.kind {
    case .scripted(let base?, _, _, _) where base.isBareLetter: return node.key
    // A letter may be the first of a name or a function, or have lost the mark of its index.
    case .letter where follower?.base.isBareLetter != true && follower?.base.lostIndex == nil: return node.key
    default: return nil
    }
  }

  func know(_ expression: Expression, asSymbol text: String?, _ node: Node) {
    if let text, isPlain, scope.bindsAlone(node) { known?[text] = expression }
  }
}

extension Scope {
  /// Whether a sentence binds a symbol to a quantity, whatever stands behind it.
  fileprivate func bindsAlone(_ node: Node) -> Bool {
    guard case .found(let entry, let match) = lookup([node]), entry.isNotation, match.missing.isEmpty,
      case .meaning(let meaning) = entry.value, !meaning.isFunction, !meaning.isCost
    else { return false }
    return (places[node.base.key] ?? []).allSatisfy { entries[$0].pattern.nodes.count == 1 }
  }
}

extension ArraySlice<Node> {
  /// What the nodes are, and between which of them there is a space.
  fileprivate var written: String {
    var text = ""
    var end: Int?
    for node in self {
      if let end { text += end == node.range.lowerBound ? " " : "  " }
      text += node.key
      end = node.range.upperBound
    }
    return text
  }
}
