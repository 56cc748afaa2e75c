import Networks
import Tensors

extension Evaluator {
  func function(
    _ use: FunctionUse, _ arguments: [Expression], _ expression: Expression, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    guard !arguments.isEmpty else { throw .reading(ReadingProblem(.bareFunction, expression.range)) }
    switch use {
    case .elementary("sgn", primes: 0):
      return try single(arguments, context).mapped { id in
        branch(expression, bySignOf: id)
        return graph.constant(graph.value(id) > 0 ? 1 : graph.value(id) < 0 ? -1 : 0)
      }
    case .elementary(let name, let primes):
      let argument = try single(arguments, context)
      return try argument.mappedThrowing { (id) throws(EvaluationProblem) in
        try self.derived(id, primes) { (x) throws(EvaluationProblem) in try self.elementary(name, x) }
      }
    case .activation(let layer, let primes):
      return try activation(layer, primes, try single(arguments, context), context)
    case .named(let name, let primes):
      guard let activation = Activation.named(name) else { throw .unsupported(.written(name)) }
      let argument = try single(arguments, context)
      if activation == .relu {
        for id in argument.ids { branch(expression, bySignOf: id) }
      }
      return try apply(activation, primes, to: argument)
    case .loss: return try loss(arguments, context)
    case .network: return try network(try single(arguments, context))
    case .determinant: return try determinant(of: single(arguments, context))
    case .columnsStacked: return try columnsStacked(single(arguments, context))
    case .trace:
      let value = try single(arguments, context)
      guard value.form == .matrix, value.shape[0] == value.shape[1] else {
        throw .refuted("the trace of \(value.description)", left: value.description, right: nil)
      }
      return .scalar(graph.sum((0..<value.shape[0]).map { value.ids[$0 * value.shape[0] + $0] }))
    case .differential:
      guard arguments.count == 1 else { throw .unsupported(.fact(.severalDifferentials)) }
      return try differential(arguments[0], context)
    case .diagonal:
      let value = try single(arguments, context)
      if value.form == .matrix, value.shape[0] == value.shape[1] {
        return .column((0..<value.shape[0]).map { value.ids[$0 * value.shape[0] + $0] }, value.spaces[0])
      }
      guard value.shape.count <= 1 || value.form == .matrix && value.shape.contains(1) else {
        throw .unsupported(.fact(.diagonal))
      }
      let count = value.ids.count
      return .matrix(
        count, count, (0..<(count * count)).map { $0 / count == $0 % count ? value.ids[$0 / count] : graph.zero })
    case .maximum, .minimum:
      return try extremum(arguments, isMaximum: use == .maximum, expression, context)
    case .defined(let body, let parameters, let primes):
      return try defined(body, parameters, primes, arguments, context)
    }
  }

  func single(_ arguments: [Expression], _ context: Context) throws(EvaluationProblem) -> Value {
    guard arguments.count == 1 else { throw .unsupported(.arguments(arguments.count)) }
    let argument = try value(arguments[0], context)
    guard !argument.isSizeless else { throw .unsupported(.fact(.sizelessIdentity)) }
    return argument
  }

  private func extremum(
    _ arguments: [Expression], isMaximum: Bool, _ expression: Expression, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    func choose(_ ids: [ScalarID]) -> ScalarID {
      branch(expression, ids: ids, isMaximum: isMaximum)
      return isMaximum ? graph.maximum(ids) : graph.minimum(ids)
    }
    var values: [Value] = []
    for argument in arguments { values.append(try value(argument, context)) }
    if values.count == 1 { return .scalar(choose(values[0].ids)) }
    guard let shaped = values.first(where: { !$0.isSingle }) else { return .scalar(choose(values.flatMap(\.ids))) }
    guard values.allSatisfy({ $0.isSingle || $0.shape == shaped.shape }) else {
      throw .unsupported(.fact(.maximumOfShapes))
    }
    var result = shaped
    result.derivative = nil
    result.ids = shaped.ids.indices.map { place in choose(values.map { $0.isSingle ? $0.ids[0] : $0.ids[place] }) }
    return result
  }

