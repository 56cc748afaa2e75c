import Derivations
import Networks
import Tensors
import Testing

@Suite struct ProbeTests {
  private func network(_ activation: Activation, output: Activation = .sigmoid) -> Network {
    Network(
      "author", inputs: 2,
      layers: [
        Layer("hidden", units: 2, activation), Layer("hidden 2", units: 2, activation),
        Layer("output", units: 2, output),
      ])
  }

  @Test(arguments: UInt64(0)..<40, [0, 2])
  func `has sizes that differ from each other and from the number of layers`(seed: UInt64, extra: Int) throws {
    var shape = ProbeShape(seed: seed)
    shape.extraHiddenLayers = extra
    shape.widths = seed % 2 == 0 ? [:] : [1: 4]
    let probe = try Probe(of: network(.tanh), Objective(.squaredError), shape)
    let layers = probe.network.layers
    #expect(layers.count == 3 + extra)
    let sizes = [layers.count, probe.network.inputs, probe.data.examples] + layers.map(\.units)
    #expect(Set(sizes).count == sizes.count)
    #expect(sizes.allSatisfy { $0 >= 2 && $0 <= 12 })
    #expect(probe.data.examples >= 3)
    #expect(Set(layers.map(\.name)).count == layers.count)
    #expect(seed % 2 == 0 || layers[0].units == 4)
    #expect(layers.last?.activation == .sigmoid)
    shape.seed += 1
    let other = try Probe(of: network(.tanh), Objective(.squaredError), shape)
    #expect(other.data.examples != probe.data.examples)
  }

  @Test func `is the same for the same shape, and another for another seed`() throws {
    let (one, again, other) = (
      try Probe(of: network(.relu), Objective(.hinge), ProbeShape(seed: 5)),
      try Probe(of: network(.relu), Objective(.hinge), ProbeShape(seed: 5)),
      try Probe(of: network(.relu), Objective(.hinge), ProbeShape(seed: 6))
    )
    #expect(one.parameters == again.parameters && one.data == again.data)
    #expect(one.parameters != other.parameters)
  }

  @Test(arguments: [Activation.relu, .leakyRelu, .elu], UInt64(0)..<20)
  func `meets both sides of every kink, at a distance`(activation: Activation, seed: UInt64) throws {
    let probe = try Probe(of: network(activation, output: .linear), Objective(.hinge), ProbeShape(seed: seed))
    let model = try Model(probe.network, Objective(.hinge), examples: probe.data.examples)
    let run = try model.run(probe.parameters, probe.data)
    for layer in model.layers.dropLast() {
      let values = run[layer.weightedInput].values
      #expect(values.contains { $0 > 0 } && values.contains { $0 < 0 })
      #expect(values.allSatisfy { $0.magnitude > 1e-3 })
    }
    let losses = try run[#require(model.lossOfUnits)].values
    #expect(losses.contains(0) && losses.contains { $0 > 0 })
  }

  @Test(arguments: Loss.all, [false, true])
  func `has targets that the loss is meant for`(loss: Loss, isBinary: Bool) throws {
    var shape = ProbeShape(seed: 4)
    shape.binaryTargets = isBinary
    let targets = try Probe(of: network(.tanh), Objective(loss), shape).data.targets
    #expect(loss.targets.firstMisfit(in: targets) == nil)
    let areWhole = targets.values.allSatisfy { $0 == $0.rounded() }
    switch loss.targets {
    case .anything: #expect(!areWhole)
    case .signs: #expect(Set(targets.values) == [-1, 1])
    case .probabilities, .distribution:
      #expect(areWhole == isBinary)
      #expect(!isBinary || Set(targets.values) == [0, 1])
    }
  }

  @Test func `keeps all sizes that are fixed`() throws {
    var shape = ProbeShape(seed: 0)
    (shape.widths, shape.examples) = ([0: 2, 1: 2, 2: 2, 3: 1], 1)
    let probe = try Probe(of: network(.tanh), Objective(.binaryCrossEntropy), shape)
    #expect([probe.network.inputs] + probe.network.layers.map(\.units) == [2, 2, 2, 1])
    #expect(probe.data.examples == 1)
    shape.examples = nil
    #expect(try Probe(of: network(.tanh), Objective(.binaryCrossEntropy), shape).data.examples >= 3)
  }
}
