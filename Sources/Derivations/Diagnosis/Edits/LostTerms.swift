import TeXMath

/// Terms that were lost: the half of a cross-entropy that is about the other class, the parameter that an update begins
/// with, under its own name.
extension EditGenerator {
  mutating func lostTerms(in member: [Node], beside other: [Node]) {
    otherClasses(in: member)
    guard other.count == 1, other[0].base.isSymbolLetter, let first = member.first else { return }
    let start = first.range.lowerBound
    if first.bareSign == "-" {
      add(Edit(.term, start..<start, source(other.range) + " "))
    } else if first.base.isSymbolLetter, first.key != other.key, member.count > 1,
      ["+", "-"].contains(member[1].bareSign ?? "")
    {
      add(Edit(.term, first.range, source(other.range)))
    }
  }

  /// `+ (1 - y) \log(1 - a)` behind `y \log a`, and the other way round.
  private mutating func otherClasses(in member: [Node]) {
    for run in [member] + member.brackets.map(\.content) {
      let terms = products(of: run)
      for (number, term) in terms.enumerated() where (2...3).contains(term.factors.count) {
        guard let (factor, call, argument) = logarithm(of: term) else { continue }
        // Of these it may be one of two in a bracket, or all there is.
        guard terms.count == 1 || number == 0 || number == terms.count - 1 else { continue }
        let start = term.nodes.range.lowerBound
        let sign = run.last { $0.range.upperBound <= start }?.bareSign == "-" ? " - " : " + "
        let text =
          complemented(factor) + " " + source(call.lowerBound..<argument.lowerBound).withoutBrackets
          + "(\(bareComplement(of: argument, in: term)))"
        let end = term.nodes.range.upperBound
        add(Edit(.term, end..<end, sign + text))
      }
    }
  }

  /// The factor before a logarithm, the logarithm, and what is in it.
  private func logarithm(of term: Product) -> (factor: [Node], call: Range<Int>, argument: Range<Int>)? {
    guard
      let place = term.nodes.firstIndex(where: { node in
        if case .name(let name) = node.kind { name == "log" || name == "ln" } else { false }
      }), place > 0, place + 1 < term.nodes.count,
      let factor = term.factors.last(where: { $0.upperBound <= place }), !Array(term.nodes[factor]).isLargeOperator
    else { return nil }
    let rest = Array(term.nodes[(place + 1)...])
    return (Array(term.nodes[factor]), term.nodes[place].range.lowerBound..<rest.range.upperBound, rest.range)
  }

  private func complemented(_ factor: [Node]) -> String {
    if let inner = inside(factor, at: 0), inner.whole == factor.range, let rest = inner.content.complement {
      return source(rest.range)
    }
    return "(1 - \(source(factor.range)))"
  }

  private func bareComplement(of argument: Range<Int>, in term: Product) -> String {
    let nodes = term.nodes.filter { $0.range.lowerBound >= argument.lowerBound }
    if let inner = inside(nodes, at: 0), inner.whole == nodes.range {
      if let rest = inner.content.complement { return source(rest.range) }
      return "1 - \(source(inner.content.range))"
    }
    return "1 - \(source(argument))"
  }
}

extension String {
  /// The name of a function as it stands before brackets.
  fileprivate var withoutBrackets: String {
    var text = self
    while let last = text.last, last == " " || last == "(" { text.removeLast() }
    if text.hasSuffix("\\left") { text.removeLast(5) }
    return text
  }
}
