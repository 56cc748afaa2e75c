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
      if let swapped { add(Edit(.swap, whole, swapped)) }
      add(
        Edit(
          swapped == nil ? kind : .swap,
          [
            Edit.Splice(range: beginning(of: whole), text: "-\\left("),
            Edit.Splice(range: whole.upperBound..<whole.upperBound, text: "\\right)"),
          ]))
    } else {
      add(Edit(kind, whole.lowerBound..<whole.lowerBound, "-"))
    }
    for node in member.dropFirst() {
      if node.bareSign == "+" { add(Edit(.sign, node.range, "-")) }
      if node.bareSign == "-" { add(Edit(.sign, node.range, "+")) }
    }
  }

  /// The signs between the terms of what stands inside of something.
  mutating func signs(inside nodes: [Node]) {
    for node in nodes.dropFirst() {
      if node.bareSign == "+" { add(Edit(.sign, node.range, "-")) }
      if node.bareSign == "-" { add(Edit(.sign, node.range, "+")) }
    }
  }

  /// A difference of two terms with these exchanged; nil where it is none.
  func swapped(_ nodes: [Node]) -> String? {
    var level = 0
    var minus: Int?
    for (place, node) in nodes.enumerated() {
      level += node.bracketNesting
      guard level == 0, node.bareSign == "-" || node.bareSign == "+" else { continue }
      guard node.bareSign == "-", minus == nil, place > 0, place < nodes.count - 1 else { return nil }
      minus = place
    }
    guard let minus else { return nil }
    return "\(source(Array(nodes[(minus + 1)...]).range)) - \(source(Array(nodes[..<minus]).range))"
  }

  /// `(a - b)` as `(b - a)`, `\|a - b\|` as `(a - b)` and `(b - a)`.
  mutating func differences(_ nodes: [Node], at place: Int) {
    guard let sign = nodes[place].sign, ["(", "[", "\\|", "|", "\\lVert"].contains(sign) else { return }
    let close =
      sign == "(" || sign == "["
      ? ScriptItem.closing(of: place, in: nodes)
      : nodes[(place + 1)...].firstIndex { $0.sign == sign || $0.sign == "\\rVert" } ?? nodes.count
    guard close < nodes.count, close > place + 1 else { return }
    let inner = Array(nodes[(place + 1)..<close])
    guard let minus = inner.firstIndex(where: { $0.bareSign == "-" }), minus > 0, minus < inner.count - 1,
      inner.count(where: { $0.bareSign == "-" || $0.bareSign == "+" }) == 1
    else { return }
    let (a, b) = (source(Array(inner[..<minus]).range), source(Array(inner[(minus + 1)...]).range))
    if sign == "(" || sign == "[" {
      add(Edit(.swap, inner.range, "\(b) - \(a)"))
    } else {
      let closing = nodes[close].base.range
      for (first, second) in [(b, a), (a, b)] {
        add(
          Edit(
            .swap,
            [
              Edit.Splice(range: nodes[place].range, text: "("),
              Edit.Splice(range: inner.range, text: "\(first)-\(second)"), Edit.Splice(range: closing, text: ")"),
            ]))
      }
    }
  }

  mutating func bars(_ inner: [Node], _ range: Range<Int>) {
    guard let minus = inner.firstIndex(where: { $0.bareSign == "-" }), minus > 0, minus < inner.count - 1 else {
      return
    }
    let (a, b) = (source(Array(inner[..<minus]).range), source(Array(inner[(minus + 1)...]).range))
    add(Edit(.swap, range, "(\(b)-\(a))"))
    add(Edit(.swap, range, "(\(a)-\(b))"))
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
