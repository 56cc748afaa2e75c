import Derivations
import Tensors
import Testing

@Suite struct ScalarGraphTests {
  private let graph = ScalarGraph()

  @Test func `finds the same operation on the same operands again, in any order where that does not matter`() {
    let (a, b, c, d) = (graph.leaf(0.3), graph.leaf(-1.2), graph.leaf(0.7), graph.leaf(0.7))
    #expect(graph.add(a, b) == graph.add(b, a))
    #expect(graph.multiply(a, b) == graph.multiply(b, a))
    #expect(graph.sum([a, b, c]) == graph.sum([c, a, b]))
    #expect(graph.dot([a, b], [c, d]) == graph.dot([d, c], [b, a]))
    #expect(graph.subtract(a, b) != graph.subtract(b, a))
    #expect(graph.apply(.tanh, a) == graph.apply(.tanh, a))
    #expect(graph.apply(.leakyRelu(slope: 0.01), a) != graph.apply(.leakyRelu(slope: 0.02), a))
    #expect(c != d)
    let count = graph.count
    for index in 0..<20_000 { _ = graph.multiply(graph.constant(Double(index + 2)), a) }
    for index in 0..<20_000 { _ = graph.multiply(a, graph.constant(Double(index + 2))) }
    #expect(graph.count <= count + 40_000)
  }

  @Test func `leaves out what changes nothing`() {
    let (x, y) = (graph.leaf(0.3), graph.leaf(2))
    let (zero, one) = (graph.constant(0), graph.constant(1))
    #expect(graph.add(x, zero) == x)
    #expect(graph.sum([]) == zero)
    #expect(graph.sum([x]) == x)
    #expect(graph.multiply(one, x) == x)
    #expect(graph.isStructuralZero(graph.multiply(x, zero)))
    #expect(graph.isStructuralZero(graph.subtract(x, x)))
    #expect(graph.dot([one, one], [x, y]) == graph.add(x, y))
    #expect(graph.dot([x, zero], [y, y]) == graph.multiply(x, y))
    #expect(graph.multiply(x, x) == graph.apply(.square, x))
    #expect(graph.maximum([zero, x]) == graph.apply(.relu, x))
    #expect(graph.divide(one, graph.constant(3)) == graph.constant(1 / 3.0))
    #expect(graph.divide(x, graph.constant(3)) == graph.multiply(graph.constant(1 / 3.0), x))
    #expect(!graph.isConstant(graph.add(x, y)))
  }

  @Test func `differentiates by a cut as if it were a leaf`() {
    let (w, x) = (graph.leaf(0.4), graph.leaf(1.5))
    let z = graph.multiply(w, x)
    let a = graph.apply(.sigmoid, z)
    let cost = graph.power(graph.subtract(a, graph.constant(1)), 2)
    #expect(graph.derivatives(of: a, by: [z, w]) == [graph.apply(.sigmoid, z, order: 1), graph.constant(0)])
    #expect(graph.derivatives(of: z, by: [w, z]) == [graph.constant(0), graph.constant(1)])
    #expect(graph.derivatives(of: z, by: [w, x]) == [x, w])
    #expect(graph.isStructuralZero(graph.derivatives(of: x, by: [cost])[0]))
    #expect(graph.depends(cost, on: [w]))
    #expect(!graph.depends(w, on: [cost]))
  }
}
