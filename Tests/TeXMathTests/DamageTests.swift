import TeXMath
import Testing

@Suite struct DamageTests {
  static let damaged: [(tex: String, fact: Damage.Fact, place: String)] = [
    (#"\frac{a}{b"#, .unclosed("{"), "{"),
    (#"a}"#, .stray("}"), "}"),
    (#"\frac{a}"#, .missingArgument(of: #"\frac"#), #"\frac"#),
    (#"x^"#, .missingArgument(of: "^"), "^"),
    (#"\begin{align} a = b"#, .unclosedEnvironment("align"), #"\begin"#),
    (#"\begin{align} a \end{aligned}"#, .wrongEnd(of: "align", found: "aligned"), #"\end"#),
    (#"\left( a"#, .missingRight, #"\left"#),
    (#"a \right)"#, .stray(#"\right"#), #"\right"#),
    (#"x^a^b"#, .twoScripts("^"), "^"),
    (#"\newcommand{\x}{\x\x} \x"#, .macroWithoutEnd(#"\x"#), #"\x"#),
    (#"\def\x(#1){#1} \x(a)"#, .unreadableDefinition, #"\def"#),
  ]

  @Test(arguments: damaged.indices)
  func `says what is damaged and where`(index: Int) throws {
    let (tex, fact, place) = Self.damaged[index]
    var macros = MacroTable()
    let damage = try #require(TeXFormula.reading(tex, macros: &macros).damage.first)
    #expect(damage.fact == fact)
    #expect(String(decoding: Array(tex.utf8)[damage.range], as: UTF8.self) == place)
  }

  @Test func `reads any depth of nesting without running out of stack`() {
    for (open, close) in [
      ("{", "}"), (#"\frac{"#, "}{}"), (#"\left("#, #"\right)"#), (#"\begin{array}"#, #"\end{array}"#),
    ] {
      var macros = MacroTable()
      let tex = String(repeating: open, count: 10_000) + String(repeating: close, count: 10_000)
      let damage = TeXFormula.reading(tex, macros: &macros).damage
      #expect(damage.contains { $0.fact == .nestedTooDeeply })
    }
  }

  @Test(arguments: 0..<40)
  func `always returns a tree whose places lie in the text`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      #"\frac"#, "{", "}", "^", "_", "&", #"\\"#, #"\begin{align}"#, #"\end{align}"#, #"\left("#, #"\right)"#, "x", "∂",
      "=",
      "'", "1.5", #"\newcommand{\q}[1]{#1#1}"#, #"\q"#, "#1", "%", "\n", #"\text{if }"#, ",", "[", "]", #"\sqrt"#, "é",
      "|",
    ]
    for _ in 0..<250 {
      let tex = (0..<next(40)).map { _ in pieces[next(pieces.count)] }.joined(separator: next(2) == 0 ? " " : "")
      var macros = MacroTable()
      let formula = TeXFormula.reading(tex, macros: &macros)
      let count = tex.utf8.count
      #expect(formula.damage.allSatisfy { $0.range.upperBound <= count })
      #expect(formula.statements.statements.allSatisfy { $0.range.upperBound <= count })
    }
  }
}
