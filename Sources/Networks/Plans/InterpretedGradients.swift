package import Tensors

/// Costs and derivatives from the interpreter: slower than a plan, for every model that there can be.
package final class InterpretedGradients: GradientSource {
  package let trained: [Int]
  private let network: Network
  private let objective: Objective
  private let data: DataSet
  let places: [ParameterPlace]
  private let sizes: [Int]
  /// All parameters one after the other, and their derivatives.
  private let values, derivatives: UnsafeMutableBufferPointer<Double>
  private let starts: [Int]
  private var shaped: Parameters
  private(set) var model: Model
  private var chosen: DataSet

  /// - Throws: what does not fit the network.
  package init(of model: Model, from parameters: Parameters, on data: DataSet) throws(ShapeError) {
    try parameters.check(against: model.network)
    try data.check(against: model.network)
    (network, objective) = (model.network, model.objective)
    (self.data, chosen, shaped) = (data, data, parameters)
    self.model =
      data.examples == model.examples ? model : try Model(network, objective, examples: data.examples)
    places = model.parameters.map(\.place)
    sizes = places.map { parameters[$0]?.values.count ?? 0 }
    starts = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    trained = places.indices.filter { [places] in !parameters.frozen.contains(places[$0]) }
    values = .allocate(capacity: starts[sizes.count])
    _ = values.initialize(from: places.flatMap { parameters[$0]?.values ?? [] })
    derivatives = .allocate(capacity: starts[sizes.count])
    derivatives.initialize(repeating: 0)
  }

  deinit {
    values.deallocate()
    derivatives.deallocate()
  }

  package func count(_ number: Int) -> Int { sizes[number] }

  package func parameter(_ number: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: values[starts[number]..<starts[number + 1]])
  }

  package func gradient(_ number: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(rebasing: derivatives[starts[number]..<starts[number + 1]])
  }

  package func choose(examples: ArraySlice<Int>) {
    chosen = data.selecting(examples)
    guard chosen.examples != model.examples else { return }
    guard let model = try? Model(network, objective, examples: chosen.examples) else {
      preconditionFailure("a model exists for one number of examples and not for another")
    }
    self.model = model
  }

  package func evaluate() -> Double {
    let run = run()
    return run.firstNonFinite == nil ? run.cost : .nan
  }

  package func evaluate(changed number: Int, at index: Int) -> Double { evaluate() }

  package func differentiate() -> Double {
    let run = run()
    let nodes = model.parameters.map(\.node)
    let gradients = run.gradients(of: model.cost, by: trained.map { nodes[$0] })
    for number in trained {
      for (offset, value) in gradients[nodes[number]].values.enumerated() {
        derivatives[starts[number] + offset] = value
      }
    }
    return run.firstNonFinite == nil ? run.cost : .nan
  }

  package func descend(rate: Double, costs: UnsafeMutableBufferPointer<Double>) -> Int {
    for step in costs.indices {
      costs[step] = differentiate()
      guard costs[step].isFinite else { return step }
      for number in trained {
        for index in starts[number]..<starts[number + 1] { values[index] -= rate * derivatives[index] }
      }
    }
    return costs.count
  }

  /// The model with the present parameters on the chosen examples.
  func run() -> Run {
    for (number, place) in places.enumerated() {
      shaped.update(place) { tensor in
        tensor.withValues { numbers in
          for offset in numbers.indices { numbers[offset] = values[starts[number] + offset] }
        }
      }
    }
    guard let run = try? model.run(shaped, chosen) else {
      preconditionFailure("shapes that were checked no longer fit")
    }
    return run
  }
}

extension DataSet {
  /// The examples at these places, in this order.
  package func selecting(_ examples: some Sequence<Int>) -> DataSet {
    let places = Array(examples)
    func rows(_ tensor: Tensor) -> Tensor { Tensor([places.count, tensor.shape[1]], places.flatMap(tensor.row)) }
    guard
      let selection = try? DataSet(
        inputNames: inputNames, targetNames: targetNames, inputs: rows(inputs), targets: rows(targets))
    else { preconditionFailure("a selection of rows keeps the columns") }
    return selection
  }
}
