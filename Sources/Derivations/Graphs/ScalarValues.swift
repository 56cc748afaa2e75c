import Tensors

extension ScalarNode.Kind {
  /// Whether the value has a formula in the four operations.
  var isArithmetic: Bool {
    switch self {
    case .sum, .subtract, .negate, .multiply, .divide, .power, .dot: true
    case .leaf, .constant, .function, .maximum, .minimum: false
    }
  }

  /// Whether the value may be made of pieces.
  var mayHaveKink: Bool {
    switch self {
    case .function, .maximum, .minimum: true
    default: false
    }
  }
}

extension ScalarTable {
  /// The value of a node's operation on operands that have these values.
  func result(of node: ScalarNode, at values: [Double]) -> Double {
    func operand(_ place: Int) -> Double { values[Int(operands[Int(node.firstOperand) + place].index)] }
    switch node.kind {
    case .leaf, .constant:
      preconditionFailure("the value of a leaf is given")
    case .sum:
      var sum = 0.0
      for place in 0..<Int(node.operandCount) { sum += operand(place) }
      return sum
    case .subtract: return operand(0) - operand(1)
    case .negate: return -operand(0)
    case .multiply: return operand(0) * operand(1)
    case .divide: return operand(0) / operand(1)
    case .power: return operand(0).raised(to: Int(node.detail))
    case .dot:
      var sum = 0.0
      for place in stride(from: 0, to: Int(node.operandCount), by: 2) { sum += operand(place) * operand(place + 1) }
      return sum
    case .function: return functions[Int(node.detail)].derivative(Int(node.order), at: operand(0))
    case .maximum, .minimum:
      let choice = choice(of: node, at: values)
      return node.detail == 0 ? operand(choice) : node.detail == choice + 1 ? 1 : 0
    }
  }

  /// The place of the operand that a maximum or minimum is, the first of equal ones.
  func choice(of node: ScalarNode, at values: [Double]) -> Int {
    func operand(_ place: Int) -> Double { values[Int(operands[Int(node.firstOperand) + place].index)] }
    var best = 0
    for place in 1..<Int(node.operandCount) {
      if node.kind == .maximum ? operand(place) > operand(best) : operand(place) < operand(best) { best = place }
    }
    return best
  }

  /// On which side of its kink a function is, or whether the first of several is chosen; nil where nothing has a kink.
  func isOnPositiveSide(_ node: ScalarNode, at values: [Double]) -> Bool? {
    switch node.kind {
    case .function:
      functions[Int(node.detail)].hasKink ? values[Int(operands[Int(node.firstOperand)].index)] > 0 : nil
    case .maximum, .minimum: choice(of: node, at: values) == 0
    default: nil
    }
  }
}

extension Elementwise {
  /// Whether it is made of two pieces that meet at 0.
  var hasKink: Bool {
    switch self {
    case .relu, .leakyRelu, .elu, .absolute: true
    default: false
    }
  }
}

extension Double {
  /// A whole power by repeated squaring.
  func raised(to exponent: Int) -> Double {
    var (result, square, rest) = (1.0, self, exponent.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }
}
