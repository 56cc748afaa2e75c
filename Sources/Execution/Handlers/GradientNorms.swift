import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  /// For each layer the Euclidean norm of the derivative of the cost by its weights.
  func gradientNorms() throws(RunProblem) -> [Double] { norms(in: try needRun(needsLoss: true)) }

  private func norms(in run: Run) -> [Double] {
    let nodes = run.model.layers.map(\.weights)
    let gradients = run.gradients(of: run.model.cost, by: nodes)
    return nodes.map { gradients[$0].values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }

  func gradientNorms(
    of networks: Plotting.NetworkList, _ overEpochs: Bool, isLogarithmic: Bool, at span: SourceSpan
  ) throws(RunProblem) -> Picture {
    guard overEpochs else { return try gradientNormsByLayer(of: networks, isLogarithmic: isLogarithmic) }
    guard networks.names.count < 2 else {
      throw .severalValues(
        "gradient norms of several networks over the epochs", networks.names[1].span,
        help: "name one network, or leave `over the epochs` out")
    }
    let session = try networks.names.first.map { name throws(RunProblem) in try using(name) } ?? self
    return try session.gradientNormsOverEpochs(isLogarithmic: isLogarithmic, at: span)
  }

  /// Bars for one network, curves over the layers for several.
  private func gradientNormsByLayer(
    of networks: Plotting.NetworkList, isLogarithmic: Bool
  ) throws(RunProblem) -> Picture {
    let scale = isLogarithmic ? LineChart.Scale.logarithmic : .linear
    let axis = LineChart.Axis("norm of the gradient of the weights", scale: scale)
    let ending = isLogarithmic ? ", on a log scale" : ""
    var found: [(name: String, layers: [String], norms: [Double])] = []
    for session in networks.names.isEmpty
      ? [self] : try networks.names.map({ name throws(RunProblem) in try using(name) })
    {
      let network = try session.needBench().network
      found.append((network.name, network.layers.map(\.name), try session.gradientNorms()))
    }
    func words(_ layers: [String], _ norms: [Double]) -> String {
      zip(layers, norms).map { "\($0) \(inWords($1))" }.joined(separator: ", ")
    }
    guard found.count > 1 else {
      let (name, layers, norms) = found[0]
      return Picture(
        title: "gradient norm of each layer\(ending)",
        description: "Bars of the norm of the derivative of the cost by the weights of each layer of \(name): "
          + "\(words(layers, norms)).",
        content: .barChart(
          BarChart(heading: "layer", axis: axis, bars: zip(layers, norms).map { BarChart.Bar($0, $1) })))
    }
    return Picture(
      title: "gradient norm by layer\(ending)",
      description: "A curve for each network of the norm of the derivative of the cost by the weights of each layer. "
        + found.map { "\($0.name): \(words($0.layers, $0.norms))." }.joined(separator: " "),
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("layer", counts: true), vertical: axis,
          series: found.map { network in
            LineChart.Series(
              network.name, points: network.norms.enumerated().map { LineChart.Point(Double($0 + 1), $1) },
              marks: .linkedPoints)
          })))
  }

  /// At least so many times in a training the norms are taken, where it has as many epochs.
  private static let samples = 200

  /// Trains once more from where the parameters were fresh, and looks at them on the way.
  private func gradientNormsOverEpochs(isLogarithmic: Bool, at span: SourceSpan) throws(RunProblem) -> Picture {
    let bench = try needBench()
    try refuse(.parameters)
    guard !bench.history.isEmpty else { throw .nothingTrained(span) }
    let total = bench.history.reduce(0) { $0 + $1.training.training.epochs }
    try check(work: bench.history.reduce(0) { $0 + $1.training.work }, epochs: total, at: span)
    let every = max(1, total / Self.samples)
    var curves = bench.network.layers.map { LineChart.Series($0.name, points: []) }
    var start = 0
    for (parameters, prepared) in bench.history {
      do throws(ShapeError) {
        let snapshots = try prepared.training.snapshots(
          with: prepared.optimizer, from: parameters, on: prepared.data, every: every)
        for (epoch, parameters) in snapshots {
          let norms = norms(in: try prepared.training.model.run(parameters, prepared.data))
          for (layer, norm) in norms.enumerated() {
            curves[layer].points.append(LineChart.Point(Double(start + epoch), norm))
          }
        }
        start += snapshots.last?.epoch ?? 0
      } catch {
        throw .mismatch(error, bench.span)
      }
    }
    let words = curves.map { "\($0.name) from \(inWords($0.points.first?.y)) to \(inWords($0.points.last?.y))" }
    return Picture(
      title: "gradient norm of each layer over \(start) epoch\(start == 1 ? "" : "s")"
        + (isLogarithmic ? ", on a log scale" : ""),
      description: "A curve for each layer of the norm of the derivative of the cost by its weights: "
        + words.joined(separator: ", ") + ".",
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("epoch", counts: true),
          vertical: LineChart.Axis(
            "norm of the gradient of the weights", scale: isLogarithmic ? .logarithmic : .linear),
          series: curves)))
  }
}
