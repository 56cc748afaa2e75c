extension Evaluator {
  func derivative(_ derivative: Derivative, _ context: Context) throws(EvaluationProblem) -> Value {
    let value = try literalDerivative(derivative, context)
    // `\partial y^T / \partial x` has a row for each entry of x: it is the transpose of `\partial y / \partial x`. So has
    // `\partial (x^T C) / \partial x`, which is C.
    guard derivative.numerator.isLaid, derivative.denominators.count == 1, value.form == .matrix,
      let record = value.derivative, record.aboveForm == .row, record.belowForm == .column
    else { return value }
    var turned = value.transposed
    turned.derivative = nil
    return turned
  }

  private func literalDerivative(_ derivative: Derivative, _ context: Context) throws(EvaluationProblem) -> Value {
    if derivative.denominators.count == 1 {
      var below = try value(derivative.denominators[0], context)
      below.derivative = nil
      if let above = try numerator(ofPartial: derivative, by: below, context) {
        return try self.derivative(of: above, by: below, isNode: true)
      }
    }
    return try self.derivative(of: derivative.numerator, by: derivative.denominators, isSummed: false, context)
  }

  /// The total derivative of all entries of one value by all of another, which is cut out of the graph.
  ///
  /// - Parameter isSummed: whether the convention may be tried that it is of the summed loss
  func derivative(
    of numerator: Expression, by denominators: [Expression], isSummed: Bool, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    do throws(EvaluationProblem) {
      return try derivativeAsBuilt(of: numerator, by: denominators, isSummed: isSummed, context)
    } catch {
      guard case .reading(let problem) = error, [.independent, .constantDenominator].contains(problem.reason),
        !keepsProducts, !denominators.allSatisfy(\.isNode)
      else { throw error }
      // What the document defines may be a product that a sum has taken in.
      keepsProducts = true
      defer { keepsProducts = false }
      return try derivativeAsBuilt(of: numerator, by: denominators, isSummed: isSummed, context)
    }
  }

  private func derivativeAsBuilt(
    of numerator: Expression, by denominators: [Expression], isSummed: Bool, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    var above = try value(numerator, context)
    above.derivative = nil
    if isSummed, denominators.allSatisfy(\.isOfExamples), let model = probe.model,
      above.ids == [model.cost] || above.ids == [model.dataCost],
      use(.summedLossDerivative)
    {
      above = .scalar(model.summedLoss)
    }
    if numerator.isLossOfSomeExample, denominators.count == 1, denominators[0].isOfAllExamples, let model = probe.model,
      use(.summedLossDerivative)
    {
      // `\partial L / \partial A`, L the loss of an example and A a matrix of all of them.
      above = .scalar(model.summedLoss)
    }
    var result = above
    for denominator in denominators {
      var below = try value(denominator, context)
      below.derivative = nil
      do throws(EvaluationProblem) {
        result = try derivative(of: result, by: below, isNode: denominator.isNode)
      } catch {
        guard case .reading(let problem) = error, problem.reason == .independent,
          dependsOnAnother(result, than: below, of: denominator, context)
        else { throw error }
        // `\partial L / \partial p_i` of `L = -\log p_c`: what depends on one entry does not depend on the others.
        let zero = graph.zero
        result = laid(result.ids.flatMap { _ in below.ids.map { _ in zero } }, record(of: result, by: below))
      }
    }
    return result
  }

  /// Whether a value is computed from another entry of what the document defines with an index letter.
  private func dependsOnAnother(_ above: Value, than below: Value, of entry: Expression, _ context: Context) -> Bool {
    let letters = entry.freeLetters.intersection(entry.indexLetters)
    guard letters.count == 1, let letter = letters.first, entry.hasOnlyAsUnits([letter]) else { return false }
    let all = BigOperator(kind: .rows, letters: [letter], lower: nil, upper: nil, conditions: [], body: entry)
    guard let all = try? value(Expression(.big(all), entry.range), context), below.ids.allSatisfy(all.ids.contains)
    else { return false }
    // Where a product has taken it in, that with its value.
    let values = graph.ancestors(of: above.ids).lazy.filter { !self.graph.isConstant($0) }.map(graph.value)
    return all.ids.contains { id in
      let value = graph.value(id)
      return values.contains { ($0 - value).magnitude <= 1e-12 * value.magnitude }
    }
  }

  private func record(of above: Value, by below: Value) -> Value.Record {
    Value.Record(
      above: above.ids, aboveShape: above.shape, aboveForm: above.form, below: below.ids, belowShape: below.shape,
      belowForm: below.form)
  }

  private func derivative(
    of above: Value, by below: Value, isNode: Bool = true
  ) throws(EvaluationProblem) -> Value {
    guard above.ids.count * below.ids.count <= 200_000 else { throw .unsupported(.fact(.size)) }
    guard !below.ids.contains(where: graph.isConstant) || below.hasBiasPlace else {
      throw .reading(ReadingProblem(.constantDenominator))
    }
    var ids = above.ids.flatMap { differentiate($0, by: below.ids) }
    if !isNode, ids.allSatisfy(graph.isStructuralZero) {
      // What the document defines may be a node of the network and something given, or one in another form: that with
      // the same value.
      if let shifted = shiftedNodes(below.ids, under: above.ids) {
        ids = above.ids.flatMap { derivatives(of: $0, by: shifted) }
      } else if let nodes = nodes(valued: below.ids, under: above.ids) {
        ids = above.ids.flatMap { differentiate($0, by: nodes) }
      } else if let other = definition(of: above, from: below.ids) {
        ids = other.ids.flatMap { differentiate($0, by: below.ids) }
      } else {
        throw .reading(ReadingProblem(.independent))
      }
    }
    var value = laid(ids, record(of: above, by: below))
    if above.isSingle {
      value.isEntrywise = below.isEntrywise
      value.bases = below.bases
      value.spaces = below.spaces
      value.hasBiasPlace = below.hasBiasPlace
      (value.isGradient, value.isGradientByRow) = (below.form == .column, below.form == .row)
    }
    return value
  }

  /// The nodes that some others are computed from and that have the values of given ones, each the only one.
  private func nodes(valued ids: [ScalarID], under above: [ScalarID]) -> [ScalarID]? {
    let below = graph.ancestors(of: above)
    var found: [ScalarID] = []
    for id in ids {
      let value = graph.value(id)
      let same = below.filter {
        (graph.value($0) - value).magnitude <= 1e-12 * value.magnitude && !graph.isConstant($0)
      }
      guard same.count == 1 else { return nil }
      found.append(same[0])
    }
    return found
  }

  /// A value that the document defines, that agrees with `above` and is computed from all of `below`: in
  /// `u_5 = -\frac1m \sum_i u_{4,i} = J`, what J is where it is differentiated by `u_{4,i}`.
  private func definition(of above: Value, from below: [ScalarID]) -> Value? {
    let candidates = definitions
    // What a definition contains is not to be looked for among the definitions again.
    definitions = []
    defer { definitions = candidates }
    return candidates.lazy.compactMap { try? self.value($0, Context()) }.first { value in
      guard value.shape == above.shape, value.form == above.form,
        zip(value.ids, above.ids).allSatisfy({ (one, other) in
          let (one, other) = (self.graph.value(one), self.graph.value(other))
          return (one - other).magnitude <= 1e-12 * other.magnitude
        })
      else { return false }
      let ancestors = Set(self.graph.ancestors(of: value.ids))
      return below.allSatisfy(ancestors.contains)
    }
  }

  /// `\nabla_a C`: the derivatives of a number as a column, or in the shape of what it is differentiated by.
  func gradient(
    _ of: Expression, _ by: [Expression], _ context: Context
  ) throws(EvaluationProblem) -> Value {
    let above = try value(of, context)
    if by.count == 1 {
      let below = try value(by[0], context)
      if !above.isSingle, above.form == .column, below.form == .column {
        // `\nabla_x A x = A^T`: the gradients of the entries beside each other, as most lay them, or below each other.
        let jacobian = try derivative(of: above, by: below)
        return use(.rowGradient) ? jacobian.transposed : jacobian
      }
      guard above.isSingle else { throw .unsupported(.fact(.gradientOfVector)) }
      var value = try derivative(of: .scalar(above.ids[0]), by: below)
      // A gradient is a vector or matrix, and no link of the chain rule that says how it is to be laid.
      value.derivative = nil
      return value
    }
    guard above.isSingle else { throw .unsupported(.fact(.gradientOfVector)) }
    var ids: [ScalarID] = []
    for parameter in by {
      let below = try value(parameter, context)
      guard below.isSingle else { throw .unsupported(.fact(.gradientByVectors)) }
      ids += differentiate(above.ids[0], by: below.ids)
    }
    return .column(ids, .plain)
  }

  func power(_ base: Expression, _ exponent: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    if case .absolute(let inner) = base.kind, case .number("2") = exponent.kind, !isInsideFunction {
      // Between single bars, too, the square of a vector is that of its length.
      let vector = try self.value(inner, context)
      if !vector.isSingle, vector.form != .matrix { return .scalar(graph.dot(vector.ids, vector.ids)) }
    }
    let value = try value(base, context)
    let power = try self.value(exponent, context)
    guard power.isSingle else { throw .unsupported(.fact(.vectorExponent)) }
    // A matrix of examples is no map that could be done twice.
    let isOfExamples = value.form == .matrix && value.spaces.contains(.examples) && value.spaces[0] != value.spaces[1]
    if value.form == .matrix, !isInsideFunction, !value.isEntrywise,
      !isOfExamples || (exponent.wholeNumber ?? 1) < 0
    {
      let isSquare = value.rows == value.columns
      let whole = exponent.wholeNumber ?? graph.constantValue(power.ids[0]).flatMap { Int(exactly: $0) }
      if let whole, whole < 0 || isSquare && !(base.isOfNetwork && isInForce(.entrywiseQuotient)) {
        return try self.power(of: value, whole)
      }
      // Only of a square matrix a power is a product with itself.
      guard !isSquare || base.isOfNetwork, use(.entrywiseQuotient) else {
        throw .unsupported(.fact(.matrixPower))
      }
    }
    guard !value.isSizeless else { throw .unsupported(.fact(.matrixPower)) }
    // A number that has a power is a root or a product, also with a negative base.
    return value.mapped { graph.power($0, power.ids[0]) }
  }
}

