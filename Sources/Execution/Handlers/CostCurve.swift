import Catalog
import Diagnostics
import Directives
import Documents
import Networks
import Results
import Tensors

extension Session {
  private static let steps = 200
  /// How far to either side of its present value a parameter is changed.
  private static let reach = 5.0

  /// The cost where a single parameter changes, with the tangent at its present value.
  func costCurve(
    along noun: QuantityNoun, _ place: Directives.Place, _ range: Plotting.PlotRange?, at span: SourceSpan
  ) throws(RunProblem) -> Picture {
    let bench = try needBench()
    let run = try needRun(needsLoss: true)
    let data = try needData()
    let found = try selections(noun, place, in: run, at: span)
    guard found.count == 1, let selection = found.first, selection.components.count == 1 else {
      throw .severalNumbers(
        "`\(document.source[span])`", span,
        help: "name one of them: `weight of hidden to unit 1 from unit 2` or `bias of hidden of unit 1`")
    }
    guard
      let layer = run.model.layers.firstIndex(where: { $0.weights == selection.node || $0.biases == selection.node })
    else { throw .noValue("the cost along `\(noun.entry.name)`", span) }
    let component = selection.components[0]
    // Where a layer has a single one, its place is not said.
    let name = selection.title.replacing("weights of", with: "weight of").replacing("biases of", with: "bias of")
    let present = selection.pick(from: run[selection.node])[0]
    let slope = selection.pick(from: run.gradients(of: run.model.cost)[selection.node])[0]
    let (lower, upper) = (range?.lower ?? present - Self.reach, range?.upper ?? present + Self.reach)
    try check(
      work: Double(bench.network.multiplyAddsPerEpoch(examples: run.model.examples)) / 3 * Double(Self.steps),
      epochs: 0, at: span)
    func cost(at value: Double) throws(RunProblem) -> Double {
      var parameters = bench.parameters
      do throws(ShapeError) {
        if component.count == 2 {
          var weights = parameters.weights[layer]
          let place = component[0] * weights.shape[1] + component[1]
          weights.withValues { $0[place] = value }
          try parameters.setWeights(weights, ofLayer: layer + 1, in: bench.network)
        } else if var biases = parameters.biases[layer] {
          biases.withValues { $0[component[0]] = value }
          try parameters.setBiases(biases, ofLayer: layer + 1, in: bench.network)
        }
        return try run.model.run(parameters, data.set).cost
      } catch {
        throw .mismatch(error, bench.span)
      }
    }
    let curve = try (0...Self.steps).map { step throws(RunProblem) in
      let value = lower + (upper - lower) * Double(step) / Double(Self.steps)
      return LineChart.Point(value, try cost(at: value))
    }
    let tangent = [-0.15, 0.15].map { share -> LineChart.Point in
      let distance = share * (upper - lower)
      return LineChart.Point(present + distance, run.cost + slope * distance)
    }
    let least = curve.min { $0.y < $1.y }
    let isInside = (lower...upper).contains(present)
    return Picture(
      title: "cost along the \(name)",
      description: "The cost where only the \(name) changes, from \(inWords(lower)) to \(inWords(upper)). "
        + "At present it is \(inWords(present)), the cost \(inWords(run.cost)) and its slope \(inWords(slope)). "
        + "Of the places shown, the cost is least at \(inWords(least?.x)), where it is \(inWords(least?.y)).",
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis(name), vertical: LineChart.Axis("cost"),
          series: [LineChart.Series("cost", points: curve)]
            + (isInside
              ? [
                LineChart.Series("", points: tangent),
                LineChart.Series(
                  "slope \(inWords(slope))", points: [LineChart.Point(present, run.cost)], marks: .points),
              ] : []))))
  }
}
