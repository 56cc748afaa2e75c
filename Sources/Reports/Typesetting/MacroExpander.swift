import Documents

/// Expands the author's macros: those of the front matter, and those that formulas define.
///
/// Done here and not by KaTeX, so that every report shows the same and no macro can keep a typesetter busy for ever.
struct MacroExpander {
  private struct Macro {
    var parameters: Int
    var body: [TeXToken]
  }
  private var macros: [String: Macro] = [:]

  /// How many calls one call may lead to, and how many tokens it may become.
  static let expansionLimit = 1000
  static let tokenLimit = 20_000
  /// How many tokens all calls of a document may become.
  private var budget = 1_000_000

  init(_ macros: [FrontMatter.Macro] = []) {
    for macro in macros { define(macro.name, parameters: nil, TeXToken.tokens(of: macro.body)[...]) }
  }

  private mutating func define(_ name: String, parameters: Int?, _ body: ArraySlice<TeXToken>) {
    let used = body.map { if case .parameter(let number) = $0.kind { number } else { 0 } }.max() ?? 0
    macros[name] = Macro(parameters: min(9, max(parameters ?? used, 0)), body: Array(body))
  }

  /// The changes that a formula needs: calls become what they stand for, definitions are taken out and kept.
  ///
  /// - Returns: also the calls, by their bytes, that went over a limit and stay as they are
  mutating func edits(of tokens: TeXTokens) -> (edits: [TeXEdit], overLimit: [Range<Int>]) {
    var edits: [TeXEdit] = []
    var overLimit: [Range<Int>] = []
    var i = 0
    while i < tokens.count {
      let start = i
      let token = tokens[i]
      i += 1
      guard token.kind == .control else { continue }
      if readDefinition(token.text, in: tokens, at: &i) {
        edits.append(TeXEdit(range: token.range.lowerBound..<tokens[i - 1].range.upperBound, replacement: ""))
      } else if let macro = macros[token.text], let arguments = Self.arguments(of: macro, in: tokens, at: &i) {
        let range = tokens[start].range.lowerBound..<tokens[i - 1].range.upperBound
        guard let expanded = expansion(of: macro, with: arguments) else {
          budget -= Self.tokenLimit
          overLimit.append(range)
          continue
        }
        budget -= expanded.count
        var text = expanded.tex.split(whereSeparator: \.isNewline).joined(separator: " ")
        if expanded.last?.isControlWord == true, i < tokens.count,
          tokens[i].text.utf8.first.map(TeXToken.isLetter) == true
        {
          text += " "
        }
        edits.append(TeXEdit(range: range, replacement: text))
      }
    }
    return (edits, overLimit)
  }

  private static func arguments(
    of macro: Macro, in tokens: TeXTokens, at index: inout Int
  ) -> [ArraySlice<TeXToken>]? {
    var i = index
    var arguments: [ArraySlice<TeXToken>] = []
    for _ in 0..<macro.parameters {
      guard let argument = tokens.argument(at: &i) else { return nil }
      arguments.append(argument)
    }
    index = i
    return arguments
  }

  /// nil where it goes over a limit. Calls wait on a stack, the next one last.
  private func expansion(of macro: Macro, with arguments: [ArraySlice<TeXToken>]) -> [TeXToken]? {
    guard budget > 0 else { return nil }
    var waiting = [TeXToken](Self.substituting(arguments, in: macro.body).reversed())
    var result: [TeXToken] = []
    var expansions = 1
    while let token = waiting.popLast() {
      guard token.kind == .control, let inner = macros[token.text] else {
        result.append(token)
        if result.count > Self.tokenLimit { return nil }
        continue
      }
      expansions += 1
      guard expansions <= Self.expansionLimit, waiting.count <= Self.tokenLimit else { return nil }
      var arguments: [ArraySlice<TeXToken>] = []
      for _ in 0..<inner.parameters {
        guard let argument = Self.popArgument(from: &waiting) else { return nil }
        arguments.append(argument)
      }
      waiting.append(contentsOf: Self.substituting(arguments, in: inner.body).reversed())
    }
    return result
  }

  /// Takes an argument from tokens of which the next one is the last.
  private static func popArgument(from waiting: inout [TeXToken]) -> ArraySlice<TeXToken>? {
    while waiting.last?.kind == .space || waiting.last?.kind == .comment { waiting.removeLast() }
    guard let first = waiting.popLast(), first.kind != .close else { return nil }
    guard first.kind == .open else { return [first] }
    var depth = 1
    var argument: [TeXToken] = []
    while let token = waiting.popLast() {
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      if depth == 0 { return argument[...] }
      argument.append(token)
    }
    return nil
  }

  private static func substituting(_ arguments: [ArraySlice<TeXToken>], in body: [TeXToken]) -> [TeXToken] {
    body.flatMap { token in
      guard case .parameter(let number) = token.kind, number <= arguments.count else { return [token] }
      return Array(arguments[number - 1])
    }
  }

  /// `\newcommand{\name}[2]{…}`, `\def\name#1{…}`, `\DeclareMathOperator{\name}{…}`.
  private mutating func readDefinition(_ command: String, in tokens: TeXTokens, at index: inout Int) -> Bool {
    var i = index
    var parameters = 0
    switch command {
    case "\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\gdef", "\\DeclareMathOperator": break
    default: return false
    }
    if i < tokens.count, tokens[i].text == "*" { i += 1 }
    guard let name = tokens.argument(at: &i), name.count == 1, let name = name.first, name.kind == .control else {
      return false
    }
    if command.hasSuffix("def") {
      while i < tokens.count, case .parameter(let number) = tokens[i].kind {
        parameters = number
        i += 1
      }
    } else if i + 2 < tokens.count, tokens[i].text == "[", let count = Int(tokens[i + 1].text),
      tokens[i + 2].text == "]"
    {
      parameters = count
      i += 3
    }
    guard let body = tokens.argument(at: &i) else { return false }
    if command == "\\DeclareMathOperator" {
      let operatorName = TeXToken.tokens(of: "\\operatorname{\(body.tex)}")
      define(name.text, parameters: 0, operatorName[...])
    } else {
      define(name.text, parameters: parameters, body)
    }
    index = i
    return true
  }
}
