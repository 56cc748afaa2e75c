import Tensors
import Testing

@Suite struct RandomGraphTests {
  @Test(arguments: 1...40)
  func `agrees forward and backward on graphs of every shape`(seed: UInt64) throws {
    let random = try RandomGraph(seed: seed)
    let gradients = try Evaluation(random.graph, leaves: random.leaves).gradients(of: random.sum)
    for (number, (leaf, value)) in random.leaves.enumerated() {
      for place in value.values.indices {
        var duals = random.leaves.map { ($0, $1.map { Dual<Double>($0) }) }
        duals[number].1.withValues { $0[place].slope = 1 }
        let forward = try Evaluation(random.graph, leaves: duals)[random.sum].values[0].slope
        let backward = gradients[leaf].values[place]
        #expect((forward - backward).magnitude <= 1e-12 * max(1, forward.magnitude), "leaf \(number), \(place)")
      }
    }
  }

  @Test(arguments: 1...40)
  func `agrees with complex steps where all is analytic`(seed: UInt64) throws {
    let random = try RandomGraph(seed: seed, isAnalytic: true)
    let gradients = try Evaluation(random.graph, leaves: random.leaves).gradients(of: random.sum)
    for (number, (leaf, value)) in random.leaves.enumerated() {
      for place in value.values.indices {
        var moved = random.leaves.map { ($0, $1.map { Complex($0) }) }
        moved[number].1.withValues { $0[place].imaginary = 1e-100 }
        let step = try Evaluation(random.graph, leaves: moved)[random.sum].values[0].imaginary / 1e-100
        let backward = gradients[leaf].values[place]
        #expect((step - backward).magnitude <= 1e-12 * max(1, step.magnitude), "leaf \(number), \(place)")
      }
    }
  }

  @Test(arguments: 1...40)
  func `gives real and dual numbers the same values`(seed: UInt64) throws {
    let random = try RandomGraph(seed: seed)
    let real = try Evaluation(random.graph, leaves: random.leaves)
    let dual = try Evaluation(random.graph, leaves: random.leaves.map { ($0, $1.map { Dual<Double>($0) }) })
    #expect(random.graph.ids.allSatisfy { id in dual[id].map(\.real) == real[id] })
  }
}

/// Operations piled on each other at random, with repeated use of nodes and broadcasting, and summed up.
struct RandomGraph {
  let graph: Graph
  let leaves: [(NodeID, Tensor)]
  let sum: NodeID

  init(seed: UInt64, isAnalytic: Bool = false) throws {
    var random = Numbers(state: seed)
    var graph = Graph()
    let leaves = [Shape([2, 3]), [3], [2, 1], [3, 2]].enumerated().map { number, shape in
      (graph.input("leaf \(number)", shape), random.tensor(shape, -1, 1))
    }
    var nodes = leaves.map(\.0)
    func pick() -> NodeID { nodes[Int(random.next(0, Double(nodes.count)))] }

    let functions: [Elementwise] = [
      .sigmoid, .tanh, .softplus, .erf, .sin, .cos, .elu(alpha: 1), .leakyRelu(slope: 0.1), .square, .absolute,
    ]
    let kinked: Set<Elementwise> = [.elu(alpha: 1), .leakyRelu(slope: 0.1), .absolute]
    let unary =
      functions.filter { !isAnalytic || !kinked.contains($0) }.map(Operation.elementwise) + [
        .softmax, .logSoftmax, .negate, .scale(0.7), .offset(-0.2),
      ]
    let binary: [Operation] = [
      .add, .subtract, .multiply, .product(.asIs, .asIs), .product(.asIs, .transposed), .product(.transposed, .asIs),
      .product(.transposed, .transposed),
    ]
    while nodes.count < 40 {
      let choice = Int(random.next(0, Double(unary.count + binary.count)))
      if choice < unary.count {
        nodes.append(try graph.apply(unary[choice], to: pick()))
      } else if let node = try? graph.apply(binary[choice - unary.count], to: pick(), pick()) {
        // Kept small, so that products of products stay comparable.
        nodes.append(try graph.apply(.elementwise(.tanh), to: node))
      }
    }
    var sum = try graph.apply(.sumOfAll, to: nodes[0])
    for node in nodes.dropFirst() {
      sum = try graph.apply(.add, to: sum, graph.apply(.sumOfAll, to: node))
    }
    (self.graph, self.leaves, self.sum) = (graph, leaves, sum)
  }
}
