import TeXMath

/// Nodes without what only changes their looks, so that two ways to write a symbol compare equal: `\left(` and `(`,
/// `\text{net}` and `\mathrm{net}`, `σ` and `\sigma`. Ranges stay those of the text.
enum PlainNodes {
  private static let letters: [String: String] = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\epsilon", "ζ": "\\zeta", "η": "\\eta",
    "θ": "\\theta", "λ": "\\lambda", "μ": "\\mu", "ν": "\\nu", "ξ": "\\xi", "π": "\\pi", "ρ": "\\rho", "σ": "\\sigma",
    "τ": "\\tau", "φ": "\\phi", "ϕ": "\\phi", "χ": "\\chi", "ψ": "\\psi", "ω": "\\omega", "Δ": "\\Delta",
    "Θ": "\\Theta", "Σ": "\\Sigma", "∂": "\\partial", "∇": "\\nabla", "ℓ": "\\ell", "∞": "\\infty",
  ]
  private static let signs: [String: String] = [
    "\\lbrace": "\\{", "\\rbrace": "\\}", "\\lbrack": "[", "\\rbrack": "]", "\\lparen": "(", "\\rparen": ")",
    "\\mid": "|", "\\lVert": "\\|", "\\rVert": "\\|", "\\Vert": "\\|", "‖": "\\|", "\\lvert": "|", "\\rvert": "|",
    "\\vert": "|",
    "−": "-", "⋅": "\\cdot", "·": "\\cdot", "×": "\\times", "⊙": "\\odot", "∘": "\\circ", "◦": "\\circ",
    "•": "\\bullet", "∗": "*", "\\ast": "*",
    "⊤": "\\top", "≤": "\\le", "\\leq": "\\le", "\\leqslant": "\\le", "≥": "\\ge", "\\geq": "\\ge",
    "\\geqslant": "\\ge", "≠": "\\ne", "\\neq": "\\ne", "\\lt": "<", "\\gt": ">", "…": "\\ldots",
    "\\bigodot": "\\odot", "\\bigotimes": "\\otimes", "\\bigcirc": "\\circ", "\\dots": "\\ldots", "\\cdots": "\\ldots",
    "\\dotsc": "\\ldots", "\\dotsb": "\\ldots", "⋯": "\\ldots",
  ]
  /// Dresses of a letter that mark a vector or matrix, and say no more.
  static let weakDresses: Set<String> = [
    "\\mathbf", "\\boldsymbol", "\\bm", "\\pmb", "\\vec", "\\overrightarrow", "\\mathit", "\\mathnormal",
    "\\underline", "\\mathsf",
  ]
  private static let transparent: Set<String> = ["\\underbrace", "\\overbrace", "\\underline"]

  /// The letter that a command stands for; of several that are written alike, the first.
  static func letter(of command: String) -> String? {
    letters.filter { $0.value == command }.keys.min()
  }

  static func plain(_ nodes: [Node]) -> [Node] {
    // Most are, and need not be put together again.
    if nodes.allSatisfy({ isPlain($0) }) { return nodes }
    var result: [Node] = []
    result.reserveCapacity(nodes.count)
    for node in nodes { append(node, to: &result) }
    return joiningBars(readingPoints(joiningNames(result)))
  }

  /// Whether a node is as it has to be, whatever stands beside it; not of all that are is it told here.
  private static func isPlain(_ node: Node, isInScript: Bool = false) -> Bool {
    switch node.kind {
    case .letter(let letter): return letter.isASCIIByte || letter.isCommand
    case .number: return true
    case .sign(let sign):
      return sign.isASCIIByte ? sign != "." && sign != "|" : sign.isCommand && sign != "\\_" && signs[sign] == nil
    case .scripted(let base?, let sub, let sup, _):
      switch base.kind {
      case .letter, .number, .sign: break
      default: return false
      }
      return !isInScript && isPlain(base) && sub?.allSatisfy { isPlain($0, isInScript: true) } ?? true
        && sup?.allSatisfy { isPlain($0, isInScript: true) } ?? true
    case .fraction(let above, let below):
      return above.allSatisfy { isPlain($0) } && below.allSatisfy { isPlain($0) }
    default: return false
    }
  }

  /// `\text{Leaky ReLU}(x)`: words before round brackets are the name of a function.
  private static func joiningNames(_ nodes: [Node]) -> [Node] {
    guard nodes.contains(where: { if case .text = $0.base.kind { true } else { false } }) else { return nodes }
    var result = nodes
    for place in nodes.indices.dropLast() where nodes[place + 1].bareSign == "(" {
      guard case .text(let text) = nodes[place].base.kind, Words.areName(text),
        text.allSatisfy({ $0.isLetter || $0.isNumber || $0.isWhitespace || $0 == "-" })
      else { continue }
      let name = Node(.name(text.filter { $0.isLetter || $0.isNumber }), nodes[place].base.range)
      let scripts = nodes[place].scripts
      let isBare = nodes[place].base == nodes[place]
      result[place] =
        isBare
        ? name
        : Node(
          .scripted(name, sub: scripts.sub, sup: scripts.sup, primes: scripts.primes), nodes[place].range)
    }
    return result
  }

  /// Three points in a row are dots; one between two factors is a product, as in `W.A + b`.
  private static func readingPoints(_ nodes: [Node]) -> [Node] {
    guard nodes.contains(where: { $0.bareSign == "." }) else { return nodes }
    var result: [Node] = []
    var place = 0
    while place < nodes.count {
      let node = nodes[place]
      if node.bareSign == "." {
        let run = nodes[place...].prefix { $0.bareSign == "." }
        // `x_1, .., x_n` has one point less.
        let isListed = run.count == 2 && result.last?.bareSign.map { [",", "+"].contains($0) } ?? false
        if run.count == 3 || isListed {
          result.append(Node(.sign("\\ldots"), Array(run).range))
          place += run.count
          continue
        }
        // `a .* b`, as programs write it.
        if run.count == 1, place + 1 < nodes.count, nodes[place + 1].bareSign == "*" {
          result.append(Node(.sign("\\odot"), node.range.lowerBound..<nodes[place + 1].range.upperBound))
          place += 2
          continue
        }
        let isBetween =
          run.count == 1 && result.last.map { $0.sign == nil || $0.bracketNesting < 0 } ?? false
          && place + 1 < nodes.count && (nodes[place + 1].sign == nil || nodes[place + 1].bracketNesting > 0)
        result.append(isBetween ? Node(.sign("\\cdot"), node.range) : node)
      } else {
        result.append(node)
      }
      place += 1
    }
    return result
  }

  /// `||x||` is a norm: two bars where something begins, and two where it ends. A bar by itself opens an absolute value
  /// or closes it, so that `|a||b|` stays two of them.
  private static func joiningBars(_ nodes: [Node]) -> [Node] {
    guard nodes.count(where: { $0.sign == "|" }) >= 4 else { return nodes }
    var result: [Node] = []
    var open: [String] = []
    var place = 0
    while place < nodes.count {
      let node = nodes[place]
      place += 1
      if node.bracketNesting > 0 { open.append("(") }
      if node.bracketNesting < 0 { while let last = open.popLast(), last != "(" {} }
      guard node.sign == "|" else {
        result.append(node)
        continue
      }
      let isDouble = node.bareSign == "|" && place < nodes.count && nodes[place].sign == "|"
      if open.last == "|" || !isDouble {
        if open.last == "|" { open.removeLast() } else { open.append("|") }
        result.append(node)
        continue
      }
      if open.last == "\\|" { open.removeLast() } else { open.append("\\|") }
      let second = nodes[place]
      let range = node.range.lowerBound..<second.range.upperBound
      let norm = Node(.sign("\\|"), node.range.lowerBound..<second.base.range.upperBound)
      let scripts = second.scripts
      let isBare = scripts.sub == nil && scripts.sup == nil && scripts.primes == 0
      result.append(
        isBare ? norm : Node(.scripted(norm, sub: scripts.sub, sup: scripts.sup, primes: scripts.primes), range))
      place += 1
    }
    return result
  }

  private static let accents: Set<String> = [
    "\\hat", "\\bar", "\\tilde", "\\dot", "\\ddot", "\\check", "\\breve", "\\acute", "\\grave", "\\mathring",
    "\\overline",
  ]

  /// A script in which letters with an accent or a prime are letters of their own: the `\hat{\jmath}` of
  /// `\sum_{\hat{\jmath}}`, the `k'` of `a_{k'}`.
  private static func indices(_ nodes: [Node], hasPrimes: Bool) -> [Node] {
    plain(nodes).map { node in
      switch node.kind {
      case .dressed(let dress, let inner) where accents.contains(dress) && inner.count == 1 && inner[0].isBareLetter:
        Node(.letter(node.key), node.range)
      case .scripted(let base?, sub: nil, sup: nil, primes: _) where hasPrimes && base.isBareLetter:
        Node(.letter(node.key), node.range)
      default: node
      }
    }
  }

  /// The index of a word in a subscript as one beside the word: `o_{in_k}` is `o_{in,k}`. A single letter keeps its own,
  /// as the `n_l` of `a_{n_l}` does.
  private static func joined(_ sub: [Node]) -> [Node] {
    guard let last = sub.last, case .scripted(let base?, let index?, nil, 0) = last.kind else { return sub }
    switch base.kind {
    case .letter(let letter) where letter.count == 1:
      // In `p_{i y_i}` the class of an example stands beside it.
      guard sub.count > 1, sub.dropLast().allSatisfy(\.isBareLetter), sub.isUnbroken else { return sub }
    case .name(let name): guard name.count > 1, sub.count == 1 else { return sub }
    default: return sub
    }
    return sub.dropLast() + [base, Node(.sign(","), base.range)] + index
  }

  /// What `joined` has made of an index, as it was: the `i y_i` of `p_{iy_i}`, which is no word. nil where it made
  /// nothing.
  static func separated(_ symbol: Node) -> Node? {
    guard case .scripted(let base, let sub?, let sup, let primes) = symbol.kind,
      let comma = sub.firstIndex(where: { $0.bareSign == "," }), comma > 0, sub[comma].range == sub[comma - 1].range
    else { return nil }
    let last = sub[comma - 1]
    let index = Array(sub[(comma + 1)...])
    let joined = Node(
      .scripted(last, sub: index, sup: nil, primes: 0), last.range.lowerBound..<index.range.upperBound)
    return Node(.scripted(base, sub: sub[..<(comma - 1)] + [joined], sup: sup, primes: primes), symbol.range)
  }

  private static func append(_ node: Node, to result: inout [Node]) {
    if isPlain(node) { return result.append(node) }
    switch node.kind {
    case .wideSpace, .alignment, .lineBreak, .label, .tag:
      break
    case .letter(let letter):
      result.append(letter.isASCIIByte ? node : Node(.letter(letters[letter] ?? letter), node.range))
    case .sign("\\_"):
      // The stroke in a name of several letters: `z\_in_j`.
      result.append(Node(.letter("\\_"), node.range))
    case .sign(let sign):
      result.append(sign.isASCIIByte ? node : Node(.sign(signs[sign] ?? sign), node.range))
    case .group(let inner):
      let plain = plain(inner)
      // Braces in front of a sign are seen by nobody: `a {- b}`, `a \cancel{- b}`.
      let isFurtherTerm = plain.first?.isPlusOrMinus ?? false && result.last?.endsTerm ?? false
      result += isSum(plain) && !isFurtherTerm ? bracketed("(", plain, ")", node.range) : plain
    case .fenced(let left, let inner, ".") where ["\\{", "\\lbrace"].contains(left) && inner.soleRows != nil:
      // A brace that opens before rows and never closes: cases.
      append(Node(.environment("cases", inner.soleRows ?? []), node.range), to: &result)
    case .fenced(let left, let inner, let right):
      result += bracketed(left, plain(inner), right, node.range)
    case .text(let text):
      let words = text.split(whereSeparator: \.isWhitespace)
      if words.count == 1, words[0].first?.isASCIIDigit ?? false, Double(words[0]) != nil {
        result.append(Node(.number(String(words[0])), node.range))
      } else if words.count == 1, words[0].allSatisfy({ $0.isLetter || $0.isNumber }) {
        // `\text{d}` is a letter, as `\mathrm{d}` is.
        let word = String(words[0])
        let isLetter = word.count == 1 && word.first?.isLetter ?? false
        result.append(Node(isLetter ? .letter(word) : .name(word), node.range))
      } else if !words.isEmpty {
        result.append(node)
      }
    case .name(let name) where name.count == 1:
      result.append(Node(.letter(name), node.range))
    case .dressed(let dress, let inner):
      let plain = plain(inner)
      if dress == "\\not", plain.count == 1, plain[0].bareSign == "=" {
        result.append(Node(.sign("\\ne"), node.range))
      } else if dress == "\\mathrm"
        || transparent.contains(dress)
          && !(plain.count == 1 && (plain[0].isBareLetter || dress == "\\overline"))
      {
        result += dress == "\\mathrm" || !isSum(plain) ? plain : bracketed("(", plain, ")", node.range)
      } else if plain.count == 1, case .scripted(let base?, let sub, let sup, let primes) = plain[0].kind {
        // `\mathbf{a^l}` is `\mathbf{a}^l`.
        let dressed = dressed(dress, [base], node.range)
        result.append(Node(.scripted(dressed, sub: sub, sup: sup, primes: primes), node.range))
      } else if weakDresses.contains(dress),
        plain.count > 1 || plain.first?.isNumber ?? false && !["0", "1"].contains(plain.key)
      {
        // A number in bold is a number; but `\mathbf{1}` is a column of ones.
        result += plain
      } else {
        result.append(dressed(dress, plain, node.range))
      }
    case .scripted(let base, let sub, let sup, let primes):
      appendScripted(
        base, sub.map { joined(indices($0, hasPrimes: true)) }, sup.map { indices($0, hasPrimes: false) }, primes,
        node.range,
        to: &result)
    case .fraction(let above, let below):
      result.append(Node(.fraction(plain(above), plain(below)), node.range))
    case .root(let inner, let index):
      result.append(Node(.root(plain(inner), index: index.map(plain)), node.range))
    case .environment(let name, let rows):
      let isCases = ["cases", "dcases", "rcases"].contains(name)
      let plainRows = rows.map { row in
        // `0, \quad x < 0`: the space parts a case from its condition as `&` does.
        let cells = isCases ? row.cells.flatMap { $0.split(whereSeparator: \.isWideSpace).map(Array.init) } : row.cells
        return Node.Row(cells: cells.map(plain), range: row.range)
      }
      result.append(Node(.environment(name, plainRows), node.range))
    case .large(let name):
      // `\bigodot` between two factors.
      result.append(Node(signs[name].map(Node.Kind.sign) ?? node.kind, node.range))
    case .number, .name, .reference:
      result.append(node)
    }
  }

  /// A letter under a dress: `\boldsymbol{\mathbf x}` is as bold as `\mathbf x`, and `\hat{\mathbf y}` is `\mathbf{\hat y}`.
  private static func dressed(_ dress: String, _ inner: [Node], _ range: Range<Int>) -> Node {
    if inner.count == 1, case .dressed(let other, let innermost) = inner[0].kind, weakDresses.contains(other) {
      if weakDresses.contains(dress) { return Node(inner[0].kind, range) }
      if accents.contains(dress) { return Node(.dressed(other, [Node(.dressed(dress, innermost), range)]), range) }
    }
    return Node(.dressed(dress, inner), range)
  }

  private static func appendScripted(
    _ base: Node?, _ sub: [Node]?, _ sup: [Node]?, _ primes: Int, _ range: Range<Int>, to result: inout [Node]
  ) {
    guard let base, base.key != "{}" else {
      // A script without a base belongs to what stands before: `{a}_i`, `g^{[1]}{}'`.
      guard let last = result.popLast() else { return }
      if case .scripted(let inner, let lastSub, let lastSup, let lastPrimes) = last.kind,
        lastSub == nil || sub == nil, lastSup == nil || sup == nil
      {
        let all = Node.Kind.scripted(inner, sub: lastSub ?? sub, sup: lastSup ?? sup, primes: lastPrimes + primes)
        result.append(Node(all, last.range.lowerBound..<range.upperBound))
      } else {
        result.append(Node(.scripted(last, sub: sub, sup: sup, primes: primes), range))
      }
      return
    }
    if case .dressed(let dress, let inner) = base.kind, ["\\underbrace", "\\overbrace"].contains(dress) {
      result += plain(inner)
      return
    }
    var inner: [Node] = []
    if case .group(let nodes) = base.kind, plain(nodes).count > 1 {
      inner = bracketed("(", plain(nodes), ")", base.range)
    } else {
      append(base, to: &inner)
    }
    guard let last = inner.popLast() else { return }
    if case .scripted(let innermost, let innerSub, let innerSup, let innerPrimes) = last.kind,
      innerSub == nil || sub == nil, innerSup == nil || sup == nil
    {
      result +=
        inner + [
          Node(
            .scripted(innermost, sub: innerSub ?? sub, sup: innerSup ?? sup, primes: innerPrimes + primes), range)
        ]
      return
    }
    if case .scripted = last.kind {
      // `{W^{[l]}}^T`: what has a corner already gets the other one as a whole.
      let all = bracketed("(", inner + [last], ")", base.range)
      result +=
        all.dropLast() + [Node(.scripted(all[all.count - 1], sub: sub, sup: sup, primes: primes), range)]
      return
    }
    result +=
      inner + [Node(.scripted(last, sub: sub, sup: sup, primes: primes), last.range.lowerBound..<range.upperBound)]
  }

  private static func bracketed(_ left: String, _ inner: [Node], _ right: String, _ range: Range<Int>) -> [Node] {
    let (opening, closing) = (signs[left] ?? left, signs[right] ?? right)
    var nodes = inner
    if opening != "." {
      nodes.insert(Node(.sign(opening), range.lowerBound..<min(range.lowerBound + 1, range.upperBound)), at: 0)
    }
    if closing != "." {
      nodes.append(Node(.sign(closing), max(range.lowerBound, range.upperBound - 1)..<range.upperBound))
    }
    return nodes
  }

  private static func isSum(_ nodes: [Node]) -> Bool {
    var level = 0
    for node in nodes {
      level += node.bracketNesting
      if level == 0, case .sign(let sign) = node.kind, ["+", "-", "\\pm"].contains(sign) { return true }
    }
    return false
  }
}

