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
