import FoundationEssentials
import Reports
import Testing

@Suite struct KaTeXTests {
  private let katex: KaTeX

  init() throws { katex = KaTeX(files: try #require(TypesettingFiles.locate(executable: "/nowhere/bin/nabla"))) }

  @Test(arguments: [
    #"\frac{\partial C}{\partial w^l_{jk}}"#, #"\begin{align*} a &= b \tag{1} \\ c &= d \end{align*}"#,
    #"\begin{bmatrix*}[r] 1 \\ -2 \end{bmatrix*}"#, #"\begin{darray}{rcl} a &=& b \end{darray} \tag{2}"#, "x ä 中",
  ])
  func `writes HTML and MathML`(tex: String) throws {
    let html = try katex.html(for: tex, display: true).get()
    #expect(html.contains("<math"))
    #expect(html.contains("katex-html"))
    #expect(!html.contains("katex-error"))
  }

  @Test func `sets the lines with numbers`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/substitutions.tsv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count >= 15)
    for line in lines {
      let tex = String(line.split(separator: "\t")[3])
      #expect(throws: Never.self, "\(tex)") { try katex.html(for: tex, display: true).get() }
    }
  }

  @Test(arguments: [
    (#"a + \undefined"#, FormulaError(message: #"undefined control sequence: \undefined"#, position: 4)),
    (#"\href{javascript:x}{y}"#, nil),
    (String(repeating: "{", count: 10_000), FormulaError(message: "the formula is nested too deeply")),
    (String(repeating: "x", count: 50_001), FormulaError(message: "it is longer than 50000 bytes")),
  ])
  func `says why and where it cannot`(tex: String, expected: FormulaError?) {
    switch katex.html(for: tex, display: false) {
    case .success(let html): #expect(expected == nil && !html.contains("<a "))
    case .failure(let error): #expect(error == expected)
    }
  }

  @Test func `does not know what an earlier formula defined`() {
    _ = katex.html(for: #"\gdef\mine{x}\mine"#, display: false)
    #expect(throws: FormulaError.self) { try katex.html(for: #"\mine"#, display: false).get() }
  }

  @Test(arguments: [
    ("x", ["KaTeX_Main-Regular", "KaTeX_Math-Italic"]),
    ("1", ["KaTeX_Main-Regular"]),
    (
      #"\mathbb{R} \mathcal{L} \mathbf{1}"#,
      ["KaTeX_AMS-Regular", "KaTeX_Caligraphic-Regular", "KaTeX_Main-Bold", "KaTeX_Main-Regular"]
    ),
    (#"\Bigl( 1_{1_1} \Bigr)"#, ["KaTeX_Main-Regular", "KaTeX_Size2-Regular"]),
  ])
  func `embeds only the fonts that are used`(tex: String, faces: [String]) throws {
    let sheet = katex.styleSheet(for: try katex.html(for: tex, display: false).get())
    let embedded = sheet.split(separator: "@font-face{font-family:", omittingEmptySubsequences: false).dropFirst().map {
      text in
      let rule = text.prefix { $0 != "}" }
      let isBold = rule.contains("font-weight:700")
      let isItalic = rule.contains("font-style:italic")
      return String(rule.prefix { $0 != ";" }) + "-" + (isBold ? "Bold" : isItalic ? "Italic" : "Regular")
    }
    #expect(embedded.sorted() == faces)
    #expect(!sheet.contains("url(fonts"))
  }

  @Test func `needs no style sheet without a formula`() { #expect(katex.styleSheet(for: "<p class=\"x\">").isEmpty) }
}