extension Expression {
  /// Whether it has a derivative by something that is no quantity of the network itself.
  var differentiatesByDefined: Bool {
    contains { part in
      if case .derivative(let derivative) = part.kind { !derivative.denominators.allSatisfy(\.isNode) } else { false }
    }
  }

  /// Whether it belongs to examples, as Z does and W does not: only of these the summed loss is differentiated by habit.
  fileprivate var isOfExamples: Bool {
    if case .quantity(let use) = kind { use.meaning.dependsOnExample } else { false }
  }

  /// Whether it is the loss of one example, and nothing says of which.
  fileprivate var isLossOfSomeExample: Bool {
    guard case .quantity(let use) = kind else { return false }
    return use.meaning.quantity == .exampleLoss && use.example == nil && use.meaning.example == nil
      && !use.meaning.isWithRegularization
  }

  /// Whether it is a matrix of all examples.
  fileprivate var isOfAllExamples: Bool {
    guard case .quantity(let use) = kind else { return false }
    return use.meaning.dependsOnExample && use.meaning.examples != nil && use.example == nil
  }

  /// Whether a quantity of the network takes part.
  var isOfNetwork: Bool { contains { if case .quantity = $0.kind { true } else { false } } }

  /// Whether it is a quantity of the network or a variable, or an entry of one.
  var isNode: Bool {
    switch kind {
    case .quantity, .variable, .parameter: true
    case .entry(let inner, _): inner.isNode
    default: false
    }
  }
}

extension Expression {
  /// Whether it is written as a row, with a transpose in it: `y^T`, `x^T C + b^T`.
  var isLaid: Bool {
    if isNamed { return false }
    switch kind {
    case .transposed: return true
    case .negative(let inner): return inner.isLaid
    case .product(let factors): return factors[0].value.isLaid
    case .sum(let terms): return terms.contains { $0.value.isLaid }
    default: return false
    }
  }
}
