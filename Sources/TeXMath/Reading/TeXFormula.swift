/// A formula as read: its tree and what is wrong with it.
package struct TeXFormula: Sendable {
  package var nodes: [Node]
  package var damage: [Damage]

  /// Reads `tex`. Total: there is always a tree.
  ///
  /// - Parameter macros: those in force; definitions in the formula are added
  package static func reading(_ tex: String, macros: inout MacroTable) -> TeXFormula {
    let expansion = macros.expanding(Lexeme.scan(tex))
    var parser = TreeParser(expansion.lexemes)
    let nodes = parser.parse()
    let damage = expansion.damage + parser.damage
    // What is cut off in the depth leaves everything around it open, which says nothing more.
    let depth = damage.filter { $0.fact == .nestedTooDeeply }
    return TeXFormula(nodes: nodes, damage: depth.isEmpty ? damage : depth)
  }
}

extension TeXFormula {
  /// What the formula says, if it stands as a display.
  package var statements: StatementList { StatementReader.reading(nodes) }
}
