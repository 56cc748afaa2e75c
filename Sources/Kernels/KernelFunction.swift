import CKernels

/// A function of one number that kernels apply to every element.
package enum KernelFunction: Hashable, Sendable {
  case identity
  case exp, expm1, log, log1p
  case squareRoot, square, reciprocal, absolute
  case tanh, erf, sigmoid, softplus, relu
  case leakyRelu(slope: Double)
  case elu(alpha: Double)
  case scale(Double)
  case offset(Double)

  /// The function of one number, with the bits that it has as one of many.
  @inline(__always)
  package func callAsFunction(_ x: Double) -> Double {
    var (operand, result) = (x, 0.0)
    let (code, parameter) = coded
    applyBest(code, parameter, &operand, &result, 1)
    return result
  }

  /// The function of every number in turn.
  package func callAsFunction(_ numbers: [Double], on set: InstructionSet) -> [Double] {
    let (code, parameter) = coded
    return [Double](unsafeUninitializedCapacity: numbers.count) { results, count in
      count = numbers.count
      numbers.withUnsafeBufferPointer { operands in
        guard let first = operands.baseAddress, let result = results.baseAddress else { return }
        set.apply(code, parameter, first, result, Int64(operands.count))
      }
    }
  }

  /// Whether the derivative follows from the value, so that the operand need not be kept.
  package var slopeNeedsResultOnly: Bool {
    switch self {
    case .identity, .exp, .squareRoot, .reciprocal, .tanh, .sigmoid, .scale, .offset: true
    default: false
    }
  }

  var coded: (code: Int32, parameter: Double) {
    let (function, parameter): (kernels_function, Double) =
      switch self {
      case .identity: (KERNELS_IDENTITY, 0)
      case .exp: (KERNELS_EXP, 0)
      case .expm1: (KERNELS_EXPM1, 0)
      case .log: (KERNELS_LOG, 0)
      case .log1p: (KERNELS_LOG1P, 0)
      case .squareRoot: (KERNELS_SQUARE_ROOT, 0)
      case .square: (KERNELS_SQUARE, 0)
      case .reciprocal: (KERNELS_RECIPROCAL, 0)
      case .absolute: (KERNELS_ABSOLUTE, 0)
      case .tanh: (KERNELS_TANH, 0)
      case .erf: (KERNELS_ERF, 0)
      case .sigmoid: (KERNELS_SIGMOID, 0)
      case .softplus: (KERNELS_SOFTPLUS, 0)
      case .relu: (KERNELS_RELU, 0)
      case .leakyRelu(let slope): (KERNELS_LEAKY_RELU, slope)
      case .elu(let alpha): (KERNELS_ELU, alpha)
      case .scale(let factor): (KERNELS_SCALE, factor)
      case .offset(let term): (KERNELS_OFFSET, term)
      }
    return (Int32(function.rawValue), parameter)
  }
}

/// Looked up once: a single number takes less time than finding the best instruction set.
private let applyBest = InstructionSet.best.apply
