/// Builds the tree of a formula. Total: what is damaged is noted, and the rest is read.
struct TreeParser {
  private let lexemes: [Lexeme]
  /// What each command among them is; nil for all other pieces.
  private let roles: [Commands.Role?]
  var position = 0
  private var depth = 0
  var damage: [Damage] = []

  private static let depthLimit = 100

  init(_ lexemes: [Lexeme]) {
    let lexemes = DecimalCommas.taken(from: lexemes)
    self.lexemes = lexemes
    var roles = lexemes.map { $0.kind == .command ? Commands.roles[$0.text] : nil }
    for place in SpacedStatements.places(in: lexemes) { roles[place] = .wideSpace }
    self.roles = roles
  }

  mutating func parse() -> [Node] {
    var nodes: [Node] = []
    while true {
      nodes += self.nodes { _ in false }
      guard let stray = next else { return nodes }
      damage.append(Damage(.stray(stray.text), stray.range))
      position += 1
      if stray.text == "\\end" || stray.text == "\\right" { _ = rawArgument() }
    }
  }

  // MARK: Lexemes

  var next: Lexeme? { position < lexemes.count ? lexemes[position] : nil }

  mutating func skipSpace() {
    while position < lexemes.count, lexemes[position].kind == .space || roles[position] == .ignored { position += 1 }
  }

