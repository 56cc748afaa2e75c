import Tensors

/// How a number of a graph is made, for drawings.
package enum ScalarStep: Sendable {
  case leaf
  case constant
  /// The sign or name of an operation, and what it is applied to.
  case operation(String, [ScalarID])
  /// The sum of the products of pairs.
  case products([(ScalarID, ScalarID)])
}

extension ScalarGraph {
  /// Constants become part of the sign: `× 0.5`.
  ///
  /// - Parameter shown: how a constant is written
  package func step(of id: ScalarID, _ shown: (Double) -> String) -> ScalarStep {
    let node = self.node(id)
    let inputs = Array(operands(of: id))
    switch node.kind {
    case .leaf: return .leaf
    case .constant: return .constant
    case .dot: return .products(stride(from: 0, to: inputs.count, by: 2).map { (inputs[$0], inputs[$0 + 1]) })
    case .sum: return joined("+", inputs, shown)
    case .multiply: return joined("×", inputs, shown)
    case .negate: return .operation("× (−1)", inputs)
    case .subtract:
      if let constant = constantValue(inputs[0]) { return .operation("\(shown(constant)) −", [inputs[1]]) }
      if let constant = constantValue(inputs[1]) { return .operation("− \(shown(constant))", [inputs[0]]) }
      return .operation("−", inputs)
    case .divide:
      if let constant = constantValue(inputs[0]) { return .operation("\(shown(constant)) ÷", [inputs[1]]) }
      if let constant = constantValue(inputs[1]) { return .operation("÷ \(shown(constant))", [inputs[0]]) }
      return .operation("÷", inputs)
    case .power:
      let exponent = Int(node.detail)
      return .operation(exponent == 2 ? "square" : exponent == -1 ? "1 ÷" : "to the power \(exponent)", inputs)
    case .function:
      let name = table.functions[Int(node.detail)].name
      return .operation(name == "log" ? "ln" : name + String(repeating: "′", count: Int(node.order)), inputs)
    case .maximum: return .operation("max", inputs)
    case .minimum: return .operation("min", inputs)
    }
  }

  private func joined(_ sign: String, _ inputs: [ScalarID], _ shown: (Double) -> String) -> ScalarStep {
    let varying = inputs.filter { !isConstant($0) }
    guard varying.count == 1, inputs.count == 2, let constant = inputs.lazy.compactMap(constantValue).first else {
      return .operation(sign, inputs)
    }
    return .operation("\(sign) \(constant < 0 ? "(\(shown(constant)))" : shown(constant))", varying)
  }
}
