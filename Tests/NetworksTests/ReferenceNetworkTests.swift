import Networks
import Tensors
import Testing

@Suite struct ReferenceNetworkTests {
  @Test(arguments: try ReferenceNetwork.all())
  func `calculates every quantity`(reference: ReferenceNetwork) throws {
    let model = try reference.model()
    let run = try model.run(try reference.parameters(), try reference.data())
    for (index, layer) in model.layers.enumerated() {
      expectAgreement(run[layer.weightedInput], with: try reference.value("z\(index + 1)"), "z\(index + 1)")
      expectAgreement(run[layer.activation], with: try reference.value("a\(index + 1)"), "a\(index + 1)")
    }
    expectAgreement(run[model.lossOfExamples], with: try reference.value("lossOfExamples"), "losses")
    expectAgreement(run[model.summedLoss], with: try reference.value("summedLoss"), "summed loss")
    expectAgreement(run[model.cost], with: try reference.value("cost"), "cost")
  }

  @Test(arguments: try ReferenceNetwork.all())
  func `calculates every derivative`(reference: ReferenceNetwork) throws {
    let model = try reference.model()
    let run = try model.run(try reference.parameters(), try reference.data())
    let gradients = run.gradients(of: model.cost)
    expectAgreement(gradients[model.inputs], with: try reference.value("cost by inputs"), "inputs")
    for (index, layer) in model.layers.enumerated() {
      let number = index + 1
      for (name, node) in [("z", layer.weightedInput), ("a", layer.activation), ("W", layer.weights)] {
        expectAgreement(gradients[node], with: try reference.value("cost by \(name)\(number)"), "\(name)\(number)")
      }
      if let biases = layer.biases {
        expectAgreement(gradients[biases], with: try reference.value("cost by b\(number)"), "b\(number)")
      }
      expectAgreement(
        run.errors(ofLayer: number), with: try reference.value("error\(number)"), "error of layer \(number)")
    }
  }

  @Test(arguments: try ReferenceNetwork.all())
  func `trains to the same parameters`(reference: ReferenceNetwork) throws {
    let training = Training(of: try reference.model(), epochs: reference.steps, rate: reference.rate)
    var optimizer = GradientDescent()
    let record = try training.run(with: &optimizer, from: try reference.parameters(), on: try reference.data())
    #expect(record.nonFinite == nil)
    #expect(record.costs.count == reference.steps + 1)
    for number in 1...reference.network.layers.count {
      expectAgreement(
        record.parameters.weights[number - 1], with: try reference.value("W\(number) after"), "W\(number)")
      if let expected = reference.values["b\(number) after"] {
        expectAgreement(record.parameters.biases[number - 1], with: expected, "b\(number)")
      }
    }
  }

  @Test(arguments: try ReferenceNetwork.all(in: "training.txt"))
  func `trains in batches by every optimizer and schedule as PyTorch`(reference: ReferenceNetwork) throws {
    let (model, parameters, data) = (try reference.model(), try reference.parameters(), try reference.data())
    let gradients = try model.run(parameters, data).gradients(of: model.cost)
    var training = Training(of: model, epochs: reference.steps, rate: reference.rate)
    (training.schedule, training.batch) = (reference.schedule, reference.batch)
    var optimizer = reference.method.optimizer()
    let record = try training.run(with: &optimizer, from: parameters, on: data)
    expectAgreement(Tensor(record.costs), with: try reference.value("costs"), "costs")
    for (index, layer) in model.layers.enumerated() {
      let (weights, biases) = ("W\(index + 1)", "b\(index + 1)")
      expectAgreement(gradients[layer.weights], with: try reference.value("cost by \(weights)"), "cost by \(weights)")
      expectAgreement(record.parameters.weights[index], with: try reference.value("\(weights) after"), weights)
      guard let node = layer.biases else { continue }
      expectAgreement(gradients[node], with: try reference.value("cost by \(biases)"), "cost by \(biases)")
      expectAgreement(record.parameters.biases[index], with: try reference.value("\(biases) after"), biases)
    }
  }

  @Test func `covers every optimizer with every schedule`() throws {
    let references = try ReferenceNetwork.all(in: "training.txt")
    for method in OptimizationMethod.all {
      for schedule in Schedule.all {
        #expect(references.contains { $0.method.name == method.name && $0.schedule.name == schedule.name })
      }
    }
  }

  @Test func `covers every activation and every convention of every loss`() throws {
    let references = try ReferenceNetwork.all()
    let activations = Set(references.flatMap { $0.network.layers.map(\.activation.name) })
    #expect(activations == Set(Activation.all.map(\.name)))
    for loss in Loss.all {
      let covered = references.filter { $0.objective.loss.name == loss.name }.map(\.objective.loss.overOutputs)
      #expect(Set(covered) == Set(loss.conventions), "\(loss.name)")
    }
  }
}
