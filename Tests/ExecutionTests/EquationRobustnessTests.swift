import Diagnostics
import Directives
import Documents
import Execution
import FoundationEssentials
import Results
import Testing

/// Whatever stands between the dollars, there is a verdict.
@Suite struct EquationRobustnessTests {
  private static let head = """
    ```{nabla}
    define network small: 2 -> first 3 sigmoid -> second 4 tanh -> output 2 sigmoid
    define data
      x1  x2   | y1  y2
      0.5 -1.2 | 0.6 -0.2
      1.3  0.9 | 0.1  0.4
    define loss squared error, half sum
    initialize xavier, seed 3
    let $f(u) = \\sin u$
    let $v \\in \\mathbb{R}^{3}$
    define notation nielsen
    ```

    """

  private static let formulas = [
    "\\delta^l = ((w^{l+1})^T \\delta^{l+1}) \\odot \\sigma'(z^l)",
    "\\frac{\\partial C}{\\partial w^l_{jk}} = a^{l-1}_k \\delta^l_j",
    "C = \\frac{1}{2} \\sum_j (y_j - a^L_j)^2 = \\frac12 \\| y - a^L \\|^2",
    "\\begin{align} z^l_j &= \\sum_k w^l_{jk} a^{l-1}_k + b^l_j \\\\ a^l_j &= \\sigma(z^l_j) \\end{align}",
    "\\nabla_a C = a^L - y", "w^l \\rightarrow w^l - \\eta \\frac{\\partial C}{\\partial w^l}",
    "f'(v_1) = \\cos v_1 = 0.25",
    "q_i = \\max(0, i), \\quad r(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & x \\le 0 \\end{cases}",
    "\\frac{\\partial^2 C}{\\partial a^L_i \\partial a^L_j} = \\delta_{ij}",
    "\\left[ \\begin{array}{c} 2 \\\\ 3 \\end{array} \\right] \\odot \\left[ \\begin{array}{c} 1 \\\\ 4 \\end{array} \\right] = 5",
  ]

  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// How many of each kind; more where the environment asks for it.
  private static let rounds = ProcessInfo.processInfo.environment["ROBUSTNESS_ROUNDS"].flatMap(Int.init) ?? 400

  private func judge(_ formulas: [String]) async throws {
    for start in stride(from: 0, to: formulas.count, by: 50) {
      let part = formulas[start..<min(formulas.count, start + 50)]
      let text = Self.head + part.map { "\n$$\n\($0)\n$$\n" }.joined()
      let document = Document.parsing(SourceText(utf8: Array(text.utf8), name: "notebook.md")).value
      var settings = RunSettings { _ in .failure(.missing) }
      settings.searchesRepairs = start % 400 == 0
      let result = await Runner(settings).run(Program.reading(document).value, of: document)
      #expect(result.equations.allSatisfy { !$0.tex.isEmpty || $0.verdict == .notChecked })
    }
  }

  @Test func `judges real formulas with anything changed in them`() async throws {
    var numbers = Numbers(state: 7)
    let pieces = [
      "{", "}", "(", ")", "^", "_", "'", "\\", "&", "\\\\", "T", "l", "j", "+1", "-", "=", "\\sum_k", "\\frac", "2",
      ".", ",",
      "\\partial", "\\odot", " ", "\\left(", "\\right)", "|", "\\|", "[", "]", "\\delta", "a", "w", "\\sigma", "\\quad",
      "\\text{if }",
      "\\begin{cases}", "\\end{cases}", "\\ldots", ":=", "\\in", "\\mathbb{R}", "^{l+1}", "_{jk}", "%", "#1", "\u{3b4}",
    ]
    let changed = (0..<Self.rounds).map { round -> String in
      var characters = Array(Self.formulas[round % Self.formulas.count])
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let place = Int.random(in: 0..<max(1, characters.count), using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0 where !characters.isEmpty: characters.remove(at: min(place, characters.count - 1))
        case 1:
          characters.insert(contentsOf: pieces.randomElement(using: &numbers) ?? "", at: min(place, characters.count))
        default:
          let other = Int.random(in: 0..<max(1, characters.count), using: &numbers)
          if !characters.isEmpty {
            characters.swapAt(min(place, characters.count - 1), min(other, characters.count - 1))
          }
        }
      }
      return String(characters).replacingDollars
    }
    try await judge(changed)
  }

  @Test func `judges any bytes`() async throws {
    var numbers = Numbers(state: 11)
    let random = (0..<Self.rounds).map { _ -> String in
      let bytes = (0..<Int.random(in: 1...40, using: &numbers)).map { _ in UInt8.random(in: 32...255, using: &numbers) }
      return String(decoding: bytes, as: UTF8.self).replacingDollars
    }
    try await judge(random)
  }

  @Test func `judges formulas that are nested or repeated without end`() async throws {
    try await judge([
      String(repeating: "\\frac{1}{", count: 200) + "a" + String(repeating: "}", count: 200) + " = 1",
      String(repeating: "(", count: 3_000) + "a^1_1 = 2",
      "a^1_1" + String(repeating: " + a^1_1", count: 2_000) + " = 3",
      "g(x) = g(x) + 1", "g(x) = h(x)", "h(x) = g(x)", "g(1) = 2", "\\sum_{i=1}^{99999} \\sum_{j=1}^{99999} i j = 1",
      "x^{x^{x^{x^{x}}}} = 1", "\\sigma" + String(repeating: "'", count: 500) + "(0) = 1",
      "\\sum_i \\sum_j \\sum_k \\sum_m \\sum_n a^1_i a^1_j a^1_k a^1_m a^1_n = 1", "1 = 1/0", "0/0 = 1",
      "\\frac{\\partial w^l}{\\partial w^l} = \\frac{\\partial w^1}{\\partial w^1} \\frac{\\partial w^1}{\\partial w^1}",
    ])
  }
}

extension String {
  fileprivate var replacingDollars: String { filter { $0 != "$" && $0 != "\n" } }
}
