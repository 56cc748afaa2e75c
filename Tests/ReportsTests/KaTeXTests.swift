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

  /// Each doubles what it stands for, over and over, where KaTeX does not count.
  @Test(arguments: [
    #"\edef\a{x}"# + String(repeating: #"\edef\a{\a\a}"#, count: 14) + String(repeating: #"\a"#, count: 900),
    #"\edef\a{x}"# + String(repeating: #"\edef\a{\a\a}"#, count: 40) + #"\a"#,
  ])
  func `gives up a formula that keeps it busy, and sets the next one`(tex: String) throws {
    let clock = ContinuousClock()
    let time = clock.measure {
      guard case .failure = katex.html(for: tex, display: false) else {
        Issue.record("this formula can be set")
        return
      }
    }
    #expect(time < .seconds(120))
    #expect(throws: Never.self) { try katex.html(for: "x", display: false).get() }
  }

  private func inFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nabla-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  private func files(in folder: String) -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).map { folder + "/" + $0 }.filter {
      FileManager.default.contents(atPath: $0) != nil
    }.sorted()
  }

  @Test func `answers from its cache with the same bytes, and with nothing where a file is not whole`() throws {
    let files = try #require(TypesettingFiles.locate(executable: "/nowhere/bin/nabla"))
    try inFolder { folder in
      let formulas = [(#"\frac{a}{b}"#, true), (#"\frac{a}{b}"#, false), ("x ä 中", false)]
      let fresh = try formulas.map { try katex.html(for: $0.0, display: $0.1).get() }
      let cold = KaTeX(files: files, cacheDirectory: folder)
      #expect(try formulas.map { try cold.html(for: $0.0, display: $0.1).get() } == fresh)
      #expect(self.files(in: folder).count == 3)

      // What stands in the folder is the answer: one word in it that KaTeX would not write comes back.
      let first = try #require(self.files(in: folder).first)
      let bytes = try #require(FileManager.default.contents(atPath: first))
      let whole = [UInt8](bytes)
      for damaged in [[], Array(whole[1...]), Array(whole[..<(whole.count - 1)]), whole + whole] {
        try Data(damaged).write(to: URL(filePath: first))
        let warm = KaTeX(files: files, cacheDirectory: folder)
        #expect(try formulas.map { try warm.html(for: $0.0, display: $0.1).get() } == fresh)
        #expect(FileManager.default.contents(atPath: first) == bytes)
      }

      // A file in the place of another answers nothing.
      let second = self.files(in: folder)[1]
      try FileManager.default.removeItem(atPath: first)
      try FileManager.default.copyItem(atPath: second, toPath: first)
      let warm = KaTeX(files: files, cacheDirectory: folder)
      #expect(try formulas.map { try warm.html(for: $0.0, display: $0.1).get() } == fresh)
      #expect(throws: FormulaError.self) { try warm.html(for: #"\undefined"#, display: false).get() }
      #expect(self.files(in: folder).count == 3)
    }
  }

  @Test func `sets formulas all the same where the cache cannot be written`() throws {
    let files = try #require(TypesettingFiles.locate(executable: "/nowhere/bin/nabla"))
    let katex = KaTeX(files: files, cacheDirectory: "/proc/nothing")
    #expect(throws: Never.self) { try katex.html(for: "x", display: false).get() }
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
