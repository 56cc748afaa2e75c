import Diagnostics
import Directives
import Documents
import Execution
import Networks
import Results
import Tensors
import Testing

@Suite struct NewActivationTests {
  /// The bent identity, (√(z² + 1) - 1) / 2 + z: no entry of the tables, which are fixed when the program is built.
  private static let bent = Activation("bent identity", summary: "A test's own.") { graph, z throws(ShapeError) in
    let root = try graph.apply(
      .elementwise(.squareRoot), to: graph.apply(.offset(1), to: graph.apply(.elementwise(.square), to: z)))
    return try graph.apply(.add, to: graph.apply(.scale(0.5), to: graph.apply(.offset(-1), to: root)), z)
  }

  private static let notebook = """
    ```{nabla}
    define network n: 1 -> output 1 linear
    define data
      x | y
      2 | 1
    define loss squared error
    set weights of output to [[0.75]]
    print activations
    print gradient of weights
    train 1 step, learning rate 0.5
    print weights
    ```
    """

  @Test func `is run, printed and trained in a notebook by its formula alone`() throws {
    let document = Document.parsing(SourceText(Self.notebook, name: "notebook.md"))
    var program = Program.reading(document.value).value
    guard case .cell(var cell) = program.items[0], case .defineNetwork(var definition) = cell.statements[0].directive
    else {
      Issue.record("the notebook begins with a cell that defines a network")
      return
    }
    definition.network.layers[0].activation = Self.bent
    cell.statements[0].directive = .defineNetwork(definition)
    program.items[0] = .cell(cell)
    let result = Runner(RunSettings { _ in .failure(.missing) }).run(program, of: document.value)
    #expect(result.diagnostics.isEmpty)

    let numbers = result.cells[0].outputs.compactMap { output -> Double? in
      if case .array(let array) = output { array.values[0][0] } else { nil }
    }
    // z = 1.5
    let root = 3.25.squareRoot()
    let (a, slope) = ((root - 1) / 2 + 1.5, 0.75 / root + 1)
    let gradient = 2 * (a - 1) * slope * 2
    try #require(numbers.count == 3)
    for (found, expected) in zip(numbers, [a, gradient, 0.75 - 0.5 * gradient]) {
      #expect((found - expected).magnitude < 1e-14)
    }
  }
}
