import TeXMath

extension ExpressionParser {
  /// Reads `\sum_{j=1}^n …`: its body reaches to the next `+`, `-` or relation.
  mutating func large(_ name: String, _ node: Node) throws(ReadingProblem) -> Expression {
    let kind: BigOperator.Kind
    switch name {
    case "\\sum", "∑": kind = .sum
    case "\\prod", "∏": kind = .product
    default: throw .unsupported(.written(name), node.range)
    }
    return try bigOperator(kind, node)
  }

  private mutating func bigOperator(_ kind: BigOperator.Kind, _ node: Node) throws(ReadingProblem) -> Expression {
    let start = position
    position += 1
    let scripts = node.scripts
    if let sub = scripts.sub, !sub.contains(where: { $0.bareSign == "\\in" }),
      let dots = sub.first(where: { $0.bareSign == "\\ldots" })
    {
      throw ReadingProblem(.dots, dots.range)
    }
    var operation = BigOperator(
      kind: kind, letters: [], lower: nil, upper: nil, conditions: [],
      body: Expression(.number("0"), node.range))
    try readRange(scripts.sub ?? [], of: &operation)
    if let written = scripts.sup {
      // `\sum_{i=1}^{n=3}` says in passing what n is.
      let sup = written.lastIndex { $0.bareSign == "=" }.map { Array(written[($0 + 1)...]) } ?? written
      if sup.contains(where: { $0.bareSign == "\\ldots" || $0.key == "\\infty" }) {
        throw ReadingProblem(.dots, sup.range)
      }
      if isUnboundEnd(sup, of: operation) {
        operation.openEnd = sup[0].key
      } else {
        operation.upper = try inner(sup[...], asWholeNumber: true)
      }
    }
    if let unrolled = try unrolled(operation, start) { return unrolled }
    if let parameters = try sumOverParameters(operation, start) { return parameters }
    let bodyStart = position
    // Its letters shadow symbols of the same name.
    let outer = (scope, boundLetters)
    bindLetters(of: operation)
    defer { (scope, boundLetters) = outer }
    operation.body = try kind == .sum ? summand(of: operation.letters) : product()
    if bodyStart == position { throw .damaged("the sum has nothing to add", node.range) }
    return Expression(.big(operation), range(from: start))
  }

  /// Whether the end of a sum from 1 is a letter that nothing binds: whatever it is, it is the end of what there is.
  private func isUnboundEnd(_ sup: [Node], of operation: BigOperator) -> Bool {
    guard operation.kind == .sum, operation.letters.count == 1, operation.lower?.wholeNumber == 1, sup.count == 1,
      sup[0].isBareLetter, case .none = scope.lookup(sup[...]), scope.wholeNumbers[sup[0].key] == nil,
      !operation.letters.contains(sup[0].key), !scope.hasLayerLetter(sup[0].key)
    else { return false }
    return true
  }

  /// What a sum adds: up to the next `+` or `-`; in a wide sum to the end of the bracket, if anything behind the sign
  /// is one for every term.
  private mutating func summand(of letters: [String]) throws(ReadingProblem) -> Expression {
    // `\sum_k -\delta_k w_{kj}`
    if let sign = next, sign.bareSign == "-" || sign.bareSign == "+", !options.hasWideSums {
      position += 1
      let value = try product()
      return sign.bareSign == "+" ? value : Expression(.negative(value), sign.range.lowerBound..<value.range.upperBound)
    }
    return try isSummedFurther(letters) ? sum() : product()
  }

  /// Whether a wide sum that has its body next takes in what stands behind the first `+` or `-`: something there has
  /// one of its letters, or belongs to an example that is not named. A term that is the same for every letter is
  /// nothing that anybody sums.
  private func isSummedFurther(_ letters: [String]) -> Bool {
    guard options.hasWideSums else { return false }
    guard !letters.isEmpty else { return true }
    var copy = self
    guard (try? copy.product()) != nil else { return true }
    let first = copy.position
    guard let sign = copy.next?.bareSign, sign == "+" || sign == "-" else { return false }
    var end = first
    var level = 0
    while end < nodes.count {
      level += nodes[end].bracketNesting
      if level < 0 || level == 0 && [",", ";"].contains(nodes[end].bareSign ?? "") { break }
      end += 1
    }
    if nodes[first..<end].mentions(letters) { return true }
    copy.options.hasWideSums = false
    guard case .sum(let terms)? = (try? copy.sum())?.kind else {
      copy.position = first
      return ((try? copy.sum())?.content.isOfExample) ?? true
    }
    return terms.contains { $0.value.content.isOfExample }
  }

