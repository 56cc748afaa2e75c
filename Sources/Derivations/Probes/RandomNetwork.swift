package import Networks
package import Tensors

/// A small random network of the author's kind, with parameters and data.
package struct RandomNetwork: Sendable {
  package let network: Network
  package let parameters: Parameters
  package let data: DataSet

  /// The same shape gives the same network on every machine.
  ///
  /// Numbers are drawn again, and weights a little smaller, until every kink is met on both sides, at a distance, and
  /// no function is saturated. Where that never happens it is the draw that comes closest. Those of another spread
  /// than the usual are drawn once.
  ///
  /// - Throws: what does not fit in a network whose activations change their shape, which none of the engine's do.
  package init(of author: Network, _ objective: Objective, _ shape: ProbeShape) throws(ShapeError) {
    let sizes = ProbeSizes(of: author, shape)
    network = author.probe(sizes)
    let model = try Model(network, Objective(objective.loss), examples: sizes.examples)
    var draw = ProbeDraw(
      network: network, examples: sizes.examples, spread: shape.spread, random: RandomNumbers(seed: shape.seed))
    guard shape.spread == .usual else {
      (parameters, data) = (try draw.parameters(), try draw.data(for: objective.loss.targets, shape))
      return
    }
    var best: (parameters: Parameters, data: DataSet, faults: Int)?
    for _ in 0..<64 {
      let parameters = try draw.parameters()
      let data = try draw.data(for: objective.loss.targets, shape)
      let faults = try model.run(parameters, data).faults
      if faults < best?.faults ?? .max { best = (parameters, data, faults) }
      if faults == 0 { break }
      draw.reach *= 0.97
    }
    guard let best else { preconditionFailure("no draw") }
    (parameters, data) = (best.parameters, best.data)
  }
}

extension Run {
  /// How much makes the numbers unfit to judge an equation by.
  fileprivate var faults: Int {
    let isUndefined = !self[model.lossOfExamples].isFinite
    return model.graph.ids.reduce(isUndefined ? 100 : 0) { count, node in
      guard let input = model.graph[node].inputs.first else { return count }
      let values = self[input].values
      switch model.graph[node].operation {
      case .elementwise(let function) where function.hasKink:
        let isNear = values.contains { $0.magnitude < 1e-2 }
        return count + [isNear, !values.contains { $0 > 0 }, !values.contains { $0 <= 0 }].count { $0 }
      case .elementwise(.sigmoid), .elementwise(.tanh), .elementwise(.softplus), .elementwise(.erf), .softmax:
        return count + (values.contains { $0.magnitude > 4 } ? 1 : 0)
      default:
        return count
      }
    }
  }
}
