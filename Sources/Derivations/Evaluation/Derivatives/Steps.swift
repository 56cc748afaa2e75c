/// What a step of gradient descent goes down on.
enum StepCost: Hashable, CaseIterable {
  /// The network's own, with regularization.
  case network
  case withoutRegularization
  case oneExample
  case oneExampleRegularized
  case summed

  /// Whether it is with the penalty, if the network's own cost has one.
  var hasPenalty: Bool { self == .network || self == .oneExampleRegularized }

  var words: String {
    switch self {
    case .network: "the cost"
    case .withoutRegularization: "the cost without regularization"
    case .oneExample: "the loss of one example"
    case .oneExampleRegularized: "the cost of one example"
    case .summed: "the summed loss"
    }
  }
}

extension Evaluator {
  /// What gradient descent subtracts from a parameter, divided by the rate, and negated: `-∂K/∂w`.
  func descent(_ parameter: Value, _ context: Context) throws(EvaluationProblem) -> Value {
    guard let model = probe.model else { throw .reading(ReadingProblem(.noNetwork)) }
    let cost =
      switch stepCost {
      case .network: model.cost
      case .withoutRegularization: model.dataCost
      case .oneExample: model.exampleLosses[try example(nil, context)]
      case .oneExampleRegularized:
        graph.add(model.exampleLosses[try example(nil, context)], model.regularization ?? graph.zero)
      case .summed: model.summedLoss
      }
    var value = parameter
    value.derivative = nil
    // A threshold is a bias with the other sign.
    let shifted = parameter.ids.allSatisfy(graph.isLeaf) ? nil : shiftedNodes(parameter.ids, under: [cost])
    let derivatives =
      shifted.map { self.derivatives(of: cost, by: $0) } ?? differentiate(cost, by: parameter.ids)
    value.ids = derivatives.map(graph.negate)
    if parameter.ids.contains(where: probe.frozen.contains), !use(.frozenParameter) {
      value.ids = zip(parameter.ids, value.ids).map { probe.frozen.contains($0) ? graph.zero : $1 }
    }
    return value
  }

  /// `the step of $w$`
  func step(of parameter: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    guard probe.isPlainDescent else { throw .reading(ReadingProblem(.otherOptimizer)) }
    let value = try descent(value(parameter, context), context)
    var rate = probe.learningRate
    if let symbol = self.rate {
      let number = try self.value(symbol, context)
      guard number.isSingle else { throw .unsupported(.fact(.rate)) }
      rate = number.ids[0]
    }
    return value.mapped { graph.multiply(rate, $0) }
  }

  /// `$w$ after one step`
  func afterStep(of parameter: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    let before = try value(parameter, context)
    let step = try step(of: parameter, context)
    var result = before
    result.ids = zip(before.ids, step.ids).map { graph.add($0, $1) }
    return result
  }
}