  /// A sum or product over the names of a family, `\sum_{t=1}^3 x_t`, written out: each of them is a symbol by itself.
  ///
  /// - Parameter operation: without its body, which stands next
  /// - Returns: nil where its letter belongs to no family
  private mutating func unrolled(_ operation: BigOperator, _ start: Int) throws(ReadingProblem) -> Expression? {
    // Reading the body to see whether it is one costs as much again in every sum around it.
    var inner = options
    inner.unrolled += 1
    guard options.unrolled < 3, operation.kind == .sum || operation.kind == .product, operation.letters.count == 1,
      operation.conditions.isEmpty,
      let family = NameFamily(in: [Array(nodes[position...])], scope, only: operation.letters[0], inside: inner)
    else { return nil }
    var numbers = family.numbers
    switch (operation.lower, operation.upper) {
    case (nil, nil): break
    case (let lower?, let upper?):
      guard let first = lower.wholeNumber, let last = upper.wholeNumber, last - first < 64 else { return nil }
      numbers = first <= last ? Array(first...last) : []
    default: return nil
    }
    if numbers.isEmpty {
      // Nothing is added or multiplied, but the body has to be passed.
      var rest = replacingRest { $0.putting(family.numbers[0], for: family.letter) }
      _ = operation.kind == .sum ? try rest.summand(of: operation.letters) : try rest.product()
      position = rest.position
      return Expression(operation.kind == .sum ? .number("0") : .identity(nil), range(from: start))
    }
    var values: [Expression] = []
    var end = self
    let isWide = operation.kind == .sum && isSummedFurther(operation.letters)
    for number in numbers {
      end = replacingRest { $0.putting(number, for: family.letter) }
      end.options = inner
      values.append(isWide ? try end.sum() : try end.product())
      (realVariables, notes) = (end.realVariables, end.notes)
    }
    position = end.position
    let range = range(from: start)
    if values.count == 1 { return values[0] }
    return operation.kind == .sum
      ? Expression(.sum(values.map { Expression.Term(isNegative: false, value: $0) }), range)
      : Expression(.product(values.map { Expression.Factor(binding: .juxtaposition, value: $0) }), range)
  }

  /// `\arg\max_k a_k`
  mutating func extremumPlace(_ node: Node) throws(ReadingProblem) -> Expression {
    var (mark, name) = (node, "")
    if case .name(let word) = node.base.kind { name = word }
    if name == "arg", node.scripts.sub == nil, position + 1 < nodes.count,
      case .name(let word) = nodes[position + 1].base.kind, ["max", "min"].contains(word)
    {
      position += 1
      (mark, name) = (nodes[position], "arg" + word)
    }
    guard ["argmax", "argmin"].contains(name), mark.scripts.sub != nil else {
      throw .unsupported(.written("\\arg"), node.range)
    }
    let place = try bigOperator(name == "argmax" ? .largestPlace : .smallestPlace, mark)
    // `\arg\min_\theta J(\theta)` is no search among indices.
    if case .big(let operation) = place.kind, !operation.body.freeLetters.isSuperset(of: operation.letters) {
      throw .unsupported(.fact(.argOverNoIndex), node.range)
    }
    return place
  }

  /// `\max(a, b)`, `\max_i z_i`
  mutating func extremum(_ node: Node) throws(ReadingProblem) -> Expression {
    guard case .name(let name) = node.base.kind else { throw problem(at: node) }
    let start = position
    if node.scripts.sub != nil {
      return try bigOperator(name == "max" ? .maximum : .minimum, node)
    }
    position += 1
    guard let arguments = try arguments() else {
      throw .unsupported(.written("\\\(name)", .withoutArguments), node.range)
    }
    return Expression(.function(name == "max" ? .maximum : .minimum, arguments), range(from: start))
  }

  /// Reads what stands in round brackets that follow, parted by commas; nil where none follow.
  mutating func arguments() throws(ReadingProblem) -> [Expression]? {
    guard let opening = next, ["(", "[", "\\{"].contains(opening.bareSign ?? ""), let close = closing(from: position)
    else { return nil }
    var arguments: [Expression] = []
    for part in Self.parts(of: nodes[(position + 1)..<close]) {
      guard !part.isEmpty else { throw .damaged("an argument is missing", opening.range) }
      arguments.append(try inner(part, asArgument: true))
    }
    position = close + 1
    return arguments
  }
}

extension ArraySlice<Node> {
  /// Whether one of the letters stands at a corner or by itself, but where a sum of its own has it.
  fileprivate func mentions(_ letters: [String]) -> Bool {
    var open = letters
    for node in self {
      if let sign = node.bareSign, sign == "+" || sign == "-" { open = letters }
      open.removeAll(where: [node].summedLetters.contains)
      if node.mentions(open) { return true }
    }
    return false
  }
}

extension Node {
  fileprivate func mentions(_ letters: [String]) -> Bool {
    func any(_ nodes: [Node]?) -> Bool { nodes.map { $0[...].mentions(letters) } ?? false }
    switch kind {
    case .letter(let letter): return letters.contains(letter)
    case .scripted(let base, let sub, let sup, _):
      return base?.mentions(letters) ?? false || any(sub) || any(sup)
    case .fraction(let above, let below): return any(above) || any(below)
    case .root(let inner, _), .group(let inner), .fenced(_, let inner, _), .dressed(_, let inner): return any(inner)
    case .environment(_, let rows): return rows.contains { $0.cells.contains { any($0) } }
    default: return false
    }
  }
}

extension Scope {
  /// Whether `letter` names something that has indices, as the x of `\sum_x f(x)` may.
  func bindsWithIndices(_ letter: String) -> Bool {
    entries.contains {
      $0.pattern.nodes.count == 1 && $0.pattern.key != letter && $0.pattern.nodes[0].base.key == letter
    }
  }
}
