import Diagnostics
import Documents
import Testing

/// Places in the author's file: `source[span]` is what the author wrote.
@Suite struct SpanTests {
  @Test(arguments: [
    ("a\n\n# b *c*\n\nd\ne\n===\n", ["a", "# b *c*", "d\ne\n==="]),
    ("ä b\n\n- ö\n\n  ü\n- x\n\n***", ["ä b", "- ö\n\n  ü\n- x", "ö", "ü", "x", "***"]),
    ("> a\n> - b\n>   c\n\nd", ["> a\n> - b\n>   c", "a", "- b\n>   c", "b\n>   c", "d"]),
    ("\u{FEFF}a\r\n\r\n```x\r\ny\r\n```\r\n", ["a", "```x\r\ny\r\n```"]),
    ("\ta\n\n<p>\nb\n\nc", ["a", "<p>\nb", "c"]),
    ("1.\ta\n\n\tb", ["1.\ta\n\n\tb", "a", "b"]),
    ("<!-- a\n-->\nb", ["<!-- a\n-->", "b"]),
    ("a $$x$$ {#e} b\nc", ["a", "$$x$$ {#e}", "b\nc"]),
    ("> a\n> $$\n> x\n> $$\n> b", ["> a\n> $$\n> x\n> $$\n> b", "a", "$$\n> x\n> $$", "b"]),
    ("a\nb|c\n-|-\n1|2\n\n: d", ["a", "b|c\n-|-\n1|2\n\n: d"]),
    ("::: x\na\n:::\n\nb", ["::: x\na\n:::", "a", "b"]),
    ("[^1]: a\n\n    b\n\nc", ["[^1]: a\n\n    b", "a", "b", "c"]),
    ("> [!NOTE] a\n> b\n> c", ["> [!NOTE] a\n> b\n> c", "b\n> c"]),
    ("a\0b\n\nc", ["a\0b", "c"]),
    ("```{nabla}\nx\n```\ny", ["```{nabla}\nx\n```", "y"]),
    ("<div>\n$$x$$\n</div>", ["<div>", "$$x$$", "</div>"]),
  ])
  func `of blocks`(markdown: String, expected: [String]) {
    let source = SourceText(markdown, name: "test.md")
    let document = Document.parsing(source).value
    #expect(document.everyBlock.map { source[$0.span] } == expected)
  }

  @Test(arguments: [
    ("ä $x$ `{nabla} y` @eq-z [^1]\n\n[^1]: [@fig-ü]", ["$x$", "`{nabla} y`", "@eq-z", "[^1]", "[@fig-ü]"]),
    ("| ä $x$ | b |\n|-|-|\n| `{nabla} y` | @eq-c |", ["$x$", "`{nabla} y`", "@eq-c"]),
    ("> - *a $x +\r\n>   y$*", ["$x +\r\n>   y$"]),
    ("a [b](c) ![d](e)\nf [g](h)", ["[b](c)", "![d](e)", "[g](h)"]),
    ("> a\n> b [c](d)", ["[c](d)"]),
    ("# a [b][c]\n\n[c]: d", ["[b][c]"]),
  ])
  func `of inlines`(markdown: String, expected: [String]) {
    let source = SourceText(markdown, name: "test.md")
    let document = Document.parsing(source).value
    #expect(document.everyInline.compactMap { $0.span.map { source[$0] } } == expected)
  }

  @Test func `of the entries of a table`() {
    let source = SourceText("> | ä | b |\n> |---|---|\n> | `\\|` |   c  |\n> |d", name: "test.md")
    guard case .table(let table)? = Document.parsing(source).value.everyBlock.last?.kind else {
      Issue.record("there is no table")
      return
    }
    #expect(
      ([table.header] + table.rows).map { $0.map { source[$0.span] } } == [["ä", "b"], ["`\\|`", "c"], ["d", ""]])
  }

  @Test func `of attributes and their pairs`() {
    let source = SourceText("ä\n\n$$x$$\n{#eq-a expect=fails where=\"i \\ne j\"}", name: "test.md")
    let maths = Document.parsing(source).value.maths[0]
    #expect(source[maths.span] == "$$x$$\n{#eq-a expect=fails where=\"i \\ne j\"}")
    #expect(maths.attributes.span.map { source[$0] } == "{#eq-a expect=fails where=\"i \\ne j\"}")
    #expect(maths.attributes.pairs.map { source[$0.span] } == ["expect=fails", "where=\"i \\ne j\""])
  }

  @Test func `of the options and lines of a cell`() {
    let source = SourceText("- ä\n\n  > ```{nabla}\n  > #| label: fig-ü\n  > a\n  >   b\n  > ```", name: "test.md")
    let cell = Document.parsing(source).value.cells[0]
    #expect(cell.options.map { [source[$0.keySpan], source[$0.valueSpan]] } == [["label", "fig-ü"]])
    #expect(cell.text.text == "a\n  b\n")
    #expect(source[cell.text.span(of: 0..<1)] == "a")
    #expect(source[cell.text.span(of: 2..<5)] == "  b")
    #expect(cell.linePrefix == "  > ")
  }

  @Test func `of a cell whose lines are cut from tabs`() {
    let source = SourceText("- ```{nabla}\n\ta\n\t\tb\n  ```", name: "test.md")
    let cell = Document.parsing(source).value.cells[0]
    #expect(cell.text.text == "  a\n  \tb\n")
    #expect(source[cell.text.span(of: 2..<3)] == "a")
  }

  @Test func `of inline values without their backticks`() {
    let source = SourceText("ä ``{nabla}  $x$ `` b", name: "test.md")
    let value = Document.parsing(source).value.inlineValues[0]
    #expect(value.text.text == "$x$")
    #expect(source[value.text.span] == "$x$")
  }
}
