import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  func run(_ plotting: Plotting) throws(RunProblem) -> [Output] {
    switch plotting.subject {
    case .loss: return [.picture(try lossCurve(isLogarithmic: plotting.isLogarithmic, at: plotting.span))]
    case .activation(let activation, let span): return [.picture(try ActivationCurve(activation, at: span).picture)]
    case .activationOfLayer(let reference):
      let network = try needBench().network
      let layer = network.layers[try layerIndex(reference, in: network, needsParameters: true) - 1]
      return [.picture(try ActivationCurve(layer.activation, at: reference.span).picture)]
    }
  }

  /// The cost of all examples before the first epoch and after each, over all training of the present network.
  private func lossCurve(isLogarithmic: Bool, at span: SourceSpan) throws(RunProblem) -> Picture {
    let bench = try needBench()
    try refuse(.parameters)
    guard let first = bench.costs.first, let last = bench.costs.last else { throw .nothingTrained(span) }
    let points = bench.costs.enumerated().map { LineChart.Point(Double($0), $1) }
    let epochs = "\(points.count - 1) epoch\(points.count == 2 ? "" : "s")"
    func shown(_ value: Double) -> String { NumberStyle.significant(3).text(for: value).plain }
    var description =
      "A curve of the loss over \(epochs) of training\(isLogarithmic ? ", on a log scale" : ""): "
      + "from \(shown(first)) before the first to \(shown(last)) after the last."
    if let least = bench.costs.min(), let greatest = bench.costs.max(), least < last || greatest > first {
      description += " In between it is at least \(shown(least)) and at most \(shown(greatest))."
    }
    if isLogarithmic, bench.costs.contains(where: { $0 <= 0 }) {
      description += " What is not greater than 0 has no place on this scale and is left out."
    }
    return Picture(
      title: "loss over \(epochs)\(isLogarithmic ? ", on a log scale" : "")", description: description,
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("epoch", counts: true),
          vertical: LineChart.Axis("loss", scale: isLogarithmic ? .logarithmic : .linear),
          series: [LineChart.Series("loss", points: points)])))
  }

  func run(_ drawing: Drawing) throws(RunProblem) -> [Output] {
    let bench = try needBench()
    try refuse(.parameters)
    let content = NetworkDrawing(layers: layers(of: bench), showsWeights: drawing.showsWeights)
    let network = bench.network
    let words = network.layers.map { layer in
      "\(layer.name) with \(layer.units) unit\(layer.units == 1 ? "" : "s") (\(layer.activation.name)"
        + "\(layer.bias == .none ? ", without biases" : ""))"
    }
    let inputs = "\(network.inputs) input\(network.inputs == 1 ? "" : "s")"
    let values = bench.parameters.weights.flatMap(\.values)
    func shown(_ value: Double?) -> String { NumberStyle.significant(3).text(for: value ?? .nan).plain }
    let picture = Picture(
      title: "network \(network.name)",
      description: "Layers from left to right: \(inputs), \(words.joined(separator: ", ")). "
        + "The weights are between \(shown(values.min())) and \(shown(values.max())).",
      content: .network(content))
    guard drawing.showsWeights, content.parameterCount > NetworkDrawing.mostNumbers else { return [.picture(picture)] }
    let message = "its \(content.parameterCount) weights and biases are too many to be written beside their lines"
    return [.picture(picture), .message(message)]
  }

  private func layers(of bench: Bench) -> [NetworkDrawing.Layer] {
    let network = bench.network
    let numbers = { (count: Int) in (1...count).map(String.init) }
    var inputs = numbers(network.inputs)
    if let data, data.set.inputNames.count == network.inputs { inputs = data.set.inputNames }
    var layers = [NetworkDrawing.Layer("input", units: inputs)]
    for (index, layer) in network.layers.enumerated() {
      var units = numbers(layer.units)
      if index == network.layers.count - 1, let data, data.set.targetNames.count == layer.units {
        units = data.set.targetNames
      }
      let weights = bench.parameters.weights[index]
      layers.append(
        NetworkDrawing.Layer(
          layer.name, activation: layer.activation.name, units: units,
          weights: (0..<layer.units).map(weights.row), biases: bench.parameters.biases[index]?.values))
    }
    return layers
  }
}
