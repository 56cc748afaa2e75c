import Networks
import Tensors

/// Draws the numbers of a probe.
struct ProbeDraw {
  let network: Network
  let examples: Int
  let spread: ProbeShape.Spread
  var random: RandomNumbers
  /// The largest weight of a layer with few inputs.
  var reach = 1.0

  mutating func parameters() throws(ShapeError) -> Parameters {
    var parameters = Parameters(zerosFor: network)
    for number in 1..<(network.layers.count + 1) {
      // A sum of many terms would saturate.
      let bound = reach * min(1, 3 / Double(network.units(ofLayer: number - 1)).squareRoot())
      let weights = parameters.weights[number - 1].map { _ in spread.weightFactor * awayFromZero(bound) }
      try parameters.setWeights(weights, ofLayer: number, in: network)
      if let biases = parameters.biases[number - 1] {
        try parameters.setBiases(
          biases.map { _ in spread.factor * random.uniform(0.8) + spread.shift }, ofLayer: number, in: network)
      }
    }
    return parameters
  }

  mutating func data(for kind: TargetKind, _ shape: ProbeShape) throws(ShapeError) -> DataSet {
    let targets = self.targets(kind, isBinary: shape.binaryTargets)
    let inputs =
      shape.tiesTargets
      ? targets : Tensor.zeros([examples, network.inputs]).map { _ in spread.factor * random.uniform(1.3) }
    return try DataSet(
      inputNames: (1..<(network.inputs + 1)).map { "x\($0)" },
      targetNames: (1..<(network.outputs + 1)).map { "y\($0)" },
      inputs: inputs, targets: targets)
  }

  private mutating func targets(_ kind: TargetKind, isBinary: Bool) -> Tensor {
    let zeros = Tensor.zeros([examples, network.outputs])
    return switch kind {
    case .anything: zeros.map { _ in (spread == .wide ? spread.factor : 1) * random.uniform(1.2) }
    case .signs: bothOf(-1, 1)
    case .probabilities where isBinary: bothOf(0, 1)
    case .probabilities: zeros.map { _ in 0.5 + random.uniform(0.4) }
    case .distribution: distributions(isBinary: isBinary)
    }
  }

  private mutating func awayFromZero(_ bound: Double) -> Double {
    let number = random.uniform(0.85 * bound)
    return number + (number < 0 ? -0.15 : 0.15) * bound
  }

  /// One of two numbers in each place, both of them somewhere if there are two places.
  private mutating func bothOf(_ one: Double, _ other: Double) -> Tensor {
    var tensor = Tensor.zeros([examples, network.outputs]).map { _ in random.unit() < 0.5 ? one : other }
    tensor.withValues { values in
      if Set(values).count == 1 { values[0] = values[0] == one ? other : one }
    }
    return tensor
  }

  /// Rows that sum to 1. Binary ones name a class, another in the next example.
  private mutating func distributions(isBinary: Bool) -> Tensor {
    let classes = network.outputs
    let first = Int(random.next() % UInt64(classes))
    let rows = (0..<examples).flatMap { example -> [Double] in
      if isBinary { return (0..<classes).map { $0 == (first + example) % classes ? 1 : 0 } }
      let shares = (0..<classes).map { _ in 0.5 + random.uniform(0.4) }
      let total = shares.reduce(0, +)
      return shares.map { $0 / total }
    }
    return Tensor([examples, classes], rows)
  }
}
