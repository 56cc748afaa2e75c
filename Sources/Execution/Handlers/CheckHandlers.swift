import Diagnostics
import Directives
import Documents
import Networks
import Results
import Tensors

extension Session {
  /// Compares the derivatives of the cost by every parameter with central differences: a table, and how it came out.
  func run(
    _ checking: GradientChecking, statement: String
  ) throws(RunProblem) -> (table: NamedArray, outcome: ExpectationResult) {
    let bench = try needBench()
    try refuse(.parameters)
    let data = try needData()
    let model = try model(of: bench, data: data, loss: try needLoss().definition)
    let perEvaluation = Double(bench.network.multiplyAddsPerEpoch(examples: model.examples)) / 3
    let work = 2 * Double(bench.network.parameterCount) * perEvaluation
    guard work <= settings.workLimit else {
      throw .tooMuchWork(amount: work, limit: settings.workLimit, checking.span)
    }
    let check: GradientCheck
    do throws(ShapeError) {
      check = try GradientCheck(of: model, at: bench.parameters, on: data.set)
    } catch {
      throw .mismatch(error, bench.span)
    }
    let names = check.findings.map { name($0.place, in: bench.network) }
    let table = NamedArray(
      title: "gradients where reverse mode and central differences differ most", rowHeading: "parameter", rows: names,
      columns: ["reverse mode", "central difference", "relative difference"],
      values: check.findings.map { [$0.derivative, $0.difference, $0.relativeError] })
    let apart = zip(names, check.findings).filter { !($0.1.relativeError <= checking.within) }.map(\.0)
    let found =
      apart.isEmpty
      ? "reverse mode and central differences agree for all \(bench.network.parameterCount) parameters"
      : "they differ for the \(apart.joined(separator: ", the "))"
    return (
      table,
      ExpectationResult(
        statement: statement, line: document.source.line(at: checking.span.lower), passed: apart.isEmpty, found: found)
    )
  }

  private func name(_ place: ParameterPlace, in network: Network) -> String {
    switch place {
    case .weights(let layer): "weights of \(network.name(ofLayer: layer))"
    case .biases(let layer): "biases of \(network.name(ofLayer: layer))"
    }
  }
}
