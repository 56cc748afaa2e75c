/// A formula as read: its tree and what is wrong with it.
package struct TeXFormula: Sendable {
  package var nodes: [Node]
  package var damage: [Damage]
  /// The calls of macros with their arguments, in bytes of the text.
  package var calls: [Range<Int>]

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
    return TeXFormula(nodes: nodes, damage: depth.isEmpty ? damage : depth, calls: expansion.calls)
  }
}

extension TeXFormula {
  /// What the formula says, if it stands as a display.
  package var statements: StatementList { StatementReader.reading(nodes) }

  /// The formula with every macro replaced by what it stands for; as it is where none stands in it.
  package static func expanding(_ tex: String, macros: inout MacroTable) -> String {
    expandingWithPlaces(tex, macros: &macros).text
  }

  /// The same, and where its pieces stand in `tex`; nil where no macro does.
  package static func expandingWithPlaces(
    _ tex: String, macros: inout MacroTable
  ) -> (text: String, places: MacroPlaces?) {
    let lexemes = Lexeme.scan(tex)
    let expansion = macros.expanding(lexemes)
    guard expansion.lexemes != lexemes else { return (tex, nil) }
    var text = ""
    var places = MacroPlaces()
    var tail = CommandTail()
    for lexeme in expansion.lexemes {
      // A command must not run into a letter that follows it.
      if tail.isCommand, lexeme.text.first?.isLetter ?? false {
        text += " "
        tail.append(" ")
      }
      let start = text.utf8.count
      text += lexeme.text
      tail.append(lexeme.text)
      places.append(lexeme, at: start..<text.utf8.count, calls: expansion.calls)
    }
    return (text, places)
  }
}

/// What stands behind the last backslash of a text.
private struct CommandTail {
  /// How many letters, where nothing else does; nil without a backslash.
  private var letters: Int?

  /// Whether the text ends with the name of a command, in letters.
  var isCommand: Bool { letters.map { $0 > 0 } ?? false }

  mutating func append(_ piece: String) {
    for character in piece {
      if character == "\\" { letters = 0 } else { letters = character.isLetter ? letters.map { $0 + 1 } : nil }
    }
  }
}
