import Tensors
import Testing

@Suite struct IntervalTests {
  private static let functions: [Elementwise] = [
    .identity, .exp, .expm1, .log, .log1p, .squareRoot, .square, .reciprocal, .absolute, .sin, .cos, .tanh, .erf,
    .sigmoid,
    .softplus, .relu, .leakyRelu(slope: 0.1), .elu(alpha: 1.3),
  ]

  /// The values of a function and of its derivative.
  private func values<Number: Scalar>(_ function: Elementwise, _ x: Number) throws -> (Number, Number) {
    var graph = Graph()
    let node = graph.input("x", [])
    let result = try graph.apply(.elementwise(function), to: node)
    let evaluation = try Evaluation(graph, leaves: [(node, Grid(x))])
    return (evaluation[result].values[0], evaluation.gradients(of: result)[node].values[0])
  }

  @Test(arguments: functions)
  func `holds what a function and its derivative give anywhere inside`(function: Elementwise) throws {
    var random = Numbers(state: 12)
    for round in 0..<300 {
      let middle = random.next(-4, 4) * (round % 3 == 0 ? 200 : 1)
      let width = random.next(0, 1) * [1e-12, 0.1, 3, 50][round % 4]
      let interval = Interval(middle - width, middle + width)
      let (image, slopes) = try values(function, interval)
      for part in [0, 0.2, 0.5, 0.9, 1] {
        let x = min(interval.lower + part * 2 * width, interval.upper)
        let (value, slope) = try values(function, x)
        #expect(value.isNaN || image.contains(value), "\(x) in \(interval)")
        #expect(value.isNaN || slope.isNaN || slopes.contains(slope), "the derivative at \(x) in \(interval)")
      }
    }
  }

  @Test(arguments: 1...40)
  func `holds every value of a graph on numbers inside`(seed: UInt64) throws {
    let random = try RandomGraph(seed: seed)
    var numbers = Numbers(state: seed)
    let intervals = random.leaves.map { ($0, $1.map { Interval($0 - 0.01, $0 + 0.01) }) }
    let bounds = try Evaluation(random.graph, leaves: intervals)
    let slopes = bounds.gradients(of: random.sum)
    for _ in 0..<10 {
      let inside = random.leaves.map { ($0, $1.map { $0 + numbers.next(-0.01, 0.01) }) }
      let values = try Evaluation(random.graph, leaves: inside)
      let gradients = values.gradients(of: random.sum)
      for id in random.graph.ids {
        #expect(zip(bounds[id].values, values[id].values).allSatisfy { $0.contains($1) })
      }
      for (leaf, _) in random.leaves {
        #expect(zip(slopes[leaf].values, gradients[leaf].values).allSatisfy { $0.contains($1) })
      }
    }
  }

  @Test(arguments: [
    (Interval(-1, 3), Elementwise.relu, Interval(0, 3)), (Interval(-3, 1), .relu, Interval(0, 1)),
    (Interval(-2, 1), .absolute, Interval(0, 2)), (Interval(-1, 1), .leakyRelu(slope: 0.5), Interval(-0.5, 1)),
  ])
  func `joins the pieces of a function on both sides of its kink`(x: Interval, function: Elementwise, image: Interval)
    throws
  {
    let found = try values(function, x).0
    #expect((found.lower - image.lower).magnitude < 1e-15 && (found.upper - image.upper).magnitude < 1e-15)
  }

  @Test func `finds the extremes of a wave inside`() {
    #expect(Interval.cos(Interval(-0.1, 0.1)).upper == 1)
    #expect(Interval.sin(Interval(1, 5)).upper == 1 && Interval.sin(Interval(1, 5)).lower == -1)
    #expect(Interval.sin(Interval(0.1, 1.5)).upper < 1)
    #expect(Interval.cos(Interval(1e9, 1e9 + 1)) == Interval(-1, 1))
  }

  @Test func `says that anything is possible where a function is not defined`() {
    #expect(Interval.log(Interval(-2, -1)) == .everything)
    #expect(Interval.squareRoot(Interval(-1, 1)) == .everything)
    #expect(Interval(1) / Interval(-1, 1) == .everything)
    #expect(Interval(.nan) == .everything)
  }

  @Test func `stays narrow around a number`() {
    let sum = Interval(0.1) + Interval(0.2)
    #expect(sum.contains(0.1 + 0.2) && sum.upper - sum.lower < 1e-15)
    #expect(Interval(1, 2).real == 1.5 && Interval.everything.real == 0)
  }
}
