import Tensors
import Testing

@Suite struct GraphTests {
  /// z = x·Wᵀ + b, a = σ(z), c = Σ a²
  private struct Example {
    var graph = Graph()
    let x, w, b, product, z, a, c: NodeID

    init() throws {
      x = graph.input("x", [2, 3])
      w = graph.parameter("W", [2, 3])
      b = graph.parameter("b", [2])
      product = try graph.apply(.product(.asIs, .transposed), to: x, w)
      z = try graph.apply(.add, to: product, b, name: "z")
      a = try graph.apply(.elementwise(.sigmoid), to: z)
      c = try graph.apply(.sumOfAll, to: graph.apply(.elementwise(.square), to: a))
    }

    func leaves() -> [(NodeID, Tensor)] {
      var random = Numbers(state: 9)
      return [(x, random.tensor([2, 3], -1, 1)), (w, random.tensor([2, 3], -1, 1)), (b, random.tensor([2], -1, 1))]
    }
  }

  @Test func `gives the derivative by every node between`() throws {
    let example = try Example()
    let evaluation = try Evaluation(example.graph, leaves: example.leaves())
    let gradients = evaluation.gradients(of: example.c)
    for place in 0..<4 {
      let a = evaluation[example.a].values[place]
      #expect(gradients[example.a].values[place] == 2 * a)
      #expect((gradients[example.z].values[place] - 2 * a * a * (1 - a)).magnitude < 1e-16)
    }
    #expect(gradients[example.product] == gradients[example.z])
    #expect(gradients[example.b].values == [0, 1].map { gradients[example.z][0, $0] + gradients[example.z][1, $0] })
  }

  @Test func `gives the derivative of one element of a node`() throws {
    let example = try Example()
    let evaluation = try Evaluation(example.graph, leaves: example.leaves())
    let gradients = evaluation.gradients(of: example.z, component: [1, 0])
    #expect(gradients[example.w].values == evaluation[example.x].row(1) + [0, 0, 0])
    #expect(gradients[example.b].values == [1, 0])
  }

  @Test func `gives zeros where nothing depends`() throws {
    let example = try Example()
    let evaluation = try Evaluation(example.graph, leaves: example.leaves())
    let gradients = evaluation.gradients(of: example.z, component: [0, 0])
    #expect(gradients[example.c] == .zeros([]))
    #expect(gradients[example.a] == .zeros([2, 2]))
  }

  @Test func `gives the same derivatives when only some are asked for`() throws {
    let example = try Example()
    let evaluation = try Evaluation(example.graph, leaves: example.leaves())
    #expect(
      evaluation.gradients(of: example.c, by: [example.w])[example.w] == evaluation.gradients(of: example.c)[example.w])
  }

  @Test func `adds up what flows back along several paths`() throws {
    var graph = Graph()
    let x = graph.input("x", [])
    let y = try graph.apply(.multiply, to: x, graph.apply(.multiply, to: x, x))
    let evaluation = try Evaluation(graph, leaves: [(x, Tensor(3))])
    #expect(evaluation.gradients(of: y)[x].scalar == 27)
  }

  @Test func `gives second derivatives when run on dual numbers`() throws {
    var graph = Graph()
    let x = graph.input("x", [])
    let y = try graph.apply(.elementwise(.sigmoid), to: x)
    let evaluation = try Evaluation(graph, leaves: [(x, Grid(Dual(0.7, slope: 1)))])
    let s = Double.sigmoidByDefinition(0.7)
    #expect((evaluation.gradients(of: y)[x].values[0].slope - s * (1 - s) * (1 - 2 * s)).magnitude < 1e-15)
  }

  @Test func `names both shapes that do not fit`() throws {
    var graph = Graph()
    let (x, w) = (graph.input("x", [2, 3]), graph.parameter("W", [4, 5]))
    let misfit = ShapeError("product", expected: [2, 3], found: [4, 5])
    #expect(throws: misfit) { try graph.apply(.product(.asIs, .transposed), to: x, w) }
    #expect(throws: ShapeError.self) { try graph.apply(.add, to: x, w) }
    #expect(throws: ShapeError("x", expected: [2, 3], found: [3])) {
      try Evaluation(graph, leaves: [(x, Tensor([1, 2, 3])), (w, .zeros([4, 5]))])
    }
  }
}

extension Double {
  fileprivate static func sigmoidByDefinition(_ x: Double) -> Double { 1 / (1 + Elementary.exp(-x)) }
}

@Suite struct GridTests {
  @Test func `reads and writes by row and column`() throws {
    var grid = try #require(Tensor(rows: [[1, 2, 3], [4, 5, 6]]))
    #expect(grid[1, 2] == 6)
    grid[0, 1] = 7
    #expect(grid.values == [1, 7, 3, 4, 5, 6])
    #expect(grid.transposed.values == [1, 4, 7, 5, 3, 6])
    #expect(grid.transposed.shape == [3, 2])
    #expect(grid.indices(at: 4) == [1, 1])
    #expect(grid.row(1) == [4, 5, 6])
  }

  @Test func `has no matrix of rows that differ in length`() {
    #expect(Tensor(rows: [[1, 2], [3]]) == nil)
  }

  @Test(arguments: [(Shape([2, 3]), 6, "[2, 3]"), (Shape([]), 1, "[]"), (Shape([4, 0]), 0, "[4, 0]")])
  func `counts and writes shapes`(shape: Shape, count: Int, text: String) {
    #expect(shape.count == count)
    #expect(shape.description == text)
  }
}
