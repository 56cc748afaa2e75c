import Diagnostics
import Execution
import FoundationEssentials
import Networks
import Results
import SpecCases
import Testing

/// Gradients worked by hand, against those of the engine.
@Suite struct ExplanationTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var network: String
    var data: String
    var loss: String
    /// Units of each layer, the inputs first; which layers have biases of their own.
    var widths: [Int]
    var names: [String]
    var hasBiases = true
  }

  static let cases = [
    Case(
      description: "one layer", network: "2 -> output 2 sigmoid",
      data: "  x1 x2 | y1 y2\n  0.5 -1 | 0.2 0.9\n  0.1 0.7 | 1 0", loss: "squared error, half sum", widths: [2, 2],
      names: ["output"]),
    Case(
      description: "three layers", network: "2 -> first 3 tanh -> second 2 gelu -> output 1 sigmoid",
      data: "  x1 x2 | y\n  0.5 -1 | 1\n  0.1 0.7 | 0\n  2 1 | 1", loss: "binary cross-entropy", widths: [2, 3, 2, 1],
      names: ["first", "second", "output"]),
    Case(
      description: "four layers",
      network: "3 -> first 4 tanh -> second 2 sigmoid -> third 3 softplus -> output 2 sigmoid",
      data: "  x1 x2 x3 | y1 y2\n  0.5 -1 0.3 | 1 0.2\n  0.1 0.7 -0.6 | 0 0.9", loss: "squared error, half sum",
      widths: [3, 4, 2, 3, 2], names: ["first", "second", "third", "output"]),
    Case(
      description: "softmax with more paths than are listed",
      network: "2 -> first 3 softplus -> second 4 softmax -> output 3 softmax",
      data: "  x1 x2 | y1 y2 y3\n  0.5 -1 | 1 0 0\n  0.1 0.7 | 0 0 1",
      loss: "categorical cross-entropy, sum over the examples", widths: [2, 3, 4, 3],
      names: ["first", "second", "output"]),
    Case(
      description: "regularization", network: "1 -> hidden 2 swish -> output 2 linear",
      data: "  x | y1 y2\n  0.5 | 1 0\n  0.1 | 0 1\n  -1 | 0.5 2", loss: "squared error, sum, with regularization 0.1",
      widths: [1, 2, 2], names: ["hidden", "output"]),
  ]

  private static func statements(_ example: Case) -> String {
    """
    define network net: \(example.network)
    define data
    \(example.data)
    define loss \(example.loss)
    initialize xavier, seed 4
    """
  }

  private static func places(_ example: Case) -> [String] {
    var places: [String] = []
    for (layer, name) in example.names.enumerated() {
      for unit in 1...example.widths[layer + 1] {
        for from in 1...example.widths[layer] {
          places.append("weight of layer \(name) to unit \(unit) from unit \(from)")
        }
        places.append("bias of unit \(unit) of layer \(name)")
      }
    }
    return places
  }

  @Test(arguments: cases)
  func `the terms sum to the gradient of the engine`(example: Case) async throws {
    let result = await run(Self.statements(example) + "\n" + Self.questions(example))
    #expect(result.messages == [])
    expectAgreement(
      result.cells.flatMap(\.outputs), of: example, isMean: !example.loss.contains("sum over the examples"))
  }

  /// For every parameter of the notebook's network, at the end of the notebook.
  @Test func `the terms sum to the gradient in the notebook on two layers`() async throws {
    let notebook = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../notebooks/two-layer-step-by-step.md"), encoding: .utf8)
    let example = Case(
      description: "", network: "", data: "", loss: "", widths: [3, 4, 2], names: ["hidden", "output"])
    let cell = "\n\n```{nabla}\nuse network notes\n\(Self.questions(example))\n```\n"
    let result = await NotebookOutcome(SourceText(notebook + cell, name: "notebook.md")).result
    let end = try #require(result.cells.last)
    #expect(result.diagnostics.allSatisfy { $0.diagnostic.severity != .error })
    expectAgreement(end.outputs, of: example, isMean: true)
  }

  /// For every parameter the question how its gradient comes about, and what it is.
  private static func questions(_ example: Case) -> String {
    places(example).flatMap { ["explain gradient of \($0)", "print gradient of \($0)"] }.joined(separator: "\n")
  }

  private func expectAgreement(_ outputs: [Output], of example: Case, isMean: Bool) {
    let places = Self.places(example)
    var workings: [WorkedGradient] = []
    var gradients: [Double] = []
    for output in outputs {
      if case .working(let working) = output { workings.append(working) }
      if case .number(let number) = output { gradients.append(number.value) }
    }
    #expect(workings.count == places.count && gradients.count == places.count)
    for (working, gradient) in zip(workings, gradients) {
      let scale = max(abs(gradient), 1e-3)
      #expect(abs(working.value - gradient) <= 1e-12 * scale)
      for terms in working.examples {
        #expect(abs(terms.paths.reduce(terms.rest ?? 0, +) - terms.value) <= 1e-12 * max(abs(terms.value), 1e-3))
        #expect(terms.rest == nil ? Double(terms.paths.count) == terms.pathCount : terms.paths.count <= 12)
        #expect(abs(terms.value - working.ofExamples[terms.example - 1]) <= 1e-12 * max(abs(terms.value), 1e-3))
      }
      let sum = working.ofExamples.reduce(0, +) / (isMean ? Double(working.ofExamples.count) : 1)
      #expect(abs(sum + (working.regularization ?? 0) - gradient) <= 1e-12 * scale)
    }
  }

  @Test func `counts the paths`() async throws {
    let example = try #require(Self.cases.first { $0.network.contains("softmax") })
    let result = await run(
      Self.statements(example) + "\nexplain gradient of weight of layer first to unit 1 from unit 2")
    guard case .working(let working)? = result.cells.first?.outputs.last else {
      Issue.record("there is no working")
      return
    }
    // Each unit of the first layer leads to 4 units of the second, which leads to 4, these to 3, and these to 3.
    #expect(working.examples.map(\.pathCount) == [144])
    #expect(working.examples[0].paths.count == 12)
  }

  /// The published example of Mazur: δE/δw5 and δE/δw1.
  @Test func `works the gradients of a published example`() async throws {
    let statements = """
      define network mazur: 2 -> hidden 2 sigmoid -> output 2 sigmoid
      set weights of hidden to [[.15, .20], [.25, .30]]
      set biases of hidden to [.35, .35]
      set weights of output to [[.40, .45], [.50, .55]]
      set biases of output to [.60, .60]
      define data
        i1   i2   | t1   t2
        0.05 0.10 | 0.01 0.99
      define loss squared error, half sum
      explain gradient of weight of layer output to unit 1 from unit 1
      explain gradient of weight of layer hidden to unit 1 from unit 1
      """
    let workings = await run(statements).cells.flatMap(\.outputs).compactMap { output -> WorkedGradient? in
      if case .working(let working) = output { working } else { nil }
    }
    #expect(abs(workings[0].value - 0.082167041) < 1e-9)
    #expect(abs(workings[1].value - 0.000438568) < 1e-9)
    #expect(workings[1].examples[0].paths.count == 2)
    #expect(workings[0].steps.last?.tex.contains(#"0.7414 \cdot 0.1868 \cdot 0.5933 \approx 0.08217"#) ?? false)
  }
}
