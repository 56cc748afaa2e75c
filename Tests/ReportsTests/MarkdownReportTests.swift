import Diagnostics
import Documents
import FoundationEssentials
import Reports
import Results
import Testing

@Suite struct MarkdownReportTests {
  @Test(arguments: [
    "# A\n\ntext *with* `code`, $x$ and a [link](other.md)\n\n- a\n- b\n",
    "no newline at the end", "", "\r\nlines\r\nof another system\r\n",
    "a\u{FEFF}b é 中 🙂\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "---\nlang: en\nmacros: { '\\a': 'b' }\n---\n\ntext\n", "> [!NOTE]\n> text $y_1$\n",
    "```python\n$x$ {#eq-x}\n```\n",
    "$5 and $10\n", "<div>\n*a*\n</div>\n",
  ])
  func `leaves the author's bytes alone`(markdown: String) {
    #expect(MarkdownReport.render(document(reading: markdown), nil).value.text == markdown)
  }

  @Test(arguments: [
    ("a $$x$$ b\n", "a \n```math\nx\n```\nb\n"),
    ("$$\nx\n$$ {#eq-x}\n\nsee @eq-x.\n", "<a id=\"eq-x\"></a>\n\n```math\nx \\tag{1}\n```\n\nsee [(1)](#eq-x).\n"),
    ("> $$\n> x\n> $$ {#eq-x}\n", "> ```math\n> x \\tag{1}\n> ```\n"),
    ("- $$x$$\n", "- ```math\n  x\n  ```\n"),
    ("\\[x\\]\n", "```math\nx\n```\n"),
    ("a \\(x\\) b\n", "a $`x`$ b\n"),
    ("$\\{x\\}$\n", "$`\\{x\\}`$\n"),
    ("\\begin{align}a\\label{x}\\end{align}\n", "```math\n\\begin{align}a\\tag{1}\\end{align}\n```\n"),
    ("# A {#sec-a}\n\n@sec-a\n", "# A <a id=\"sec-a\"></a>\n\n[A](#sec-a)\n"),
    ("# A {#sec-a}\n", "# A\n"),
    (
      "> $$\n> x\n> $$ {#eq-x}\n\n@eq-x and $\\eqref{eq-x}$\n",
      "> <a id=\"eq-x\"></a>\n>\n> ```math\n> x \\tag{1}\n> ```\n\n[(1)](#eq-x) and [(1)](#eq-x)\n"
    ),
    ("a $$x$$ {#eq-x} @eq-x\n", "a <a id=\"eq-x\"></a>\n```math\nx \\tag{1}\n```\n[(1)](#eq-x)\n"),
    ("::: {.callout-tip}\na\n\nb\n:::\n\nc\n", "> [!TIP]\n> a\n>\n> b\n\nc\n"),
    ("$$\n\\frac{1}{1 +\n$$ {expect=fails}\n", "```tex\n\\frac{1}{1 +\n```\n"),
    (
      "---\ntitle: x *y*\nsubtitle: z\n---\n\ntext\n",
      "---\ntitle: x *y*\nsubtitle: z\n---\n\n# x \\*y\\*\n\n*z*\n\ntext\n"
    ),
    ("---\ntitle: x\n---\n# A\n", "---\ntitle: x\n---\n# A\n"),
    ("| a |\n|---|\n| $x\\,y$ |\n", "| a |\n|---|\n| $`x\\,y`$ |\n"),
  ])
  func `writes formulas, labels and callouts as GitHub shows them`(markdown: String, expected: String) {
    #expect(MarkdownReport.render(document(reading: markdown), nil).value.text == expected)
  }

  private func outputs(_ outputs: [Output]) -> NotebookResult {
    NotebookResult(notebook: "notebooks/x.md", title: "", cells: [CellResult(index: 0, line: 1, outputs: outputs)])
  }

