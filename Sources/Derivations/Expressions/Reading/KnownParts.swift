import TeXMath

/// Parts of members that have been read, by what they are made of: a change of a member leaves all but one of its symbols
/// and brackets as they are.
///
/// Of use where no one asks at which place of the text something stands: a part has the places of its first reading.
final class KnownParts {
  /// What a part says, with the letters in it that nothing binds: see `ExpressionParser`.
  struct Part {
    var expression: Expression
    var realVariables: [String: Bool]
    /// How many nodes it takes.
    var length = 1
  }

  private var symbols: [String: Expression] = [:]
  private var groups: [Group: Part] = [:]
  private var bodies: [Body: Part] = [:]
  private var calls: [Call: Part] = [:]
  /// What operators bind.
  var bindings: [String: Expression.Binding] = [:]
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

  /// A symbol with what stands in brackets behind it.
  struct Call: Hashable {
    var text: String
    var depth: Int
    var isArgument: Bool
    var isWholeNumber: Bool
  }

  subscript(symbol: String) -> Expression? { symbols[symbol] }

  func know(_ expression: Expression, asSymbol text: String) {
    if unsettled.remove(text) != nil { revisions += 1 }
    symbols[text] = expression
  }

  func isCompound(_ text: String) -> Bool { compound.contains(text) }

  func noteCompound(_ text: String) { compound.insert(text) }

  func leaveOpen(symbol text: String) { if symbols[text] == nil { unsettled.insert(text) } }

  subscript(body: Body) -> Part? {
    get { bodies[body] }
    set { bodies[body] = newValue }
  }

  subscript(group: Group) -> Part? {
    get { groups[group] }
    set { groups[group] = newValue }
  }

  subscript(call: Call) -> Part? {
    get { calls[call] }
    set { calls[call] = newValue }
  }
}

extension ExpressionParser {
  /// Whether reading a part finds out nothing but what it says, and which letters nothing binds.
  private var isPlain: Bool { notes.isEmpty && options.expanding.isEmpty && options.unrolled == 0 }

  func group(_ nodes: ArraySlice<Node>, _ roles: [Bool]) -> KnownParts.Group? {
    guard known != nil, isPlain, !nodes.isEmpty else { return nil }
    return KnownParts.Group(
      text: nodes.written, depth: options.depth, bound: boundLetters,
      role: roles.reduce(0) { $0 << 1 + ($1 ? 1 : 0) })
  }

  /// Takes down what a part says, unless there was more to be found out.
  func know(_ expression: Expression, _ realVariables: [String: Bool], as group: KnownParts.Group) {
    if isPlain { known?[group] = KnownParts.Part(expression: expression, realVariables: realVariables) }
  }

  /// Takes in the letters that nothing binds in a part.
  mutating func takeVariables(_ found: [String: Bool]) {
    for (letter, isArgument) in found { realVariables[letter] = (realVariables[letter] ?? false) || isArgument }
  }

  /// What stands next, if it is a symbol with brackets behind it, and these alone decide with it what it says.
  func separateCall(_ node: Node) -> (call: KnownParts.Call, length: Int)? {
    guard known != nil, isPlain, boundLetters.isEmpty, !isDifferentiated, position + 1 < nodes.count,
      nodes[position + 1].bareSign == "(", node.base.isBareLetter, let close = closing(from: position + 1),
      close + 1 == nodes.count || nodes[close + 1].bracketNesting <= 0, scope.hasNoPhrase(beginningWith: node)
    else { return nil }
    let call = KnownParts.Call(
      text: nodes[position...close].written, depth: options.depth, isArgument: isArgument, isWholeNumber: isWholeNumber)
    return (call, close + 1 - position)
  }

  /// - Parameter length: of the symbol with the brackets behind it
  func know(_ expression: Expression, as call: KnownParts.Call, from start: Int, length: Int) {
    guard isPlain, !asksNeighbours, position <= start + length else { return }
    known?[call] = KnownParts.Part(expression: expression, realVariables: realVariables, length: position - start)
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
    return hasNoPhrase(beginningWith: node)
  }

  /// Whether no symbol of several nodes begins with the letter of this one.
  fileprivate func hasNoPhrase(beginningWith node: Node) -> Bool {
    (places[node.base.key] ?? []).allSatisfy { entries[$0].pattern.nodes.count == 1 }
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
