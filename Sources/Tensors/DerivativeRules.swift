/// The derivative of every operation, as the product of a cotangent with its Jacobian.
///
/// At a kink the derivative is the one that PyTorch takes: 0 for relu and the absolute value, the left one for leaky relu
/// and elu. Where `x·ln y` was 0 because x is 0, its derivative by y is 0 too.
extension Operation {
  /// What `cotangent`, the derivative of some quantity by this operation's result, contributes to the derivative of that
  /// quantity by one operand.
  ///
  /// - Parameters:
  ///   - position: which operand, from 0
  ///   - operands: the values the operation was applied to
  ///   - result: the value it gave, of the same shape as `cotangent`
  /// - Returns: a grid of the operand's shape
  func pullback<Number>(
    of cotangent: Grid<Number>, toOperand position: Int, operands: [Grid<Number>], result: Grid<Number>
  ) -> Grid<Number> {
    let shape = result.shape
    let operandShape = operands[position].shape
    func timesCotangent(_ slope: Grid<Number>) -> Grid<Number> {
      broadcasting(cotangent, slope, to: shape) { $0 * $1 }.collected(to: operandShape)
    }
    switch self {
    case .input, .parameter, .constant:
      preconditionFailure("a leaf has no operands")

    case .product(let left, let right):
      switch (position, left, right) {
      case (0, .asIs, _): return matrixProduct(cotangent, .asIs, operands[1], right.flipped)
      case (0, .transposed, _): return matrixProduct(operands[1], right, cotangent, .transposed)
      case (_, _, .asIs): return matrixProduct(operands[0], left.flipped, cotangent, .asIs)
      case (_, _, .transposed): return matrixProduct(cotangent, .transposed, operands[0], left)
      }

    case .add:
      return cotangent.collected(to: operandShape)
    case .subtract:
      return (position == 0 ? cotangent : cotangent.map { -$0 }).collected(to: operandShape)
    case .multiply:
      return timesCotangent(operands[1 - position])
    case .divide:
      let slope =
        position == 0
        ? operands[1].map { Number(1) / $0 }
        : broadcasting(result, operands[1], to: shape) { -($0 / $1) }
      return timesCotangent(slope)

    case .timesLog:
      let slope =
        position == 0
        ? operands[1].map(Number.log)
        : broadcasting(operands[0], operands[1], to: shape) { $0 == Number(0) ? Number(0) : $0 / $1 }
      return timesCotangent(slope)
    case .timesLog1p:
      let slope =
        position == 0
        ? operands[1].map(Number.log1p)
        : broadcasting(operands[0], operands[1], to: shape) { $0 == Number(0) ? Number(0) : $0 / (Number(1) + $1) }
      return timesCotangent(slope)

    case .negate:
      return cotangent.map { -$0 }
    case .scale(let factor):
      return cotangent.map { Number(factor) * $0 }
    case .offset:
      return cotangent
    case .elementwise(let function):
      return function.pullback(of: cotangent, operand: operands[0], result: result)

    case .softmax:
      let weighted = broadcasting(cotangent, result, to: shape) { $0 * $1 }
      let centred = broadcasting(cotangent, weighted.sumsOfRows, to: shape) { $0 - $1 }
      return broadcasting(result, centred, to: shape) { $0 * $1 }
    case .logSoftmax:
      let shared = broadcasting(result.map(Number.exp), cotangent.sumsOfRows, to: shape) { $0 * $1 }
      return broadcasting(cotangent, shared, to: shape) { $0 - $1 }

    case .sum(let axis):
      return cotangent.inserting(axis: axis).repeated(to: operandShape)
    case .sumOfAll:
      return cotangent.repeated(to: operandShape)
    }
  }
}

extension Elementwise {
  /// The cotangent times the derivative, by the operand or by the result, whichever is simpler.
  fileprivate func pullback<Number>(
    of cotangent: Grid<Number>, operand: Grid<Number>, result: Grid<Number>
  ) -> Grid<Number> {
    func byOperand(_ derivative: (Number) -> Number) -> Grid<Number> {
      broadcasting(cotangent, operand, to: operand.shape) { $0 * derivative($1) }
    }
    func byResult(_ derivative: (Number) -> Number) -> Grid<Number> {
      broadcasting(cotangent, result, to: result.shape) { $0 * derivative($1) }
    }
    let one = Number(1)
    return switch self {
    case .identity: cotangent
    case .exp: byResult { $0 }
    case .expm1: byOperand(Number.exp)
    case .log: byOperand { one / $0 }
    case .log1p: byOperand { one / (one + $0) }
    case .squareRoot: byResult { Number(0.5) / $0 }
    case .square: byOperand { Number(2) * $0 }
    case .reciprocal: byResult { -($0 * $0) }
    case .absolute: byOperand { $0.isZero ? Number(0) : $0.byPart(positive: { _ in one }, otherwise: { _ in -one }) }
    case .sin: byOperand(Number.cos)
    case .cos: byOperand { -Number.sin($0) }
    case .tanh: byResult { one - $0 * $0 }
    case .erf: byOperand { Number(twoOverRootPi) * Number.exp(-($0 * $0)) }
    case .sigmoid: byResult { $0 * (one - $0) }
    case .softplus: byOperand(Number.sigmoid)
    case .relu: byOperand { $0.byPart(positive: { _ in one }, otherwise: { _ in Number(0) }) }
    case .leakyRelu(let slope): byOperand { $0.byPart(positive: { _ in one }, otherwise: { _ in Number(slope) }) }
    case .elu(let alpha):
      byOperand { $0.byPart(positive: { _ in one }, otherwise: { Number(alpha) * Number.exp($0) }) }
    }
  }
}

/// `2/√π`, the derivative of erf at 0, to the nearest Double.
let twoOverRootPi = 0x1.20dd750429b6dp+0

extension Operation.Orientation {
  fileprivate var flipped: Self { self == .asIs ? .transposed : .asIs }
}

extension Grid {
  /// The sum of every row along the last axis, which stays with extent 1.
  fileprivate var sumsOfRows: Grid {
    summed(axis: shape.rank - 1).inserting(axis: shape.rank - 1)
  }

  /// The same numbers with an axis of extent 1 set in.
  fileprivate func inserting(axis: Int) -> Grid {
    var extents = shape.extents
    extents.insert(1, at: axis)
    return Grid(Shape(extents), values)
  }
}
