package import Tensors

/// The derivative of one example's loss by one parameter, as the sum over the paths that lead from the parameter to the
/// loss: for each the product of the derivatives along it.
///
/// There may be more paths than could be listed; the largest are found layer by layer, as the best ways through a
/// network are (R. Bellman, Dynamic Programming, 1957), and the others are known by their sum.
package struct GradientPaths: Sendable {
  /// A path, from the layer of the parameter to the output layer.
  package struct Path: Sendable, Hashable {
    /// The unit whose weighted input, and the one whose activation is passed on: two units only where a layer's
    /// activations depend on all of its weighted inputs, as those of softmax do. From 0.
    package struct Stop: Sendable, Hashable {
      package var weightedInput: Int
      package var activation: Int
    }
    package var stops: [Stop]
    package var product: Double
  }

  package let place: ParameterPlace
  /// The layer of the parameter, from 1.
  package let layer: Int
  /// The largest paths, or all of them, then in the order of their units.
  package let paths: [Path]
  /// How many paths there are; more than can be counted exactly may be rounded.
  package let count: Double
  /// The sum over all paths.
  package let derivative: Double

  private let slopes: [Slopes]
  private let lossSlopes: [Double]
  private let parameterSlopes: [Double?]
  private let weights: [Tensor]

  /// The derivatives of a layer's activations by its weighted inputs, for one example.
  private enum Slopes {
    case ofUnits([Double])
    /// `[activation][weighted input]`
    case ofAll([[Double]])

    func value(_ activation: Int, by weightedInput: Int) -> Double {
      switch self {
      case .ofUnits(let slopes): slopes[activation]
      case .ofAll(let rows): rows[activation][weightedInput]
      }
    }
    /// The activations that a weighted input leads to.
    func activations(of weightedInput: Int, units: Int) -> Range<Int> {
      switch self {
      case .ofUnits: weightedInput..<(weightedInput + 1)
      case .ofAll: 0..<units
      }
    }
  }

  /// - Parameters:
  ///   - unit: of the parameter's layer; of a bias that is shared, any
  ///   - from: the unit before, of a weight
  ///   - limit: how many paths are found one by one
  package init(
    of place: ParameterPlace, unit: Int, from: Int?, example: Int, in run: Run, limit: Int
  ) throws(ShapeError) {
    let model = run.model
    let network = model.network
    self.place = place
    let layer =
      switch place {
      case .weights(let number), .biases(let number): number
      }
    self.layer = layer
    let last = network.layers.count
    let weights = model.layers.map { run[$0.weights] }
    let output = model.layers[last - 1].activation
    let lossSlopes = run.gradients(of: model.lossOfExamples, component: [example], by: [output])[output].row(example)
    var slopes: [Slopes] = []
    for number in layer..<(last + 1) {
      slopes.append(
        try Self.slopes(
          of: network.layers[number - 1].activation, at: run[model.layers[number - 1].weightedInput].row(example)))
    }
    // By which weighted inputs of its layer the parameter is felt, and how much.
    let units = network.layers[layer - 1].units
    var first = [Double?](repeating: nil, count: units)
    switch place {
    case .weights:
      let before = layer == 1 ? model.inputs : model.layers[layer - 2].activation
      first[unit] = run[before].row(example)[from ?? 0]
    case .biases:
      if network.layers[layer - 1].bias == .shared { first = first.map { _ in 1 } } else { first[unit] = 1 }
    }

    // From the loss down: the best ways on from each weighted input, how many there are, and their sum.
    struct Ways {
      var best: [Path]
      var count: Double
      var sum: Double
    }
    func kept(_ paths: [Path]) -> [Path] {
      guard paths.count > limit else { return paths }
      return Array(
        paths.enumerated().sorted { one, other in
          (other.element.product.magnitude, one.offset) < (one.element.product.magnitude, other.offset)
        }.prefix(limit).map(\.element))
    }
    var above: [Ways] = []
    for number in (layer..<(last + 1)).reversed() {
      let (here, units) = (slopes[number - layer], network.layers[number - 1].units)
      // First from each activation, then from each weighted input.
      let ofActivations = (0..<units).map { unit -> Ways in
        guard number < last else {
          return Ways(best: [Path(stops: [], product: lossSlopes[unit])], count: 1, sum: lossSlopes[unit])
        }
        var ways = Ways(best: [], count: 0, sum: 0)
        let next = weights[number]
        for (to, on) in above.enumerated() {
          let weight = next.values[to * units + unit]
          ways.best += on.best.map { Path(stops: $0.stops, product: weight * $0.product) }
          ways.count += on.count
          ways.sum += weight * on.sum
          if ways.best.count > 4 * limit { ways.best = kept(ways.best) }
        }
        ways.best = kept(ways.best)
        return ways
      }
      above = (0..<units).map { unit in
        var ways = Ways(best: [], count: 0, sum: 0)
        for activation in here.activations(of: unit, units: units) {
          let slope = here.value(activation, by: unit)
          let stop = Path.Stop(weightedInput: unit, activation: activation)
          ways.best += ofActivations[activation].best.map {
            Path(stops: [stop] + $0.stops, product: slope * $0.product)
          }
          ways.count += ofActivations[activation].count
          ways.sum += slope * ofActivations[activation].sum
        }
        ways.best = kept(ways.best)
        return ways
      }
    }
    var found: [Path] = []
    var (count, sum) = (0.0, 0.0)
    for (unit, slope) in first.enumerated() {
      guard let slope else { continue }
      found += above[unit].best.map { Path(stops: $0.stops, product: slope * $0.product) }
      count += above[unit].count
      sum += slope * above[unit].sum
    }
    // Of more paths than are listed, those that carry nothing are not worth a line.
    paths = count > Double(limit) ? kept(found).filter { $0.product != 0 } : found
    (self.count, derivative) = (count, sum)
    (self.slopes, self.lossSlopes, self.weights, parameterSlopes) = (slopes, lossSlopes, weights, first)
  }

  /// What the paths that are not listed come to together; nil where all are.
  package var rest: Double? {
    guard Double(paths.count) < count else { return nil }
    let rest = paths.reduce(derivative) { $0 - $1.product }
    // What the sum has lost to rounding is no path.
    return rest.magnitude < 1e-13 * paths.reduce(0) { $0 + $1.product.magnitude } ? 0 : rest
  }

  // MARK: Derivatives along a path

  package func lossSlope(_ unit: Int) -> Double { lossSlopes[unit] }
  package func activationSlope(layer number: Int, _ stop: Path.Stop) -> Double {
    slopes[number - layer].value(stop.activation, by: stop.weightedInput)
  }
  package func weight(layer number: Int, to unit: Int, from: Int) -> Double {
    let tensor = weights[number - 1]
    return tensor.values[unit * tensor.shape[1] + from]
  }
  /// The derivative of a weighted input of the parameter's layer by the parameter.
  package func parameterSlope(_ unit: Int) -> Double { parameterSlopes[unit] ?? 0 }

  private static func slopes(of activation: Activation, at weightedInputs: [Double]) throws(ShapeError) -> Slopes {
    var graph = Graph()
    let shape: Shape = [1, weightedInputs.count]
    let input = graph.input("weighted inputs", shape)
    let output = try activation.apply(&graph, input)
    let sum = try graph.apply(.sumOfAll, to: output)
    let evaluation = try Evaluation(graph, leaves: [(input, Tensor(shape, weightedInputs))])
    guard activation == .softmax else { return .ofUnits(evaluation.gradients(of: sum)[input].values) }
    return .ofAll(weightedInputs.indices.map { evaluation.gradients(of: output, component: [0, $0])[input].values })
  }
}
