import Networks
import Tensors

/// One step of an optimizer for a parameter, in nodes: what its `update` does, with what it remembers as leaves.
struct OptimizerStep {
  /// Steps with the one to come, where something depends on how many there were.
  static let number = 3

  let method: String
  let parameter: Value
  /// The derivatives of the cost, 0 where the parameter is frozen.
  let gradient: Value
  let rate: ScalarID
  /// What the document's velocity is of the optimizer's.
  let scale: SymbolMeaning.VelocityScale
  /// In the order of the method's own list.
  let constants: [String: ScalarID]

  /// What is remembered after the step.
  func accumulated(
    _ kind: SymbolMeaning.Accumulator, evaluator: Evaluator
  ) throws(EvaluationProblem) -> Value {
    let graph = evaluator.graph
    func mean(_ old: ScalarID, _ new: ScalarID, keeping part: ScalarID) -> ScalarID {
      graph.add(graph.multiply(part, old), graph.multiply(graph.subtract(graph.one, part), new))
    }
    func each(_ change: (_ old: ScalarID, _ gradient: ScalarID) -> ScalarID) throws(EvaluationProblem) -> Value {
      var value = try evaluator.accumulator(kind, of: parameter)
      value.ids = zip(value.ids, gradient.ids).map(change)
      return value
    }
    switch (kind, method) {
    case (.velocity, "momentum"), (.velocity, "nesterov"):
      let kept = try constant(.momentum)
      return try each { graph.add(graph.multiply(kept, $0), scaled($1, in: graph)) }
    case (.velocity, "adam"), (.velocity, "adamw"):
      let kept = try constant(.beta1)
      return try each { mean($0, $1, keeping: kept) }
    case (.squares, "adagrad"): return try each { graph.add($0, graph.power($1, 2)) }
    case (.squares, "rmsprop"):
      let kept = try constant(.decay)
      return try each { mean($0, graph.power($1, 2), keeping: kept) }
    case (.squares, "adam"), (.squares, "adamw"):
      let kept = try constant(.beta2)
      return try each { mean($0, graph.power($1, 2), keeping: kept) }
    default: throw .reading(ReadingProblem(.otherOptimizer))
    }
  }

  /// What the step adds to the parameter.
  func increment(evaluator: Evaluator) throws(EvaluationProblem) -> Value {
    let graph = evaluator.graph
    var result = parameter
    result.derivative = nil
    /// `-η d / (√s + ε)`
    func divided(_ directions: [ScalarID], _ squares: [ScalarID]) throws(EvaluationProblem) -> [ScalarID] {
      let epsilon = try constant(.epsilon)
      return zip(directions, squares).map { direction, square in
        let root = graph.add(graph.apply(.squareRoot, square), epsilon)
        return graph.negate(graph.divide(graph.multiply(rate, direction), root))
      }
    }
    switch method {
    case "momentum":
      result.ids = try accumulated(.velocity, evaluator: evaluator).ids.map { unscaled($0, in: graph) }
    case "nesterov":
      let kept = try constant(.momentum)
      let velocities = try accumulated(.velocity, evaluator: evaluator).ids
      result.ids = zip(gradient.ids, velocities).map {
        unscaled(graph.add(scaled($0, in: graph), graph.multiply(kept, $1)), in: graph)
      }
    case "adagrad", "rmsprop":
      result.ids = try divided(gradient.ids, accumulated(.squares, evaluator: evaluator).ids)
    case "adam", "adamw":
      func corrected(_ value: Value, _ setting: Setting) throws(EvaluationProblem) -> [ScalarID] {
        let lack = graph.subtract(graph.one, graph.power(try constant(setting), Self.number))
        return value.ids.map { graph.divide($0, lack) }
      }
      result.ids = try divided(
        corrected(accumulated(.velocity, evaluator: evaluator), .beta1),
        corrected(accumulated(.squares, evaluator: evaluator), .beta2))
      guard method == "adamw" else { break }
      let decay = graph.multiply(rate, try constant(.weightDecay))
      result.ids = zip(parameter.ids, result.ids).map { graph.subtract($1, graph.multiply(decay, $0)) }
    default: throw .reading(ReadingProblem(.otherOptimizer))
    }
    return result
  }

  private func scaled(_ gradient: ScalarID, in graph: ScalarGraph) -> ScalarID {
    switch scale {
    case .one: gradient
    case .rate: graph.multiply(rate, gradient)
    case .negativeRate: graph.negate(graph.multiply(rate, gradient))
    }
  }

  /// What a step of such a velocity adds.
  private func unscaled(_ velocity: ScalarID, in graph: ScalarGraph) -> ScalarID {
    switch scale {
    case .one: graph.negate(graph.multiply(rate, velocity))
    case .rate: graph.negate(velocity)
    case .negativeRate: velocity
    }
  }

  private func constant(_ setting: Setting) throws(EvaluationProblem) -> ScalarID {
    guard let known = constants[setting.name] else { throw .reading(ReadingProblem(.otherOptimizer)) }
    return known
  }
}

extension Evaluator {
  /// What is remembered of a parameter before the step.
  func accumulator(_ kind: SymbolMeaning.Accumulator, of parameter: Value) throws(EvaluationProblem) -> Value {
    var value = parameter
    value.derivative = nil
    value.ids = parameter.ids.map { probe.accumulator(kind, of: $0) }
    return value
  }

  /// - Parameter operands: the parameter, the rate, and the constants in the order of the method's list
  func optimizer(
    _ name: String, _ scale: SymbolMeaning.VelocityScale, _ operands: [Expression], _ context: Context
  ) throws(EvaluationProblem) -> OptimizerStep {
    guard let method = OptimizationMethod.named(name), operands.count >= 2 else {
      throw .reading(ReadingProblem(.otherOptimizer))
    }
    let parameter = try value(operands[0], context)
    let gradient = try descent(parameter, context).mapped(graph.negate)
    var numbers: [ScalarID] = []
    for operand in operands.dropFirst() {
      let number = try value(operand, context)
      guard number.isSingle else { throw .unsupported(.fact(.constantOfOptimizer)) }
      numbers.append(number.ids[0])
    }
    var constants: [String: ScalarID] = [:]
    for (entry, number) in zip(method.constants.all, numbers.dropFirst()) { constants[entry.setting.name] = number }
    return OptimizerStep(
      method: name, parameter: parameter, gradient: gradient, rate: numbers[0], scale: scale, constants: constants)
  }
}
