import TeXMath

/// Terms or entries of which dots leave some out: `x_1 + x_2 + \dots + x_n`.
struct Progression {
  /// What each is, with a letter for what changes.
  var pattern: [Node]
  var letter: String
  var first: Int
  /// The last value of the letter.
  var last: [Node]
  /// Where it stands among the nodes, signs and all.
  var range: Range<Int> = 0..<0
  var isNegative = false
  /// Whether it counts down: `x_n + x_{n-1} + \dots + x_1`.
  var isDescending = false

  /// What two terms have in common where all that differs is a number in one against something else in the other.
  init?(from first: [Node], to last: [Node], depth: Int) {
    var finder = Finder(letter: "n\u{00B0}\(depth)")
    guard let pattern = finder.common(first, last), let start = finder.first, let end = finder.last else { return nil }
    (self.pattern, letter, self.first, self.last) = (pattern, finder.letter, start, end)
  }

  /// The term at a value of the letter.
  func term(at value: Int) -> [Node] { pattern.map { Self.putting(value, for: letter, into: $0) } }

  private static func putting(_ value: Int, for letter: String, into node: Node) -> Node {
    func put(_ nodes: [Node]) -> [Node] { nodes.map { putting(value, for: letter, into: $0) } }
    switch node.kind {
    case .letter(letter): return Node(.number(String(value)), node.range)
    case .scripted(let base, let sub, let sup, let primes):
      return Node(
        .scripted(
          base.map { putting(value, for: letter, into: $0) }, sub: sub.map(put), sup: sup.map(put), primes: primes),
        node.range)
    case .fraction(let above, let below): return Node(.fraction(put(above), put(below)), node.range)
    case .dressed(let dress, let inner): return Node(.dressed(dress, put(inner)), node.range)
    case .group(let inner): return Node(.group(put(inner)), node.range)
    default: return node
    }
  }

  private struct Finder {
    let letter: String
    var first: Int?
    var last: [Node]?

    mutating func common(_ a: [Node], _ b: [Node]) -> [Node]? {
      if a.key == b.key { return a }
      if a.count == 1, let found = changed(a[0], b) { return [found] }
      guard a.count == b.count else { return nil }
      var result: [Node] = []
      for (one, other) in zip(a, b) {
        guard let found = common(one, other) else { return nil }
        result.append(found)
      }
      return result
    }

    private mutating func common(_ a: Node, _ b: Node) -> Node? {
      if a.key == b.key { return a }
      switch (a.kind, b.kind) {
      case (
        .scripted(let base?, let sub, let sup, let primes),
        .scripted(let otherBase?, let otherSub, let otherSup, let others)
      ):
        guard primes == others, let base = common(base, otherBase), let sub = script(sub, otherSub),
          let sup = script(sup, otherSup)
        else {
          return nil
        }
        return Node(.scripted(base, sub: sub, sup: sup, primes: primes), a.range)
      case (.fraction(let above, let below), .fraction(let otherAbove, let otherBelow)):
        guard let above = common(above, otherAbove), let below = common(below, otherBelow) else { return nil }
        return Node(.fraction(above, below), a.range)
      case (.dressed(let dress, let inner), .dressed(let otherDress, let otherInner)):
        guard dress == otherDress, let inner = common(inner, otherInner) else { return nil }
        return Node(.dressed(dress, inner), a.range)
      default: return changed(a, [b])
      }
    }

    /// nil where they don't fit, and a script that neither has as nothing.
    private mutating func script(_ a: [Node]?, _ b: [Node]?) -> [Node]?? {
      guard let a, let b else { return a == nil && b == nil ? .some(nil) : nil }
      let (one, other) = (ScriptItem.items(of: a), ScriptItem.items(of: b))
      let count = max(one.count, other.count, one == other ? 1 : digits(a) && digits(b) ? 2 : 1)
      let (left, right) = (ScriptItem.splitDigits(one, into: count), ScriptItem.splitDigits(other, into: count))
      guard left.count == right.count, left.count > 1, left.allSatisfy({ $0.bracket == nil }),
        right.allSatisfy({ $0.bracket == nil })
      else { return common(a, b).map { .some($0) } }
      var result: [Node] = []
      for (item, otherItem) in zip(left, right) {
        guard let found = common(item.nodes, otherItem.nodes) else { return nil }
        if !result.isEmpty { result.append(Node(.sign(","), item.nodes.range)) }
        result += found
      }
      return result
    }

    private func digits(_ nodes: [Node]) -> Bool {
      if nodes.count == 1, case .number(let digits) = nodes[0].kind { digits.count == 2 } else { false }
    }

    private mutating func changed(_ a: Node, _ b: [Node]) -> Node? {
      guard case .number(let digits) = a.kind, let number = Int(digits), IndexExpression(b) != nil || b.count == 1,
        first == nil || first == number, last == nil || last?.key == b.key
      else { return nil }
      switch b.first?.kind {
      case .letter, .number, .scripted: break
      default: return nil
      }
      first = number
      last = b
      return Node(.letter(letter), a.range)
    }
  }
}

