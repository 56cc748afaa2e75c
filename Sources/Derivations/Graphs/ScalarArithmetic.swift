import Tensors

extension ScalarGraph {
  package func add(_ left: ScalarID, _ right: ScalarID) -> ScalarID {
    if isStructuralZero(left) { return right }
    if isStructuralZero(right) { return left }
    return make(.sum, CollectionOfTwo(min(left, right), max(left, right)))
  }

  /// The sum of any number of terms, in whatever order they are given.
  package func sum(_ terms: [ScalarID]) -> ScalarID {
    let terms = table.terms(terms)
    return switch terms.count {
    case 0: zero
    case 1: terms[0]
    default: make(.sum, terms)
    }
  }

  package func subtract(_ left: ScalarID, _ right: ScalarID) -> ScalarID {
    if left == right { return zero }
    if isStructuralZero(right) { return left }
    if isStructuralZero(left) { return negate(right) }
    return make(.subtract, CollectionOfTwo(left, right))
  }

  package func negate(_ operand: ScalarID) -> ScalarID {
    if let value = constantValue(operand) { return constant(-value) }
    return make(.negate, CollectionOfOne(operand))
  }

  package func multiply(_ left: ScalarID, _ right: ScalarID) -> ScalarID {
    if let simple = product(ofConstant: left, right) ?? product(ofConstant: right, left) { return simple }
    if left == right { return power(left, 2) }
    return make(.multiply, CollectionOfTwo(min(left, right), max(left, right)))
  }

  /// The product with a number that makes it simpler; nil where the factor is none.
  private func product(ofConstant factor: ScalarID, _ other: ScalarID) -> ScalarID? {
    switch constantValue(factor) {
    case 0: zero
    case 1: other
    case -1: negate(other)
    default: nil
    }
  }

  /// A quotient; one by a constant is the product with its reciprocal, as a mean has it.
  package func divide(_ left: ScalarID, _ right: ScalarID) -> ScalarID {
    switch constantValue(right) {
    case 1: return left
    case -1: return negate(left)
    case .some(let value) where value != 0 && !isConstant(left):
      return multiply(divide(one, right), left)
    default: break
    }
    if isStructuralZero(left), value(right) != 0 { return zero }
    return make(.divide, CollectionOfTwo(left, right))
  }

  /// `a₀b₀ + a₁b₁ + …`, in whatever order the products and their factors are given.
  ///
  /// - Precondition: as many on the left as on the right.
  package func dot(_ left: [ScalarID], _ right: [ScalarID]) -> ScalarID {
    precondition(left.count == right.count, "\(left.count) factors for \(right.count)")
    if left.count == 1 { return multiply(left[0], right[0]) }
    let (operands, hasOnlyOnes) = factors(left, right)
    if hasOnlyOnes { return sum(operands) }
    if operands.count == 2 { return multiply(operands[0], operands[1]) }
    return make(.dot, operands)
  }

  /// A power. Whole constant exponents are exact for every base; others go through the logarithm.
  package func power(_ base: ScalarID, _ exponent: ScalarID) -> ScalarID {
    if let value = constantValue(exponent) {
      if value == 0.5 { return apply(.squareRoot, base) }
      if let whole = Int(exactly: value), whole.magnitude < 1 << 20 { return power(base, whole) }
    }
    return apply(.exp, multiply(exponent, apply(.log, base)))
  }

  package func power(_ base: ScalarID, _ exponent: Int) -> ScalarID {
    switch exponent {
    case 0: one
    case 1: base
    case -1: divide(one, base)
    default: make(.power, detail: Int32(exponent), CollectionOfOne(base))
    }
  }

  /// The largest operand, the first of equal ones. `max(0, x)` is relu.
  ///
  /// - Precondition: at least one operand.
  package func maximum(_ operands: [ScalarID]) -> ScalarID {
    if operands.count == 2, let place = operands.firstIndex(where: isStructuralZero) {
      return apply(.relu, operands[1 - place])
    }
    return choose(.maximum, operands)
  }

  /// The smallest operand, the first of equal ones.
  ///
  /// - Precondition: at least one operand.
  package func minimum(_ operands: [ScalarID]) -> ScalarID { choose(.minimum, operands) }

  private func choose(_ kind: ScalarNode.Kind, _ operands: [ScalarID]) -> ScalarID {
    precondition(!operands.isEmpty, "a choice among none")
    return operands.allSatisfy { $0 == operands[0] } ? operands[0] : make(kind, operands)
  }
}

extension ScalarTable {
  /// Without those that are 0 by their structure, in order.
  fileprivate func terms(_ ids: [ScalarID]) -> [ScalarID] {
    var terms = ids
    terms.removeAll { isConstant($0, 0) }
    terms.sort()
    return terms
  }

  /// The factors of a dot product in order, two by two, without products that are 0 by their structure; where each has
  /// a factor 1, the others.
  mutating func factors(_ left: [ScalarID], _ right: [ScalarID]) -> (ids: [ScalarID], haveOnlyOnes: Bool) {
    // Each pair as one number, which is quick to sort. A constant 1 comes first.
    pairs.removeAll(keepingCapacity: true)
    var haveOnlyOnes = true
    for (one, other) in zip(left, right) {
      let (a, b) = (constantValue(one), constantValue(other))
      if a == 0 || b == 0 { continue }
      let isOrdered = a == 1 || b != 1 && one <= other
      let (first, second) = isOrdered ? (one, other) : (other, one)
      haveOnlyOnes = haveOnlyOnes && (a == 1 || b == 1)
      pairs.append(UInt64(first.index) << 32 | UInt64(second.index))
    }
    pairs.sort()
    var ids: [ScalarID] = []
    ids.reserveCapacity(2 * pairs.count)
    for pair in pairs {
      if !haveOnlyOnes { ids.append(ScalarID(index: Int32(pair >> 32))) }
      ids.append(ScalarID(index: Int32(pair & 0xffff_ffff)))
    }
    return (ids, haveOnlyOnes)
  }
}

/// Two operands, without an array.
private struct CollectionOfTwo: RandomAccessCollection {
  let first, second: ScalarID

  init(_ first: ScalarID, _ second: ScalarID) { (self.first, self.second) = (first, second) }

  var startIndex: Int { 0 }
  var endIndex: Int { 2 }
  subscript(position: Int) -> ScalarID { position == 0 ? first : second }
}

extension ScalarGraph {
  /// The two factors of a node that is a product or a square; nil for any other node.
  func factors(of id: ScalarID) -> (ScalarID, ScalarID)? {
    let operands = operands(of: id)
    switch node(id).kind {
    case .multiply: return (operands[operands.startIndex], operands[operands.startIndex + 1])
    case .power where node(id).detail == 2: return (operands[operands.startIndex], operands[operands.startIndex])
    default: return nil
    }
  }

  /// All nodes that some are computed from, themselves included.
  func ancestors(of ids: [ScalarID]) -> [ScalarID] {
    var seen = Set(ids)
    var stack = ids
    while let next = stack.popLast() {
      for operand in operands(of: next) where seen.insert(operand).inserted { stack.append(operand) }
    }
    return seen.sorted()
  }
}
