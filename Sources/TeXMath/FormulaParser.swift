/// Reads sums of products of powers, by recursive descent.
struct FormulaParser {
  private var tokens: [FormulaToken]
  private let end: Int
  private var position = 0
  private var depth = 0

  /// Deeper nesting than any formula has; the bound keeps the stack.
  private static let maximumDepth = 100

  private static let functions = ["\\exp", "\\ln", "\\log", "\\sqrt", "\\sin", "\\cos", "\\tanh"]
  /// Commands that change how their argument looks, and are part of its name.
  private static let accents = [
    "\\mathbf", "\\mathrm", "\\mathcal", "\\mathsf", "\\mathit", "\\boldsymbol", "\\text", "\\operatorname", "\\hat",
    "\\bar", "\\tilde", "\\vec", "\\dot",
  ]
  private static let operators = ["\\cdot", "\\times", "\\frac", "\\dfrac", "\\tfrac", "\\cfrac"]

  init(_ tex: String, at offset: Int) {
    tokens = FormulaToken.scan(tex).map { token in
      FormulaToken(
        kind: token.kind, text: token.text,
        range: token.range.lowerBound + offset..<token.range.upperBound + offset)
    }
    end = tex.utf8.count + offset
  }

  mutating func parse() -> Result<Formula, FormulaProblem> {
    do throws(FormulaProblem) {
      let formula = try sum()
      if let extra = next { throw problem("`\(extra.text)` is not read here", at: extra) }
      return .success(formula)
    } catch {
      return .failure(error)
    }
  }

  private var next: FormulaToken? { position < tokens.count ? tokens[position] : nil }

  private func problem(_ message: String, at token: FormulaToken?) -> FormulaProblem {
    FormulaProblem(message: message, range: token?.range ?? end..<end)
  }

  private mutating func take(_ text: String) -> Bool {
    guard next?.text == text else { return false }
    position += 1
    return true
  }

