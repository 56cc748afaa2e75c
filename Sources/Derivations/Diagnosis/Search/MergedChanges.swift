/// What two changes of one expression come to together, without reading the text with both of them anew.
///
/// Either change leaves most of an expression as it was. Where they concern different parts of it, the expression with
/// both has the one part from the first and the other from the second: a merge in three ways, as of two versions of a
/// text with what both were made from.
struct MergedChanges {
  /// Tells expressions that say the same from others.
  let numbers: ExpressionNumbers

  /// - Returns: nil where both concern the same part, or one something that is not told apart here
  func merged(_ base: Expression, _ one: Expression, _ other: Expression) -> Expression? {
    if isSame(one, base) { return other }
    if isSame(other, base) { return one }
    guard one.isNamed == base.isNamed, other.isNamed == base.isNamed, !base.isNamed else { return nil }
    guard let kind = kind(base, one, other) else { return nil }
    return Expression(kind, base.range)
  }

  private func isSame(_ one: Expression, _ other: Expression) -> Bool {
    one.content === other.content && one.isNamed == other.isNamed
      || one.isNamed == other.isNamed && numbers.number(of: one.content) == numbers.number(of: other.content)
  }

  private func kind(_ base: Expression, _ one: Expression, _ other: Expression) -> Expression.Kind? {
    // A sum binds weakest, then a product: what became one of them beside another change was part of it before.
    let all = [base, one, other]
    if all.contains(where: \.isSum) { return sum(base, one, other) }
    if all.contains(where: \.isProduct) { return product(base, one, other) }
    switch (base.kind, one.kind, other.kind) {
    case (.quotient(let a, let b), .quotient(let a1, let b1), .quotient(let a2, let b2)):
      return both(a, b, a1, b1, a2, b2, Expression.Kind.quotient)
    case (.power(let a, let b), .power(let a1, let b1), .power(let a2, let b2)):
      return both(a, b, a1, b1, a2, b2, Expression.Kind.power)
    case (.transposed(let a), .transposed(let a1), .transposed(let a2)):
      return merged(a, a1, a2).map(Expression.Kind.transposed)
    case (.absolute(let a), .absolute(let a1), .absolute(let a2)):
      return merged(a, a1, a2).map(Expression.Kind.absolute)
    case (.norm(let a, let norm), .norm(let a1, let norm1), .norm(let a2, let norm2)):
      guard norm == norm1, norm == norm2 else { return nil }
      return merged(a, a1, a2).map { .norm($0, norm) }
    case (.function(let use, let a), .function(let use1, let a1), .function(let use2, let a2)):
      guard let use = merged(use, use1, use2), let arguments = each(a, a1, a2) else { return nil }
      return .function(use, arguments)
    case (.derivative(let a), .derivative(let a1), .derivative(let a2)):
      guard a.isOrdinary == a1.isOrdinary, a.isOrdinary == a2.isOrdinary,
        let numerator = merged(a.numerator, a1.numerator, a2.numerator),
        let denominators = each(a.denominators, a1.denominators, a2.denominators)
      else { return nil }
      return .derivative(Derivative(numerator: numerator, denominators: denominators, isOrdinary: a.isOrdinary))
    case (.big(let a), .big(let a1), .big(let a2)): return merged(a, a1, a2).map(Expression.Kind.big)
    default: return nil
    }
  }

  private func both(
    _ a: Expression, _ b: Expression, _ a1: Expression, _ b1: Expression, _ a2: Expression, _ b2: Expression,
    _ make: (Expression, Expression) -> Expression.Kind
  ) -> Expression.Kind? {
    guard let first = merged(a, a1, a2), let second = merged(b, b1, b2) else { return nil }
    return make(first, second)
  }

  private func each(_ base: [Expression], _ one: [Expression], _ other: [Expression]) -> [Expression]? {
    guard base.count == one.count, base.count == other.count else { return nil }
    var all: [Expression] = []
    for place in base.indices {
      guard let part = merged(base[place], one[place], other[place]) else { return nil }
      all.append(part)
    }
    return all
  }

  private func merged(_ base: BigOperator, _ one: BigOperator, _ other: BigOperator) -> BigOperator? {
    guard let kind = chosen(base.kind, one.kind, other.kind),
      let letters = chosen(base.letters, one.letters, other.letters),
      let lower = merged(base.lower, one.lower, other.lower), let upper = merged(base.upper, one.upper, other.upper),
      let openEnd = chosen(base.openEnd, one.openEnd, other.openEnd),
      let conditions = chosen(base.conditions, one.conditions, other.conditions),
      let layers = chosen(base.layers, one.layers, other.layers), let body = merged(base.body, one.body, other.body)
    else { return nil }
    return BigOperator(
      kind: kind, letters: letters, lower: lower, upper: upper, openEnd: openEnd, conditions: conditions, body: body,
      layers: layers)
  }

