import Catalog
import FoundationEssentials
import Networks
import Tensors
import Testing

@Suite struct InitializerTests {
  private let network = Network(
    "wide", inputs: 60, layers: [Layer("hidden", units: 100, .tanh), Layer("output", units: 5, .linear)])

  @Test func `draws the numbers of the published generator`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Fixtures/engine/random.txt"), encoding: .utf8)
    for line in text.split(separator: "\n") {
      let numbers = line.split(separator: " ").compactMap { UInt64($0) }
      var random = RandomNumbers(seed: try #require(numbers.first))
      #expect(numbers.dropFirst().map { _ in random.next() } == Array(numbers.dropFirst()))
    }
  }

  private static let variances: [(String, Double)] = [
    ("xavier", 6.0 / 160 / 3), ("xavier normal", 2.0 / 160), ("he", 2.0 / 60), ("he uniform", 6.0 / 60 / 3),
    ("uniform", 1.0 / 3), ("normal", 1), ("zeros", 0),
  ]

  @Test(arguments: variances)
  func `has the variance of its definition`(name: String, variance: Double) throws {
    let initializer = try #require(Initializer.named(name))
    let parameters = initializer.parameters(of: network, seed: 11)
    let weights = parameters.weights[0].values
    let mean = weights.reduce(0, +) / Double(weights.count)
    let measured = weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(weights.count)
    let deviationOfMean = (variance / Double(weights.count)).squareRoot()
    #expect((measured - variance).magnitude <= 0.05 * variance)
    #expect(mean.magnitude <= 4 * deviationOfMean)
    #expect(parameters.biases == [.zeros([100]), .zeros([5])])
  }

  @Test(arguments: [("xavier", 6.0 / 160), ("he uniform", 6.0 / 60), ("uniform", 1)])
  func `keeps uniform weights within their bound`(name: String, square: Double) throws {
    let weights = try #require(Initializer.named(name)).parameters(of: network, seed: 3).weights[0].values
    let largest = try #require(weights.map { $0 * $0 }.max())
    #expect(largest <= square && largest > 0.99 * square)
  }

  @Test func `takes an argument where it has one`() throws {
    var initializer = Initializer.uniform
    initializer.argument = 0.25
    let weights = initializer.parameters(of: network, seed: 3).weights[0].values
    #expect(weights.allSatisfy { $0.magnitude <= 0.25 })
    #expect(weights == Initializer.uniform.parameters(of: network, seed: 3).weights[0].values.map { $0 / 4 })
  }

  @Test(arguments: Initializer.all.map(\.name).filter { $0 != "zeros" })
  func `depends on the seed alone`(name: String) throws {
    let initializer = try #require(Initializer.named(name))
    #expect(initializer.parameters(of: network, seed: 5) == initializer.parameters(of: network, seed: 5))
    #expect(initializer.parameters(of: network, seed: 5) != initializer.parameters(of: network, seed: 6))
  }
}

@Suite struct TableTests {
  @Test func `gives no word two meanings`() {
    let tables = [Activation.all.map(\.entry), Loss.all.map(\.entry), Initializer.all.map(\.entry)]
    for spellings in tables.map({ $0.flatMap(\.spellings) }) {
      #expect(Set(spellings).count == spellings.count)
    }
  }

  @Test(arguments: [("logistic", "sigmoid"), ("silu", "swish"), ("identity", "linear"), ("none", "linear")])
  func `finds activations by their other names`(alias: String, name: String) {
    #expect(Activation.named(alias)?.name == name)
    #expect(Activation.named("sigmoit") == nil)
  }

  @Test func `has only the conventions that a loss lists`() {
    #expect(Loss.squaredError.over(.halfSum)?.overOutputs == .halfSum)
    #expect(Loss.categoricalCrossEntropy.over(.mean) == nil)
  }

  @Test func `runs an activation that a test adds`() throws {
    // The bent identity, (√(z² + 1) - 1) / 2 + z, whose slope at 0 is 1.
    let bent = Activation("bent identity", summary: "A test's own.") { graph, z throws(ShapeError) in
      let root = try graph.apply(
        .elementwise(.squareRoot), to: graph.apply(.offset(1), to: graph.apply(.elementwise(.square), to: z)))
      return try graph.apply(.add, to: graph.apply(.scale(0.5), to: graph.apply(.offset(-1), to: root)), z)
    }
    let network = Network("bent", inputs: 1, layers: [Layer("output", units: 1, bent)])
    let data = try DataSet(
      inputNames: ["x"], targetNames: ["y"], inputs: Tensor([1, 1], [1]), targets: Tensor([1, 1], [0]))
    var parameters = Parameters(zerosFor: network)
    try parameters.setWeights(Tensor([1, 1], [0]), ofLayer: 1, in: network)
    let model = try Model(network, Objective(.squaredError), examples: 1)
    let output = model.layers[0]
    let run = try model.run(parameters, data)
    let slopes = run.gradients(of: output.activation, component: [0, 0])
    #expect(slopes[output.weightedInput].values == [1])
  }
}
