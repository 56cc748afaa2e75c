import Diagnostics
import Directives
import Documents
import Execution
import FoundationEssentials
import Results
import Testing

/// The line with numbers under an equation, calculated again from what is printed.
@Suite struct SubstitutionTests {
  /// A display on the paper's network, with the notation of `header`.
  static let header = """
    ```{nabla}
    define network net: 2 -> hidden 3 tanh -> output 2 sigmoid
    define data
      x1   x2   | y1   y2
      0.5  -1.2 | 0.25 1
      0.3  0.9  | 0.8  0
    define loss squared error, half sum
    initialize xavier, seed 3
    let $\\eta = 0.5$
    ```

    ```{nabla}
    define notation
      $C_x$       is the loss of one example
      $C$         is the cost
      $a^l_j$     is the activation of unit j of layer l
      $z^l_j$     is the weighted input of unit j of layer l
      $w^l_{jk}$  is the weight of layer l to unit j from unit k
      $b^l_j$     is the bias of unit j of layer l
      $\\delta^l_j$ is the error of unit j of layer l
      $y_j$       is the target of unit j
      $L$         is the number of layers
      $f$         is the activation function of layer l
    ```

    """

  static func equations(_ displays: [String], header: String = header) async -> [EquationResult] {
    var text = header
    for (place, display) in displays.enumerated() {
      let hasAttributes = display.contains("{#")
      text += "\n" + (hasAttributes ? display : "$$\n\(display)\n$$ {#eq-\(place)}") + "\n"
    }
    let document = Document.parsing(SourceText(utf8: Array(text.utf8), name: "notebook.md")).value
    let settings = RunSettings { _ in .failure(.missing) }
    return await Runner(settings).run(Program.reading(document).value, of: document).equations
  }

