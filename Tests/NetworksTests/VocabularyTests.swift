import Catalog
import Networks
import Tensors
import Testing

@Suite struct VocabularyTests {
  @Test func `gives no word two meanings`() {
    for kind in CatalogEntry.Kind.allCases {
      let spellings = Vocabulary.entries.filter { $0.kind == kind }.flatMap(\.spellings)
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
