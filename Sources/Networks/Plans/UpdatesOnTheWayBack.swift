import Tensors

/// The steps of a program that updates too early: each layer, from the last to the first, changes its parameters as soon
/// as their derivatives are known, and the derivatives of the layers before it go back through the weights that it has
/// then. What was computed on the way forward stays as it was.
final class UpdatesOnTheWayBack: GradientSource {
  private let source: InterpretedGradients
  /// The way forward of the step under way.
  private var run: Run?

  /// - Throws: what does not fit the network.
  init(of model: Model, from parameters: Parameters, on data: DataSet) throws(ShapeError) {
    source = try InterpretedGradients(of: model, from: parameters, on: data)
  }

  var trained: [Int] { source.trained }
  func count(_ number: Int) -> Int { source.count(number) }
  func parameter(_ number: Int) -> UnsafeMutableBufferPointer<Double> { source.parameter(number) }
  func gradient(_ number: Int) -> UnsafeBufferPointer<Double> { source.gradient(number) }
  func choose(examples: ArraySlice<Int>) { source.choose(examples: examples) }
  func evaluate() -> Double { source.evaluate() }
  func evaluate(changed number: Int, at index: Int) -> Double { source.evaluate() }

  /// The cost. Its derivatives come with the step, for they depend on it.
  func differentiate() -> Double {
    let run = source.run()
    self.run = run
    return run.firstNonFinite == nil ? run.cost : .nan
  }

  func update(with optimizer: inout some Optimizer, rate: Double) {
    guard var run else { preconditionFailure("a step before the way forward") }
    let nodes = run.model.parameters.map(\.node)
    for layer in run.model.layers.indices.reversed() {
      let own: [ParameterPlace] = [.weights(ofLayer: layer + 1), .biases(ofLayer: layer + 1)]
      let numbers = trained.filter { own.contains(source.places[$0]) }
      guard !numbers.isEmpty else { continue }
      let gradients = run.gradients(of: run.model.cost, by: numbers.map { nodes[$0] })
      for number in numbers {
        gradients[nodes[number]].values.withUnsafeBufferPointer {
          optimizer.update(parameter(number), gradient: $0, number: number, rate: rate)
        }
        run = run.replacing(nodes[number], with: Tensor(run[nodes[number]].shape, Array(parameter(number))))
      }
    }
    self.run = nil
  }

  func descend(rate: Double, costs: UnsafeMutableBufferPointer<Double>) -> Int {
    var optimizer = GradientDescent()
    optimizer.prepare(sizes: source.places.indices.map(count))
    for step in costs.indices {
      costs[step] = differentiate()
      guard costs[step].isFinite else { return step }
      update(with: &optimizer, rate: rate)
    }
    return costs.count
  }
}