  private func merged(_ base: Expression?, _ one: Expression?, _ other: Expression?) -> Expression?? {
    guard let base, let one, let other else { return chosen(base, one, other) }
    return merged(base, one, other).map { .some($0) }
  }

  /// A function that one of them exchanged.
  private func merged(_ base: FunctionUse, _ one: FunctionUse, _ other: FunctionUse) -> FunctionUse? {
    chosen(base, one, other)
  }

  /// What is no expression: from the one that changed it.
  private func chosen<Part: Equatable>(_ base: Part, _ one: Part, _ other: Part) -> Part? {
    if one == base { return .some(other) }
    return other == base || one == other ? .some(one) : nil
  }

  // MARK: Terms and factors

  private func sum(_ base: Expression, _ one: Expression, _ other: Expression) -> Expression.Kind? {
    let (terms, first, second) = (base.terms, one.terms, other.terms)
    let merged = lists(
      terms, first, second,
      isSame: { $0.isNegative == $1.isNegative && isSame($0.value, $1.value) },
      merge: { a, b, c in
        guard let isNegative = chosen(a.isNegative, b.isNegative, c.isNegative),
          let value = self.merged(a.value, b.value, c.value)
        else { return nil }
        return Expression.Term(isNegative: isNegative, value: value)
      })
    // All of a sum between brackets, with a sign before them.
    guard var all = merged ?? bracketed(base, first, second) ?? bracketed(base, second, first) else { return nil }
    guard all.count == 1, let only = all.popLast() else { return all.isEmpty ? nil : .sum(all) }
    return only.isNegative ? .negative(only.value) : only.value.kind
  }

  private func bracketed(
    _ base: Expression, _ one: [Expression.Term], _ other: [Expression.Term]
  ) -> [Expression.Term]? {
    guard case .sum = base.kind, one.count == 1, isSame(one[0].value, base), other.count > 1 else { return nil }
    return [Expression.Term(isNegative: one[0].isNegative, value: Expression(.sum(other), base.range))]
  }

  private func product(_ base: Expression, _ one: Expression, _ other: Expression) -> Expression.Kind? {
    let all = lists(
      base.factors, one.factors, other.factors,
      isSame: { $0.binding == $1.binding && isSame($0.value, $1.value) },
      merge: { a, b, c in
        guard let binding = chosen(a.binding, b.binding, c.binding), let value = self.merged(a.value, b.value, c.value)
        else { return nil }
        return Expression.Factor(binding: binding, value: value)
      })
    guard let all, all.count > 1 else { return nil }
    return .product(all)
  }

  /// Lists that were changed in different places. Each is taken to be changed in one stretch.
  private func lists<Part>(
    _ base: [Part], _ one: [Part], _ other: [Part], isSame: (Part, Part) -> Bool, merge: (Part, Part, Part) -> Part?
  ) -> [Part]? {
    let (first, second) = (stretch(base, one, isSame), stretch(base, other, isSame))
    if first.old.count == 1, first.new.count == 1, first.old == second.old, second.new.count == 1 {
      let place = first.old.lowerBound
      guard let part = merge(base[place], one[first.new.lowerBound], other[second.new.lowerBound]) else { return nil }
      var all = base
      all[place] = part
      return all
    }
    let isFirstBefore = first.old.upperBound <= second.old.lowerBound
    guard isFirstBefore || second.old.upperBound <= first.old.lowerBound, first.old != second.old else { return nil }
    let (left, right) = isFirstBefore ? (first, second) : (second, first)
    let (a, b) = isFirstBefore ? (one, other) : (other, one)
    var all = Array(base[..<left.old.lowerBound])
    all += a[left.new]
    all += base[left.old.upperBound..<right.old.lowerBound]
    all += b[right.new]
    all += base[right.old.upperBound...]
    return all
  }

  /// The shortest stretch of a list that became another.
  private func stretch<Part>(
    _ base: [Part], _ changed: [Part], _ isSame: (Part, Part) -> Bool
  ) -> (old: Range<Int>, new: Range<Int>) {
    let most = min(base.count, changed.count)
    var start = 0
    while start < most, isSame(base[start], changed[start]) { start += 1 }
    var end = 0
    while end < most - start, isSame(base[base.count - 1 - end], changed[changed.count - 1 - end]) { end += 1 }
    return (start..<(base.count - end), start..<(changed.count - end))
  }
}

extension Expression {
  fileprivate var isSum: Bool {
    switch kind {
    case .sum, .negative: true
    default: false
    }
  }

  fileprivate var isProduct: Bool {
    if case .product = kind { true } else { false }
  }

  /// As a sum, which may be of one term.
  fileprivate var terms: [Term] {
    switch kind {
    case .sum(let terms): terms
    case .negative(let inner): [Term(isNegative: true, value: inner)]
    default: [Term(isNegative: false, value: self)]
    }
  }

  /// As a product, which may be of one factor.
  fileprivate var factors: [Factor] {
    if case .product(let factors) = kind { factors } else { [Factor(binding: .juxtaposition, value: self)] }
  }
}