  @Test(arguments: [
    // What stands there is what is printed: products and sums of numbers with four digits.
    (#"C_x = \frac{1}{2} \sum_{j=1}^{2} (y_j - a^L_j)^2"#, true),
    (#"\delta^L_j = (a^L_j - y_j) a^L_j (1 - a^L_j)"#, true),
    (#"z^L_j = \sum_k w^L_{jk} a^{L-1}_k + b^L_j"#, true),
    (#"\frac{\partial C_x}{\partial w^L_{jk}} = \delta^L_j a^{L-1}_k"#, true),
    (#"\frac{\partial C_x}{\partial w^L_{jk}} = -\delta^L_j a^{L-1}_k"#, false),
    (#"a^L_j = \frac{1}{1 + e^{-z^L_j}}"#, true),
    (#"\delta^{L-1}_k = \left(\sum_j w^L_{jk} \delta^L_j\right) \left(1 - (a^{L-1}_k)^2\right)"#, true),
  ])
  func `calculates to both sides within the printed digits`(tex: String, holds: Bool) async throws {
    let link = try #require(await Self.equations([tex]).first?.links.first)
    #expect(link.verdict == (holds ? .holds : .fails))
    let substitution = try #require(link.substitution)
    let sides = PrintedLine.sides(of: substitution.tex)
    #expect(sides.count >= 2)
    let values = try sides.map { side in try #require(PrintedLine.value(of: side), "\(side)") }
    let left = try #require(link.evidence?.left)
    let right = try #require(link.evidence?.right)
    for value in values {
      let error = min(abs(value - left) / abs(left), abs(value - right) / abs(right))
      #expect(error < 6e-4, "\(substitution.tex)")
    }
    if holds {
      // The first member is the result; what the last comes to has the same printed digits.
      let printed = try #require(PrintedLine.value(of: sides[0]))
      let found = try #require(values.last)
      // Differences of nearly equal numbers cost more digits than a line may have.
      let isExhausted = sides[0].filter(\.isNumber).drop { $0 == "0" }.count >= 8
      let unit = PrintedLine.unit(of: sides[0])
      #expect(abs(found - printed) <= unit * (isExhausted ? 10 : 0.5000001), "\(substitution.tex)")
    } else {
      #expect(substitution.tex.contains(#"\ne"#))
    }
  }

  @Test(arguments: [
    (#"show="j=2""#, 2), (#"show="j=1""#, 1), ("", 1),
  ])
  func `shows the component that is asked for`(attribute: String, unit: Int) async throws {
    let display = "$$\nz^L_j = \\sum_k w^L_{jk} a^{L-1}_k + b^L_j\n$$ {#eq-x \(attribute)}"
    let substitution = try #require(await Self.equations([display]).first?.links.first?.substitution)
    #expect(substitution.at.first { $0.letter == "j" }?.value == unit)
  }

  @Test func `substitutes nothing where there is nothing to see`() async {
    let equations = await Self.equations([
      #"Q = a^L_1 + a^L_2"#, #"q_x = \text{unbound}"#, #"\tanh'(x) = 1 - \tanh(x)^2"#,
    ])
    #expect(equations.allSatisfy { $0.links.allSatisfy { $0.substitution == nil } })
  }

  /// Lines as they stand under equations of the judged notebooks.
  @Test(arguments: try Snapshot.all())
  func `writes the line as before`(snapshot: Snapshot) async throws {
    guard let text = FileManager.default.contents(atPath: "\(DisplayLinkTests.folder)/\(snapshot.notebook).md") else {
      print("skipped: there is no \(snapshot.notebook)")
      return
    }
    let document = Document.parsing(SourceText(utf8: Array(text), name: snapshot.notebook)).value
    var settings = RunSettings { _ in .failure(.missing) }
    settings.searchesRepairs = false
    let result = await Runner(settings).run(Program.reading(document).value, of: document)
    for (label, place, tex) in snapshot.lines {
      let link = result.equations.first { $0.label == label }?.links[place]
      #expect(link?.substitution?.tex == tex)
    }
  }

  struct Snapshot: Sendable {
    var notebook: String
    var lines: [(label: String, link: Int, tex: String)]

    static func all() throws -> [Snapshot] {
      let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/substitutions.tsv")
      var found: [Snapshot] = []
      for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst() {
        let fields = line.split(separator: "\t").map(String.init)
        guard fields.count == 4, let link = Int(fields[2]) else { continue }
        if found.last?.notebook != fields[0] { found.append(Snapshot(notebook: fields[0], lines: [])) }
        found[found.count - 1].lines.append((fields[1], link - 1, fields[3]))
      }
      return found
    }
  }
}

/// A line of numbers, calculated by a few rules of its own: fractions, brackets, powers, e.
enum PrintedLine {
  /// What stands between the relations.
  static func sides(of tex: String) -> [String] {
    var text = tex
    for relation in [#"\approx"#, #"\ne"#] { text = text.replacing(relation, with: "=") }
    return text.split(separator: "=").map { $0.trimmingCharacters }
  }

  /// One unit of the last digit.
  static func unit(of number: String) -> Double {
    let digits = number.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
    return (0..<digits).reduce(1.0) { unit, _ in unit / 10 }
  }

  static func value(of tex: String) -> Double? {
    var reader = Reader(text: Array(tex.replacing(#"\left"#, with: "").replacing(#"\right"#, with: "")))
    guard let value = reader.sum(), reader.isAtEnd else { return nil }
    return value
  }

  private struct Reader {
    var text: [Character]
    var place = 0
    var isAtEnd: Bool {
      mutating get {
        skip()
        return place >= text.count
      }
    }

    mutating func skip() { while place < text.count, text[place] == " " { place += 1 } }
    mutating func take(_ word: String) -> Bool {
      skip()
      guard text[place...].starts(with: word) else { return false }
      place += word.count
      return true
    }
    mutating func sum() -> Double? {
      var total = 0.0
      var sign = take("-") ? -1.0 : 1.0
      while true {
        guard let value = product() else { return nil }
        total += sign * value
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return total }
      }
    }
    mutating func product() -> Double? {
      guard var value = power() else { return nil }
      while true {
        skip()
        if take(#"\cdot"#) || take(#"\times"#) {
          guard let next = power() else { return nil }
          value *= next
        } else if place < text.count, text[place] == "(" || text[place...].starts(with: #"\frac"#) {
          guard let next = power() else { return nil }
          value *= next
        } else {
          return value
        }
      }
    }
    mutating func power() -> Double? {
      guard let base = factor() else { return nil }
      guard take("^{") else { return base }
      guard let exponent = sum(), take("}") else { return nil }
      // Whole powers by hand, so that no function of the program takes part.
      if exponent == exponent.rounded(), abs(exponent) < 40 {
        let product = (0..<Int(abs(exponent))).reduce(1.0) { found, _ in found * base }
        return exponent < 0 ? 1 / product : product
      }
      return nil
    }
    mutating func factor() -> Double? {
      if take("(") {
        guard let value = sum(), take(")") else { return nil }
        return value
      }
      if take(#"\frac{"#) {
        guard let above = sum(), take("}"), take("{"), let below = sum(), take("}") else { return nil }
        return above / below
      }
      if take("e^{") {
        guard let exponent = sum(), take("}") else { return nil }
        return exponential(exponent)
      }
      skip()
      var digits = ""
      while place < text.count, text[place].isNumber || text[place] == "." {
        digits.append(text[place])
        place += 1
      }
      return Double(digits)
    }
    /// By its series.
    private func exponential(_ x: Double) -> Double {
      var (sum, term) = (1.0, 1.0)
      for n in 1..<60 {
        term *= x / Double(n)
        sum += term
      }
      return sum
    }
  }
}

extension Substring {
  fileprivate var trimmingCharacters: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