  @Test(arguments: [
    ("```{nabla}\nprint loss\n```\n\nend\n", "```nabla\nprint loss\n```\n\ndone\n\nloss = 0.5\n\nend\n"),
    ("```{nabla}\n#| echo: false\nprint loss\n```\n", "done\n\nloss = 0.5\n"),
    ("```{nabla}\n#| output: false\nprint loss\n```\n", "```nabla\nprint loss\n```\n"),
    ("> ```{nabla}\n> print loss\n> ```\n", "> ```nabla\n> print loss\n> ```\n>\n> done\n>\n> loss = 0.5\n"),
    (
      "- a\n\n  ```{nabla}\n  print loss\n  ```\n", "- a\n\n  ```nabla\n  print loss\n  ```\n\n  done\n\n  loss = 0.5\n"
    ),
    (
      "::: {.callout-note}\n```{nabla}\nprint loss\n```\n:::\n",
      "> [!NOTE]\n> ```nabla\n> print loss\n> ```\n>\n> done\n>\n> loss = 0.5\n"
    ),
  ])
  func `sets outputs in after their cell`(markdown: String, expected: String) {
    let result = outputs([.message("done"), .number(NamedNumber(title: "loss", value: 0.5))])
    #expect(MarkdownReport.render(document(reading: markdown), result).value.text == expected)
  }

  @Test func `writes arrays as tables and matrices`() {
    var array = NamedArray(
      title: "weights", rowHeading: "to", rows: ["1", "2"], columns: ["a|b", "c"], values: [[0.5, -1.25], [nil, 10]])
    let table = MarkdownReport.render(
      document(reading: "```{nabla}\n#| echo: false\nprint\n```\n"), outputs([.array(array)]))
    #expect(
      table.value.text == """
        weights:

        | to  | a\\|b |     c |
        | :-- | ---: | ----: |
        | 1   |  0.5 | −1.25 |
        | 2   |    – | 10.00 |

        """)
    array.layout = .matrix
    let matrix = MarkdownReport.render(
      document(reading: "```{nabla}\n#| echo: false\nprint\n```\n"), outputs([.array(array)]))
    #expect(
      matrix.value.text == """
        weights:

        ```math
        \\begin{bmatrix} \\phantom{-}0.50 & -1.25 \\\\  & \\phantom{-}10.00 \\end{bmatrix}
        ```

        """)
  }

  @Test func `puts values into sentences and diagnostics into alerts`() throws {
    let text = "loss `{nabla} loss`\n\n```{nabla}\ntrain epoch\n```\n"
    let document = document(reading: text)
    let place = text.utf8.distance(from: text.startIndex, to: try #require(text.firstRange(of: "epoch")).lowerBound)
    let diagnostic = Diagnostic(
      .error, "directive.unknown-option", "`train` has no option `epoch`", at: SourceSpan(place, place + 5),
      help: "say 5 epochs")
    let placed = PlacedDiagnostic(diagnostic, in: document.source)
    let result = NotebookResult(
      notebook: "notebooks/x.md", title: "", cells: [CellResult(index: 0, line: 3, diagnostics: [placed])],
      values: [InlineResult(index: 0, line: 1, value: -0.25)], diagnostics: [placed])
    #expect(
      MarkdownReport.render(document, result).value.text == """
        loss −0.25

        ```nabla
        train epoch
        ```

        > [!CAUTION]
        > **error** `directive.unknown-option`: `train` has no option `epoch`
        >
        > ```text
        >  --> notebooks/x.md:4:7
        >   |
        > 4 | train epoch
        >   |       ^^^^^
        > ```
        >
        > **help:** say 5 epochs

        """)
  }

  @Test func `names the pictures it needs`() {
    let report = MarkdownReport.render(
      document(reading: "![a](x.png) ![b](sub/y.svg) ![c](x.png) ![d](https://e.org/z.png) ![e](../w.png)"), nil)
    #expect(report.value.images == ["x.png", "sub/y.svg"])
    #expect(report.diagnostics.map(\.code) == ["report.path-outside"])
  }
}
