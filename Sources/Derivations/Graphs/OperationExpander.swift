import Tensors

/// The engine's operations on the nodes of a `ScalarGraph`, written as a textbook writes them where the engine takes
/// another way for the sake of digits: `1 - a` for the shifted negative, `ln(1 + x)` for log1p.
struct OperationExpander {
  let scalars: ScalarGraph

  func expand(_ operation: Tensors.Operation, _ operands: [Operand], shape: Shape) -> [ScalarID] {
    func each(_ combine: (ScalarID, ScalarID) -> ScalarID) -> [ScalarID] {
      (0..<shape.count).map {
        combine(operands[0].element(at: $0, of: shape), operands[1].element(at: $0, of: shape))
      }
    }
    func map(_ transform: (ScalarID) -> ScalarID) -> [ScalarID] { operands[0].ids.map(transform) }
    switch operation {
    case .input, .parameter:
      preconditionFailure("no elements for a leaf")
    case .constant(let tensor):
      return tensor.values.map(scalars.constant)
    case .product(let left, let right):
      let columns = operands[1].rows(right == .asIs ? .transposed : .asIs)
      return operands[0].rows(left).flatMap { row in columns.map { scalars.dot(row, $0) } }
    case .add: return each(scalars.add)
    case .subtract: return each(scalars.subtract)
    case .multiply: return each(scalars.multiply)
    case .divide: return each(scalars.divide)
    case .timesLog: return each { isZero($0) ? scalars.zero : scalars.multiply($0, scalars.apply(.log, $1)) }
    case .timesLog1p:
      return each { isZero($0) ? scalars.zero : scalars.multiply($0, scalars.apply(.log, shifted($1, by: 1))) }
    case .negate: return map(scalars.negate)
    case .scale(let factor):
      let factor = scalars.constant(factor)
      return map { scalars.multiply(factor, $0) }
    case .offset(let term): return map { shifted($0, by: term) }
    case .elementwise(.log1p): return map { scalars.apply(.log, shifted($0, by: 1)) }
    case .elementwise(let function): return map { scalars.apply(function, $0) }
    case .softmax: return overRows(operands[0], softmax)
    case .logSoftmax: return overRows(operands[0], logSoftmax)
    case .sum(let axis): return sums(operands[0], axis: axis)
    case .sumOfAll: return [scalars.sum(operands[0].ids)]
    }
  }

  private func isZero(_ id: ScalarID) -> Bool {
    scalars.value(id) == 0 && [.leaf, .constant].contains(scalars.node(id).kind)
  }

  /// `c + x`, and `c - y` for the negative of y.
  private func shifted(_ x: ScalarID, by term: Double) -> ScalarID {
    guard scalars.node(x).kind == .negate, let negated = scalars.operands(of: x).first else {
      return scalars.add(scalars.constant(term), x)
    }
    return scalars.subtract(scalars.constant(term), negated)
  }

  private func overRows(_ operand: Operand, _ transform: ([ScalarID]) -> [ScalarID]) -> [ScalarID] {
    let width = operand.shape[operand.shape.rank - 1]
    return stride(from: 0, to: operand.ids.count, by: max(width, 1)).flatMap {
      transform(Array(operand.ids[$0..<$0 + width]))
    }
  }

  /// The row less its largest value, which is no variable: softmax does not change with it.
  private func lowered(_ row: [ScalarID]) -> [ScalarID] {
    let largest = scalars.constant(row.reduce(-.infinity) { max($0, scalars.value($1)) })
    return row.map { scalars.subtract($0, largest) }
  }

  private func softmax(_ row: [ScalarID]) -> [ScalarID] {
    let powers = lowered(row).map { scalars.apply(.exp, $0) }
    let total = scalars.sum(powers)
    return powers.map { scalars.divide($0, total) }
  }

  private func logSoftmax(_ row: [ScalarID]) -> [ScalarID] {
    let lowered = lowered(row)
    let total = scalars.apply(.log, scalars.sum(lowered.map { scalars.apply(.exp, $0) }))
    return lowered.map { scalars.subtract($0, total) }
  }

  private func sums(_ operand: Operand, axis: Int) -> [ScalarID] {
    let (extent, inner) = (operand.shape[axis], operand.shape.strides[axis])
    var terms = [[ScalarID]](repeating: [], count: operand.shape.removing(axis: axis).count)
    for (offset, id) in operand.ids.enumerated() {
      terms[offset / (inner * extent) * inner + offset % inner].append(id)
    }
    return terms.map(scalars.sum)
  }
}
