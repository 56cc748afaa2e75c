import Results
import Testing

/// Quantities at every kind of place, against values worked out by hand (see `PaperNetwork`).
///
/// With predictions 2, 10, 16 and targets 1, 0, 4 the losses are ½·1, ½·100, ½·144, and δ of the output 1, 10, 12;
/// δ of the hidden layer is that times (2, 3).
@Suite struct QuantityTests {
  @Test(
    arguments: [
      ("inputs", [[1, 0, 0, 1, 1, 2]]),
      ("input of unit 2 for example 3", [[2]]),
      ("inputs for example 2", [[0, 1]]),
      ("input of unit x1", [[1, 0, 1]]),
      ("targets", [[1, 0, 4]]),
      ("target for example 3", [[4]]),
      ("target of unit y of layer output for example 1", [[1]]),
      ("predictions", [[2, 10, 16]]),
      ("prediction of unit 1 for example 2", [[10]]),
      ("activations of layer 0", [[1, 0, 0, 1, 1, 2]]),
      ("activations", [[2, -1, 2, 3, 1, 10, 6, 1, 16]]),
      ("activations of hidden for example 2", [[3, 1]]),
      ("activation of unit 2 of layer 1", [[-1, 1, 1]]),
      ("weighted inputs of hidden", [[2, -1, 3, 1, 6, 1]]),
      ("weighted inputs without biases of hidden", [[1, -1, 2, 1, 5, 1]]),
      ("weighted inputs without biases of layer output for example 1", [[1]]),
      ("weights", [[1, 2, -1, 1], [2, 3]]),
      ("weights of layer 1 to unit 2", [[-1, 1]]),
      ("weights of hidden from unit 2", [[2, 1]]),
      ("weight of output to unit 1 from unit 2", [[3]]),
      ("biases", [[1, 0], [1]]),
      ("bias of unit 1 of hidden", [[1]]),
      ("errors of output", [[1, 10, 12]]),
      ("errors", [[2, 3, 1, 20, 30, 10, 24, 36, 12]]),
      ("error of unit 2 of hidden for example 3", [[36]]),
      ("losses", [[0.5, 50, 72]]),
      ("loss for example 2", [[50]]),
      ("loss of unit 1 of layer output for example 3", [[72]]),
      ("loss", [[40.833333333333336]]),
      ("cost", [[40.833333333333336]]),
      ("summed loss", [[122.5]]),
      ("cost without regularization", [[40.833333333333336]]),
      ("number of examples", [[3]]),
      ("number of layers", [[2]]),
      ("number of units of hidden", [[2]]),
      ("number of units of layer 0", [[2]]),
      ("number of parameters", [[9]]),
      // Means over the examples of δ times what the weight multiplies; the last column of a table is the bias.
      ("gradients of output", [[(2 + 30 + 72) / 3.0, (-1 + 10 + 12) / 3.0, 23 / 3.0]]),
      ("gradient of weights of hidden", [[26 / 3.0, 68 / 3.0, 39 / 3.0, 102 / 3.0]]),
      ("gradient of the bias of unit 2 of hidden", [[69 / 3.0]]),
      ("gradient of the weight of output to unit 1 from unit 2", [[7]]),
      ("derivative of the loss for example 2 by the activations of hidden", [[20, 30]]),
      ("derivative of the prediction for example 1 by the weights of output", [[2, -1]]),
      ("derivative of the prediction for example 1 by the inputs", [[2 - 3, 4 + 3]]),
      ("derivative of the loss by the weight of output to unit 1 from unit 1", [[(2 + 30 + 72) / 3.0]]),
    ] as [(String, [[Double]])])
  func `has the value that paper gives for three examples`(quantity: String, values: [[Double]]) async {
    await expect(quantity, in: PaperNetwork.statements, values)
  }

  @Test(
    arguments: [
      ("inputs", [[1, 0]]), ("predictions", [[2]]), ("activations", [[2, -1], [2]]), ("errors of hidden", [[2, 3]]),
      ("activations for example 1", [[2, -1], [2]]), ("loss", [[0.5]]), ("losses", [[0.5]]), ("summed loss", [[0.5]]),
      ("derivative of the activations of hidden by the inputs", [[1, 2, -1, 1]]),
      ("derivative of the weighted inputs of hidden by the biases of hidden", [[1, 0, 0, 1]]),
      ("gradients of hidden", [[2, 0, 2, 3, 0, 3]]),
    ] as [(String, [[Double]])])
  func `leaves out the index of a single example`(quantity: String, values: [[Double]]) async {
    await expect(quantity, in: PaperNetwork.single, values)
  }

  @Test func `adds the regularization as the document writes it`() async {
    // The squared weights are 1 + 4 + 1 + 1 + 4 + 9 = 20; with the biases 22.
    let base = PaperNetwork.statements.replacing("half sum", with: "half sum, with regularization ")
    await expect(
      "regularization", in: base.replacing("zation ", with: #"zation $\frac{\lambda}{2n}$, $\lambda = 0.6$"#), [[2]])
    await expect("regularization", in: base.replacing("zation ", with: "zation 0.5"), [[5]])
    await expect("regularization", in: base.replacing("zation ", with: "zation 0.5, including biases"), [[5.5]])
    await expect("loss", in: base.replacing("zation ", with: "zation 0.5"), [[45.833333333333336]])
    await expect(
      "cost without regularization", in: base.replacing("zation ", with: "zation 0.5"), [[40.833333333333336]])
  }

  @Test func `knows the learning rate of the latest training`() async {
    await expect("learning rate", in: PaperNetwork.statements + "train 1 step, learning rate 0.25\n", [[0.25]])
  }

  private func expect(
    _ quantity: String, in statements: String, _ values: [[Double]], at place: SourceLocation = #_sourceLocation
  ) async {
    let result = await run(statements + "print \(quantity)")
    #expect(result.messages.isEmpty, "\(result.messages)", sourceLocation: place)
    #expect(result.numbers.map(\.count) == values.map(\.count), sourceLocation: place)
    for (found, wanted) in zip(result.numbers.joined(), values.joined()) {
      #expect(
        abs(found - wanted) <= 1e-13 * max(1, abs(wanted)), "\(quantity): \(result.numbers)", sourceLocation: place)
    }
  }
}