  /// Whether what stands next puts something at a corner; `\prime` without `^` is a prime, too.
  private var isScriptMark: Bool {
    guard position < lexemes.count else { return false }
    switch lexemes[position].kind {
    case .character: break
    case .command: return roles[position] == .prime
    default: return false
    }
    let text = lexemes[position].text
    // A character is one scalar, and most are ASCII.
    switch text.utf8.first {
    case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "'"): return true
    case 0xE2: return text == "′"
    default: return false
    }
  }

  mutating func take(_ text: String) -> Bool {
    skipSpace()
    guard next?.text == text else { return false }
    position += 1
    return true
  }

  func range(from start: Int) -> Range<Int> {
    guard start < lexemes.count else {
      let end = lexemes.last?.range.upperBound ?? 0
      return end..<end
    }
    let first = lexemes[start].range
    let last = lexemes[max(start, min(position, lexemes.count) - 1)].range
    // A macro's pieces have the place of its call, and so need not follow each other.
    return min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
  }

  /// What stands in the braces that follow, as it is written.
  mutating func rawArgument() -> String? {
    skipSpace()
    guard let first = next else { return nil }
    guard first.kind == .open else {
      guard first.kind == .character || first.kind == .command else { return nil }
      position += 1
      return first.text
    }
    position += 1
    var text = ""
    var level = 1
    while let lexeme = next {
      position += 1
      if lexeme.kind == .open { level += 1 }
      if lexeme.kind == .close { level -= 1 }
      if level == 0 { return text }
      text += lexeme.text
    }
    damage.append(Damage(.unclosed("{"), first.range))
    return text
  }

  mutating func rawOption() -> String? {
    skipSpace()
    guard next?.text == "[", let end = lexemes[position...].firstIndex(where: { $0.text == "]" }) else { return nil }
    defer { position = end + 1 }
    return lexemes[(position + 1)..<end].map(\.text).joined()
  }

  // MARK: Nodes

  /// Reads up to the end, or to what ends the group, fence or environment around.
  mutating func nodes(until isEnd: (Lexeme) -> Bool) -> [Node] {
    var nodes: [Node] = []
    while true {
      skipSpace()
      guard let lexeme = next, lexeme.kind != .close, roles[position] != .closing, !isEnd(lexeme) else {
        return nodes
      }
      if let node = scriptedNode() { nodes.append(node) }
    }
  }

  /// The nodes of an argument: those of a group, or a single one.
  private mutating func argument(of command: Lexeme) -> [Node] {
    skipSpace()
    guard let lexeme = next, lexeme.kind != .close, lexeme.kind != .alignment else {
      damage.append(Damage(.missingArgument(of: command.text), command.range))
      return []
    }
    if lexeme.kind == .character, lexeme.text.unicodeScalars.first?.isDigit ?? false {
      // Without braces an argument is one digit: `\frac12`, `x^23`.
      position += 1
      return [Node(.number(lexeme.text), lexeme.range)]
    }
    guard let node = node() else { return [] }
    if case .group(let inner) = node.kind { return inner }
    return [node]
  }

  private mutating func scriptedNode() -> Node? {
    let start = position
    let base = isScriptMark ? nil : node()
    var sub: [Node]?
    var sup: [Node]?
    var primes = 0
    while true {
      let before = position
      skipSpace()
      guard isScriptMark, let mark = next else {
        position = before
        break
      }
      position += 1
      switch mark.text {
      case "_":
        let script = argument(of: mark)
        if sub != nil { damage.append(Damage(.twoScripts("_"), mark.range)) }
        sub = (sub ?? []) + script
      case "^":
        let script = argument(of: mark)
        if !script.isEmpty, script.allSatisfy(\.isPrime) {
          primes += script.count
        } else {
          if sup != nil { damage.append(Damage(.twoScripts("^"), mark.range)) }
          // `g^{[1]'}` is the derivative of `g^{[1]}`.
          let parted = script.partingPrimes
          sup = (sup ?? []) + parted.nodes
          primes += parted.primes
        }
      default: primes += 1
      }
    }
    guard sub != nil || sup != nil || primes > 0 else { return base }
    if let sign = base?.asLargeSign, sub?.contains(where: { $0.kind == .sign("=") }) ?? false {
      // `\Sigma_{k=1}^n`: no index of a letter has a sign of equality.
      return Node(.scripted(sign, sub: sub, sup: sup, primes: primes), range(from: start))
    }
    return Node(.scripted(base, sub: sub, sup: sup, primes: primes), range(from: start))
  }

  /// Reads one node without what stands at its corners; nil where a piece stands for nothing.
  private mutating func node() -> Node? {
    guard let lexeme = next else { return nil }
    guard depth < Self.depthLimit else {
      if damage.last?.fact != .nestedTooDeeply { damage.append(Damage(.nestedTooDeeply, lexeme.range)) }
      position += 1
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    let start = position
    position += 1
    let kind: Node.Kind?
    switch lexeme.kind {
    case .open: kind = group(openedBy: lexeme)
    case .alignment: kind = .alignment
    case .character: kind = character(lexeme)
    case .command: kind = command(lexeme)
    case .close, .space, .parameter: kind = nil
    }
    return kind.map { Node($0, range(from: start)) }
  }

  private mutating func group(openedBy opening: Lexeme) -> Node.Kind {
    // `{\rm net}` is a word.
    let isUpright = lexemes[position...].first { $0.kind != .space }?.text == "\\rm"
    let inner = nodes { _ in false }
    if next?.kind == .close {
      position += 1
    } else {
      damage.append(Damage(.unclosed("{"), opening.range))
    }
    if isUpright, let name = Self.word(inner) { return .name(name) }
    return .group(Self.dividing(inner))
  }

  /// `1 \over 2`: TeX's own fraction parts the whole group that it stands in.
  static func dividing(_ nodes: [Node]) -> [Node] {
    let places = nodes.indices.filter { nodes[$0].kind == .letter("\\over") }
    guard places.count == 1, let first = nodes.first, let last = nodes.last, places[0] > 0, places[0] + 1 < nodes.count
    else { return nodes }
    let (above, below) = (Array(nodes[..<places[0]]), Array(nodes[(places[0] + 1)...]))
    return [Node(.fraction(above, below), first.range.lowerBound..<last.range.upperBound)]
  }

  private mutating func character(_ lexeme: Lexeme) -> Node.Kind {
    guard let scalar = lexeme.text.unicodeScalars.first else { return .sign(lexeme.text) }
    if scalar.isDigit || scalar == "." && (next?.text.unicodeScalars.first?.isDigit ?? false) {
      var digits = lexeme.text
      while let more = next, more.kind == .character, let digit = more.text.unicodeScalars.first,
        digit.isDigit || digit == "." && !digits.contains(".") && isDigitAhead(1)
      {
        digits += more.text
        position += 1
      }
      return .number(digits)
    }
    if scalar == ".", next?.text == ".", position + 1 < lexemes.count, lexemes[position + 1].text == "." {
      position += 2
      return .sign("\\ldots")
    }
    if scalar == ":", next?.text == "=" {
      position += 1
      return .sign(":=")
    }
    if scalar.isASCII { return scalar.isLatinLetter ? .letter(lexeme.text) : .sign(lexeme.text) }
    if Commands.large.contains(lexeme.text) { return .large(lexeme.text) }
    return scalar.properties.isAlphabetic || scalar == "∂" || scalar == "∇" || scalar == "∞" || scalar == "ℓ"
      ? .letter(lexeme.text) : .sign(lexeme.text)
  }

  private func isDigitAhead(_ distance: Int) -> Bool {
    position + distance < lexemes.count && lexemes[position + distance].text.unicodeScalars.first?.isDigit ?? false
  }

  /// The letters of `nodes` as one word, if they are nothing but letters and digits.
  private static func word(_ nodes: [Node]) -> String? {
    var word = ""
    for node in nodes {
      switch node.kind {
      case .letter(let letter) where !letter.hasPrefix("\\"): word += letter
      case .number(let digits) where !word.isEmpty: word += digits
      default: return nil
      }
    }
    return word.count > 1 ? word : nil
  }

  // MARK: Commands

  private mutating func command(_ lexeme: Lexeme) -> Node.Kind? {
    let name = lexeme.text
    switch roles[position - 1] {
    case .wideSpace: return .wideSpace
    case .space: return Commands.isWide(rawArgument() ?? "") ? .wideSpace : nil
    case .ignoredWithArgument:
      _ = rawArgument()
      return nil
    case .lineBreak:
      _ = take("*")
      _ = rawOption()
      return .lineBreak
    case .text: return .text(rawArgument() ?? "")
    case .fraction:
      let above = argument(of: lexeme)
      return .fraction(above, argument(of: lexeme))
    case .binomial:
      let above = argument(of: lexeme)
      return .dressed(name, above + argument(of: lexeme))
    case .root:
      let index = rawOption().map { [Node(.letter($0), lexeme.range)] }
      return .root(argument(of: lexeme), index: index)
    case .upright:
      let inner = argument(of: lexeme)
      return Self.word(inner).map(Node.Kind.name) ?? .dressed("\\mathrm", inner)
    case .dress: return .dressed(name, argument(of: lexeme))
    case .stack: return stack(lexeme)
    case .lines:
      // They say one thing after the other.
      return .group(argument(of: lexeme).map { $0.kind == .lineBreak ? Node(.sign(","), $0.range) : $0 })
    case .transparent(let count):
      for _ in 1..<max(1, count) { _ = rawArgument() }
      return .group(argument(of: lexeme))
    case .large: return .large(name)
    case .name: return .name(String(name.dropFirst()))
    case .fence: return fence(openedBy: lexeme)
    case .environment: return environment(openedBy: lexeme)
    case .label: return .label(rawArgument() ?? "")
    case .tag: return .tag(rawArgument() ?? "")
    case .reference: return .reference(rawArgument() ?? "")
    case .sign: return .sign(name)
    case .ignored, .prime, .closing, nil: return .letter(name)
    }
  }

  /// What is stacked on a sign or a name says nothing about what it is.
  private mutating func stack(_ lexeme: Lexeme) -> Node.Kind {
    if lexeme.text.hasPrefix("\\x") {
      _ = rawOption()
      _ = rawArgument()
      return .sign(lexeme.text == "\\xrightarrow" ? "\\rightarrow" : "\\leftarrow")
    }
    _ = rawArgument()
    let inner = argument(of: lexeme)
    return inner.count == 1 ? inner[0].kind : .group(inner)
  }
}

extension Node {
  /// The sign of a sum or product for which a capital letter stands; nil for anything else.
  fileprivate var asLargeSign: Node? {
    switch kind {
    case .letter("\\Sigma"), .letter("Σ"): Node(.large("\\sum"), range)
    case .letter("\\Pi"), .letter("Π"): Node(.large("\\prod"), range)
    default: nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { value >= 0x30 && value <= 0x39 }
  fileprivate var isLatinLetter: Bool { value | 0x20 >= 0x61 && value | 0x20 <= 0x7A }
}
