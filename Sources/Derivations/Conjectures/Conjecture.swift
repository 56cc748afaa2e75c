package import TeXMath

/// What a symbol may mean whose sentence could not be read.
package struct Conjecture: Sendable {
  /// A meaning, as `Scope.bind` takes it.
  package struct Reading: Sendable {
    package var symbol: [Node]
    package var letters: Set<String>
    package var meaning: SymbolMeaning

    package init(symbol: [Node], letters: Set<String>, meaning: SymbolMeaning) {
      (self.symbol, self.letters, self.meaning) = (symbol, letters, meaning)
    }
  }

  package let symbol: [Node]
  /// The likeliest first.
  package var readings: [Reading] = []

  package init(symbol: [Node]) { self.symbol = symbol }

  package func isAbout(_ other: [Node]) -> Bool { PlainNodes.plain(symbol).key == PlainNodes.plain(other).key }
}

extension Scope {
  /// Whether a sentence speaks of this symbol that could not be read.
  package func isUnread(_ symbol: [Node]) -> Bool {
    let key = PlainNodes.plain(symbol).key
    return entries.contains { $0.pattern.key == key && $0.value.isUnread }
  }

  /// The symbols among some nodes whose sentence could not be read, by their keys, each as it is written there.
  func unreadSymbols(in nodes: [Node]) -> [String: Set<String>] {
    let all = PlainNodes.plain(nodes).flattened
    var found: [String: Set<String>] = [:]
    for place in all.indices {
      // A symbol of several nodes begins at one of them.
      guard case .found(let entry, _) = lookup(all[place...]), entry.value.isUnread else { continue }
      found[entry.pattern.key, default: []].insert(all[place].key)
    }
    return found
  }
}

extension Scope.Value {
  fileprivate var isUnread: Bool { if case .meaning(let meaning) = self { meaning.quantity == .unread } else { false } }
}
