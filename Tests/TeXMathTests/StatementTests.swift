import TeXMath
import Testing

@Suite struct StatementTests {
  /// Each display with the sides of its links, in order.
  static let displays: [(tex: String, links: [String])] = [
    (#"a = b"#, ["a = b"]),
    (#"a = b = c"#, ["a = b", "b = c"]),
    (#"a = b \quad c = d"#, ["a = b", "c = d"]),
    (#"a = b, c = d"#, ["a = b", "c = d"]),
    (#"f(x, y) = g(x = 1, y)"#, ["f(x, y) = g(x = 1, y)"]),
    (#"(z_1)_i = \sum_j w_{ij} x_j"#, [#"(z_1)_i = \sum_j w_{ij} x_j"#]),
    (#"P(y = k \mid x) = \hat y_k"#, [#"P(y = k \mid x) = \hat y_k"#]),
    (#"\begin{align} a &= b \\ &= c \end{align}"#, ["a = b", "= c"]),
    (#"\begin{align} a &= b && \text{as } z = w \end{align}"#, ["a = b", "z = w"]),
    (#"\begin{align} a &= b && \text{chain rule} \end{align}"#, ["a = b"]),
    (#"\begin{eqnarray} a & = & b \\ & = & c \end{eqnarray}"#, ["a = b", "= c"]),
    (#"a = b \text{ and } c = d"#, ["a = b", "c = d"]),
    (#"a_j = b_j, \quad j = 1, \dots, n"#, ["a_j = b_j"]),
    (#"a_j = b \quad \text{if } j \ne 0"#, ["a_j = b"]),
    (#"\text{cost}(i) = y^2"#, [#"\text{cost}(i) = y^2"#]),
    (#"w \leftarrow w - \eta g"#, [#"w \leftarrow w - \eta g"#]),
    (
      #"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      [#"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#]
    ),
    (
      #"\mathbf{v} = \begin{bmatrix} a = 1 \\ b \end{bmatrix}"#,
      [#"\mathbf{v} = \begin{bmatrix} a = 1 \\ b \end{bmatrix}"#]
    ),
    (#"a = b \implies c = d"#, ["a = b", "c = d"]),
    (#"\begin{aligned} a =& b \\ &+ c \end{aligned}"#, ["a = b + c"]),
    (#"\frac{\partial}{\partial x} f"#, []),
    ("", []),
  ]

  @Test(arguments: displays.indices)
  func `finds the links of a display`(index: Int) {
    let (tex, links) = Self.displays[index]
    var macros = MacroTable()
    let formula = TeXFormula.reading(tex, macros: &macros)
    #expect(formula.damage.isEmpty)
    #expect(
      formula.statements.statements.flatMap(\.links).map { Self.text($0.left, $0.relation.sign, $0.right, in: tex) }
        == links.map(Self.plain))
  }

  @Test func `gives each row its label`() {
    var macros = MacroTable()
    let tex = #"\begin{align} a &= b \label{eq:one} \\ c &= d \tag{7} \\ e &= f \end{align}"#
    #expect(TeXFormula.reading(tex, macros: &macros).statements.labels == ["eq:one", "7", nil])
  }

  private static func text(_ left: [Node], _ relation: String, _ right: [Node], in tex: String) -> String {
    let bytes = Array(tex.utf8)
    func words(_ nodes: [Node]) -> String {
      nodes.map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined()
    }
    return plain(words(left) + relation + words(right))
  }

  private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
