/// The macros of a document: those of its front matter, and those that its formulas define.
package struct MacroTable: Sendable {
  struct Macro: Sendable {
    var parameters: Int
    /// The default of the first parameter, where it is optional.
    var optional: [Lexeme]?
    var body: [Lexeme]
  }

  /// More than any formula needs; a macro that calls itself gets no further.
  private static let expansionLimit = 2_000
  private static let sizeLimit = 100_000

  private var macros: [String: Macro] = [:]

  package init() {}

  /// Names of macros without arguments, in alphabetical order.
  package var constants: [String] { macros.filter { $0.value.parameters == 0 }.keys.sorted() }

  /// Defines `name`, with its backslash, as `body`; `#1` … stand for its arguments, as in KaTeX.
  package mutating func define(_ name: String, as body: String) {
    let lexemes = Lexeme.scan(body)
    let count = lexemes.map { if case .parameter(let number) = $0.kind { number } else { 0 } }.max() ?? 0
    macros[name] = Macro(parameters: count, optional: nil, body: lexemes)
  }

  /// Replaces every call of a macro by what it stands for, and takes in the definitions that stand in the formula.
  ///
  /// - Returns: also the places of the calls, from the name to the last argument
  package mutating func expanding(
    _ lexemes: [Lexeme]
  ) -> (lexemes: [Lexeme], calls: [Range<Int>], damage: [Damage]) {
    let hasCalls = lexemes.contains { lexeme in
      lexeme.kind == .command && (macros[lexeme.text] != nil || Definition.commands.contains(lexeme.text))
    }
    guard hasCalls else { return (lexemes, [], []) }
    var reader = ExpansionReader(lexemes)
    var expanded: [Lexeme] = []
    var calls: [Range<Int>] = []
    var damage: [Damage] = []
    var expansions = 0
    while let lexeme = reader.next() {
      guard lexeme.kind == .command else {
        expanded.append(lexeme)
        continue
      }
      if Definition.commands.contains(lexeme.text) {
        switch Definition.reading(lexeme.text, from: &reader) {
        case .success(let definition): macros[definition.name] = definition.macro
        case .failure: damage.append(Damage(.unreadableDefinition, lexeme.range))
        }
      } else if let macro = macros[lexeme.text] {
        expansions += 1
        guard expansions <= Self.expansionLimit, expanded.count + reader.count <= Self.sizeLimit else {
          damage.append(Damage(.macroWithoutEnd(lexeme.text), lexeme.range))
          return (expanded, calls, damage)
        }
        guard let body = macro.called(at: lexeme.range, reading: &reader) else {
          damage.append(Damage(.missingArgument(of: lexeme.text), lexeme.range))
          continue
        }
        calls.append(
          lexeme.range.lowerBound..<max(lexeme.range.upperBound, macro.takesArguments ? reader.argumentEnd : 0))
        reader.push(body)
      } else {
        expanded.append(lexeme)
      }
    }
    return (expanded, calls, damage)
  }
}

extension MacroTable.Macro {
  fileprivate var takesArguments: Bool { parameters > (optional == nil ? 0 : 1) }

  /// The body with the arguments that follow in its parameters' places; nil where one is missing.
  fileprivate func called(at range: Range<Int>, reading reader: inout ExpansionReader) -> [Lexeme]? {
    var arguments: [[Lexeme]] = []
    if let optional { arguments.append(reader.optionalArgument() ?? optional) }
    while arguments.count < parameters {
      guard let argument = reader.argument() else { return nil }
      arguments.append(argument)
    }
    return body.flatMap { lexeme -> [Lexeme] in
      if case .parameter(let number) = lexeme.kind {
        return number <= arguments.count ? arguments[number - 1] : []
      }
      var placed = lexeme
      placed.range = range
      return [placed]
    }
  }
}

/// A definition that stands in a formula: `\newcommand{\x}[1]{…}`, `\def\x{…}`, `\DeclareMathOperator{\x}{…}`.
private struct Definition {
  static let commands: Set<String> = [
    "\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\DeclareMathOperator",
  ]
  struct Unreadable: Error {}

  var name: String
  var macro: MacroTable.Macro

  static func reading(_ command: String, from reader: inout ExpansionReader) -> Result<Definition, Unreadable> {
    guard let name = reader.argument()?.first(where: { $0.kind != .space }), name.kind == .command else {
      return .failure(Unreadable())
    }
    var count = 0
    var optional: [Lexeme]?
    if command == "\\def" {
      while let next = reader.peek(), case .parameter(let number) = next.kind {
        _ = reader.next()
        count = number
      }
      // Anything else before the body would be a delimiter.
      guard reader.peek()?.kind == .open else { return .failure(Unreadable()) }
    } else if let number = reader.optionalArgument() {
      count = Int(number.map(\.text).joined()) ?? 0
      optional = reader.optionalArgument()
    }
    guard var body = reader.argument() else { return .failure(Unreadable()) }
    if command == "\\DeclareMathOperator" {
      let place = name.range
      body =
        [Lexeme(kind: .command, text: "\\operatorname", range: place), Lexeme(kind: .open, text: "{", range: place)]
        + body
        + [Lexeme(kind: .close, text: "}", range: place)]
    }
    return .success(
      Definition(name: name.text, macro: MacroTable.Macro(parameters: count, optional: optional, body: body)))
  }
}
