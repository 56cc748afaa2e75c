import Kernels
import Networks
import Tensors
import Testing

/// A network with an objective, parameters and data, all drawn from a seed.
struct RandomTraining: Sendable, CustomTestStringConvertible {
  let model: Model
  let parameters: Parameters
  let data: DataSet

  /// - Parameters:
  ///   - activation: that of the first hidden layer
  ///   - others: those that other layers may have
  init(
    seed: UInt64, examples: Int, activation: Activation, loss: Loss, others: [Activation] = Activation.all
  ) throws {
    var random = RandomNumbers(seed: seed)
    func upTo(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let biases: [Layer.Bias] = [.each, .shared, .none]
    let probabilities: [Activation] = [.sigmoid, .softmax]
    let needsProbabilities = loss.name.hasSuffix("cross-entropy")
    var layers = [Layer("first", units: 1 + upTo(9), activation, bias: biases[upTo(3)])]
    if upTo(2) == 0 {
      layers.append(
        Layer("second", units: 1 + upTo(12), others[upTo(others.count)], bias: biases[upTo(3)]))
    }
    let last = needsProbabilities ? probabilities[upTo(2)] : others[upTo(others.count)]
    // The softmax of one unit is 1, and costs infinity where the target is 0.
    layers.append(Layer("output", units: (needsProbabilities ? 2 : 1) + upTo(10), last, bias: biases[upTo(3)]))
    let network = Network("random", inputs: 1 + upTo(10), layers: layers)
    let penalty = upTo(2) == 0 ? nil : Regularization(factor: 0.1, includesBiases: upTo(2) == 0)
    model = try Model(
      network, Objective(loss, reduction: upTo(2) == 0 ? .mean : .sum, regularization: penalty), examples: examples)
    var parameters = Initializer.xavier.parameters(of: network, seed: seed)
    for number in 1...network.layers.count {
      if let biases = parameters.biases[number - 1] {
        try parameters.setBiases(biases.map { _ in random.uniform(0.5) }, ofLayer: number, in: network)
      }
      if upTo(5) == 0 { parameters.frozen.freeze(.weights(ofLayer: number)) }
      if upTo(5) == 0 { parameters.frozen.freeze(.biases(ofLayer: number)) }
    }
    self.parameters = parameters
    data = try DataSet(
      inputNames: (0..<network.inputs).map { "x\($0)" }, targetNames: (0..<network.outputs).map { "y\($0)" },
      inputs: Tensor.zeros([examples, network.inputs]).map { _ in random.uniform(2) },
      targets: Tensor.zeros([examples, network.outputs]).map { _ in Double(random.next() % 3) / 2 })
  }

  /// Every activation and every convention of every loss, with numbers of examples that fill lanes and that do not.
  static func all() throws -> [RandomTraining] {
    var seed: UInt64 = 0
    return try Activation.all.flatMap { activation in
      try Loss.all.flatMap { loss in
        try loss.conventions.compactMap { loss.over($0) }.flatMap { loss in
          try [1, 3, 4, 7, 8, 21].map { examples in
            seed += 1
            return try RandomTraining(seed: seed, examples: examples, activation: activation, loss: loss)
          }
        }
      }
    }
  }

  var testDescription: String {
    let layers = model.network.layers.map { "\($0.units) \($0.activation.name) \($0.bias)" }
    return "\(model.examples) examples, \(layers.joined(separator: " → ")), \(model.objective.loss.name)"
  }

  func plan(batch: Int? = nil, in set: InstructionSet = .best) throws -> Plan {
    try #require(try Plan(of: model, from: parameters, on: data, batch: batch, in: set))
  }

  /// The bits of every cost and of every parameter after some steps.
  func trained(in set: InstructionSet) throws -> [UInt64] {
    let plan = try plan(in: set)
    var costs = [Double](repeating: 0, count: 5)
    _ = costs.withUnsafeMutableBufferPointer { plan.descend(rate: 0.01, costs: $0) }
    costs.append(plan.evaluate())
    return (costs + (0..<parameters.count(in: model)).flatMap { Array(plan.parameter($0)) }).map(\.bitPattern)
  }
}

extension Parameters {
  fileprivate func count(in model: Model) -> Int { weights.count + biases.count { $0 != nil } }
}

@Suite struct PlanTests {
  /// Not to the bit: a plan fuses products with sums and adds examples up in lanes, which is faster and rounds less.
  @Test func `agrees with the interpreter on every activation, loss and convention`() throws {
    for random in try RandomTraining.all() {
      let (plan, reference) = (
        try random.plan(batch: min(5, random.model.examples)),
        try InterpretedGradients(of: random.model, from: random.parameters, on: random.data)
      )
      #expect(plan.trained == reference.trained)
      for examples in [Array(0..<random.model.examples), Array((0..<random.model.examples).reversed().prefix(5))] {
        plan.choose(examples: examples[...])
        reference.choose(examples: examples[...])
        let (cost, expected) = (plan.differentiate(), reference.differentiate())
        expectAgreement(Tensor(cost), with: Tensor(expected), "cost, \(random.testDescription)")
        #expect(plan.evaluate() == cost)
        // All derivatives at once, for one may cancel to nothing: that by a bias shared before a softmax.
        let (found, wanted) = (plan.trained.flatMap(plan.gradient), reference.trained.flatMap(reference.gradient))
        expectAgreement(Tensor(found), with: Tensor(wanted), "gradients, \(random.testDescription)")
      }
    }
  }

