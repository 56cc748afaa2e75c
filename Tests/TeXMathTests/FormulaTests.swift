import TeXMath
import Testing

@Suite struct FormulaTests {
  private static func symbol(_ tex: String) -> Formula { .symbol(Symbol(tex)) }

  @Test(
    arguments: [
      ("2", .number(2)),
      (".5", .number(0.5)),
      ("-x", .negative(symbol("x"))),
      ("a - b + c", .sum([symbol("a"), .negative(symbol("b")), symbol("c")])),
      ("2(o_k - y)", .product([.number(2), .sum([symbol("o_k"), .negative(symbol("y"))])])),
      (#"w_k \cdot o_j \, x"#, .product([symbol("w_k"), symbol("o_j"), symbol("x")])),
      (#"\frac{\lambda}{2m}"#, .quotient(symbol(#"\lambda"#), .product([.number(2), symbol("m")]))),
      (#"\frac12"#, .quotient(.number(1), .number(2))),
      (#"\frac12 x"#, .product([.quotient(.number(1), .number(2)), symbol("x")])),
      ("x^23", .product([.power(symbol("x"), .number(2)), .number(3)])),
      ("a / b c", .product([.quotient(symbol("a"), symbol("b")), symbol("c")])),
      ("x^2", .power(symbol("x"), .number(2))),
      ("(1 - a)^{n+1}", .power(.sum([.number(1), .negative(symbol("a"))]), .sum([symbol("n"), .number(1)]))),
      (#"\frac{\partial E}{\partial w_k}"#, .derivative(of: Symbol("E"), by: Symbol("w_k"))),
      (#"\exp(-z)"#, .function("exp", .negative(symbol("z")))),
      (#"\sqrt{2}"#, .function("sqrt", .number(2))),
      (#"\left( a \right)"#, symbol("a")),
    ] as [(String, Formula)])
  func `reads arithmetic`(tex: String, formula: Formula) {
    #expect(Formula.reading(tex) == .success(formula))
  }

  @Test(arguments: [
    ("w_{12}", "w_{12}"), ("w_{k}", "w_k"), (#"\text{net}_k"#, #"\text{net}_k"#), ("a^{(2)}", "a^{(2)}"),
    ("W^{[ l ]}", "W^{[l]}"), (#"\delta _ { k1 }"#, #"\delta_{k1}"#),
  ])
  func `takes indices as part of a name`(tex: String, name: String) throws {
    let symbols = try Formula.reading(tex).get().symbols
    #expect(symbols.map(\.tex) == [name])
  }

  @Test(arguments: [
    ("", 0..<0), ("a +", 3..<3), ("(a", 0..<1), (#"\frac{1}{2"#, 8..<9), ("a_", 2..<2), ("a ) b", 2..<3),
    ("1.2.3", 0..<5),
  ])
  func `says which bytes keep a text from being a formula`(tex: String, range: Range<Int>) {
    guard case .failure(let problem) = Formula.reading(tex) else {
      Issue.record("`\(tex)` was read")
      return
    }
    #expect(problem.range == range, "\(problem.message)")
  }

  @Test func `counts ranges from where it is told`() throws {
    #expect(try Formula.reading("a + b", at: 10).get().symbols.map(\.range) == [10..<11, 14..<15])
  }

  @Test(arguments: [
    "a^{x,l}_j", #"h_\Theta(x^{(i)})"#, #"\Delta \vec{W}^l"#, "w_1, …, w_4", "dW^{[l]}", #"\hat{y}'"#, "a^l_{jk}",
    #"\operatorname{tr}"#, "⊙", "a_i b_i",
  ])
  func `takes names in any dress`(tex: String) {
    #expect(Symbol.problem(in: tex) == nil)
  }

  @Test(arguments: [
    ("", 0..<0), ("a_{j", 2..<3), ("a}", 1..<2), ("_1", 0..<1), ("a_", 1..<2), ("a__1", 1..<2), ("a_1_2", 3..<4),
    ("a_{}", 1..<2),
  ])
  func `says what is wrong with a name`(tex: String, range: Range<Int>) {
    #expect(Symbol.problem(in: tex)?.range == range)
  }
}

@Suite struct FormulaTotalityTests {
  @Test(arguments: ["{", "(", "-", "a_{", "a^", #"\frac{"#, #"\sqrt"#, "a^{(", "}", "a'", "1/", #"\exp("#])
  func `survives ten thousand of anything`(piece: String) {
    for tex in [String(repeating: piece, count: 10_000), String(repeating: piece, count: 10_000) + "x"] {
      _ = Formula.reading(tex)
      _ = Symbol.problem(in: tex)
    }
  }

  @Test func `survives random text`() {
    let pieces =
      Array("ab1.^_{}()[]'+-*/=,\\ \n$é𝛿\0").map(String.init) + [#"\frac"#, #"\partial"#, #"\text"#, "e5", "999"]
    var state: UInt64 = 11
    for _ in 0..<20_000 {
      var tex = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        tex += pieces[Int(state >> 33) % pieces.count]
      }
      if case .failure(let problem) = Formula.reading(tex) {
        #expect(problem.range.upperBound <= tex.utf8.count)
      }
      _ = Symbol.problem(in: tex)
    }
  }
}
