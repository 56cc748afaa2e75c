package import Tensors

/// Full-batch training: every epoch is one step on all examples.
package struct Training: Sendable {
  package let model: Model
  package var optimizer: any Optimizer
  package var epochs: Int

  package init(of model: Model, with optimizer: any Optimizer, epochs: Int) {
    self.model = model
    self.optimizer = optimizer
    self.epochs = epochs
  }

  /// Trains from `parameters` on. Frozen parameters stay as they are; a shared bias takes the sum of its units'
  /// derivatives.
  ///
  /// When a quantity becomes infinite or undefined, training stops: the record has the last parameters with which all
  /// was finite, and says where it happened.
  ///
  /// - Throws: what does not fit the model's network.
  package func run(from parameters: Parameters, on data: DataSet) throws(ShapeError) -> TrainingRecord {
    var optimizer = optimizer
    let trained = model.parameters.filter { !parameters.frozen.contains($0.place) }
    let nodes = trained.map(\.node)
    var record = TrainingRecord(parameters: parameters, costs: [], nonFinite: nil)
    var current = parameters
    var epoch = 1
    while true {
      let run = try model.run(current, data)
      if let quantity = run.firstNonFinite {
        record.nonFinite = NonFinite(epoch: epoch, quantity, .value)
        return record
      }
      record.parameters = current
      record.costs.append(run.cost)
      if epoch > epochs { return record }
      let gradients = run.gradients(of: model.cost, by: nodes)
      for (number, parameter) in trained.enumerated() {
        let gradient = gradients[parameter.node]
        current.update(parameter.place) { optimizer.update(&$0, number: number, gradient: gradient) }
      }
      if !current.isFinite {
        record.nonFinite = model.firstNonFinite(epoch: epoch, run, updated: current)
        return record
      }
      epoch += 1
    }
  }
}

extension Model {
  /// Where updated parameters that are not finite come from: a derivative, the last in the order of computation and so
  /// the first on the way back, or the update itself.
  fileprivate func firstNonFinite(epoch: Int, _ run: Run, updated: Parameters) -> NonFinite? {
    // Only on paths to a parameter: the derivative by a target may well be infinite.
    let gradients = run.gradients(of: cost, by: parameters.map(\.node))
    if let node = graph.ids.last(where: { !gradients[$0].isFinite }) {
      return NonFinite(epoch: epoch, quantity(of: node), .derivative)
    }
    return parameters.first { !(updated[$0.place]?.isFinite ?? true) }.map {
      NonFinite(epoch: epoch, quantity(of: $0.node), .update)
    }
  }
}
