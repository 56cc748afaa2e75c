import Networks
import Tensors
import Testing

@Suite struct GradientCheckTests {
  private static let smooth = Activation.all.filter { !["relu", "leaky relu"].contains($0.name) }

  @Test(arguments: smooth, [1, 5, 20])
  func `finds both ways to the derivatives in agreement`(activation: Activation, examples: Int) throws {
    let training = try RandomTraining(
      seed: UInt64(examples), examples: examples, activation: activation, loss: .squaredError, others: Self.smooth)
    let check = try GradientCheck(of: training.model, at: training.parameters, on: training.data)
    #expect(check.findings.count == training.parameters.weights.count + training.parameters.biases.count { $0 != nil })
    #expect(check.isWithin(1e-5), "\(check.findings), \(training.testDescription)")
  }

  @Test func `finds a derivative wrong where there is a kink`() throws {
    // At 0, reverse mode takes the derivative of relu as 0; the central difference is ½.
    let network = Network("kink", inputs: 1, layers: [Layer("output", units: 1, .relu, bias: .none)])
    let data = try DataSet(
      inputNames: ["x"], targetNames: ["y"], inputs: Tensor([1, 1], [1]), targets: Tensor([1, 1], [1]))
    let check = try GradientCheck(
      of: Model(network, Objective(.squaredError), examples: 1), at: Parameters(zerosFor: network), on: data)
    #expect(check.findings.map(\.place) == [.weights(ofLayer: 1)])
    #expect(check.findings[0].derivative == 0)
    #expect((check.findings[0].difference + 1).magnitude < 1e-4)
    #expect(!check.isWithin(0.5))
  }

  @Test func `leaves nothing behind of an element when it goes on to the next`() throws {
    let training = try RandomTraining(seed: 3, examples: 4, activation: .tanh, loss: .squaredError)
    let plan = try training.plan()
    let cost = plan.evaluate()
    for number in plan.trained {
      for index in plan.parameter(number).indices {
        let value = plan.parameter(number)[index]
        plan.parameter(number)[index] += 0.25
        let changed = plan.evaluate(changed: number, at: index)
        #expect(plan.evaluate() == changed)
        plan.parameter(number)[index] = value
        #expect(plan.evaluate(changed: number, at: index) == cost)
      }
    }
  }
}
