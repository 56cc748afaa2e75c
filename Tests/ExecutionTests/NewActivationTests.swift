import Diagnostics
import Directives
import Documents
import Execution
import Networks
import Results
import Tensors
import Testing

@Suite struct NewActivationTests {
  /// The bent identity, (√(z² + 1) - 1) / 2 + z: a formula and a line in the table of functions are all that it has.
  private static let bent = Activation("bent identity", summary: "A test's own.") { graph, z throws(ShapeError) in
    let root = try graph.apply(
      .elementwise(.squareRoot), to: graph.apply(.offset(1), to: graph.apply(.elementwise(.square), to: z)))
    return try graph.apply(.add, to: graph.apply(.scale(0.5), to: graph.apply(.offset(-1), to: root)), z)
  }

  private static let notebook = """
    ```{nabla}
    define network n: 1 -> output 1 bent identity
    define data
      x | y
      2 | 1
    define loss squared error
    set weights of output to [[0.75]]
    print activations
    print gradient of weights
    train 1 step, learning rate 0.5
    print weights
    plot activation function of output
    define notation nielsen
    define notation
      $C_x$ is the loss of one example
    ```

    $$ a^l_j = \\frac{\\sqrt{(z^l_j)^2 + 1} - 1}{2} + z^l_j $$ {#eq-formula}

    $$ \\sigma'(z^l_j) = \\frac{z^l_j}{2 \\sqrt{(z^l_j)^2 + 1}} + 1 $$ {#eq-slope}

    $$ \\frac{\\partial C_x}{\\partial w^l_{jk}}
       = 2 (a^l_j - y_j) \\, \\sigma'(z^l_j) \\, a^{l-1}_k $$ {#eq-weight}

    $$ \\frac{\\partial a^l_j}{\\partial z^l_j} = \\sigma(z^l_j) $$ {#eq-wrong expect=fails}
    """

  @Test func `is named, run, plotted, trained and used in equations by its formula and a line of the table`()
    async throws
  {
    let document = Document.parsing(SourceText(Self.notebook, name: "notebook.md"))
    // Tables of words that are made once for all are made without it, whichever test comes first.
    _ = Language.reference
    let (reference, result) = await Activation.$all.withValue(Activation.all + [Self.bent]) {
      let program = Program.reading(document.value)
      #expect(program.diagnostics.isEmpty)
      return (
        Language.reference, await Runner(RunSettings { _ in .failure(.missing) }).run(program.value, of: document.value)
      )
    }
    #expect(result.diagnostics.isEmpty)
    #expect(reference.contains("bent identity"))

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

    #expect(result.equations.map(\.verdict) == [.holds, .holds, .holds, .fails])
    #expect(result.equations.allSatisfy { ($0.links.first?.evidence?.compared ?? 0) > 0 })
    let pictures = result.cells[0].outputs.compactMap { output -> Picture? in
      if case .picture(let picture) = output { picture } else { nil }
    }
    #expect(pictures.map(\.title) == ["bent identity and its derivative"])
    // 1 ∓ 5 / (2√26)
    #expect(pictures.first?.description.contains("between 0.51 and 1.49") == true)
  }
}
