package import Tensors

/// A model carried out on parameters and data: the value of every quantity, and any derivative.
package struct Run: Sendable {
  package let model: Model
  private let evaluation: Evaluation<Double>

  fileprivate init(model: Model, evaluation: Evaluation<Double>) {
    self.model = model
    self.evaluation = evaluation
  }

  package subscript(node: NodeID) -> Tensor { evaluation[node] }

  package var cost: Double { self[model.cost].scalar }

  /// The same with another value for one node, while those computed from it stay as they are: only derivatives see it.
  func replacing(_ node: NodeID, with value: Tensor) -> Run {
    Run(model: model, evaluation: evaluation.replacing(node, with: value))
  }

  /// The derivatives of a node of shape `[]`, as the cost, by every node.
  package func gradients(of node: NodeID, by targets: [NodeID]? = nil) -> Gradients<Double> {
    evaluation.gradients(of: node, by: targets)
  }

  /// The derivatives of one element of a node by every node. Indices count from 0.
  package func gradients(of node: NodeID, component: [Int], by targets: [NodeID]? = nil) -> Gradients<Double> {
    evaluation.gradients(of: node, component: component, by: targets)
  }

  /// The error δ of a layer from 1 on: the derivative of each example's loss by the weighted inputs, without the mean
  /// over the examples and without regularization. Shape `[examples, units]`.
  package func errors(ofLayer number: Int) -> Tensor {
    let node = model.layers[number - 1].weightedInput
    return gradients(of: model.summedLoss, by: [node])[node]
  }

  /// The first quantity, in the order of computation, that has an infinite or undefined element.
  var firstNonFinite: NodeMeaning? {
    model.graph.ids.first { !self[$0].isFinite }.map(model.quantity(of:))
  }
}

extension Model {
  /// - Throws: what does not fit the network, or that the data have not as many examples as the model.
  package func run(_ parameters: Parameters, _ data: DataSet) throws(ShapeError) -> Run {
    try parameters.check(against: network)
    try data.check(against: network)
    var leaves = [(inputs, data.inputs), (targets, data.targets)]
    for (place, node) in self.parameters {
      if let value = parameters[place] { leaves.append((node, value)) }
    }
    return Run(model: self, evaluation: try Evaluation(graph, leaves: leaves))
  }
}
