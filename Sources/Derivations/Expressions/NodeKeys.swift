import TeXMath

extension Node {
  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }

  var isBareLetter: Bool {
    if case .letter = kind { true } else { false }
  }

  /// The node without what is written at its corners.
  var base: Node {
    if case .scripted(let base?, _, _, _) = kind { base } else { self }
  }

  /// The sign that the node is, with or without scripts.
  var sign: String? {
    switch kind {
    case .sign(let sign): sign
    case .scripted(let base?, _, _, _): base.bareSign
    default: nil
    }
  }

  var bareSign: String? {
    if case .sign(let sign) = kind { sign } else { nil }
  }

  /// 1 for an opening bracket, -1 for a closing one.
  var bracketNesting: Int {
    switch sign {
    case "(", "[", "\\{", "\\langle", "\\lfloor", "\\lceil": 1
    case ")", "]", "\\}", "\\rangle", "\\rfloor", "\\rceil": -1
    default: 0
    }
  }

  /// What the node is, places aside, as text: the same for nodes that say the same.
  var key: String {
    switch kind {
    case .letter(let letter): letter
    case .number(let number): number
    case .sign(let sign): sign
    case .name(let name): "\\text{\(name)}"
    case .large(let name): name
    case .group(let inner): "{\(inner.key)}"
    case .fraction(let above, let below): "\\frac{\(above.key)}{\(below.key)}"
    case .root(let inner, let index): "\\sqrt[\(index?.key ?? "")]{\(inner.key)}"
    case .scripted(let base, let sub, let sup, let primes):
      (base?.key ?? "") + (sub.map { "_{\($0.key)}" } ?? "") + String(repeating: "'", count: primes)
        + (sup.map { "^{\($0.key)}" } ?? "")
    case .dressed(let dress, let inner): "\(dress){\(inner.key)}"
    case .text(let text): "\\text{\(text)}"
    case .fenced(let left, let inner, let right): left + inner.key + right
    case .environment(let name, let rows):
      "\\begin{\(name)}" + rows.map { $0.cells.map(\.key).joined(separator: "&") }.joined(separator: "\\\\")
    case .wideSpace, .alignment, .lineBreak, .label, .tag, .reference: ""
    }
  }

  /// The same without a dress that marks a vector.
  var undressed: Node {
    switch kind {
    case .dressed(let dress, let inner) where PlainNodes.weakDresses.contains(dress) && inner.count == 1: inner[0]
    case .scripted(let base?, let sub, let sup, let primes):
      Node(.scripted(base.undressed, sub: sub, sup: sup, primes: primes), range)
    default: self
    }
  }
}

extension [Node] {
  var key: String { count == 1 ? self[0].key : map(\.key).joined(separator: " ") }
}

extension Collection where Element == Node {
  /// From the first to the last byte.
  var range: Range<Int> {
    guard var range = first?.range else { return 0..<0 }
    for node in dropFirst() {
      range =
        Swift.min(range.lowerBound, node.range.lowerBound)..<Swift.max(range.upperBound, node.range.upperBound)
    }
    return range
  }
}
