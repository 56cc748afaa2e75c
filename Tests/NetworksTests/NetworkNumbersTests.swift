import Networks
import Tensors
import Testing

/// Whole networks, run on other kinds of numbers than training's.
@Suite struct NetworkNumbersTests {
  private struct Prepared {
    let model: Model
    let leaves: [(NodeID, Tensor)]

    init(_ reference: ReferenceNetwork) throws {
      model = try reference.model()
      let (parameters, data) = (try reference.parameters(), try reference.data())
      var leaves = [(model.inputs, data.inputs), (model.targets, data.targets)]
      for (index, layer) in model.layers.enumerated() {
        leaves.append((layer.weights, parameters.weights[index]))
        if let node = layer.biases, let biases = parameters.biases[index] { leaves.append((node, biases)) }
      }
      self.leaves = leaves
    }

    func run<Number: Scalar>(_ number: (Double) -> Number, change: (inout [Grid<Number>]) -> Void = { _ in })
      throws -> Evaluation<Number>
    {
      var values = leaves.map { $0.1.map(number) }
      change(&values)
      return try Evaluation(model.graph, leaves: Array(zip(leaves.map(\.0), values)))
    }
  }

  @Test(arguments: try ReferenceNetwork.all())
  func `has the gradients that complex steps show`(reference: ReferenceNetwork) throws {
    let prepared = try Prepared(reference)
    let gradients = try prepared.run { $0 }.gradients(of: prepared.model.cost)
    for (number, (leaf, value)) in prepared.leaves.enumerated().dropFirst(2) {
      for place in value.values.indices {
        let stepped = try prepared.run({ Complex($0) }) { $0[number].withValues { $0[place].imaginary = 1e-100 } }
        let step = stepped[prepared.model.cost].values[0].imaginary / 1e-100
        let exact = gradients[leaf].values[place]
        #expect((exact - step).magnitude <= 1e-13 * max(1, exact.magnitude), "leaf \(number), \(place)")
      }
    }
  }

  @Test(arguments: try ReferenceNetwork.all())
  func `has a symmetric matrix of second derivatives`(reference: ReferenceNetwork) throws {
    let prepared = try Prepared(reference)
    var places: [(leaf: Int, place: Int)] = []
    for (number, (_, value)) in prepared.leaves.enumerated().dropFirst(2) {
      places += value.values.indices.map { (number, $0) }
    }
    let rows = try places.map { moved in
      let evaluation = try prepared.run({ Dual<Double>($0) }) {
        $0[moved.leaf].withValues { $0[moved.place].slope = 1 }
      }
      let gradients = evaluation.gradients(of: prepared.model.cost)
      return places.map { gradients[prepared.leaves[$0.leaf].0].values[$0.place].slope }
    }
    for row in places.indices {
      for column in 0..<row {
        let (one, other) = (rows[row][column], rows[column][row])
        #expect((one - other).magnitude <= 1e-12 * max(1, one.magnitude), "\(places[row]), \(places[column])")
      }
    }
  }

  @Test(arguments: try ReferenceNetwork.all())
  func `has a cost within the bounds of parameters known to three decimals`(reference: ReferenceNetwork) throws {
    let prepared = try Prepared(reference)
    let bounds = try prepared.run { Interval($0 - 5e-4, $0 + 5e-4) }[prepared.model.cost].values[0]
    var random = RandomNumbers(seed: 2)
    for _ in 0..<20 {
      let cost = try prepared.run { $0 + random.uniform(5e-4) }[prepared.model.cost].scalar
      #expect(bounds.contains(cost))
    }
    #expect(bounds.upper - bounds.lower < 2)
  }
}
