import TeXMath

/// Signs turned, differences the other way round, and the minus that was lost.
extension EditGenerator {
  /// - Parameter isClaim: whether it is the right side; what is claimed of is seldom what is wrong
  mutating func signs(of member: [Node], isClaim: Bool) {
    guard let first = member.first else { return }
    let whole = member.range
    let kind = isClaim ? Edit.Kind.sign : .factor
    if first.bareSign == "-" || first.bareSign == "−" {
      add(Edit(kind, first.range, ""))
    } else if member.hasSumSign {
      // `y - a` for `a - y` is written the other way round, rather than with a sign before it.
      let swapped = swapped(member)
      if let swapped { add(Edit(swapped.kind, whole, swapped.text)) }
      add(
        Edit(
          kind,
          [
            Edit.Splice(range: beginning(of: whole), text: "-\\left("),
            Edit.Splice(range: whole.upperBound..<whole.upperBound, text: "\\right)"),
          ]))
    } else {
      add(Edit(kind, whole.lowerBound..<whole.lowerBound, "-"))
    }
    signs(inside: member)
  }

  /// The sign of the first term alone.
  private mutating func signOfFirst(_ nodes: [Node]) {
    guard let first = nodes.first else { return }
    if first.bareSign == "-" || first.bareSign == "−" {
      add(Edit(.sign, first.range, ""))
    } else if first.bareSign != "+" {
      add(Edit(.sign, first.range.lowerBound..<first.range.lowerBound, "-"))
    }
  }

  /// The sign of an exponent, or of what a function is applied to: `e^{-z}` for `e^z`.
  mutating func argumentSign(_ nodes: [Node], at place: Int) {
    let node = nodes[place]
    if node.base.key == "e", let sup = node.scripts.sup, let first = sup.first {
      if isBraced(sup.range) {
        signOfFirst(sup)
      } else if first.bareSign == nil {
        add(Edit(.sign, sup.range, "{-\(source(sup.range))}"))
      }
    }
    guard place + 1 < nodes.count, node.isFunctionName(before: nodes[place + 1], in: scope) else { return }
    var argument: [Node] = []
    if case .fenced(_, let inner, _) = nodes[place + 1].base.kind {
      argument = inner
    } else {
      let close = ScriptItem.closing(of: place + 1, in: nodes)
      if close < nodes.count { argument = Array(nodes[(place + 2)..<close]) }
    }
    signOfFirst(argument)
    // `\sigma(2z)`
    if let first = argument.first, first.bareSign == nil, !first.isNumber {
      add(Edit(.addedFactor, first.range.lowerBound..<first.range.lowerBound, "2"))
    }
  }

  /// The signs between the terms of what stands inside of something.
  ///
  /// - Parameter isEntry: whether it is by itself there, so that one factor has a sign, too
  mutating func signs(inside nodes: [Node], isEntry: Bool = false) {
    for node in nodes.dropFirst() {
      if node.bareSign == "+" { add(Edit(.sign, node.range, "-")) }
      if node.bareSign == "-" { add(Edit(.sign, node.range, "+")) }
    }
    if nodes.hasSumSign || isEntry { signOfFirst(nodes) }
  }

  /// A difference of two terms with these exchanged, in the author's spacing; nil where it is none. That of a number and
  /// something is seldom written the wrong way round.
  func swapped(_ nodes: [Node]) -> (kind: Edit.Kind, text: String)? {
    guard let minus = soleMinus(in: nodes) else { return nil }
    let (a, b) = (Array(nodes[..<minus]), Array(nodes[(minus + 1)...]))
    let gap = source(a.range.upperBound..<b.range.lowerBound)
    let kind = a.isSoleNumber || b.isSoleNumber ? Edit.Kind.sign : .swap
    return (kind, source(b.range) + gap + source(a.range))
  }

  /// The place of the minus of a difference that has two terms.
  private func soleMinus(in nodes: [Node]) -> Int? {
    var level = 0
    var minus: Int?
    for (place, node) in nodes.enumerated() {
      level += node.bracketNesting
      guard level == 0, node.bareSign == "-" || node.bareSign == "+" else { continue }
      guard node.bareSign == "-", minus == nil, place > 0, place < nodes.count - 1 else { return nil }
      minus = place
    }
    return minus
  }

  /// `(a - b)` as `(b - a)`, `\|a - b\|` as `(a - b)` and `(b - a)`.
  mutating func differences(_ nodes: [Node], at place: Int) {
    guard let sign = nodes[place].sign, ["(", "[", "\\|", "|", "\\lVert"].contains(sign) else { return }
    let isBracket = sign == "(" || sign == "["
    let close =
      isBracket
      ? ScriptItem.closing(of: place, in: nodes)
      : nodes[(place + 1)...].firstIndex { $0.sign == sign || $0.sign == "\\rVert" } ?? nodes.count
    guard close < nodes.count, close > place + 1 else { return }
    let inner = Array(nodes[(place + 1)..<close])
    guard let swapped = swapped(inner) else { return }
    if isBracket {
      add(Edit(swapped.kind, inner.range, swapped.text))
    } else {
      let closing = nodes[close].base.range
      for text in [swapped.text, source(inner.range)] {
        add(
          Edit(
            swapped.kind,
            [
              Edit.Splice(range: nodes[place].range, text: "("), Edit.Splice(range: inner.range, text: text),
              Edit.Splice(range: closing, text: ")"),
            ]))
      }
    }
  }

  mutating func bars(_ inner: [Node], _ range: Range<Int>) {
    guard let swapped = swapped(inner) else { return }
    for text in [swapped.text, source(inner.range)] { add(Edit(swapped.kind, range, "(\(text))")) }
  }

  /// A minus sign that was lost between two symbols of a bracket, everywhere at once.
  mutating func operators(_ nodes: [Node], at place: Int) {
    guard place == 0 else { return }
    var splices: [Edit.Splice] = []
    var swappedFirst: Edit.Splice?
    for (index, node) in nodes.enumerated() where node.sign == "(" {
      let close = ScriptItem.closing(of: index, in: nodes)
      guard close == index + 3, nodes[index + 1].bareSign == nil, nodes[index + 2].bareSign == nil else { continue }
      let at = nodes[index + 2].range.lowerBound
      splices.append(Edit.Splice(range: at..<at, text: "- "))
      // With the sides exchanged.
      let (a, b) = (source(nodes[index + 1].range), source(nodes[index + 2].range))
      let whole = nodes[index + 1].range.lowerBound..<nodes[index + 2].range.upperBound
      if splices.count == 1 { swappedFirst = Edit.Splice(range: whole, text: "\(b) - \(a)") }
    }
    if !splices.isEmpty { add(Edit(.operation, splices)) }
    if splices.count > 1, let swappedFirst {
      add(Edit(.operation, [swappedFirst] + splices.dropFirst()))
    }
  }
}

extension Node {
  var isComparison: Bool { bareSign.map { Expression.Comparison(tex: $0) != nil } ?? false }
}

extension [Node] {
  fileprivate var isSoleNumber: Bool { count == 1 && self[0].isNumber }
}