extension ExpressionParser {
  /// The terms around dots in the sum that begins here.
  func progression() -> Progression? {
    guard let dots = nodes[position...].firstIndex(where: { $0.bareSign == "\\ldots" }) else { return nil }
    // Terms with their signs, of this level only.
    var terms: [(sign: Int, body: Range<Int>)] = []
    var level = 0
    var (sign, begin) = (position, position)
    for index in position..<nodes.count {
      level += nodes[index].bracketNesting
      guard level >= 0 else { break }
      if level == 0, let mark = nodes[index].bareSign, mark == "+" || mark == "-" {
        if index > begin { terms.append((sign, begin..<index)) }
        (sign, begin) = (index, index + 1)
      }
    }
    if begin < nodes.count { terms.append((sign, begin..<nodes.count)) }
    guard let place = terms.firstIndex(where: { $0.body == dots..<(dots + 1) }), place > 0, place + 1 < terms.count
    else { return nil }
    func isNegative(_ term: Int) -> Bool { nodes[terms[term].sign].bareSign == "-" }
    func body(_ term: Int) -> [Node] { Array(nodes[terms[term].body]) }
    // Dots with a sign of their own say that signs change.
    guard isNegative(place) == isNegative(place + 1), isNegative(place - 1) == isNegative(place + 1) || place == 1,
      var found = Progression(from: body(place - 1), to: body(place + 1), depth: options.depth)
    else { return nil }
    var start = place - 1
    // Two terms of it say how it goes on; every second one is no sum that we have.
    let before = start > 0 ? Progression(from: body(start - 1), to: body(place + 1), depth: options.depth) : nil
    let step = before.flatMap { $0.pattern.key == found.pattern.key ? found.first - $0.first : nil }
    let isLess = found.last.count == 1 && (Int(found.last[0].key).map { $0 < found.first } ?? false)
    guard step.map({ $0 == 1 && !isLess || $0 == -1 }) ?? true else { return nil }
    found.isDescending = step == -1 || isLess
    let back = found.isDescending ? 1 : -1
    while start > 0, isNegative(start - 1) == isNegative(place + 1),
      body(start - 1).key == found.term(at: found.first + back).key
    {
      start -= 1
      found.first += back
    }
    found.isNegative = isNegative(place + 1)
    guard isNegative(start) == found.isNegative else { return nil }
    found.range = terms[start].sign..<terms[place + 1].body.upperBound
    return found
  }

  /// The sum of a progression, or its entries in a row or column.
  mutating func value(of found: Progression, _ kind: BigOperator.Kind) throws(ReadingProblem) -> Expression {
    let upper = try inner(found.last[...], asArgument: true, asWholeNumber: true)
    let outer = (scope, boundLetters)
    defer { (scope, boundLetters) = outer }
    // As the number that it is, too: the 2 of `r^2`.
    bindLetters(of: listed(Expression(.number("0"), found.pattern.range), found, kind))
    let body: Expression
    do throws(ReadingProblem) {
      body = try inner(found.pattern[...])
    } catch {
      if case .unbound = error.reason, kind == .sum, let written = try writtenOut(found) { return written }
      // The letter is no one's: what the terms lack is a symbol with any index.
      if case .unbound = error.reason { throw ReadingProblem(.dots, found.range.isEmpty ? error.range : error.range) }
      throw error
    }
    return listed(body, found, kind, upper: upper)
  }

  /// The terms of a progression one by one, where its last index is a number and each of them can be read: those of names
  /// that `let` gives by number, `x_1` to `x_3`.
  private mutating func writtenOut(_ found: Progression) throws(ReadingProblem) -> Expression? {
    guard found.last.count == 1,
      let last = Int(found.last[0].key) ?? scope.wholeNumbers[found.last[0].key],
      (found.first...(found.first + 31)) ~= last
    else { return nil }
    var terms: [Expression.Term] = []
    for number in found.first...last {
      let nodes = found.term(at: number)
      terms.append(Expression.Term(isNegative: false, value: try inner(nodes[...])))
    }
    return Expression(.sum(terms), found.pattern.range)
  }

  func listed(
    _ body: Expression, _ found: Progression, _ kind: BigOperator.Kind, upper: Expression
  ) -> Expression {
    var operation = listed(body, found, kind)
    operation.upper = upper
    if found.isDescending, kind == .sum { swap(&operation.lower, &operation.upper) }
    return Expression(.big(operation), found.pattern.range)
  }

  private func listed(_ body: Expression, _ found: Progression, _ kind: BigOperator.Kind) -> BigOperator {
    BigOperator(
      kind: kind, letters: [found.letter], lower: Expression(.number(String(found.first)), found.pattern.range),
      upper: nil, conditions: [], body: body)
  }
}
