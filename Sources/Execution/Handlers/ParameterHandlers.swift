import Catalog
import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  mutating func run(_ order: Initialization) throws(RunProblem) -> [Output] {
    var bench = try needBench()
    let frozen = bench.parameters.frozen
    bench.parameters = order.initializer.parameters(of: bench.network, seed: order.seed)
    bench.parameters.frozen = frozen
    bench.initialization = (order.initializer, order.seed)
    bench.training = nil
    bench.costs = []
    bench.history = []
    self.bench = bench
    lost.remove(.parameters)
    return [.message("parameters: \(order.initializer.name), seed \(order.seed); biases 0")]
  }

  mutating func run(_ setting: ParameterSetting) throws(RunProblem) -> [Output] {
    var bench = try needBench()
    let index = try layerIndex(setting.layer, in: bench.network, needsParameters: true)
    let layer = bench.network.layers[index - 1]
    switch setting.parameter {
    case .weights:
      let from = index == 1 ? bench.network.inputs : bench.network.layers[index - 2].units
      let written: Shape = setting.layout == .rowsTo ? [layer.units, from] : [from, layer.units]
      let values = try tensor(setting.values, shape: written, subject: "weights", layer: layer.name)
      try place(
        setting.layout == .rowsTo ? values : values.transposed, .weights, index, &bench, at: setting.values.span)
    case .biases:
      guard let present = bench.parameters.biases[index - 1] else {
        throw .noBiases(layer: layer.name, setting.layer.span)
      }
      let values = try tensor(setting.values, shape: present.shape, subject: "biases", layer: layer.name)
      try place(values, .biases, index, &bench, at: setting.values.span)
    }
    self.bench = bench
    return []
  }

  private func place(
    _ values: Tensor, _ kind: ParameterKind, _ layer: Int, _ bench: inout Bench, at span: SourceSpan
  ) throws(RunProblem) {
    do throws(ShapeError) {
      switch kind {
      case .weights: try bench.parameters.setWeights(values, ofLayer: layer, in: bench.network)
      case .biases: try bench.parameters.setBiases(values, ofLayer: layer, in: bench.network)
      }
    } catch {
      throw .mismatch(error, span)
    }
  }

  /// The numbers in the shape asked for; a single number fills it, a vector fits a matrix of one row or column.
  private func tensor(
    _ literal: ArrayLiteral, shape: Shape, subject: String, layer: String
  ) throws(RunProblem) -> Tensor {
    let numbers = literal.rows.flatMap { $0.map(\.value) }
    let found: Shape
    switch literal.rank {
    case .number: return Tensor(shape, repeating: numbers[0])
    case .vector: found = [numbers.count]
    case .matrix: found = [literal.rows.count, literal.rows[0].count]
    }
    let isLine = shape.rank == 1 || shape.extents.contains(1)
    let isWrittenAsLine = found.rank == 1 || found.extents.contains(1) && shape.rank == 1
    guard found == shape || isLine && isWrittenAsLine && found.count == shape.count else {
      throw .mismatch(ShapeError(subject, layer: layer, expected: shape, found: found), literal.span)
    }
    return Tensor(shape, numbers)
  }

  mutating func run(_ freezing: Freezing) throws(RunProblem) -> [Output] {
    var bench = try needBench()
    let layers: [Int]
    if let layer = freezing.layer {
      layers = [try layerIndex(layer, in: bench.network, needsParameters: true)]
    } else {
      layers = Array(1...bench.network.layers.count)
    }
    for layer in layers {
      switch freezing.parameter {
      case .weights: bench.parameters.frozen.freeze(.weights(ofLayer: layer))
      case .biases: bench.parameters.frozen.freeze(.biases(ofLayer: layer))
      }
    }
    self.bench = bench
    return []
  }
}
