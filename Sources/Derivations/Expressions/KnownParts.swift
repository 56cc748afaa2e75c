import TeXMath

/// Parts of members that have been read, by what they are made of: a change of a member leaves all but one of its symbols
/// and brackets as they are.
///
/// Of use where no one asks at which place of the text something stands: a part has the places of its first reading.
final class KnownParts {
  private var symbols: [String: Expression] = [:]
  private var groups: [Group: Expression] = [:]
  private var bodies: [Body: Expression] = [:]
  /// Symbols that no sentence binds by themselves.
  private var compound: Set<String> = []
  /// Symbols that somewhere said more than what is known of them, or something else.
  private var unsettled: Set<String> = []
  /// How often such a symbol has become known: what was read before may read otherwise since.
  private(set) var revisions = 0

  struct Group: Hashable {
    var text: String
    var depth: Int
    /// The letters that sums around it bind.
    var bound: [String]
    /// As what it is read: an argument, a whole number, what is differentiated.
    var role: Int
  }

  /// The body of a definition where it is used.
  struct Body: Hashable {
    /// The definition with its indices.
    var use: String
    var depth: Int
    var bound: [String]
    var isArgument: Bool
  }

  subscript(symbol: String) -> Expression? { symbols[symbol] }

  func know(_ expression: Expression, asSymbol text: String) {
    if unsettled.remove(text) != nil { revisions += 1 }
    symbols[text] = expression
  }

  func isCompound(_ text: String) -> Bool { compound.contains(text) }

  func noteCompound(_ text: String) { compound.insert(text) }

  func leaveOpen(symbol text: String) { if symbols[text] == nil { unsettled.insert(text) } }

  subscript(body: Body) -> Expression? {
    get { bodies[body] }
    set { bodies[body] = newValue }
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

  /// - Parameter isAlone: whether nothing but the symbol was read
  func know(_ expression: Expression, asSymbol text: String?, _ node: Node, isAlone: Bool) {
    guard let text, let known, !known.isCompound(text) else { return }
    guard scope.bindsAlone(node) else { return known.noteCompound(text) }
    if isAlone, isPlain { known.know(expression, asSymbol: text) } else { known.leaveOpen(symbol: text) }
  }

  /// The body of a definition, if what it says here is all that there is to be found out.
  func body(_ use: String) -> KnownParts.Body? {
    guard known != nil, isPlain else { return nil }
    return KnownParts.Body(use: use, depth: options.depth, bound: boundLetters, isArgument: isArgument)
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
