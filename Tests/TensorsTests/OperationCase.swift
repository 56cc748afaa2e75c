import Tensors
import Testing

/// An operation with operands to try its derivative on.
struct OperationCase: Sendable, CustomTestStringConvertible {
  let operation: Operation
  let operands: [Tensor]
  let testDescription: String

  init(_ operation: Operation, _ operands: Tensor..., on what: String = "random numbers") {
    self.operation = operation
    self.operands = operands
    testDescription = "\(operation.name) of \(operands.map(\.shape)), \(what)"
  }

  /// Whether the operation is a function of complex numbers as it stands, without pieces.
  var isAnalytic: Bool {
    switch operation {
    case .elementwise(.relu), .elementwise(.leakyRelu), .elementwise(.elu), .elementwise(.absolute): false
    default: true
    }
  }

  /// Every operation, on random operands, repeated ones, and points where a careless form would overflow or lose digits.
  static let all: [OperationCase] = {
    var random = Numbers(state: 20)
    func any(_ shape: Shape) -> Tensor { random.tensor(shape, -2, 2) }
    func positive(_ shape: Shape) -> Tensor { random.tensor(shape, 0.3, 3) }

    var cases: [OperationCase] = [
      OperationCase(.product(.asIs, .asIs), any([2, 3]), any([3, 4])),
      OperationCase(.product(.asIs, .transposed), any([2, 3]), any([4, 3])),
      OperationCase(.product(.transposed, .asIs), any([3, 2]), any([3, 4])),
      OperationCase(.product(.transposed, .transposed), any([3, 2]), any([4, 3])),
      OperationCase(.timesLog, any([2, 3]), positive([2, 3])),
      OperationCase(.timesLog, any([3]), positive([2, 3])),
      OperationCase(.timesLog, any([2, 1]), positive([1, 3])),
      OperationCase(.timesLog1p, any([2, 3]), positive([2, 3])),
      OperationCase(.timesLog1p, any([2, 3]), positive([1])),
      OperationCase(.divide, any([2, 3]), positive([2, 3])),
      OperationCase(.divide, any([2, 1]), positive([3])),
      OperationCase(.negate, any([2, 3])),
      OperationCase(.scale(-1.7), any([2, 3])),
      OperationCase(.offset(0.4), any([2, 3])),
      OperationCase(.softmax, any([2, 4])),
      OperationCase(.softmax, Tensor([2, 3], [1, 1, 1, 800, 799, -800]), on: "equal and enormous logits"),
      OperationCase(.logSoftmax, any([2, 4])),
      OperationCase(.logSoftmax, Tensor([2, 3], [1, 1, 1, 800, 799, 798]), on: "equal and enormous logits"),
      OperationCase(.sum(axis: 0), any([2, 3])),
      OperationCase(.sum(axis: 1), any([2, 3])),
      OperationCase(.sum(axis: 1), any([2, 3, 2])),
      OperationCase(.sumOfAll, any([2, 3])),
    ]
    for operation in [Operation.add, .subtract, .multiply] {
      for (left, right): (Shape, Shape) in [
        ([2, 3], [2, 3]), ([2, 3], [3]), ([2, 3], [1]), ([], [2, 3]), ([2, 1], [3]), ([2, 1, 3], [4, 1]),
      ] {
        cases.append(OperationCase(operation, any(left), any(right)))
      }
    }
    let entire: [Elementwise] = [
      .identity, .exp, .expm1, .square, .sin, .cos, .tanh, .erf, .sigmoid, .softplus, .relu, .leakyRelu(slope: 0.1),
      .elu(alpha: 1.3), .absolute,
    ]
    for function in entire { cases.append(OperationCase(.elementwise(function), any([3, 5]))) }
    for function in [Elementwise.log, .log1p, .squareRoot, .reciprocal] {
      cases.append(OperationCase(.elementwise(function), positive([3, 5])))
    }
    let extremes = Tensor([-800, -40, -0.001, 0.001, 40, 800])
    let saturating: [Elementwise] = [
      .sigmoid, .softplus, .tanh, .erf, .relu, .leakyRelu(slope: 0.01), .elu(alpha: 1), .sin, .cos,
    ]
    for function in saturating { cases.append(OperationCase(.elementwise(function), extremes, on: "extremes")) }
    return cases
  }()
}

/// Numbers that look random, the same in every run.
struct Numbers {
  var state: UInt64

  mutating func next(_ low: Double, _ high: Double) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return low + (high - low) * Double(state >> 11) * 0x1p-53
  }

  mutating func tensor(_ shape: Shape, _ low: Double, _ high: Double) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in next(low, high) })
  }
}
