import Synchronization
package import TeXMath

/// What the displays of a document define, found by its name before the displays are reached: an author may write `where`
/// after an equation and say only then what one of its symbols is.
package final class LaterDefinitions: Sendable {
  fileprivate struct Definition: Sendable {
    var place: Int
    var left: [Node]
    var body: [Node]
  }
  private let displays: @Sendable () -> [(place: Int, statements: [Statement])]
  /// Found out when they are first asked for.
  private let known = Mutex<[String: [Definition]]?>(nil)

  private var definitions: [String: [Definition]] {
    known.withLock { known in
      let definitions = known ?? found()
      known = definitions
      return definitions
    }
  }

  private func found() -> [String: [Definition]] {
    var found: [String: [Definition]] = [:]
    for (place, statements) in displays() {
      for statement in statements where StatementJudge.isEquation(statement.relations.first?.sign ?? "") {
        let members = statement.members.map(StatementJudge.trimmed)
        guard let first = SymbolName(members[0])?.symbol.first else { continue }
        found[first.base.key, default: []].append(Definition(place: place, left: members[0], body: members[1]))
      }
    }
    return found
  }

  /// - Parameter displays: the document's displays in order, each with a number that grows
  package init(_ displays: @escaping @Sendable () -> [(place: Int, statements: [Statement])]) {
    self.displays = displays
  }

  /// A scope in which what a body lacks has the meaning that displays from one place to another give it.
  func completed(_ scope: Scope, for body: [Node], from first: Int, through last: Int = .max) -> Scope {
    var scope = scope
    var open = [PlainNodes.plain(body)]
    // More than any equation has to wait for.
    var left = 24
    while let nodes = open.popLast(), left > 0 {
      let all = nodes.flattened
      for (place, symbol) in all.enumerated() {
        // A symbol that takes several nodes has its meaning, or a sentence that could not be read.
        guard case .none = scope.lookup([symbol]), case .none = scope.lookup(all[place...]),
          let (name, body) = definition(of: symbol, scope, from: first, through: last)
        else { continue }
        let plain = PlainNodes.plain(body)
        let pattern = SymbolPattern(name.symbol, variables: name.variables(in: plain, scope))
        scope.define(pattern, parameters: name.parameters, body: body, isLet: false)
        open.append(plain)
        left -= 1
      }
    }
    return scope
  }

  private func definition(
    of symbol: Node, _ scope: Scope, from place: Int, through last: Int
  ) -> (name: SymbolName, body: [Node])? {
    definitions[symbol.base.key]?.lazy.compactMap { definition in
      guard (place...last).contains(definition.place),
        let name = SymbolName(definition.left, definedAs: definition.body, in: scope)
      else { return nil }
      let head = name.isOfSeveral ? name.symbol : Array(name.symbol.prefix(1))
      let pattern = SymbolPattern(head, variables: name.variables(in: PlainNodes.plain(definition.body), scope))
      return pattern.match([symbol], undressing: false) == nil ? nil : (name, definition.body)
    }.first
  }
}
