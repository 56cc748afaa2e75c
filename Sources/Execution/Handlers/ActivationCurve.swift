import Diagnostics
import Networks
import Results
import Tensors

/// An activation function and its derivative, evaluated on the graph that training uses.
struct ActivationCurve {
  private let name: String
  private let inputs: [Double]
  private let values: [Double]
  private let slopes: [Double]

  /// - Throws: that the function has no curve, since a unit's activation depends on the whole layer.
  init(_ activation: Activation, at span: SourceSpan) throws(RunProblem) {
    name = activation.name
    // From -5 to 5 with a point at 0, where many functions have a corner.
    inputs = (-200...200).map { Double($0) / 40 }
    let cross: Double
    do throws(ShapeError) {
      var pair = Graph()
      let two = pair.input("z", [1, 2])
      let result = try activation.apply(&pair, two)
      let run = try Evaluation(pair, leaves: [(two, Tensor([1, 2], [0.3, -0.7]))])
      cross = run.gradients(of: result, component: [0, 0])[two][0, 1]

      var graph = Graph()
      let z = graph.input("z", [inputs.count, 1])
      let a = try activation.apply(&graph, z)
      let curve = try Evaluation(graph, leaves: [(z, Tensor([inputs.count, 1], inputs))])
      values = curve[a].values
      slopes = curve.gradients(of: a, seed: Tensor([inputs.count, 1], repeating: 1))[z].values
    } catch {
      throw .mismatch(error, span)
    }
    guard cross == 0 else { throw .noCurve(activation.name, span) }
  }

  var picture: Picture {
    func series(_ name: String, _ heights: [Double]) -> LineChart.Series {
      LineChart.Series(name, points: zip(inputs, heights).map { LineChart.Point($0, $1) })
    }
    func shown(_ value: Double?) -> String { NumberStyle.significant(3).text(for: value ?? .nan).plain }
    return Picture(
      title: "\(name) and its derivative",
      description:
        "The activation function \(name) for weighted inputs from −5 to 5: it is \(shown(values.first)) at the "
        + "left end, \(shown(values[inputs.count / 2])) at 0 and \(shown(values.last)) at the right end. "
        + "Its derivative lies between \(shown(slopes.min())) and \(shown(slopes.max())).",
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("weighted input z"), vertical: LineChart.Axis("activation"),
          series: [series(name, values), series("derivative", slopes)])))
  }
}
