package import Tensors

/// Examples to learn from: a row each of inputs and of targets.
package struct DataSet: Sendable, Hashable {
  package let inputNames: [String]
  package let targetNames: [String]
  /// Shape `[examples, inputs]`.
  package let inputs: Tensor
  /// Shape `[examples, outputs]`.
  package let targets: Tensor

  /// - Throws: which of `inputs` and `targets` is not a matrix with a column per name, or that their rows differ.
  package init(inputNames: [String], targetNames: [String], inputs: Tensor, targets: Tensor) throws(ShapeError) {
    let examples = inputs.shape.rank > 0 ? inputs.shape[0] : 0
    for (subject, tensor, names) in [("inputs", inputs, inputNames), ("targets", targets, targetNames)] {
      let expected: Shape = [examples, names.count]
      guard tensor.shape == expected else { throw ShapeError(subject, expected: expected, found: tensor.shape) }
    }
    self.inputNames = inputNames
    self.targetNames = targetNames
    self.inputs = inputs
    self.targets = targets
  }

  package var examples: Int { inputs.shape[0] }

  /// The first `count` examples.
  ///
  /// - Precondition: there are as many.
  package func prefix(_ count: Int) throws(ShapeError) -> DataSet {
    func rows(_ tensor: Tensor) -> Tensor {
      Tensor([count, tensor.shape[1]], Array(tensor.values.prefix(count * tensor.shape[1])))
    }
    return try DataSet(
      inputNames: inputNames, targetNames: targetNames, inputs: rows(inputs), targets: rows(targets))
  }

  /// - Throws: `inputs` or `targets`, when its columns are not as many as the network's inputs or outputs.
  package func check(against network: Network) throws(ShapeError) {
    guard inputs.shape[1] == network.inputs else {
      throw ShapeError(
        "inputs", layer: network.name(ofLayer: 0), expected: [examples, network.inputs], found: inputs.shape)
    }
    guard targets.shape[1] == network.outputs else {
      throw ShapeError(
        "targets", layer: network.name(ofLayer: network.layers.count), expected: [examples, network.outputs],
        found: targets.shape)
    }
  }
}
