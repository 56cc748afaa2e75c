import Catalog
import Diagnostics
import Directives
import Results

extension Session {
  func needSweep() throws(RunProblem) -> SweepRecord {
    try refuse(.sweep)
    guard let sweep else { throw .missing(.sweep) }
    return sweep
  }

  /// A number of the latest sweep, or all its results.
  ///
  /// - Parameter bound: for the number of runs, what a result is to be less than
  func sweepValue(
    of noun: QuantityNoun, below bound: Double?, at span: SourceSpan
  ) throws(RunProblem) -> LabelledArray {
    let sweep = try needSweep()
    let results = sweep.finished.map(\.result)
    func number(_ value: Double?, _ title: String) throws(RunProblem) -> LabelledArray {
      guard let value else {
        throw .noValue("`\(noun.entry.name)`", span, help: "no run of the sweep stayed finite")
      }
      return LabelledArray(title: title, axes: [], values: [value])
    }
    switch noun.meaning {
    case .smallestOfSweep: return try number(sweep.least?.result, "smallest \(sweep.measure) of the sweep")
    case .largestOfSweep: return try number(sweep.greatest?.result, "largest \(sweep.measure) of the sweep")
    case .medianOfSweep: return try number(median(of: results), "median \(sweep.measure) of the sweep")
    case .bestOfSweep:
      guard let best = sweep.least else { return try number(nil, "") }
      let value = sweep.values[best.value]
      guard value.number != nil else {
        throw .noValue("`\(noun.entry.name)`", span, help: "it is a name, `\(value.name)`")
      }
      return try number(value.number, "best \(sweep.subject)")
    case .runsOfSweep:
      guard let bound else {
        return try number(Double(sweep.runs.reduce(0) { $0 + $1.count }), "number of runs")
      }
      return try number(
        Double(results.count { $0 < bound }), "number of runs below \(NumberStyle().text(for: bound).plain)")
    default:
      let values = sweep.runs.flatMap { $0.map { $0.result ?? .nan } }
      let axis = LabelledArray.Axis(heading: sweep.subject, names: sweep.values.map(\.name))
      let seeds = LabelledArray.Axis(heading: "seed", names: sweep.seeds.map(String.init))
      return LabelledArray(
        title: "\(sweep.measure) of each run", axes: sweep.seeds.isEmpty ? [axis] : [axis, seeds], values: values)
    }
  }
}
