/// Two spaces or more, as wide as a `\quad`, behind which an equation begins: `a = b \ \ c = d`. Within one they say nothing.
enum SpacedStatements {
  /// Of each such run of spaces the first.
  static func places(in lexemes: [Lexeme]) -> [Int] {
    guard lexemes.contains(where: { $0.text == "\\ " }) else { return [] }
    var places: [Int] = []
    var start: Int?
    var count = 0
    for (place, lexeme) in lexemes.enumerated() where lexeme.kind != .space {
      if lexeme.text == "\\ " {
        start = start ?? place
        count += 1
        continue
      }
      if let start, count > 1, lexemes[..<start].contains(where: { $0.text == "=" }), beginsEquation(lexemes[place...])
      {
        places.append(start)
      }
      (start, count) = (nil, 0)
    }
    return places
  }

  /// Whether a symbol with what is at its corners stands next, and a sign of equality behind it.
  private static func beginsEquation(_ lexemes: ArraySlice<Lexeme>) -> Bool {
    var depth = 0
    var isSymbol = false
    for lexeme in lexemes.prefix(24) where lexeme.kind != .space {
      switch lexeme.kind {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth < 0 { return false }
      case .command where depth == 0:
        let role = Commands.roles[lexeme.text]
        guard role == nil || role == .ignored, !["\\partial", "\\nabla"].contains(lexeme.text) else { return false }
        isSymbol = true
      case .character where depth == 0:
        if lexeme.text == "=" { return isSymbol }
        guard lexeme.text.allSatisfy({ $0.isLetter || $0.isNumber || "_^'".contains($0) }) else { return false }
        isSymbol = true
      case .alignment, .parameter: return false
      case .command, .character, .space: break
      }
    }
    return false
  }
}