extension Node {
  fileprivate var isPlusOrMinus: Bool { bareSign == "+" || bareSign == "-" }

  /// Whether it is a symbol, a number or a bracket, behind which a sign begins another term.
  fileprivate var endsTerm: Bool {
    switch base.kind {
    case .letter, .number: true
    case .sign: bracketNesting < 0
    default: false
    }
  }
}

extension [Node] {
  /// The rows of the environment that is all there is.
  fileprivate var soleRows: [Node.Row]? {
    guard count == 1, case .environment(let name, let rows) = self[0].kind,
      ["array", "aligned", "darray", "matrix", "gathered", "split"].contains(name)
    else { return nil }
    return rows
  }
}

extension [Node] {
  /// Whether no space stands between them.
  fileprivate var isUnbroken: Bool { zip(self, dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound } }
}

extension String {
  /// A single character of ASCII, which has no other way to be written.
  fileprivate var isASCIIByte: Bool { utf8.count == 1 }
  fileprivate var isCommand: Bool { utf8.first == UInt8(ascii: "\\") }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

/// A letter's LaTeX as the letter, for words without formulas: `\lambda` is λ.
package func plainLetter(of tex: String) -> String { PlainNodes.letter(of: tex) ?? tex }

extension Node {
  fileprivate var isWideSpace: Bool { if case .wideSpace = kind { true } else { false } }
}
