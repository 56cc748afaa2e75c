import Diagnostics
import Networks
import Results
import Tensors

extension Session {
  /// One activation function with its derivative in one picture; several in one, and their derivatives in another.
  func activationCurves(
    of activations: [Activation], withDerivatives: Bool, at span: SourceSpan
  ) throws(RunProblem) -> [Picture] {
    let curves = try activations.map { activation throws(RunProblem) in try ActivationCurve(activation, at: span) }
    if withDerivatives, curves.count == 1 { return [curves[0].picture] }
    return [ActivationCurve.picture(of: curves, areDerivatives: false)]
      + (withDerivatives ? [ActivationCurve.picture(of: curves, areDerivatives: true)] : [])
  }
}

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

  private func series(_ name: String, _ heights: [Double]) -> LineChart.Series {
    LineChart.Series(name, points: zip(inputs, heights).map { LineChart.Point($0, $1) })
  }

  private static func shown(_ value: Double?) -> String { NumberStyle.significant(3).text(for: value ?? .nan).plain }

  /// The places along a curve that a description names.
  private func places(_ heights: [Double]) -> String {
    "\(Self.shown(heights.first)) at the left end, \(Self.shown(heights[inputs.count / 2])) at 0 and "
      + "\(Self.shown(heights.last)) at the right end"
  }

  var picture: Picture {
    Picture(
      title: "\(name) and its derivative",
      description:
        "The activation function \(name) for weighted inputs from −5 to 5: it is \(places(values)). "
        + "Its derivative lies between \(Self.shown(slopes.min())) and \(Self.shown(slopes.max())).",
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("weighted input z"), vertical: LineChart.Axis("activation"),
          series: [series(name, values), series("derivative", slopes)])))
  }

  static func picture(of curves: [ActivationCurve], areDerivatives: Bool) -> Picture {
    let names = curves.map(\.name)
    let list = names.count > 1 ? names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])" : names[0]
    let words = curves.map { curve in
      areDerivatives
        ? "that of \(curve.name) lies between \(shown(curve.slopes.min())) and \(shown(curve.slopes.max()))"
        : "\(curve.name) is \(curve.places(curve.values))"
    }
    let subject = areDerivatives ? "derivatives of \(list)" : list
    return Picture(
      title: subject,
      description: "The \(areDerivatives ? "derivatives of the activation functions" : "activation functions") \(list) "
        + "for weighted inputs from −5 to 5: \(words.joined(separator: "; ")).",
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("weighted input z"),
          vertical: LineChart.Axis(areDerivatives ? "derivative" : "activation"),
          series: curves.map { $0.series($0.name, areDerivatives ? $0.slopes : $0.values) })))
  }
}
