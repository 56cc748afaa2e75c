import Kernels
import Tensors

extension PlanBuilder {
  /// The losses of the units whose sum, times a factor, is the loss of an example.
  func termsOfLoss() throws(Untranslatable) -> (terms: NodeID, factor: Double) {
    var (node, factor) = (model.lossOfExamples, 1.0)
    while true {
      switch model.graph[node].operation {
      case .scale(let multiple): factor *= multiple
      case .sum(axis: 1): break
      default:
        guard model.graph[node].shape.rank == 2 else { throw Untranslatable() }
        return (node, factor)
      }
      node = model.graph[node].inputs[0]
    }
  }

  /// Whether a node is `(a - t)²`.
  func isSquaredError(_ node: NodeID, of activation: NodeID) -> Bool {
    guard case .elementwise(.square) = model.graph[node].operation else { return false }
    let difference = model.graph[model.graph[node].inputs[0]]
    return difference.operation == .subtract && difference.inputs == [activation, model.targets]
  }

  /// Instructions for the nodes behind `first` up to `last`, which are matrices of so many units or constants.
  mutating func translate(after first: NodeID, through last: NodeID, units: Int) throws(Untranslatable) {
    for id in model.graph.ids[(first.index + 1)..<(last.index + 1)] {
      let node = model.graph[id]
      let result = assembly.reserveMatrix(units: units)
      places[id] = result
      if case .constant(let tensor) = node.operation {
        guard tensor.values.count == 1 || tensor.shape.extents.last == units && tensor.values.count == units else {
          throw Untranslatable()
        }
        constants.append((result, units, tensor.values))
        continue
      }
      guard node.shape == [model.examples, units] else { throw Untranslatable() }
      let operands = try node.inputs.map { (input) throws(Untranslatable) in try place(of: input) }
      switch node.operation {
      case .softmax: assembly.softmax(logarithmic: false, units: units, operands[0], to: result)
      case .logSoftmax: assembly.softmax(logarithmic: true, units: units, operands[0], to: result)
      default:
        if let function = node.operation.kernelFunction {
          assembly.apply(Assembly.Applied(function, operands[0], result), units: units)
        } else if let pair = node.operation.kernelPair {
          assembly.combine(pair, units: units, operands[0], operands[1], to: result)
        } else {
          throw Untranslatable()
        }
      }
    }
  }

  /// Instructions for the derivative by `target` of what has the derivative `cotangent` by `node`, over nodes that were
  /// translated.
  mutating func pull(
    _ cotangent: Assembly.Place, from node: NodeID, to target: NodeID, units: Int
  ) throws(Untranslatable) -> Assembly.Place {
    var cotangents = [node: cotangent]
    let between = model.graph.ids[(target.index + 1)..<(node.index + 1)]
    var depending: Set<NodeID> = [target]
    for id in between where model.graph[id].inputs.contains(where: depending.contains) { depending.insert(id) }
    for id in between.reversed() {
      guard let cotangent = cotangents[id], depending.contains(id) else { continue }
      let (operation, operands, result) = (model.graph[id].operation, model.graph[id].inputs, try place(of: id))
      for (position, operand) in operands.enumerated() where depending.contains(operand) {
        let accumulates = cotangents[operand] != nil
        let sum = cotangents[operand] ?? assembly.reserveMatrix(units: units)
        cotangents[operand] = sum
        switch operation {
        case .softmax, .logSoftmax:
          assembly.pullSoftmax(
            logarithmic: operation == .logSoftmax, units: units, cotangent, outcome: result, to: sum,
            accumulates: accumulates)
        default:
          if let function = operation.kernelFunction {
            let applied = Assembly.Applied(function, try place(of: operand), result)
            assembly.pull(cotangent, through: applied, units: units, to: sum, accumulates: accumulates)
          } else if let pair = operation.kernelPair {
            assembly.pull(
              cotangent, through: pair, try place(of: operands[0]), try place(of: operands[1]), operand: position,
              units: units, to: sum, accumulates: accumulates)
          }
        }
      }
    }
    return cotangents[target] ?? assembly.reserveMatrix(units: units)
  }

  private func place(of node: NodeID) throws(Untranslatable) -> Assembly.Place {
    guard let place = places[node] else { throw Untranslatable() }
    return place
  }
}

extension Tensors.Operation {
  /// The kernel for an operation on one matrix, element by element.
  var kernelFunction: KernelFunction? {
    switch self {
    case .negate: .scale(-1)
    case .scale(let factor): .scale(factor)
    case .offset(let term): .offset(term)
    case .elementwise(let function): function.kernelFunction
    default: nil
    }
  }

  /// The kernel for an operation on two matrices, element by element.
  var kernelPair: Assembly.Pair? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .timesLog: .timesLog
    case .timesLog1p: .timesLog1p
    default: nil
    }
  }
}

extension Elementwise {
  /// Only training's functions have kernels: not the sine and cosine.
  fileprivate var kernelFunction: KernelFunction? {
    switch self {
    case .identity: .identity
    case .exp: .exp
    case .expm1: .expm1
    case .log: .log
    case .log1p: .log1p
    case .squareRoot: .squareRoot
    case .square: .square
    case .reciprocal: .reciprocal
    case .absolute: .absolute
    case .sin, .cos: nil
    case .tanh: .tanh
    case .erf: .erf
    case .sigmoid: .sigmoid
    case .softplus: .softplus
    case .relu: .relu
    case .leakyRelu(let slope): .leakyRelu(slope: slope)
    case .elu(let alpha): .elu(alpha: alpha)
    }
  }
}
