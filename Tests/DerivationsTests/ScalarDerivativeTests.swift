import Derivations
import Networks
import Tensors
import Testing

/// Random expressions of two leaves.
private struct RandomExpression {
  let graph = ScalarGraph()
  let leaves: [ScalarID]
  private(set) var root: ScalarID

  private static let functions: [Elementwise] = [
    .exp, .expm1, .log, .log1p, .squareRoot, .square, .reciprocal, .absolute, .sin, .cos, .tanh, .erf, .sigmoid,
    .softplus,
    .relu, .leakyRelu(slope: 0.1), .elu(alpha: 1.5),
  ]

  init(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    leaves = [graph.leaf(0.3 + random.unit()), graph.leaf(0.3 + random.unit())]
    var made = leaves + [graph.constant(0.7), graph.constant(3)]
    func pick() -> ScalarID { made[Int(random.next() % UInt64(made.count))] }
    root = made[0]
    for step in 0..<12 {
      let (a, b, c) = (step == 0 ? leaves[0] : pick(), step == 0 ? leaves[1] : pick(), pick())
      let function = Self.functions[Int(random.next() % UInt64(Self.functions.count))]
      let next =
        switch random.next() % 12 {
        case 0: graph.sum([a, b, c])
        case 1: graph.subtract(a, b)
        case 2: graph.multiply(a, b)
        case 3: graph.divide(a, b)
        case 4: graph.power(a, Int(random.next() % 6) - 2)
        case 5: graph.dot([a, b, c], [b, c, a])
        case 6: graph.maximum([a, b, c])
        case 7: graph.minimum([a, b])
        case 8: graph.power(graph.apply(.softplus, a), b)
        case 9: graph.negate(a)
        default: graph.apply(function, a)
        }
      if graph.value(next).magnitude < 20 { made.append(next) }
    }
    root = graph.sum(made)
  }
}

@Suite struct ScalarDerivativeTests {
  @Test(arguments: UInt64(0)..<300)
  func `agrees with differences, up to the third derivative`(seed: UInt64) {
    let expression = RandomExpression(seed: seed)
    let graph = expression.graph
    var quantity = expression.root
    for order in 1...3 {
      let derivatives = graph.derivatives(of: quantity, by: expression.leaves)
      for (leaf, derivative) in zip(expression.leaves, derivatives) {
        let difference = graph.difference(of: quantity, by: leaf)
        guard graph.value(derivative).isFinite, difference.error.isFinite else { continue }
        let allowed = 20 * difference.error + graph.errorBound(derivative) + 1e-13
        #expect(
          (graph.value(derivative) - difference.derivative).magnitude <= allowed,
          "order \(order): \(graph.value(derivative)), \(difference)")
      }
      quantity = derivatives[order % 2]
    }
  }

  @Test func `finds differences to many digits, so that a small error shows`() {
    let errors = (UInt64(0)..<300).flatMap { seed in
      let expression = RandomExpression(seed: seed)
      return expression.leaves.map { leaf in
        let (derivative, error) = expression.graph.difference(of: expression.root, by: leaf)
        return error / max(derivative.magnitude, 1)
      }
    }
    #expect(errors.count { $0 < 1e-8 } > errors.count * 9 / 10)
  }

  @Test func `makes one backward pass for each component of a Jacobian that is asked for`() {
    let graph = ScalarGraph()
    let inputs = (0..<4).map { graph.leaf(Double($0) + 0.5) }
    let outputs = (0..<6).map { number in
      graph.apply(.sigmoid, graph.dot(inputs, (0..<4).map { graph.constant(Double(number * $0)) }))
    }
    for output in outputs[1...3] { _ = graph.derivatives(of: output, by: inputs) }
    #expect(graph.backwardPasses == 3)
  }

  @Test func `finds no difference at a kink, and one near it`() {
    let graph = ScalarGraph()
    let (kink, near) = (graph.leaf(0), graph.leaf(0.001))
    #expect(graph.difference(of: graph.apply(.relu, kink), by: kink).error == .infinity)
    #expect(
      graph.difference(of: graph.maximum([kink, graph.multiply(graph.constant(2), kink)]), by: kink).error == .infinity)
    let (derivative, error) = graph.difference(of: graph.apply(.relu, near), by: near)
    #expect((derivative - 1).magnitude <= error && error < 1e-9)
  }

  @Test func `knows the sides of its kinks`() {
    let graph = ScalarGraph()
    let (a, b) = (graph.leaf(-1), graph.leaf(2))
    #expect(graph.kinks(a) == [])
    #expect(graph.kinks(graph.apply(.relu, a)) == .notPositive)
    #expect(
      graph.kinks(graph.add(graph.apply(.elu(alpha: 1), a), graph.apply(.absolute, b))) == [.positive, .notPositive])
    #expect(graph.kinks(graph.maximum([a, b])) == .notPositive)
    #expect(graph.kinks(graph.minimum([a, b])) == .positive)
    #expect(graph.derivatives(of: graph.maximum([a, b]), by: [a, b]).map(graph.value) == [0, 1])
  }

  /// Both sides of each are equal, but for rounding.
  @Test(arguments: UInt64(0)..<500)
  func `bounds what rounding does`(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let graph = ScalarGraph()
    let (x, y, z) = (graph.leaf(random.uniform(3)), graph.leaf(random.uniform(3)), graph.leaf(random.uniform(300)))
    let one = graph.constant(1)
    func square(_ x: ScalarID) -> ScalarID { graph.multiply(x, graph.add(x, graph.constant(0))) }
    let e = { graph.apply(.exp, $0) }
    let tanh = graph.apply(.tanh, x)
    let sigmoid = graph.apply(.sigmoid, x)
    let pairs: [(ScalarID, ScalarID)] = [
      (
        graph.power(graph.add(x, y), 3),
        graph.sum([
          graph.power(x, 3),
          graph.dot(
            [graph.multiply(graph.constant(3), x), graph.power(x, 2)],
            [graph.power(y, 2), graph.multiply(graph.constant(3), y)]), graph.power(y, 3),
        ])
      ),
      (graph.subtract(graph.add(x, z), z), x),
      (graph.multiply(graph.divide(x, z), z), x),
      (e(graph.add(x, y)), graph.multiply(e(x), e(y))),
      (graph.apply(.log, e(x)), x),
      (graph.apply(.tanh, x, order: 1), graph.subtract(one, square(tanh))),
      (
        graph.apply(.tanh, x, order: 2),
        graph.multiply(graph.multiply(graph.constant(-2), tanh), graph.subtract(one, square(tanh)))
      ),
      (sigmoid, graph.divide(one, graph.add(one, e(graph.negate(x))))),
      (graph.apply(.sigmoid, x, order: 1), graph.multiply(sigmoid, graph.subtract(one, sigmoid))),
      (graph.add(square(graph.apply(.sin, z)), square(graph.apply(.cos, z))), one),
      (graph.apply(.softplus, x), graph.apply(.log, graph.add(one, e(x)))),
      (graph.power(x, -3), graph.divide(one, graph.multiply(x, square(x)))),
      (square(graph.apply(.squareRoot, graph.apply(.absolute, z))), graph.apply(.absolute, z)),
    ]
    for (number, (left, right)) in pairs.enumerated() {
      let bound = graph.errorBound(left) + graph.errorBound(right)
      let difference = (graph.value(left) - graph.value(right)).magnitude
      #expect(difference <= bound, "pair \(number): \(difference) > \(bound)")
      #expect(bound < 1e-10 * (1 + graph.value(left).magnitude), "pair \(number): \(bound) is no bound")
    }
  }
}
