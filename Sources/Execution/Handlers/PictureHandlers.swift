import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  func run(_ plotting: Plotting) throws(RunProblem) -> [Output] {
    let (span, isLogarithmic) = (plotting.span, plotting.isLogarithmic)
    switch plotting.subject {
    case .loss(let networks):
      return [.picture(try lossCurves(of: networks, isLogarithmic: isLogarithmic, at: span))]
    case .sweep: return [.picture(try sweepPicture(at: span) { $0.picture })]
    case .lossOfSweep:
      return [.picture(try sweepPicture(at: span) { $0.curves(isLogarithmic: isLogarithmic) })]
    case .activations(let activations, let withDerivatives, let span):
      return try activationCurves(of: activations, withDerivatives: withDerivatives, at: span).map(Output.picture)
    case .activationOfLayer(let reference):
      let network = try needBench().network
      let layer = network.layers[try layerIndex(reference, in: network, needsParameters: true) - 1]
      return [.picture(try ActivationCurve(layer.activation, at: reference.span).picture)]
    case .gradientNorms(let networks, let overEpochs):
      return [.picture(try gradientNorms(of: networks, overEpochs, isLogarithmic: isLogarithmic, at: span))]
    case .weights(let layer): return [.picture(try weightMaps(of: layer))]
    case .representation(let layer, let isRounded):
      return [.picture(try representation(in: layer, isRounded: isRounded, at: span))]
    case .regions(let range): return [.picture(try decisionRegions(range, at: span))]
    case .cost(let noun, let place, let range): return [.picture(try costCurve(along: noun, place, range, at: span))]
    }
  }

  func run(_ drawing: Directives.Drawing) throws(RunProblem) -> [Output] {
    switch drawing.subject {
    case .network(let details): return try drawNetwork(details)
    case .computationGraph(let details): return [.picture(try computationGraph(details, at: drawing.span))]
    }
  }

  /// A number in a description.
  func inWords(_ value: Double?) -> String { NumberStyle.significant(3).text(for: value ?? .nan).plain }

  /// The session with a network defined above in force again.
  func using(_ name: Plotting.NetworkList.Name) throws(RunProblem) -> Session {
    if let bench, bench.network.name == name.name { return self }
    guard let entry = shelf.last(where: { $0.name == name.name }) else {
      let present = bench.map(\.network.name)
      let known = shelf.map(\.name).filter { $0 != present } + [present].compactMap(\.self)
      throw .unknownNetwork(name.name, known: known, name.span)
    }
    var session = self
    (session.bench, session.data, session.loss) = (entry.bench, entry.data, entry.loss)
    return session
  }

  private func sweepPicture(
    at span: SourceSpan, _ picture: (SweepReport) -> Picture?
  ) throws(RunProblem) -> Picture {
    guard let picture = picture(SweepReport(try needSweep())) else {
      throw .noValue("the sweep", span, help: "no run of it stayed finite")
    }
    return picture
  }

  /// The cost of all examples before the first epoch and after each, over all training.
  private func lossCurves(
    of networks: Plotting.NetworkList, isLogarithmic: Bool, at span: SourceSpan
  ) throws(RunProblem) -> Picture {
    var curves: [(name: String, costs: [Double])] = []
    _ = try needBench()
    try refuse(.parameters)
    if networks.names.isEmpty {
      curves = [("loss", try needBench().costs)]
    } else {
      for name in networks.names { curves.append((name.name, try using(name).needBench().costs)) }
    }
    guard curves.allSatisfy({ !$0.costs.isEmpty }) else { throw .nothingTrained(span) }
    let epochs = curves.map { "\($0.costs.count - 1) epoch\($0.costs.count == 2 ? "" : "s")" }
    var description = ""
    for (curve, epochs) in zip(curves, epochs) {
      let (first, last) = (curve.costs[0], curve.costs[curve.costs.count - 1])
      let subject = networks.names.isEmpty ? "the loss" : "the loss of \(curve.name)"
      description +=
        (description.isEmpty ? "" : " ")
        + "A curve of \(subject) over \(epochs) of training\(isLogarithmic ? ", on a log scale" : ""): "
        + "from \(inWords(first)) before the first to \(inWords(last)) after the last."
      if let least = curve.costs.min(), let greatest = curve.costs.max(), least < last || greatest > first {
        description += " In between it is at least \(inWords(least)) and at most \(inWords(greatest))."
      }
    }
    if isLogarithmic, curves.contains(where: { $0.costs.contains { $0 <= 0 } }) {
      description += " What is not greater than 0 has no place on this scale and is left out."
    }
    let subject = curves.count > 1 ? "loss of \(curves.map(\.name).joined(separator: ", "))" : "loss over \(epochs[0])"
    return Picture(
      title: "\(subject)\(isLogarithmic ? ", on a log scale" : "")", description: description,
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("epoch", counts: true),
          vertical: LineChart.Axis("loss", scale: isLogarithmic ? .logarithmic : .linear),
          series: curves.map { curve in
            LineChart.Series(curve.name, points: curve.costs.enumerated().map { LineChart.Point(Double($0), $1) })
          })))
  }
}