  @Test func `calculates what one parameter changes to the same bits as everything`() throws {
    for random in try RandomTraining.all().filter({ $0.model.examples <= 8 }) {
      let (plan, other) = (try random.plan(), try random.plan())
      _ = plan.evaluate()
      for number in 0..<random.parameters.count(in: random.model) {
        for index in 0..<plan.count(number) {
          let value = plan.parameter(number)[index]
          (plan.parameter(number)[index], other.parameter(number)[index]) = (value + 0.5, value + 0.5)
          #expect(plan.evaluate(changed: number, at: index) == other.evaluate(), "\(random.testDescription)")
          (plan.parameter(number)[index], other.parameter(number)[index]) = (value, value)
        }
      }
    }
  }

  @Test(arguments: [1, 2, 7, 10, 64, 100])
  func `finds the cost of all examples part by part, and the same`(batch: Int) throws {
    for (loss, activation) in [(Loss.squaredError, Activation.sigmoid), (.categoricalCrossEntropy, .gelu)] {
      let random = try RandomTraining(seed: 3, examples: 201, activation: activation, loss: loss)
      #expect(try random.plan(batch: batch).evaluate() == random.plan().evaluate())
    }
  }

  @Test func `trains to the same bits on every instruction set`() throws {
    for random in try RandomTraining.all() {
      let expected = try random.trained(in: .best)
      for set in InstructionSet.available.dropFirst() {
        #expect(try random.trained(in: set) == expected, "\(set), \(random.testDescription)")
      }
    }
  }

  @Test func `takes an activation of one's own, and leaves to the interpreter what has no kernel`() throws {
    let own = Activation("own", summary: "tanh (z/3) + z, with a constant") { graph, z throws(ShapeError) in
      let third = graph.constant(Tensor(1 / 3))
      return try graph.apply(.add, to: graph.apply(.elementwise(.tanh), to: graph.apply(.multiply, to: z, third)), z)
    }
    let sine = Activation("sine", summary: "sin z") { graph, z throws(ShapeError) in
      try graph.apply(.elementwise(.sin), to: z)
    }
    for (activation, hasPlan) in [(own, true), (sine, false)] {
      let random = try RandomTraining(
        seed: 1, examples: 5, activation: activation, loss: .squaredError, others: [.tanh])
      let reference = try InterpretedGradients(of: random.model, from: random.parameters, on: random.data)
      let plan = try Plan(of: random.model, from: random.parameters, on: random.data)
      #expect((plan != nil) == hasPlan)
      if let plan {
        expectAgreement(Tensor(plan.differentiate()), with: Tensor(reference.differentiate()), "cost")
        let (found, wanted) = (plan.trained.flatMap(plan.gradient), reference.trained.flatMap(reference.gradient))
        expectAgreement(Tensor(found), with: Tensor(wanted), "gradients")
      }
      var optimizer = GradientDescent()
      let record = try Training(of: random.model, epochs: 3, rate: 0.01)
        .run(with: &optimizer, from: random.parameters, on: random.data)
      #expect(record.costs.count == 4 && record.nonFinite == nil)
    }
  }
}
