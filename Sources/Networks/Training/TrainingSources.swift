import Tensors

extension Model {
  /// What training on these examples asks for costs and derivatives.
  ///
  /// - Parameter batch: how many examples a step takes; nil for all of them
  /// - Throws: what does not fit the model's network.
  func gradientSource(
    from parameters: Parameters, on data: DataSet, batch: Int? = nil, updating order: Training.Order = .atOnce
  ) throws(ShapeError) -> any GradientSource {
    if order == .onTheWayBack { return try UpdatesOnTheWayBack(of: self, from: parameters, on: data) }
    if let plan = try Plan(of: self, from: parameters, on: data, batch: batch) { return plan }
    return try InterpretedGradients(of: self, from: parameters, on: data)
  }

  /// `parameters` with the numbers that a source for this model has now.
  func parameters(_ parameters: Parameters, as source: any GradientSource) -> Parameters {
    var result = parameters
    for (number, parameter) in self.parameters.enumerated() {
      result.update(parameter.place) { tensor in
        tensor.withValues { values in
          for (offset, value) in source.parameter(number).enumerated() { values[offset] = value }
        }
      }
    }
    return result
  }

  /// Carries the model out on some of the examples.
  func run(_ parameters: Parameters, on examples: ArraySlice<Int>, of data: DataSet) throws(ShapeError) -> Run {
    try Model(network, objective, examples: examples.count).run(parameters, data.selecting(examples))
  }

  /// How many numbers each parameter has.
  var parameterSizes: [Int] { parameters.map { graph[$0.node].shape.count } }
}

extension GradientSource {
  func evaluate(_ examples: ArraySlice<Int>) -> Double {
    choose(examples: examples)
    return evaluate()
  }

  package func update(with optimizer: inout some Optimizer, rate: Double) {
    for number in trained {
      optimizer.update(parameter(number), gradient: gradient(number), number: number, rate: rate)
    }
  }

  package func descend(rate: Double, through examples: ArraySlice<Int>, batch: Int) -> Int { 0 }
}