  // MARK: Derivatives of functions

  /// A number that can be differentiated by: a constant is replaced by a leaf of its value.
  func differentiable(_ id: ScalarID) -> ScalarID {
    graph.constantValue(id).map { graph.leaf($0) } ?? id
  }

  /// The derivative of order `primes` of a function of one number.
  func derived(
    _ id: ScalarID, _ primes: Int, _ function: (ScalarID) throws(EvaluationProblem) -> ScalarID
  ) throws(EvaluationProblem) -> ScalarID {
    guard primes > 0 else { return try function(id) }
    let x = differentiable(id)
    var result = try function(x)
    for _ in 0..<primes { result = differentiate(result, by: [x])[0] }
    return result
  }

  /// Derivatives by cut nodes, remembered for the second route.
  func differentiate(_ id: ScalarID, by below: [ScalarID]) -> [ScalarID] {
    let (derivatives, number) = probe.derivatives(of: id, by: below)
    notes.note(derivative: number)
    return derivatives
  }

  private func elementary(_ name: String, _ x: ScalarID) throws(EvaluationProblem) -> ScalarID {
    switch name {
    case "exp": return graph.apply(.exp, x)
    case "log", "ln": return graph.apply(.log, x)
    case "sin": return graph.apply(.sin, x)
    case "cos": return graph.apply(.cos, x)
    case "tan": return graph.divide(graph.apply(.sin, x), graph.apply(.cos, x))
    case "sqrt": return graph.apply(.squareRoot, x)
    case "tanh": return graph.apply(.tanh, x)
    case "sinh", "cosh", "coth", "sech", "csch":
      let (up, down) = (graph.apply(.exp, x), graph.apply(.exp, graph.negate(x)))
      let sinh = graph.multiply(graph.constant(0.5), graph.subtract(up, down))
      let cosh = graph.multiply(graph.constant(0.5), graph.add(up, down))
      switch name {
      case "sinh": return sinh
      case "cosh": return cosh
      case "coth": return graph.divide(cosh, sinh)
      case "sech": return graph.divide(graph.one, cosh)
      default: return graph.divide(graph.one, sinh)
      }
    default: throw .unsupported(.written(name))
    }
  }

  // MARK: Functions of the document

  private func defined(
    _ body: Expression, _ parameters: [Int], _ primes: Int, _ arguments: [Expression], _ context: Context
  ) throws(EvaluationProblem) -> Value {
    var inner = context
    var values: [Value] = []
    for (place, argument) in arguments.enumerated() {
      var value = try value(argument, context)
      if place == 0, primes > 0 { value = value.mapped(differentiable) }
      value.derivative = nil
      values.append(value)
      inner.parameters[parameters[place]] = value
    }
    let wasInside = isInsideFunction
    isInsideFunction = true
    defer { isInsideFunction = wasInside }
    guard primes > 0 else { return try value(body, inner) }
    guard arguments.count == 1 else {
      throw .unsupported(.fact(.prime))
    }
    let argument = values[0]
    guard !argument.isSingle else {
      return try derived(value(body, inner), primes, by: argument.ids[0])
    }
    // Entry by entry, as an activation function acts.
    return try argument.mappedThrowing { (id) throws(EvaluationProblem) in
      var each = inner
      each.parameters[parameters[0]] = .scalar(id)
      let result = try self.derived(self.value(body, each), primes, by: id)
      guard result.isSingle else { throw .unsupported(.fact(.prime)) }
      return result.ids[0]
    }
  }

  func derived(_ value: Value, _ primes: Int, by id: ScalarID) -> Value {
    value.mapped { entry in
      var result = entry
      for _ in 0..<primes { result = differentiate(result, by: [id])[0] }
      return result
    }
  }
}

extension Value {
  func mappedThrowing(
    _ transform: (ScalarID) throws(EvaluationProblem) -> ScalarID
  ) throws(EvaluationProblem) -> Value {
    var copy = self
    copy.derivative = nil
    for place in ids.indices { copy.ids[place] = try transform(ids[place]) }
    return copy
  }
}
