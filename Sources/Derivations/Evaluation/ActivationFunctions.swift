import Networks

/// Activation functions, and the network and its loss as functions.
extension Evaluator {
  func activation(
    _ index: IndexExpression?, _ primes: Int, _ argument: Value, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    try apply(activation(index, of: argument, context), primes, to: argument)
  }

  /// The network's activation function: of the layer named, or of the one whose weighted inputs the argument is.
  func activation(
    _ index: IndexExpression?, of argument: Value, _ context: Context
  ) throws(EvaluationProblem) -> Activation {
    guard let network = probe.model?.network else { throw .reading(ReadingProblem(.noNetwork)) }
    let first = network.layers[0].activation
    if network.layers.allSatisfy({ $0.activation == first }) { return first }
    let isOfHidden = index?.single.flatMap(LayerLetter.name) == LayerLetter.hiddenLayers
    if let index, !isOfHidden {
      let number = try layer(index, context)
      guard number > 0 else { throw .noLayer }
      return network.layers[number - 1].activation
    }
    // Found by values: a node of several layers leaves the question open.
    var found: [Activation] = []
    for (number, layer) in network.layers.enumerated() {
      let inputs = probe.model?.weightedInputs[number].flatMap { $0 } ?? []
      let values = Set(inputs.map { graph.value($0).rounded(toDigits: 11) })
      if argument.ids.allSatisfy({ values.contains(graph.value($0).rounded(toDigits: 11)) }),
        !found.contains(layer.activation)
      {
        found.append(layer.activation)
      }
    }
    // That of the hidden layers is it of every argument, where they have one in common.
    let hidden = network.layers.dropLast().map(\.activation)
    if isOfHidden, found.isEmpty, let shared = hidden.first, hidden.allSatisfy({ $0 == shared }) { return shared }
    guard found.count == 1 else {
      throw .reading(ReadingProblem(.severalActivations))
    }
    return found[0]
  }

  func apply(_ activation: Activation, _ primes: Int, to argument: Value) throws(EvaluationProblem) -> Value {
    guard activation.isVectorValued else {
      return try argument.mappedThrowing { (id) throws(EvaluationProblem) in
        try self.derived(id, primes) { (x) throws(EvaluationProblem) in self.applied(activation, [x])[0] }
      }
    }
    switch argument.form {
    case .column, .row:
      if primes == 0 {
        var result = argument
        result.derivative = nil
        result.ids = applied(activation, argument.ids)
        return result
      }
      guard primes == 1 else { throw .unsupported(.fact(.secondSoftmaxDerivative)) }
      let x = argument.ids.map(differentiable)
      let y = applied(activation, x)
      let ids = y.flatMap { differentiate($0, by: x) }
      return .matrix(y.count, x.count, ids)
    case .matrix where primes == 0:
      // Each example by itself.
      let isRows = argument.spaces[0] == .examples || argument.spaces[1] != .examples
      let rows = isRows ? argument : argument.transposed
      var result = rows
      result.ids = []
      for row in 0..<rows.shape[0] {
        result.ids += applied(
          activation, Array(rows.ids[(row * rows.shape[1])..<((row + 1) * rows.shape[1])]))
      }
      return isRows ? result : result.transposed
    default: throw .unsupported(.shape(activation.name, of: argument.description))
    }
  }

  func applied(_ activation: Activation, _ ids: [ScalarID]) -> [ScalarID] {
    probe.functions.activation(activation, of: ids, in: graph)
  }

  // MARK: Network and loss as functions

  func network(_ argument: Value) throws(EvaluationProblem) -> Value {
    guard let model = probe.model else { throw .reading(ReadingProblem(.noNetwork)) }
    var ids = argument.ids
    if argument.hasBiasPlace, ids.count == model.network.inputs + 1 { ids.removeFirst() }
    guard argument.form != .matrix, ids.count == model.network.inputs else {
      throw .refuted(
        "the network takes \(model.network.inputs) inputs", left: nil, right: argument.description)
    }
    for number in 1..<(model.network.layers.count + 1) {
      let biases = model.biases[number - 1]
      var z: [ScalarID] = []
      for (unit, weights) in model.weights[number - 1].enumerated() {
        let product = graph.dot(ids, weights)
        z.append(biases.map { graph.add(product, $0[unit]) } ?? product)
      }
      ids = applied(model.network.layers[number - 1].activation, z)
    }
    return argument.form == .row ? .row(ids) : .column(ids)
  }

  func loss(_ arguments: [Expression], _ context: Context) throws(EvaluationProblem) -> Value {
    guard let model = probe.model else { throw .reading(ReadingProblem(.noNetwork)) }
    guard arguments.count == 2 else { throw .unsupported(.arguments(arguments.count)) }
    var values: [Value] = []
    for argument in arguments { values.append(try value(argument, context)) }
    guard values[0].ids.count == model.network.outputs, values[1].ids.count == model.network.outputs,
      values.allSatisfy({ $0.form != .matrix })
    else {
      throw .refuted(
        "the loss takes predictions and targets of \(model.network.outputs) units", left: values[0].description,
        right: values[1].description)
    }
    // Predictions come first, unless the other is what the network predicts.
    let predictions = Set(model.activations[probe.layers].flatMap { $0 })
    let targets = Set(model.targets.flatMap { $0 })
    let isSwapped =
      !values[0].ids.allSatisfy(predictions.contains) && values[1].ids.allSatisfy(predictions.contains)
      || values[0].ids.allSatisfy(targets.contains) && !values[1].ids.allSatisfy(targets.contains)
    return .scalar(
      model.loss(model.objective.loss, of: values[isSwapped ? 1 : 0].ids, targets: values[isSwapped ? 0 : 1].ids))
  }

}

extension Double {
  func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let scale = Double(1 << 40)
    return (self * scale).rounded() / scale
  }
}

extension Activation {
  /// Whether each result depends on all weighted inputs.
  var isVectorValued: Bool { self == .softmax }
}
