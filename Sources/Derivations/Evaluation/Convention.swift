/// Readings of an equation that re-read its layout, its types or the reach of its signs. The table is closed: none of
/// them puts in a factor or a sign.
package enum Convention: String, CaseIterable, Sendable, Hashable {
  case elementwiseDot = "⊙ written as ·"
  case rowGradient = "row gradient or layout"
  case elementwiseDerivative = "elementwise derivative written for a diagonal Jacobian"
  case biasBroadcast = "bias broadcast over the examples"
  case biasRowDropped = "bias row dropped"
  case sumOverExamples = "sum over the examples only"
  case exampleUnderstood = "example understood"
  case costOfOneExample = "cost of one example"
  case summedLossDerivative = "d of the summed loss"
  case wideSum = "wide sum"
  case entrywiseQuotient = "quotient entry by entry"
  case binaryTargets = "targets 0/1"

  /// Whether a link has what the convention re-reads.
  func suits(_ left: Expression, _ right: Expression) -> Bool {
    func contains(_ predicate: (Expression) -> Bool) -> Bool {
      left.contains(where: predicate) || right.contains(where: predicate)
    }
    switch self {
    case .rowGradient: return contains { $0.isDerivative }
    case .costOfOneExample:
      // Only where nothing else carries an example.
      return contains { $0.isDerivative }
        && !contains { part in
          guard case .quantity(let use) = part.kind else { return false }
          return use.example != nil || use.meaning.examples != nil || use.meaning.quantity == .exampleCount
        }
    default: return true
    }
  }

  /// Those that change what is read, and not how it is evaluated.
  var isOfReading: Bool { self == .wideSum }
}

/// Conventions that an evaluation asked for, in force or not.
final class ConventionLog {
  var asked: Set<Convention> = []
}

extension Expression {
  /// Whether it is the derivative of something, written as one or bound as one.
  fileprivate var isDerivative: Bool {
    switch kind {
    case .derivative, .gradient: return true
    case .quantity(let use):
      switch use.meaning.quantity {
      case .derivative, .step, .error: return true
      default: return false
      }
    default: return false
    }
  }
}
