/// Lexemes to come, at whose front more can be put.
struct ExpansionReader {
  /// The next one last.
  private var stack: [Lexeme]
  /// Where in the formula's text the last argument that was read ends.
  private(set) var argumentEnd = 0

  init(_ lexemes: [Lexeme]) { stack = lexemes.reversed() }

  var count: Int { stack.count }

  func peek() -> Lexeme? { stack.last }

  mutating func next() -> Lexeme? { stack.popLast() }

  mutating func push(_ lexemes: [Lexeme]) { stack += lexemes.reversed() }

  private mutating func skipSpace() {
    while stack.last?.kind == .space { stack.removeLast() }
  }

  /// What stands in the braces that follow, or the one lexeme that does.
  mutating func argument() -> [Lexeme]? {
    skipSpace()
    guard let first = stack.last, first.kind != .close, first.kind != .alignment else { return nil }
    stack.removeLast()
    argumentEnd = first.range.upperBound
    guard first.kind == .open else { return [first] }
    var found: [Lexeme] = []
    var level = 1
    while let lexeme = stack.popLast() {
      if lexeme.kind == .open { level += 1 }
      if lexeme.kind == .close { level -= 1 }
      if level == 0 {
        argumentEnd = lexeme.range.upperBound
        return found
      }
      found.append(lexeme)
    }
    return nil
  }

  /// What stands in the square brackets that follow.
  mutating func optionalArgument() -> [Lexeme]? {
    skipSpace()
    guard stack.last?.text == "[", let end = stack.lastIndex(where: { $0.text == "]" }) else { return nil }
    let found = Array(stack[(end + 1)...].dropLast().reversed())
    stack.removeSubrange(end...)
    return found
  }
}
