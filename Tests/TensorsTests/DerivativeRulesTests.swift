import Tensors
import Testing

@Suite struct DerivativeRulesTests {
  @Test(arguments: OperationCase.all)
  func `agrees with central differences`(tested: OperationCase) throws {
    let single = try SingleOperation(tested)
    let gradients = single.weightedSum(tested.operands).1
    for (position, operand) in tested.operands.enumerated() {
      for place in operand.values.indices {
        let exact = gradients[position].values[place]
        let estimate = single.centralDifference(tested.operands, position, place)
        let scale = max(1, exact.magnitude)
        #expect((exact - estimate).magnitude < 2e-8 * scale, "operand \(position), element \(place)")
      }
    }
  }

  @Test(arguments: OperationCase.all)
  func `agrees with derivatives carried forward`(tested: OperationCase) throws {
    let single = try SingleOperation(tested)
    let gradients = single.weightedSum(tested.operands).1
    for (position, operand) in tested.operands.enumerated() {
      for place in operand.values.indices {
        var duals = tested.operands.map { $0.map { Dual<Double>($0) } }
        duals[position].withValues { $0[place].slope = 1 }
        let forward = single.weightedSum(duals).0.slope
        let exact = gradients[position].values[place]
        #expect((exact - forward).magnitude <= 1e-14 * max(1, exact.magnitude), "operand \(position), \(place)")
      }
    }
  }

  @Test(arguments: OperationCase.all.filter(\.isAnalytic))
  func `agrees with complex steps`(tested: OperationCase) throws {
    let single = try SingleOperation(tested)
    let gradients = single.weightedSum(tested.operands).1
    for (position, operand) in tested.operands.enumerated() {
      for place in operand.values.indices {
        var moved = tested.operands.map { $0.map { Complex($0) } }
        moved[position].withValues { $0[place].imaginary = 1e-100 }
        let step = single.weightedSum(moved).0.imaginary / 1e-100
        let exact = gradients[position].values[place]
        #expect((exact - step).magnitude <= 1e-14 * max(1, exact.magnitude), "operand \(position), \(place)")
      }
    }
  }

  @Test(arguments: OperationCase.all)
  func `gives second derivatives forward, and backward from forward`(tested: OperationCase) throws {
    let single = try SingleOperation(tested)
    for (position, operand) in tested.operands.enumerated() {
      for place in operand.values.indices {
        var twice = tested.operands.map { $0.map { Dual(Dual<Double>($0), slope: Dual(0)) } }
        twice[position].withValues { $0[place] = Dual(Dual($0[place].real, slope: 1), slope: Dual(1)) }
        let forward = single.weightedSum(twice).0.slope.slope
        var once = tested.operands.map { $0.map { Dual<Double>($0) } }
        once[position].withValues { $0[place].slope = 1 }
        let mixed = single.weightedSum(once).1[position].values[place].slope
        #expect((forward - mixed).magnitude <= 1e-13 * max(1, forward.magnitude), "operand \(position), \(place)")
      }
    }
  }

  @Test(arguments: [Elementwise.relu, .absolute])
  func `takes 0 at a kink`(function: Elementwise) throws {
    let tested = OperationCase(.elementwise(function), Tensor([0, -0.0]))
    #expect(try SingleOperation(tested).weightedSum(tested.operands).1[0].values == [0, 0])
  }

  @Test func `takes the left derivative at the kinks of leaky relu and elu`() throws {
    for (function, slope) in [(Elementwise.leakyRelu(slope: 0.01), 0.01), (.elu(alpha: 1.5), 1.5)] {
      var graph = Graph()
      let x = graph.input("x", [])
      let y = try graph.apply(.elementwise(function), to: x)
      let evaluation = try Evaluation(graph, leaves: [(x, Tensor(0))])
      #expect(evaluation.gradients(of: y)[x].scalar == slope)
    }
  }

  @Test func `counts 0 times any logarithm as 0`() throws {
    for operation in [Operation.timesLog, .timesLog1p] {
      var graph = Graph()
      let (x, y) = (graph.input("x", [2]), graph.input("y", [2]))
      let result = try graph.apply(operation, to: x, y)
      let points = Tensor(operation == .timesLog ? [0, -1] : [-1, -2])
      let evaluation = try Evaluation(graph, leaves: [(x, Tensor([0, 0])), (y, points)])
      #expect(evaluation[result].values == [0, 0])
      #expect(evaluation.gradients(of: result, component: [0])[y].values == [0, 0])
    }
  }

  @Test(arguments: [
    (Elementwise.sigmoid, [0.0, 1]), (.softplus, [0, 800]), (.tanh, [-1, 1]), (.elu(alpha: 1), [-1, 800]),
  ])
  func `saturates without overflow`(function: Elementwise, ends: [Double]) throws {
    var graph = Graph()
    let x = graph.input("x", [2])
    let y = try graph.apply(.elementwise(function), to: x)
    let evaluation = try Evaluation(graph, leaves: [(x, Tensor([-800, 800]))])
    #expect(evaluation[y].values == ends)
    #expect(evaluation.gradients(of: y, seed: Tensor([1, 1]))[x].isFinite)
  }
}

/// A graph of one operation, its result reduced to a number by random weights so that every element counts.
struct SingleOperation {
  let graph: Graph
  let leaves: [NodeID]
  let sum: NodeID

  init(_ tested: OperationCase) throws {
    var graph = Graph()
    let leaves = tested.operands.enumerated().map { graph.input("operand \($0)", $1.shape) }
    let result =
      leaves.count == 1
      ? try graph.apply(tested.operation, to: leaves[0])
      : try graph.apply(tested.operation, to: leaves[0], leaves[1])
    var random = Numbers(state: 3)
    let weights = graph.constant(random.tensor(graph[result].shape, 0.5, 1.5))
    sum = try graph.apply(.sumOfAll, to: graph.apply(.multiply, to: result, weights))
    (self.graph, self.leaves) = (graph, leaves)
  }

  /// The sum and its derivatives by the operands.
  func weightedSum<Number>(_ operands: [Grid<Number>]) -> (Number, [Grid<Number>]) {
    do {
      let evaluation = try Evaluation(graph, leaves: Array(zip(leaves, operands)))
      let gradients = evaluation.gradients(of: sum)
      return (evaluation[sum].values[0], leaves.map { gradients[$0] })
    } catch {
      fatalError("operands have the shapes of the case: \(error)")
    }
  }

  /// Two central differences, the error of order h² extrapolated away.
  func centralDifference(_ operands: [Tensor], _ position: Int, _ place: Int) -> Double {
    func difference(_ step: Double) -> Double {
      func shifted(_ by: Double) -> Double {
        var operands = operands
        operands[position].withValues { $0[place] += by }
        return weightedSum(operands).0
      }
      return (shifted(step) - shifted(-step)) / (2 * step)
    }
    // Small enough for points beside a kink to stay on their side of it.
    let step = 2e-4
    return (4 * difference(step / 2) - difference(step)) / 3
  }
}
