extension LinkJudge.Sides {
  /// With each softmax of any one entry as that entry of the softmax of all: `\text{softmax}(z_j)`; nil where there is none.
  var understandingArguments: LinkJudge.Sides? {
    var sides = self
    sides.left = left.mapped(\.understandingArgument)
    sides.right = right.mapped(\.understandingArgument)
    return sides.left == left && sides.right == right ? nil : sides
  }
}

extension Expression {
  fileprivate var understandingArgument: Expression {
    guard case .function(let use, let arguments) = kind, arguments.count == 1, use.mayBeSoftmax,
      let (vector, index) = arguments[0].vectorOfEntry, index.literal == nil
    else { return self }
    var copy = self
    copy.kind = .entry(Expression(.function(use, [vector]), range), [index])
    return copy
  }

  /// The vector that it is an entry of, and which.
  private var vectorOfEntry: (vector: Expression, index: IndexExpression)? {
    switch kind {
    case .entry(let vector, let indices) where indices.count == 1: return (vector, indices[0])
    case .quantity(var use):
      guard let unit = use.unit, use.from == nil else { return nil }
      use.unit = nil
      use.meaning.unit = nil
      return (Expression(.quantity(use), range), unit)
    default: return nil
    }
  }
}

extension FunctionUse {
  /// Whether it is softmax, or the activation function of a layer, which may be that.
  fileprivate var mayBeSoftmax: Bool {
    switch self {
    case .named("softmax", primes: 0), .activation(_, primes: 0): true
    default: false
    }
  }
}