  private mutating func nested<T>(
    _ read: (inout FormulaParser) throws(FormulaProblem) -> T
  ) throws(FormulaProblem) -> T {
    guard depth < Self.maximumDepth else {
      throw problem("the formula is nested more than \(Self.maximumDepth) levels deep", at: next)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func sum() throws(FormulaProblem) -> Formula {
    var terms = [try term()]
    while let sign = next, sign.text == "+" || sign.text == "-" {
      position += 1
      let more = try product()
      terms.append(sign.text == "-" ? .negative(more) : more)
    }
    return terms.count == 1 ? terms[0] : .sum(terms)
  }

  private mutating func term() throws(FormulaProblem) -> Formula {
    if take("-") { return .negative(try product()) }
    _ = take("+")
    return try product()
  }

  private mutating func product() throws(FormulaProblem) -> Formula {
    var result = try power()
    while let token = next {
      if token.text == "/" {
        position += 1
        result = .quotient(result, try power())
      } else if ["*", "\\cdot", "\\times"].contains(token.text) {
        position += 1
        result = Self.product(result, try power())
      } else if startsFactor(token) {
        result = Self.product(result, try power())
      } else {
        break
      }
    }
    return result
  }

  private static func product(_ a: Formula, _ b: Formula) -> Formula {
    if case .product(let factors) = a { return .product(factors + [b]) }
    return .product([a, b])
  }

  /// A derivative where both sides are a ∂ before a symbol.
  private static func quotient(_ a: Formula, _ b: Formula) -> Formula {
    if let above = differentiated(a), let below = differentiated(b) { return .derivative(of: above, by: below) }
    return .quotient(a, b)
  }

  private static func differentiated(_ formula: Formula) -> Symbol? {
    guard case .product(let factors) = formula, factors.count == 2, case .symbol(let sign) = factors[0],
      sign.tex == "\\partial" || sign.tex == "∂", case .symbol(let symbol) = factors[1]
    else { return nil }
    return symbol
  }

  private func startsFactor(_ token: FormulaToken) -> Bool {
    switch token.kind {
    case .number, .letter, .open: true
    case .command: !["\\cdot", "\\times", "\\le", "\\ge", "\\to", "\\leftarrow"].contains(token.text)
    case .close: false
    case .sign: token.text == "("
    }
  }

  private mutating func power() throws(FormulaProblem) -> Formula {
    let base = try factor()
    guard take("^") else { return base }
    return .power(base, try argument())
  }

  /// A group in braces, or one token; as in TeX, of a number only its first digit.
  private mutating func argument() throws(FormulaProblem) -> Formula {
    if next?.kind == .open { return try group(closing: "}") }
    partDigit()
    return try nested { parser throws(FormulaProblem) in try parser.factor() }
  }

  private mutating func group(closing mark: String) throws(FormulaProblem) -> Formula {
    let opening = next
    position += 1
    let inner = try nested { parser throws(FormulaProblem) in try parser.sum() }
    guard take(mark) else { throw problem("`\(opening?.text ?? "")` is not closed by `\(mark)`", at: opening) }
    return inner
  }

  private mutating func factor() throws(FormulaProblem) -> Formula {
    guard let token = next else { throw problem("the formula ends where a number or a symbol should stand", at: nil) }
    switch token.kind {
    case .number(let value):
      position += 1
      return .number(value)
    case .open:
      return try group(closing: "}")
    case .sign where token.text == "(":
      return try group(closing: ")")
    case .letter:
      return try symbol()
    case .command:
      if token.text.hasSuffix("frac"), Self.operators.contains(token.text) {
        position += 1
        let numerator = try argument()
        return Self.quotient(numerator, try argument())
      }
      if Self.functions.contains(token.text) {
        position += 1
        let argument = next?.text == "(" ? try group(closing: ")") : try argument()
        return .function(String(token.text.dropFirst()), argument)
      }
      return try symbol()
    default:
      throw problem("`\(token.text)` stands where a number or a symbol should", at: token)
    }
  }

  /// A letter or command with its indices.
  private mutating func symbol() throws(FormulaProblem) -> Formula {
    let start = position
    var name = tokens[position].text
    position += 1
    if Self.accents.contains(name) {
      let argument = try rawGroup()
      // Without braces the letter would be a part of the command.
      name += argument.hasPrefix("{") ? argument : "{\(argument)}"
    }
    while let token = next {
      if token.text == "'" {
        position += 1
        name += "'"
      } else if token.text == "_" {
        position += 1
        name += "_" + (try rawGroup())
      } else if token.text == "^", isIndexAhead {
        position += 1
        name += "^" + (try rawGroup())
      } else {
        break
      }
    }
    return .symbol(Symbol(name, range: tokens[start].range.lowerBound..<tokens[position - 1].range.upperBound))
  }

  /// Whether the superscript that follows is a part of the name: an index in brackets of its own, as in `a^{(2)}` and
  /// `W^{[l]}`, or a mark, as in `w^+` and `w^{*}`.
  private var isIndexAhead: Bool {
    let marks = ["+", "*", "-"]
    guard position + 1 < tokens.count else { return false }
    if marks.contains(tokens[position + 1].text) { return true }
    guard position + 3 < tokens.count, tokens[position + 1].kind == .open else { return false }
    let isMark = marks.contains(tokens[position + 2].text) && tokens[position + 3].kind == .close
    return isMark || ["(", "["].contains(tokens[position + 2].text)
  }

  /// Parts the first digit of the number that stands next from the others: `\frac12` is a half.
  private mutating func partDigit() {
    guard let token = next, case .number = token.kind, token.text.count > 1, let first = token.text.first,
      let digit = first.wholeNumberValue
    else { return }
    let rest = String(token.text.dropFirst())
    let middle = token.range.lowerBound + 1
    let number = Double(rest.first == "." ? "0" + rest : rest)
    tokens[position] = FormulaToken(
      kind: number.map(FormulaToken.Kind.number) ?? .sign, text: rest, range: middle..<token.range.upperBound)
    tokens.insert(
      FormulaToken(kind: .number(Double(digit)), text: String(first), range: token.range.lowerBound..<middle),
      at: position)
  }

  /// Tokens as text, with a space where a letter would become a part of the command before it.
  private static func joined(_ texts: [String]) -> String {
    var result = ""
    var isCommand = false
    for text in texts {
      if isCommand, text.first?.isLetter ?? false { result += " " }
      result += text
      isCommand = text.hasPrefix("\\") && text.last?.isLetter ?? false
    }
    return result
  }

  /// An argument as text, in braces only if they are needed.
  private mutating func rawGroup() throws(FormulaProblem) -> String {
    partDigit()
    guard let opening = next else { throw problem("an index or argument is missing", at: nil) }
    position += 1
    guard opening.kind == .open else { return opening.text }
    var texts: [String] = []
    var level = 1
    while let token = next {
      position += 1
      if token.kind == .open { level += 1 }
      if token.kind == .close { level -= 1 }
      if level == 0 {
        let isOneToken = texts.count == 1 && (texts[0].count == 1 || texts[0].hasPrefix("\\"))
        return isOneToken ? texts[0] : "{" + Self.joined(texts) + "}"
      }
      texts.append(token.text)
    }
    throw problem("`{` is not closed by `}`", at: opening)
  }
}
