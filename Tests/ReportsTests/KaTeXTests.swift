import Documents
import FoundationEssentials
import Reports
import Results
import Testing

@Suite struct KaTeXTests {
  private let katex: KaTeX

  init() throws { katex = KaTeX(try Self.press().shelf(for: "/n/a.md")) }

  private static func press(cacheDirectory: String? = nil) throws -> FormulaPress {
    let files = try #require(TypesettingFiles.locate(executable: "/nowhere/bin/nabla"))
    return FormulaPress(files: files, cacheDirectory: cacheDirectory)
  }

  private func press(cacheDirectory: String? = nil) throws -> FormulaPress {
    try Self.press(cacheDirectory: cacheDirectory)
  }

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
    try inFolder { folder in
      let formulas = [(#"\frac{a}{b}"#, true), (#"\frac{a}{b}"#, false), ("x ä 中", false)]
      let fresh = try formulas.map { try katex.html(for: $0.0, display: $0.1).get() }
      /// What a run sets, and then keeps.
      func run(_ notebook: String = "/n/a.md") throws -> [String] {
        let katex = KaTeX(try press(cacheDirectory: folder).shelf(for: notebook))
        defer { katex.keep() }
        return try formulas.map { try katex.html(for: $0.0, display: $0.1).get() }
      }
      #expect(try run() == fresh)
      let file = try #require(self.files(in: folder).first)
      #expect(self.files(in: folder) == [file])

      // What stands in the file is the answer: a word that KaTeX would not write comes back.
      let whole = [UInt8](try #require(FileManager.default.contents(atPath: file)))
      for damaged in [[], Array(whole[1...]), Array(whole[..<(whole.count - 1)]), whole + whole] {
        try Data(damaged).write(to: URL(filePath: file))
        #expect(try run() == fresh)
        #expect(FileManager.default.contents(atPath: file) == Data(whole))
      }

      // The file of another notebook is its own.
      #expect(try run("/n/b.md") == fresh)
      #expect(self.files(in: folder).count == 2)
    }
  }

  @Test func `does not write what it has read`() throws {
    try inFolder { folder in
      func run(_ tex: String) throws {
        let katex = KaTeX(try press(cacheDirectory: folder).shelf(for: "/n/a.md"))
        _ = try katex.html(for: tex, display: false).get()
        katex.keep()
      }
      try run("1")
      let file = try #require(self.files(in: folder).first)
      let kept = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
      try run("1")
      #expect(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date == kept)
      let size = try #require(FileManager.default.contents(atPath: file)).count
      // What the notebook does not have any more goes.
      try run("2")
      #expect(try #require(FileManager.default.contents(atPath: file)).count == size)
    }
  }

  @Test func `deletes the oldest files of a folder that grows`() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (age, name) in ["c", "a", "b"].enumerated() {
        try Data(repeating: 0, count: 100).write(to: URL(filePath: folder + "/" + name))
        let date = Date(timeIntervalSince1970: 1_000_000_000 - Double(age))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder + "/" + name)
      }
      FolderLimit.keep(folder, under: 300)
      #expect(self.files(in: folder).count == 3)
      FolderLimit.keep(folder, under: 250)
      #expect(self.files(in: folder).map { $0.suffix(1) } == ["a", "c"])
      FolderLimit.keep(folder, under: 0)
      #expect(self.files(in: folder).isEmpty)
    }
  }

  @Test func `sets formulas all the same where the cache cannot be written`() throws {
    let katex = KaTeX(try press(cacheDirectory: "/proc/nothing").shelf(for: "/n/a.md"))
    #expect(throws: Never.self) { try katex.html(for: "x", display: false).get() }
    katex.keep()
  }

  @Test func `finds what was set ahead of the report`() async throws {
    let shelf = try press().shelf(for: "/n/a.md")
    let (verdicts, continuation) = AsyncStream.makeStream(of: EquationResult.self)
    let claim = EquationResult.Link(verdict: .notChecked, line: 3, label: nil, tex: "b = 2", reason: "about `$c$`")
    continuation.yield(
      EquationResult(line: 3, tex: "a = 1", label: nil, verdict: .notChecked, repairs: ["a = 3"], links: [claim]))
    continuation.finish()
    await FormulaPreparation(document(reading: "Let $x$ be.\n\n$$ a = 1 $$"), shelf).carryOut(verdicts)
    #expect(shelf.contains(tex: "x", display: false))
    #expect(shelf.contains(tex: "a = 1 ", display: true) || shelf.contains(tex: " a = 1 ", display: true))
    #expect(shelf.contains(tex: "a = 3", display: true))
    #expect(!shelf.contains(tex: "y", display: false))
  }

  @Test func `writes lengths as classes, and what else KaTeX styles as it does`() throws {
    let html = try katex.html(for: #"\color{red}{\sqrt{x^2}} \rule{1em}{2mm}"#, display: false).get()
    #expect(html.contains(#"<span class="mord mathnormal" style="color:red;">"#))
    #expect(!html.contains("vertical-align") && !html.contains("xmlns=\"http://www.w3.org/1998"))
    let lengths = html.matches(of: /[ "]([a-z]-?[0-9]*_[0-9]+)[ "]/).map { String($0.1) }
    #expect(lengths.count > 8)
    let sheet = katex.styleSheet
    for name in lengths { #expect(sheet.contains(".katex .\(name){"), "\(name)") }
  }

  @Test(arguments: [
    ("h2_7", ".katex .h2_7{height:2.7em!important}\n"), ("t-3_113", ".katex .t-3_113{top:-3.113em!important}\n"),
    ("v-_25", ".katex .v-_25{vertical-align:-.25em!important}\n"), ("r0", ".katex .r0{margin-right:0em!important}\n"),
    ("mord", nil), ("t", nil), ("h-", nil), ("size3", nil), ("x3", nil), ("", nil),
  ])
  func `knows which class stands for which length`(name: String, rule: String?) {
    #expect(LengthClass.rule(for: name) == rule)
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
    _ = try katex.html(for: tex, display: false).get()
    let sheet = katex.styleSheet
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

  @Test func `needs no style sheet without a formula`() { #expect(katex.styleSheet.isEmpty) }
}
