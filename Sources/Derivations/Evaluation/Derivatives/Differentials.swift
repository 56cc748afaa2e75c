/// `dL = \operatorname{tr}(G^T dW)`: what becomes of a value, to first order, where others move.
///
/// An equation between differentials is true if it is for every direction in which what it makes move can move; one random
/// direction refutes it if it is not. What moves is what the equation has a d before and does not compute from another
/// such thing; where these have a part in common, all parameters and variables move.
extension Evaluator {
  func differential(_ argument: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    let value = try value(argument, context)
    let moving = try moving(context)
    let directions = moving.map { graph.constant(Self.direction(of: $0)) }
    return value.mapped { graph.dot(differentiate($0, by: moving), directions) }
  }

  /// Some number between -0.9 and 0.9 but for 0, the same whenever it is asked for.
  private static func direction(of id: ScalarID) -> Double {
    let place = (Int(id.index) * 7919 + 104_729) % 2003
    return 1.8 * (Double(place) + 0.5) / 2003 - 0.9
  }

  private func moving(_ context: Context) throws(EvaluationProblem) -> [ScalarID] {
    let fixed = Set((probe.model.map { $0.activations[0] + $0.targets } ?? []).flatMap { $0 })
    var candidates: [[ScalarID]] = []
    let arguments = sides.flatMap(\.differentiated)
    // In `d(ZW)` both factors may move.
    for (place, argument) in (arguments + arguments.flatMap(\.movableParts)).enumerated() {
      let ids = try value(argument.whole, context).ids.filter { !graph.isConstant($0) }
      // Data move only where a d stands before them.
      if place >= arguments.count, ids.allSatisfy(fixed.contains) { continue }
      if !ids.isEmpty, !candidates.contains(ids) { candidates.append(ids) }
    }
    let ancestors = candidates.map { Set(graph.ancestors(of: $0)) }
    let independent = candidates.indices.filter { place in
      !candidates.indices.contains { other in
        other != place && candidates[other] != candidates[place]
          && candidates[other].allSatisfy(ancestors[place].contains)
          && !candidates[place].allSatisfy(ancestors[other].contains)
      }
    }
    let leaves = independent.map { place in ancestors[place].filter { graph.isLeaf($0) && !fixed.contains($0) } }
    let isApart = leaves.indices.allSatisfy { place in
      leaves[..<place].allSatisfy { $0.isDisjoint(with: leaves[place]) }
    }
    let ids = isApart ? independent.flatMap { candidates[$0] } : leaves.flatMap { $0 }
    guard !ids.isEmpty else { throw .reading(ReadingProblem(.constantDenominator)) }
    return Set(ids).sorted()
  }
}

extension Expression {
  /// Whether something stands behind a d that is a differential if it is not a name.
  var hasDifferential: Bool {
    contains { if case .function(.differential, _) = $0.kind { true } else { false } }
  }

  /// Whether it can't be meant otherwise: a trace of a differential, or the differential of an expression.
  var isSurelyDifferential: Bool {
    contains { part in
      switch part.kind {
      case .function(.trace, let arguments): arguments.contains(where: \.hasDifferential)
      case .function(.differential, let arguments): arguments.contains { !$0.isSymbolOrEntry }
      default: false
      }
    }
  }

  var isSymbolOrEntry: Bool {
    switch kind {
    case .quantity, .variable: true
    case .entry(let inner, _), .transposed(let inner): inner.isSymbolOrEntry
    default: isNamed
    }
  }

  /// What stands behind a d.
  fileprivate var differentiated: [Expression] {
    if case .function(.differential, let arguments) = kind { return arguments }
    return children.flatMap(\.differentiated)
  }

  /// The quantities and variables in an expression behind a d, but for data.
  fileprivate var movableParts: [Expression] { isSymbolOrEntry ? [] : children.flatMap(\.movable) }

  private var movable: [Expression] { isMovable ? [self] : children.flatMap(\.movable) }

  private var isMovable: Bool {
    switch kind {
    case .variable(let variable): return variable.value == nil
    case .quantity(let use):
      if use.meaning.isParameter { return true }
      switch use.meaning.quantity {
      case .activation, .weightedInput, .product: return true
      default: return false
      }
    default: return false
    }
  }

  /// All of what this is one entry of.
  fileprivate var whole: Expression {
    switch kind {
    case .entry(let inner, _): return inner.whole
    case .transposed(let inner): return inner.whole
    case .quantity(var use):
      (use.unit, use.from) = (nil, nil)
      return Expression(.quantity(use), range)
    default: return self
    }
  }
}
