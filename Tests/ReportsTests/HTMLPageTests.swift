import Diagnostics
import Documents
import Reports
import Results
import Testing

@Suite struct HTMLPageTests {
  private func page(_ markdown: String, _ result: NotebookResult? = nil) -> String {
    HTMLReport.render(document(reading: markdown), result, typesetter: EchoTypesetter()).value
  }

  @Test(arguments: [
    ("# T\n\ntext", "<h1 id=\"t\">T</h1>"),
    ("---\ntitle: T\n---\n\n# T\n\ntext", "<h1 id=\"t\">T</h1>"),
    ("---\ntitle: T <b>\nsubtitle: S\n---\n\ntext", "<h1>T &lt;b&gt;</h1>\n<p class=\"subtitle\">S</p>"),
    ("text", "<h1>x.md</h1>"),
    ("## not a title\n\ntext", "<h1>x.md</h1>"),
  ])
  func `has one title`(markdown: String, expected: String) {
    let page = page(markdown)
    #expect(page.contains(expected))
    #expect(page.ranges(of: "<h1").count == 1)
  }

  @Test(arguments: [
    ("## a\n\n## b", ""),
    ("## a\n\n## b\n\n## c", "<li>a</li><li>b</li><li>c</li>"),
    ("## a\n\n### b\n\n#### c\n\n## d", "<li>a<ol><li>b</li></ol></li><li>d</li>"),
    ("### a\n\n## b\n\n### c\n\n### d", "<li>a</li><li>b<ol><li>c</li><li>d</li></ol></li>"),
    ("## a $x_1$\n\n## [b](c.md)\n\n## *c* `d`", "<li>a ⟨x_1⟩</li><li>b</li><li>c <code>d</code></li>"),
  ])
  func `lists the headings of two levels`(markdown: String, expected: String) throws {
    let page = page(markdown)
    guard let start = page.firstRange(of: "<p>Contents</p>\n<ol>"), let end = page.firstRange(of: "</ol>\n</nav>")
    else {
      #expect(expected.isEmpty)
      return
    }
    var list = String(page[start.upperBound..<end.lowerBound].filter { $0 != "\n" }).replacing("</a>", with: "")
    while let open = list.firstRange(of: "<a href"), let close = list[open.upperBound...].firstIndex(of: ">") {
      list.removeSubrange(open.lowerBound...close)
    }
    #expect(list == expected)
  }

  @Test(arguments: [
    ("train 10 epochs # why", "<b>train</b> <n>10</n> epochs <c># why</c>"),
    ("define network a1: 2 -> x", "<b>define network</b> a1<s>:</s> <n>2</n> <s>-&gt;</s> x"),
    ("  -1.5e-3 .5 x-1", "  <n>-1.5e-3</n> <n>.5</n> x-1"),
    ("expect $\\delta$ < 1e3", "<b>expect</b> <m>$\\delta$</m> <s>&lt;</s> <n>1e3</n>"),
    ("let $a", "<b>let</b> <m>$a</m>"),
    ("é 中 \"x\"", "<b>é</b> 中 &quot;x&quot;"),
  ])
  func `tells the words of a cell apart`(code: String, expected: String) {
    var text = main(of: page("```nabla\n\(code)\n```"))
    let short = [
      "<span class=\"keyword\">": "<b>", "<span class=\"number\">": "<n>", "<span class=\"comment\">": "<c>",
      "<span class=\"sign\">": "<s>", "<span class=\"maths\">": "<m>",
    ]
    for (long, tag) in short {
      while let range = text.firstRange(of: long) {
        let end = text[range.upperBound...].firstRange(of: "</span>")
        if let end { text.replaceSubrange(end, with: tag.replacing("<", with: "</")) }
        text.replaceSubrange(range, with: tag)
      }
    }
    #expect(text == "<pre tabindex=\"0\"><code class=\"language-nabla\">\(expected)\n</code></pre>\n")
  }

  private let ran = NotebookResult(
    notebook: "x.md", title: "",
    cells: [
      CellResult(
        index: 0, line: 1,
        outputs: [
          .message("done"),
          .expectation(ExpectationResult(statement: "expect 1 = 2", line: 2, passed: false, found: "1")),
        ])
    ])

  @Test(arguments: [
    ("", ["language-nabla", "done", "not as expected"], [""]),
    ("#| echo: false\n", ["done", "not as expected"], ["language-nabla"]),
    ("#| output: false\n", ["language-nabla", "not as expected"], ["done"]),
    ("#| include: false\n", ["not as expected"], ["done", "language-nabla"]),
    ("#| code-fold: true\n", ["<details class=\"fold\"><summary>Code</summary>"], [""]),
  ])
  func `heeds the options of a cell`(options: String, shown: [String], hidden: [String]) {
    let text = main(of: page("```{nabla}\n\(options)print\n```", ran))
    for word in shown { #expect(text.contains(word)) }
    for word in hidden where !word.isEmpty { #expect(!text.contains(word)) }
  }

  @Test(
    arguments: [
      ([0.5, -12.25], ["0.50", "−12.25"]),
      (
        [1e-9, 0.5],
        [
          "<span class=\"front\" style=\"width:1.6ch\">1</span><span class=\"tail\" style=\"width:5.0ch\">×10<sup>−9</sup></span>",
          "<span class=\"front\" style=\"width:1.6ch\">0</span><span class=\"tail\" style=\"width:5.0ch\">.5</span>",
        ]
      ),
      ([nil, 2], ["<span class=\"none\">–</span>", "2"]),
    ] as [([Double?], [String])])
  func `aligns numbers on the decimal point`(values: [Double?], expected: [String]) {
    let array = NamedArray(title: "t", rows: values.map { _ in "r" }, columns: ["c"], values: values.map { [$0] })
    let result = NotebookResult(
      notebook: "x.md", title: "", cells: [CellResult(index: 0, line: 1, outputs: [.array(array)])])
    let text = main(of: page("```{nabla}\nprint\n```", result))
    for cell in expected { #expect(text.contains("<td>\(cell)</td>")) }
  }
}
