import Networks
import Tensors
import Testing

/// An activation function of a single unit or, for those that need neighbours, of the first of three.
private struct Unit {
  let graph: Graph
  let weightedInput, activation: NodeID

  init(_ function: Activation, units: Int = 1) throws {
    var graph = Graph()
    weightedInput = graph.input("z", [1, units])
    activation = try function.apply(&graph, weightedInput)
    self.graph = graph
  }

  /// The value at z, and the derivative in reverse mode.
  func run<Number: Scalar>(_ z: Number) throws -> (value: Number, slope: Number) {
    let others = [0.25, -0.5].prefix(graph[weightedInput].shape[1] - 1).map { Number($0) }
    let evaluation = try Evaluation(graph, leaves: [(weightedInput, Grid(graph[weightedInput].shape, [z] + others))])
    let gradients = evaluation.gradients(of: activation, component: [0, 0])
    return (evaluation[activation].values[0], gradients[weightedInput].values[0])
  }
}

@Suite struct ActivationTests {
  /// The bent identity, (√(z² + 1) - 1) / 2 + z, which no notebook can name: all that a new activation needs.
  static let bent = Activation("bent identity", summary: "A test's own.") { graph, z throws(ShapeError) in
    let root = try graph.apply(
      .elementwise(.squareRoot), to: graph.apply(.offset(1), to: graph.apply(.elementwise(.square), to: z)))
    return try graph.apply(.add, to: graph.apply(.scale(0.5), to: graph.apply(.offset(-1), to: root)), z)
  }

  private static let tested = Activation.all + [bent]
  private static let kinked: Set = ["relu", "leaky relu", "elu"]
  private static let points: [Double] = [
    -800, -40, -7.5, -1.3, -0.01, -1e-300, 0, 1e-300, 0.02, 0.7, 2.4, 9, 40, 800,
  ]

  @Test(arguments: tested)
  func `has the derivative that differences show`(function: Activation) throws {
    let unit = try Unit(function, units: function == .softmax ? 3 : 1)
    for z in [-7.5, -1.3, -0.01, 0.02, 0.7, 2.4, 9] {
      func difference(_ step: Double) throws -> Double {
        try (unit.run(z + step).value - unit.run(z - step).value) / (2 * step)
      }
      let estimate = try (4 * difference(5e-4) - difference(1e-3)) / 3
      #expect(try (unit.run(z).slope - estimate).magnitude < 1e-10, "at \(z)")
    }
  }

  @Test(arguments: tested.filter { !kinked.contains($0.name) })
  func `has the derivative that complex steps show, saturated or not`(function: Activation) throws {
    let unit = try Unit(function, units: function == .softmax ? 3 : 1)
    for z in Self.points {
      let exact = try unit.run(z).slope
      let step = try unit.run(Complex(z, 1e-100)).value.imaginary / 1e-100
      #expect((exact - step).magnitude <= 4e-15 * max(1, exact.magnitude), "at \(z)")
    }
  }

  @Test(arguments: tested)
  func `has a second derivative, the same by three ways`(function: Activation) throws {
    let unit = try Unit(function, units: function == .softmax ? 3 : 1)
    for z in Self.points {
      let forward = try unit.run(Dual(Dual(z, slope: 1), slope: Dual(1))).value.slope.slope
      let mixed = try unit.run(Dual(z, slope: 1)).slope.slope
      #expect((forward - mixed).magnitude <= 1e-14, "at \(z)")
      guard !Self.kinked.contains(function.name) || z.magnitude > 1e-3 else { continue }
      let step = try unit.run(Complex(z, 1e-100)).slope.imaginary / 1e-100
      #expect((forward - step).magnitude <= 1e-14, "at \(z)")
    }
  }

  private static let closedForms: [(Activation, @Sendable (Double) -> Double)] = [
    (
      .sigmoid,
      {
        let s = Double.sigmoid($0); return s * (1 - s) * (1 - 2 * s)
      }
    ),
    (
      .tanh,
      {
        let t = Double.tanh($0); return -2 * t * (1 - t * t)
      }
    ),
    (
      .softplus,
      {
        let s = Double.sigmoid($0); return s * (1 - s)
      }
    ),
    (.elu, { $0 > 0 ? 0 : Double.exp($0) }),
    (.relu, { _ in 0 }), (.leakyRelu, { _ in 0 }), (.linear, { _ in 0 }),
    (.gelu, { (2 - $0 * $0) * Double.exp(-$0 * $0 / 2) * 0.3989422804014327 }),
    (
      .swish,
      {
        let s = Double.sigmoid($0); return s * (1 - s) * (2 + $0 * (1 - 2 * s))
      }
    ),
    (
      bent,
      {
        let root = ($0 * $0 + 1).squareRoot(); return 0.5 / (root * root * root)
      }
    ),
  ]

  @Test(arguments: closedForms)
  func `has the second derivative of the textbook`(function: Activation, expected: @Sendable (Double) -> Double) throws
  {
    let unit = try Unit(function)
    for z in Self.points {
      let found = try unit.run(Dual(z, slope: 1)).slope.slope
      #expect((found - expected(z)).magnitude < 4e-15, "at \(z): \(found), not \(expected(z))")
    }
  }

  @Test(arguments: tested)
  func `is bounded by intervals`(function: Activation) throws {
    let unit = try Unit(function, units: function == .softmax ? 3 : 1)
    for z in Self.points {
      let bounds = try unit.run(Interval(z - 0.05, z + 0.05))
      for inside in [z - 0.05, z - 0.01, z, z + 0.05] {
        let (value, slope) = try unit.run(inside)
        #expect(bounds.value.contains(value) && bounds.slope.contains(slope), "at \(inside)")
      }
    }
  }

  @Test(arguments: [[3.0, 3, 3], [1000, 999, -1000], [-800, -800, -801], [0, 1e-300, -1e-300]])
  func `sums to 1 as softmax, for equal and for enormous inputs`(inputs: [Double]) throws {
    let unit = try Unit(.softmax, units: 3)
    let evaluation = try Evaluation(unit.graph, leaves: [(unit.weightedInput, Tensor([1, 3], inputs))])
    let activations = evaluation[unit.activation].values
    #expect((activations.reduce(0, +) - 1).magnitude < 1e-15)
    for row in 0..<3 {
      let slopes = evaluation.gradients(of: unit.activation, component: [0, row])[unit.weightedInput].values
      for other in 0..<3 {
        let expected = activations[row] * ((row == other ? 1 : 0) - activations[other])
        #expect((slopes[other] - expected).magnitude < 1e-15)
      }
    }
  }
}
