import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  /// How many places are tried in each direction.
  private static let places = 49

  /// The class that the network gives each place of the plane of its two inputs, with the data.
  func decisionRegions(_ range: Plotting.PlotRange?, at span: SourceSpan) throws(RunProblem) -> Picture {
    let bench = try needBench()
    guard bench.network.inputs == 2 else { throw .notTwoInputs(count: bench.network.inputs, span) }
    let run = try needRun(needsLoss: false)
    let set = try needData().set
    guard let classes = TargetClasses(set) else {
      throw .noClasses(target: set.targetNames[0], values: TargetClasses.values(set).count, span)
    }
    let examples = (0..<set.examples).map { set.inputs.row($0) }
    let (x, y) = (bounds(examples.map { $0[0] }, range), bounds(examples.map { $0[1] }, range))
    let outputs = try outputs(of: bench, over: x, y)
    let margins = outputs.map(classes.margins)
    let regions = ScatterPlot.Regions(
      left: x.lowerBound, right: x.upperBound, bottom: y.lowerBound, top: y.upperBound, columns: Self.places,
      rows: Self.places, margins: classes.names.indices.map { kind in margins.map { $0[kind] } })
    let predictions = run[run.model.layers[run.model.layers.count - 1].activation]
    var right = 0
    let points = examples.enumerated().map { index, example in
      let isRight = classes.kind(of: predictions.row(index)) == classes.kinds[index]
      right += isRight ? 1 : 0
      return ScatterPlot.Point(example[0], example[1], kind: classes.kinds[index], isMisplaced: !isRight)
    }
    let shares = classes.names.enumerated().map { kind, name in
      // A place on a border is shared.
      let places = margins.reduce(0) { $0 + ($1[kind] > 0 ? 1 : $1[kind] == 0 ? 0.5 : 0) }
      let share = places / Double(margins.count)
      return "\(name) has \(Int((share * 100).rounded())) %"
    }
    return Picture(
      title: "decision regions of \(bench.network.name)",
      description: "The plane of \(set.inputNames[0]), from \(inWords(x.lowerBound)) to \(inWords(x.upperBound)), and "
        + "\(set.inputNames[1]), from \(inWords(y.lowerBound)) to \(inWords(y.upperBound)), divided by the class that the "
        + "network gives each place: \(shares.joined(separator: ", ")). "
        + "\(right) of \(set.examples) examples lie in the region of their class.",
      content: .scatter(
        ScatterPlot(
          horizontal: set.inputNames[0], vertical: set.inputNames[1], classes: classes.names, points: points,
          regions: regions)))
  }

  /// The data with some room around them.
  private func bounds(_ numbers: [Double], _ range: Plotting.PlotRange?) -> ClosedRange<Double> {
    if let range { return range.lower...range.upper }
    let (least, greatest) = (numbers.min() ?? 0, numbers.max() ?? 0)
    let room = greatest > least ? (greatest - least) * 0.2 : 1
    return (least - room)...(greatest + room)
  }

  /// What the network says at each place of the grid, row by row from the bottom.
  private func outputs(
    of bench: Bench, over x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) throws(RunProblem) -> [[Double]] {
    let (count, steps) = (Self.places * Self.places, Double(Self.places - 1))
    try check(
      work: Double(bench.network.multiplyAddsPerEpoch(examples: count)) / 3, epochs: 0, at: bench.span)
    var inputs: [Double] = []
    for row in 0..<Self.places {
      for column in 0..<Self.places {
        inputs.append(x.lowerBound + (x.upperBound - x.lowerBound) * Double(column) / steps)
        inputs.append(y.lowerBound + (y.upperBound - y.lowerBound) * Double(row) / steps)
      }
    }
    do throws(ShapeError) {
      let model = try Model(bench.network, Objective(.squaredError), examples: count)
      let set = try DataSet(
        inputNames: ["", ""], targetNames: Array(repeating: "", count: bench.network.outputs),
        inputs: Tensor([count, 2], inputs), targets: .zeros([count, bench.network.outputs]))
      let run = try model.run(bench.parameters, set)
      let values = run[model.layers[model.layers.count - 1].activation]
      return (0..<count).map(values.row)
    } catch {
      throw .mismatch(error, bench.span)
    }
  }
}
